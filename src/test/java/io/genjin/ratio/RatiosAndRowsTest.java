package io.genjin.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.quality.DataQuality;
import io.genjin.quality.Finding;
import io.genjin.report.DailyReport;
import io.genjin.report.Figure;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Over random histories of a dealership, wilder than any is: each number of each ratio, of everybody and of several stretches of
 * days, is what plain loops over the raw entries count, and how many rows it opens.
 */
class RatiosAndRowsTest extends WildStage {

    @Autowired
    private DailyReport daily;

    @Autowired
    private DataQuality quality;

    @Autowired
    private StandingKeeping keeping;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void everyNumberIsCountedTwiceAlike(long seed) {
        Random keep = new Random(-seed);
        live(new Random(seed), () -> {
            if (keep.nextInt(6) == 0) {
                keeping.keep(store.dealership().id());
            }
        });
        List<StaffMember> people = new ArrayList<>();
        people.add(null);
        people.addAll(List.of(store.li(), store.wang(), store.wu()));
        List<Days> periods = List.of(
                new Days(today().withDayOfMonth(1), today()),
                new Days(day("2026-02-01"), day("2026-02-28")),
                new Days(today(), today()),
                new Days(day("2026-01-31"), day("2026-03-01")),
                new Days(day("2026-02-01"), day("2026-02-11")),
                new Days(day("2019-05-01"), day("2019-05-31")));
        List<List<Ratios.Line>> atOnce = here(() -> ratios.of(
                periods, EnumSet.allOf(Ratio.class), store.dealership().id()));
        for (Days days : periods) {
            NaiveRatios naive = new NaiveRatios(entries(), survivors(), SHANGHAI, days);
            List<Ratios.Line> lines = here(() ->
                    ratios.of(days.from(), days.until(), store.dealership().id()));
            assertThat(atOnce.get(periods.indexOf(days)))
                    .as("several periods in one question: %s", days)
                    .isEqualTo(lines);
            for (StaffMember person : people) {
                for (Ratio ratio : Ratio.values()) {
                    check(ratio, person, days, lines, naive);
                }
            }
        }
        checkAgainstTheDailyReport();
    }

    private void check(Ratio ratio, StaffMember person, Days days, List<Ratios.Line> lines, NaiveRatios naive) {
        Fraction one = lines.stream()
                .filter(line ->
                        person == null ? line.person() == null : person.id().equals(line.person()))
                .findFirst()
                .map(line -> line.values().get(ratio))
                .orElse(null);
        String as = "%s of %s, %s to %s"
                .formatted(ratio, person == null ? "all" : person.name(), days.from(), days.until());
        String expected = naive.of(ratio, person);
        if (expected != null) {
            assertThat(one == null ? "0 / 0" : one.top() + " / " + one.bottom())
                    .as(as)
                    .isEqualTo(expected);
        }
        if (one != null) {
            for (Side side : one.bottom() + one.top() == 0 ? new Side[0] : Side.values()) {
                List<RatioMembers.Member> rows = rows(ratio, side, days, person);
                assertThat(rows.stream().mapToLong(RatioMembers.Member::weight).sum())
                        .as("%s, %s", as, side)
                        .isEqualTo(one.of(side));
                assertThat(rows).as("%s, %s", as, side).doesNotHaveDuplicates();
            }
        }
    }

    /** The ratios that the daily report shows as well are the same there. */
    private void checkAgainstTheDailyReport() {
        Map<Ratio, Figure> same = Map.of(
                Ratio.K01, Figure.K01,
                Ratio.K02, Figure.K02,
                Ratio.K03, Figure.K03,
                Ratio.K03B, Figure.K03B,
                Ratio.K04, Figure.K04,
                Ratio.K06, Figure.K06,
                Ratio.K07, Figure.K07,
                Ratio.K20, Figure.K20);
        for (LocalDate date : List.of(today(), day("2026-02-28"))) {
            List<Ratios.Line> lines = here(() ->
                    ratios.of(date.withDayOfMonth(1), date, store.dealership().id()));
            assertThat(here(() -> quality.of(date.withDayOfMonth(1), date, null, gao))
                            .rows()
                            .get(0)
                            .of(Finding.K19)
                            .number())
                    .as("K19 on %s", date)
                    .isEqualTo(lines.get(0).values().get(Ratio.K19).ratio());
            for (DailyReport.Row row : here(() -> daily.of(date, null, gao)).rows()) {
                same.forEach((ratio, figure) -> {
                    BigDecimal told = row.of(figure).month();
                    Fraction one = lines.stream()
                            .filter(line -> row.consultant() == null
                                    ? line.person() == null
                                    : row.consultant().id().equals(line.person()))
                            .findFirst()
                            .map(line -> line.values().get(ratio))
                            .orElse(null);
                    BigDecimal ours = one == null ? null : one.ratio();
                    assertThat(ours == null ? "–" : ours.stripTrailingZeros().toPlainString())
                            .as("%s of %s on %s", ratio, row.consultant(), date)
                            .isEqualTo(
                                    told == null
                                            ? "–"
                                            : told.stripTrailingZeros().toPlainString());
                });
            }
        }
    }
}
