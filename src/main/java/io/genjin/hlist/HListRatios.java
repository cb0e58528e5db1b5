package io.genjin.hlist;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.hlist.Coverage.Standing;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioSource;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** K27 and the second half of K29 of any days: of the weeks whose Sunday lies in them, as they were closed. */
@Component
class HListRatios implements RatioSource {

    private final JdbcClient jdbc;
    private final Dealerships dealerships;

    HListRatios(JdbcClient jdbc, Dealerships dealerships) {
        this.jdbc = jdbc;
        this.dealerships = dealerships;
    }

    @Override
    public Set<Ratio> ratios() {
        return Set.of(Ratio.K27, Ratio.K29_ANALYSIS);
    }

    @Override
    public List<Row> rows(LocalDate from, LocalDate until, DealershipId in) {
        Dealership dealership = dealerships.get(in);
        List<Row> rows = new ArrayList<>();
        jdbc.sql("""
                        select e.id, e.week_start, e.prospect_id, e.result, l.consultant_id
                          from h_list_entry e
                          join h_list l
                            on l.dealership_id = :dealership
                           and l.id = e.list_id
                         where e.dealership_id = :dealership
                           and e.closed
                           and e.week_start between :first and :last
                        """)
                .param("dealership", in.value())
                .param("first", from.minusDays(6))
                .param("last", until.minusDays(6))
                .query(row -> {
                    ListWeek week = new ListWeek(row.getObject("week_start", LocalDate.class));
                    String result = row.getString("result");
                    rows.add(Row.of(
                                    Ratio.K27,
                                    WeekResult.ORDERED.name().equals(result),
                                    new StaffId(row.getObject("consultant_id", UUID.class)),
                                    week.sunday(),
                                    week.closesAt(dealership),
                                    row.getObject("id", UUID.class))
                            .about(row.getObject("prospect_id", UUID.class))
                            .saying("ratioRow.listed." + result, null, week.monday()));
                });
        jdbc.sql("""
                        select c.week_start, c.consultant_id, c.standing
                          from h_list_coverage c
                         where c.dealership_id = :dealership
                           and c.week_start between :first and :last
                           and c.standing <> 'AWAY'
                        """)
                .param("dealership", in.value())
                .param("first", from.minusDays(6))
                .param("last", until.minusDays(6))
                .query(row -> {
                    ListWeek week = new ListWeek(row.getObject("week_start", LocalDate.class));
                    UUID consultant = row.getObject("consultant_id", UUID.class);
                    Standing standing = Standing.valueOf(row.getString("standing"));
                    rows.add(Row.of(
                                    Ratio.K29_ANALYSIS,
                                    standing.isHeld(),
                                    new StaffId(consultant),
                                    week.sunday(),
                                    week.closesAt(dealership),
                                    UUID.nameUUIDFromBytes((week + " " + consultant).getBytes(StandardCharsets.UTF_8)))
                            .saying("ratioRow.list." + standing, "/h-list?week=" + week.monday(), week.monday()));
                });
        return rows;
    }
}
