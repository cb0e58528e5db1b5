package io.genjin.objection.web;

import io.genjin.objection.Learned;
import io.genjin.objection.Objection;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One objection, new or known, with the place to answer it.
 *
 * @param objection nothing while it is being written down
 * @param known     answers of the house to objections of this kind that worked
 */
public record ObjectionPage(
        Prospect prospect,
        @Nullable Objection objection,
        Fields form,
        List<Learned.KnownAnswer> known,
        List<StaffMember> colleagues,
        People people,
        LocalDate today) {

    public Map<String, String> answering() {
        Map<String, String> options = new LinkedHashMap<>();
        colleagues.forEach(one -> options.put(one.username(), one.name()));
        return options;
    }
}
