package io.genjin.coselling.web;

import io.genjin.consent.Partner;
import io.genjin.coselling.CoSeller;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The partners of a dealership, and the form for one more.
 *
 * @param firms  companies that consents name, behind which a partner may stand
 * @param staff  our own people
 * @param known  those of them whose number is kept
 */
public record CoSellingPage(
        List<CoSeller> partners,
        List<Partner> firms,
        List<StaffMember> staff,
        List<StaffId> known,
        People people,
        Fields form,
        Fields own) {

    public Map<String, String> firmOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        firms.stream()
                .filter(Partner::isActive)
                .forEach(one -> options.put(one.id().toString(), one.name()));
        return options;
    }

    public Map<String, String> staffOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        staff.forEach(one -> options.put(one.username(), one.name()));
        return options;
    }
}
