package io.genjin.group;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who sees which dealerships beside each other: HQ all that sell; a general manager their own, and those that are in a group with it
 * today (S-R26); everybody else none. HQ keeps the groups, so they are read in HQ's tenancy.
 */
@Component
public class SeenDealerships {

    private final Groups groups;
    private final Dealerships dealerships;
    private final Clock clock;

    SeenDealerships(Groups groups, Dealerships dealerships, Clock clock) {
        this.groups = groups;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    public Circle of(StaffMember me) {
        if (me.dealership().isHq()) {
            return new Circle(true, List.of(), Optional.empty(), me.is(Role.HQ) ? dealerships.selling() : List.of());
        }
        Dealership own = dealerships.get(me.dealership());
        if (!me.is(Role.GENERAL_MANAGER)) {
            return new Circle(false, List.of(), Optional.of(own), List.of());
        }
        LocalDate today = dealerships.get(DealershipId.HQ).today(clock);
        List<DealershipGroup> mine = Tenancy.within(DealershipId.HQ, groups::all).stream()
                .filter(group -> group.has(own.id(), today))
                .toList();
        Set<DealershipId> seen =
                mine.stream().flatMap(group -> group.on(today).stream()).collect(Collectors.toSet());
        return new Circle(
                false,
                mine.stream().map(DealershipGroup::name).toList(),
                Optional.of(own),
                dealerships.selling().stream()
                        .filter(one -> one.equals(own) || seen.contains(one.id()))
                        .toList());
    }

    /**
     * A dealership by its code.
     *
     * @throws NothingHere when the reader does not see it beside others, or there is none
     */
    public Dealership one(String code, StaffMember me) {
        return of(me).dealerships().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NothingHere(code));
    }
}
