package io.genjin.staff;

import java.util.List;
import java.util.stream.Stream;

/** The people of a dealership who can sign in. One of them at least hands out duties, or nobody could any more. */
record Team(List<StaffMember> people) {

    Team {
        people = List.copyOf(people);
    }

    boolean hasAdministrator() {
        return people.stream().anyMatch(member -> member.active() && member.is(Role.SYSTEM_ADMINISTRATOR));
    }

    /** The team as it would be with {@code changed} in place of the same person as before. */
    Team with(StaffMember changed) {
        return new Team(Stream.concat(
                        people.stream().filter(member -> !member.id().equals(changed.id())),
                        people.stream().anyMatch(member -> member.id().equals(changed.id()))
                                ? Stream.of(changed)
                                : Stream.empty())
                .toList());
    }

    /** @throws LastAdministrator when the change takes the last one away */
    void remainsAdministratedWith(StaffMember changed) {
        if (hasAdministrator() && !with(changed).hasAdministrator()) {
            throw new LastAdministrator();
        }
    }
}
