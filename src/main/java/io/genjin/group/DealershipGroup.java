package io.genjin.group;

import io.genjin.shared.DealershipId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An investor's group of dealerships (经销商集团), whose general managers see each other's figures. HQ keeps it; a dealership belongs
 * to it from a day to a day, in HQ's zone, and only on these days (S-R26).
 */
public record DealershipGroup(DealershipGroupId id, String name, List<Member> members) {

    /** @param until the last day; nothing while no end is set */
    public record Member(
            UUID id,
            DealershipId dealership,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean isOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        boolean meets(LocalDate first, @Nullable LocalDate last) {
            return (until == null || !first.isAfter(until)) && (last == null || !from.isAfter(last));
        }
    }

    public DealershipGroup {
        members = members.stream()
                .sorted(Comparator.comparing(Member::from)
                        .thenComparing(member -> member.dealership().value()))
                .toList();
    }

    boolean has(DealershipId dealership, LocalDate day) {
        return on(day).contains(dealership);
    }

    /** Who belongs to it on a day. */
    public Set<DealershipId> on(LocalDate day) {
        return members.stream()
                .filter(member -> member.isOn(day))
                .map(Member::dealership)
                .collect(Collectors.toSet());
    }
}
