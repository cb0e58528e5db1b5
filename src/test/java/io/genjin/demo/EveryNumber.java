package io.genjin.demo;

import io.genjin.funnel.Basis;
import io.genjin.funnel.Dimension;
import io.genjin.group.Measure;
import io.genjin.ratio.Ratio;
import io.genjin.testing.OpenedNumbers;
import io.genjin.testing.PlainBrowser;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pages whose numbers open, as the demo's sales manager and HQ read them, and what on each of them is no count of rows. */
final class EveryNumber {

    /** What a longer past comes to for so many days; the whole behind it opens beside it. */
    private static final String BROUGHT_DOWN = ".g-history-down";

    /** What the five targets are measured by: what is to be reached, how far it is, what is left, and selling days. */
    private static final String[] TARGETS = {
        "td[data-label=目标]",
        "td[data-label=差距]",
        "td[data-label=预测]",
        "td[data-label^=每]",
        ".g-chart-numbers",
        ".g-gauge .g-quiet",
        ".g-still",
        ".g-rates"
    };

    /** What was frozen and says something else now, which opens beside it; means of weeks; how many weaknesses, actions, versions. */
    private static final String[] REVIEW = {
        "[data-frozen]", "td[data-label=之前四周平均]", ".card-header .g-quiet", BROUGHT_DOWN
    };

    private EveryNumber() {}

    /** What is wrong, a line each; and how many numbers were opened on each page. */
    record Walked(List<String> faults, Map<String, Integer> opened) {}

    static Walked walk(LocalDate today, int port, int most) {
        LocalDate yesterday = today.minusDays(1);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String month = "from=" + today.withDayOfMonth(1).minusMonths(1) + "&until="
                + today.withDayOfMonth(1).minusDays(1);
        OpenedNumbers manager = new OpenedNumbers(PlainBrowser.of("zhou.qiang", Cast.PASSWORD, port));
        for (LocalDate day : List.of(today, yesterday)) {
            manager.walk("/reports/daily?date=" + day, most, ".g-report-target");
            manager.walk("/reports/daily?consultant=li.na&date=" + day, most + 1, "td.d-none.d-md-table-cell");
        }
        manager.walk("/reports/actual-vs-target", most, TARGETS);
        manager.walk("/reports/actual-vs-target?consultant=wang.lei", most, TARGETS);
        manager.walk("/reports/history", most, ".g-chart", BROUGHT_DOWN);
        for (Ratio.Group group : Ratio.Group.values()) {
            manager.walk("/reports/history?group=" + group, most, ".g-chart", BROUGHT_DOWN);
        }
        manager.walk("/reports/ratios?" + month, most);
        manager.walk("/reports/calibration", most, "td[data-label=客户数]", ".g-chart");
        manager.walk("/reports/funnel?basis=" + Basis.COHORT + "&by=" + Dimension.SOURCE, most);
        manager.walk("/reports/funnel?basis=" + Basis.PERIOD + "&by=" + Dimension.CONSULTANT, most);
        manager.walk("/quality", most, "tr:has(.g-report-name:contains(距最后联系天数))");
        manager.walk("/h-list?week=" + monday, most, ".g-hlist-line");
        manager.walk("/h-list?week=" + monday.minusWeeks(1), most, ".g-hlist-line");
        manager.walk("/h-list/archive", most);
        manager.walk(
                "/one-to-ones", most, ".g-clue-points", ".g-proposal-points", "a[href^=/reports/actual-vs-target]");
        if (most > 1) {
            manager.walk("/weekly-review?week=" + monday.minusWeeks(1), most, REVIEW);
        }
        manager.walk("/weekly-review?week=" + monday, most, REVIEW);
        manager.walk("/board/morning", most, "td:has(.g-step-came)");
        manager.walk("/board/week", most);
        OpenedNumbers hq = new OpenedNumbers(PlainBrowser.of("hq", Cast.PASSWORD, port));
        for (Measure.Section section : Measure.Section.values()) {
            hq.walk("/dealerships/compare?figures=" + section, most, ".g-compare-sum", ".g-ratio-sides .is-nothing");
        }
        List<String> faults = new ArrayList<>(manager.faults());
        faults.addAll(hq.faults());
        Map<String, Integer> opened = new TreeMap<>(manager.checked());
        opened.putAll(hq.checked());
        return new Walked(faults, opened);
    }
}
