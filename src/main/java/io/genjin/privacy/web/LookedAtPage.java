package io.genjin.privacy.web;

import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who looked at whose personal data, newest first.
 *
 * @param prospect at which customer only; empty when at anybody
 * @param cut      whether there is more than is shown
 */
public record LookedAtPage(Fields form, String prospect, List<StaffMember> everybody, boolean cut, List<Line> lines) {

    /** One look; {@code prospect} is there when it was at one customer. */
    public record Line(
            Instant at,
            String who,
            String look,
            String what,
            int customers,
            @Nullable String prospect) {}

    public boolean asks() {
        return !prospect.isEmpty()
                || !form.value("person").isEmpty()
                || !form.value("from").isEmpty()
                || !form.value("to").isEmpty();
    }

    public Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        everybody.forEach(one -> people.put(one.username(), one.name()));
        return people;
    }
}
