package io.genjin.improvement.web;

import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writing down an improvement action. */
public record ActionFormPage(Fields form, List<StaffMember> people) {

    public Map<String, String> responsible() {
        Map<String, String> options = new LinkedHashMap<>();
        people.forEach(person -> options.put(person.username(), person.name()));
        return options;
    }
}
