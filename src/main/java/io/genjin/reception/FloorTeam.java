package io.genjin.reception;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is on the floor today and whose turn it is. Everybody is whom no absence and no manager takes off it. The day begins with
 * who had a turn the longest ago, so that nobody is last every morning.
 */
@Service
public class FloorTeam {

    /** Turns longer ago say nothing. */
    private static final int REMEMBERED_DAYS = 14;

    /**
     * One consultant's place.
     *
     * @param away absent today
     * @param off  taken off the floor by a manager
     * @param busy with a party right now
     * @param turn place in the queue, 1 is next; 0 for who is not in it
     */
    public record Place(StaffMember member, boolean away, boolean off, boolean busy, int turn) {}

    private final JdbcClient jdbc;
    private final Visits visits;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    FloorTeam(JdbcClient jdbc, Visits visits, StaffDirectory staff, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.visits = visits;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** All consultants, those in the queue first in its order. */
    @Transactional(readOnly = true)
    public List<Place> places(StaffMember reader) {
        DealershipId in = reader.dealership();
        LocalDate today = dealerships.get(in).today(clock);
        Set<StaffId> off = off(in, today);
        Set<StaffId> busy = busy(in);
        List<StaffId> order = queue(in, today).order();
        return consultants(in).stream()
                .map(member -> new Place(
                        member,
                        staff.isAway(in, member.id(), today),
                        off.contains(member.id()),
                        busy.contains(member.id()),
                        order.indexOf(member.id()) + 1))
                .sorted(Comparator.comparing((Place one) -> one.turn() == 0 ? Integer.MAX_VALUE : one.turn())
                        .thenComparing(one -> one.member().username()))
                .toList();
    }

    /** A manager puts a consultant on the floor or takes them off it, for today. */
    @Transactional
    public void put(@Nullable String username, boolean onFloor, StaffMember by) {
        DealershipId in = by.dealership();
        LocalDate today = dealerships.get(in).today(clock);
        StaffMember who = staff.byUsername(in, username == null ? "" : username.strip())
                .filter(member -> member.active() && member.is(Role.SALES_CONSULTANT))
                .orElseThrow(() -> new FieldsRefused(Field.of("consultant", "field.owner")));
        if (onFloor) {
            jdbc.sql("""
                            delete from off_floor
                             where dealership_id = :dealership
                               and day = :day
                               and staff_id = :staff
                            """)
                    .param("dealership", in.value())
                    .param("day", today)
                    .param("staff", who.id().value())
                    .update();
        } else {
            jdbc.sql("""
                            insert into off_floor (dealership_id, day, staff_id, set_by, set_at)
                            values (:dealership, :day, :staff, :by, :at)
                                on conflict (dealership_id, day, staff_id) do nothing
                            """)
                    .param("dealership", in.value())
                    .param("day", today)
                    .param("staff", who.id().value())
                    .param("by", by.id().value())
                    .param("at", Moments.bound(clock.instant()))
                    .update();
        }
    }

    /** Holds the day until the transaction ends: turns are given one after the other. */
    void hold(DealershipId in, LocalDate day) {
        jdbc.sql("""
                        insert into reception_day (dealership_id, day)
                        values (:dealership, :day)
                            on conflict (dealership_id, day) do nothing
                        """).param("dealership", in.value()).param("day", day).update();
        jdbc.sql("""
                        select day
                          from reception_day
                         where dealership_id = :dealership
                           and day = :day
                           for update
                        """)
                .param("dealership", in.value())
                .param("day", day)
                .query(LocalDate.class)
                .single();
    }

    /** The queue of a day after its turns so far. */
    RotationQueue queue(DealershipId in, LocalDate day) {
        Set<StaffId> off = off(in, day);
        List<StaffId> before = visits.lastTurns(in, day.minusDays(REMEMBERED_DAYS), day);
        List<StaffId> morning = consultants(in).stream()
                .filter(member -> !off.contains(member.id()) && !staff.isAway(in, member.id(), day))
                .sorted(Comparator.comparing((StaffMember member) -> before.indexOf(member.id()))
                        .thenComparing(StaffMember::username))
                .map(StaffMember::id)
                .toList();
        return RotationQueue.after(morning, visits.turns(in, day));
    }

    boolean isOnFloor(DealershipId in, StaffId who, LocalDate day) {
        return staff.find(in, who).filter(StaffMember::active).isPresent()
                && !staff.isAway(in, who, day)
                && !off(in, day).contains(who);
    }

    /** Who is with a party: a visit of today that nobody left or closed. */
    Set<StaffId> busy(DealershipId in) {
        Set<StaffId> busy = new HashSet<>();
        visits.of(in, dealerships.get(in).today(clock)).stream()
                .filter(visit ->
                        visit.isOpen() && visit.leftAt() == null && visit.kind().isAtTheDoor())
                .forEach(visit -> {
                    StaffId consultant = visit.consultant();
                    if (consultant != null) {
                        busy.add(consultant);
                    }
                });
        return busy;
    }

    private List<StaffMember> consultants(DealershipId in) {
        return staff.with(in, Role.SALES_CONSULTANT);
    }

    private Set<StaffId> off(DealershipId in, LocalDate day) {
        return jdbc
                .sql("""
                        select staff_id
                          from off_floor
                         where dealership_id = :dealership
                           and day = :day
                        """)
                .param("dealership", in.value())
                .param("day", day)
                .query((row, number) -> new StaffId(row.getObject("staff_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
