package io.genjin.prospect;

import io.genjin.staff.StaffMember;
import java.util.List;

/**
 * Knows by name where customers come from at present: running campaigns, partners who introduce. The opening form offers these
 * names; a module that knows some contributes a bean, and the card keeps the name as its source's detail.
 */
public interface KnowsOrigins {

    /** One name that a card with this source may say. */
    record Origin(Source source, String name) {}

    List<Origin> origins(StaffMember reader);
}
