package io.genjin.owner;

import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who makes a call on a day: whose duty it is, or who stands in for them. A questionnaire never goes to the consultant in charge as
 * long as anybody else is there.
 */
public final class CallbackAssignment {

    /** Who comes next when nobody with the duty is there. */
    private static final List<Role> OTHERWISE =
            List.of(Role.CUSTOMER_RELATIONS, Role.SALES_MANAGER, Role.SHOWROOM_MANAGER, Role.GENERAL_MANAGER);

    private final List<StaffMember> active;
    private final Predicate<StaffId> away;
    private final Function<StaffId, Optional<StaffId>> deputy;

    /**
     * @param active everybody who works here
     * @param away   who is absent on the day
     * @param deputy who stands in for somebody absent
     */
    public CallbackAssignment(
            List<StaffMember> active, Predicate<StaffId> away, Function<StaffId, Optional<StaffId>> deputy) {
        this.active = active.stream()
                .sorted(Comparator.comparing(StaffMember::username))
                .toList();
        this.away = away;
        this.deputy = deputy;
    }

    /** The one who is to call. Customer relations share theirs evenly and always alike. */
    public StaffId of(CallbackType type, StaffId consultant, OwnerId owner) {
        if (type.role() == Role.SALES_CONSULTANT) {
            return standIn(consultant).orElse(consultant);
        }
        Stream<Role> ladder =
                Stream.concat(Stream.of(type.role()), OTHERWISE.stream().filter(role -> role != type.role()));
        List<Role> roles = ladder.toList();
        for (Role role : roles) {
            List<StaffMember> there = with(role, type, consultant).stream()
                    .filter(member -> !away.test(member.id()))
                    .toList();
            if (!there.isEmpty()) {
                return there.get(Math.floorMod(owner.value().hashCode(), there.size()))
                        .id();
            }
            Optional<StaffId> stands = with(role, type, consultant).stream()
                    .flatMap(member -> standIn(member.id()).stream())
                    .filter(one -> !type.isSurvey() || !one.equals(consultant))
                    .findFirst();
            if (stands.isPresent()) {
                return stands.get();
            }
        }
        return roles.stream()
                .flatMap(role -> with(role, type, consultant).stream())
                .findFirst()
                .map(StaffMember::id)
                .orElse(consultant);
    }

    private List<StaffMember> with(Role role, CallbackType type, StaffId consultant) {
        List<StaffMember> all = new ArrayList<>(
                active.stream().filter(member -> member.is(role)).toList());
        if (type.isSurvey()) {
            all.removeIf(member -> member.id().equals(consultant));
        }
        return all;
    }

    /** The person when there, else who stands in for them and is there. */
    private Optional<StaffId> standIn(StaffId who) {
        if (!away.test(who)) {
            return Optional.of(who).filter(this::works);
        }
        return deputy.apply(who).filter(one -> works(one) && !away.test(one));
    }

    private boolean works(StaffId who) {
        return active.stream().anyMatch(member -> member.id().equals(who));
    }
}
