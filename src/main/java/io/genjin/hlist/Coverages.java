package io.genjin.hlist;

import io.genjin.hlist.Coverage.Standing;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Absence;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Coverage of a running week as it stands now, and of closed weeks as it stood when they closed. */
@Component
class Coverages {

    private final JdbcClient jdbc;
    private final StaffDirectory staff;

    Coverages(JdbcClient jdbc, StaffDirectory staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    /** All active consultants, and whoever has a list although they left or have other duties now. */
    Coverage now(DealershipId dealership, ListWeek week, Collection<HList> lists) {
        List<Coverage.Row> rows = new ArrayList<>();
        for (StaffMember member : staff.all(dealership)) {
            boolean expected = member.active() && member.is(Role.SALES_CONSULTANT);
            Standing standing = lists.stream()
                    .filter(list -> list.consultant().equals(member.id()))
                    .map(list -> list.entries().isEmpty() ? Standing.NOBODY : Standing.HELD)
                    .findFirst()
                    .orElseGet(() -> isAway(dealership, member.id(), week) ? Standing.AWAY : Standing.MISSING);
            if (expected || standing.isHeld()) {
                rows.add(new Coverage.Row(member.id(), standing));
            }
        }
        return new Coverage(rows);
    }

    private boolean isAway(DealershipId dealership, StaffId consultant, ListWeek week) {
        List<Absence> absences = staff.absences(dealership).stream()
                .filter(absence -> absence.who().equals(consultant))
                .toList();
        return week.monday().datesUntil(week.sunday().plusDays(1)).allMatch(day -> absences.stream()
                .anyMatch(absence -> absence.covers(day)));
    }

    Coverage frozen(DealershipId dealership, ListWeek week) {
        return new Coverage(jdbc
                .sql("""
                        select consultant_id, standing
                          from h_list_coverage
                         where dealership_id = :dealership
                           and week_start = :week
                        """)
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .query((row, number) -> new Coverage.Row(
                        new StaffId(row.getObject("consultant_id", UUID.class)),
                        Standing.valueOf(row.getString("standing"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(row -> staff.find(dealership, row.consultant())
                        .map(StaffMember::username)
                        .orElse("")))
                .toList());
    }

    void freeze(DealershipId dealership, ListWeek week, Coverage coverage) {
        for (Coverage.Row row : coverage.rows()) {
            jdbc.sql("""
                            insert into h_list_coverage (dealership_id, week_start, consultant_id, standing)
                            values (:dealership, :week, :consultant, :standing)
                            """)
                    .param("dealership", dealership.value())
                    .param("week", week.monday())
                    .param("consultant", row.consultant().value())
                    .param("standing", row.standing().name())
                    .update();
        }
    }
}
