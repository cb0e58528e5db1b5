package io.genjin.group.web;

import io.genjin.dealership.Dealership;
import io.genjin.group.DealershipGroup;
import io.genjin.group.DealershipGroup.Member;
import io.genjin.shared.web.Fields;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of dealerships.
 *
 * @param part which form was refused: that of a group, or {@code new}
 */
public record GroupsPage(
        List<DealershipGroup> groups, List<Dealership> dealerships, LocalDate today, String part, Fields form) {

    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        dealerships.forEach(one -> options.put(one.code(), one.name() + " " + one.code()));
        return options;
    }

    public String name(Member member) {
        return dealerships.stream()
                .filter(one -> one.id().equals(member.dealership()))
                .map(one -> one.name() + " " + one.code())
                .findFirst()
                .orElse("");
    }

    public String code(Member member) {
        return dealerships.stream()
                .filter(one -> one.id().equals(member.dealership()))
                .map(Dealership::code)
                .findFirst()
                .orElse("");
    }

    /** Whether its time is not over. */
    public boolean canLeave(Member member) {
        return member.until() == null || !member.until().isBefore(today);
    }

    /** Who stays belongs to the group on some day. */
    public boolean belonged(Member member) {
        return member.until() == null || !member.until().isBefore(member.from());
    }

    public Fields formOf(String which) {
        return which.equals(part) ? form : Fields.empty();
    }
}
