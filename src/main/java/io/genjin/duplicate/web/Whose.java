package io.genjin.duplicate.web;

import io.genjin.duplicate.DuplicateDesk.Filter;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/** Reads from an address whose pairs are asked for: a sign-in name, or {@code nobody} for those that arrived by themselves. */
final class Whose {

    static final String NOBODY = "nobody";

    private Whose() {}

    static Filter filter(@Nullable String causedBy, StaffDirectory staff, StaffMember me) {
        if (causedBy == null || causedBy.isBlank()) {
            return Filter.OPEN;
        }
        if (causedBy.equals(NOBODY)) {
            return new Filter(null, true);
        }
        return staff.byUsername(me.dealership(), causedBy)
                .map(member -> new Filter(member.id(), false))
                .orElseThrow(() -> new FieldsRefused(Field.of("causedBy", "field.owner")));
    }
}
