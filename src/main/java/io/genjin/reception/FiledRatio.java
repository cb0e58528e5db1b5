package io.genjin.reception;

import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioSource;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** K08 留档率 of any days: the parties that stand under it on the daily sheets. Counted for who received them. */
@Component
class FiledRatio implements RatioSource {

    private final JdbcClient jdbc;
    private final DailySheets sheets;

    FiledRatio(JdbcClient jdbc, DailySheets sheets) {
        this.jdbc = jdbc;
        this.sheets = sheets;
    }

    @Override
    public Set<Ratio> ratios() {
        return Set.of(Ratio.K08);
    }

    @Override
    public List<Row> rows(LocalDate from, LocalDate until, DealershipId dealership) {
        DailySheet.Setting setting = sheets.setting(dealership);
        return jdbc.sql("""
                        select v.id, v.day, v.arrived_at, v.consultant_id, v.prospect_id
                          from visit v
                         where v.dealership_id = :dealership
                           and v.day between :from and :until
                           and v.kind in (:kinds)
                           and v.nature = 'FIRST'
                           and (v.prospect_id is not null or v.follows = 'NOT_FILED')
                        """)
                .param("dealership", dealership.value())
                .param("from", from)
                .param("until", until)
                .param(
                        "kinds",
                        Arrays.stream(VisitKind.values())
                                .filter(kind -> SheetFigure.isKindUnderK08(kind, setting.callers(), setting.events()))
                                .map(VisitKind::name)
                                .toList())
                .query((row, number) -> {
                    UUID customer = row.getObject("prospect_id", UUID.class);
                    UUID consultant = row.getObject("consultant_id", UUID.class);
                    LocalDate day = row.getObject("day", LocalDate.class);
                    Row party = Row.of(
                                    Ratio.K08,
                                    customer != null,
                                    consultant == null ? null : new StaffId(consultant),
                                    day,
                                    Moments.read(row, "arrived_at"),
                                    row.getObject("id", UUID.class))
                            .saying(
                                    customer == null ? "ratioRow.notFiled" : "ratioRow.filed",
                                    "/daily-sheet?day=" + day,
                                    day);
                    return customer == null ? party : party.about(customer);
                })
                .list();
    }
}
