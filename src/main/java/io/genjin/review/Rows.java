package io.genjin.review;

import io.genjin.report.Figure;
import io.genjin.report.FigureMembers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where the rows behind a number of a review are opened. */
public final class Rows {

    private Rows() {}

    /** The rows of a figure in a period, of one person or of all. */
    public static String figure(Figure figure, LocalDate from, LocalDate until, @Nullable Person person) {
        return "/reports/rows?figure=" + figure.name() + "&from=" + from + "&until=" + until
                + (person == null ? "" : "&consultant=" + URLEncoder.encode(person.username(), StandardCharsets.UTF_8));
    }

    /** The rows that a figure counted when the reports were frozen; those of now where the journal alone does not tell them. */
    public static String frozen(
            Figure figure, LocalDate from, LocalDate until, @Nullable Person person, Instant frozenAt) {
        String now = figure(figure, from, until, person);
        return FigureMembers.isToldByJournal(figure) ? now + "&known=" + frozenAt : now;
    }

    /** The rows above or below the line of a ratio, in the week looked back at. */
    public static String ratio(FrozenReports.Ratio ratio, boolean top, FrozenReports reports, @Nullable Person person) {
        return "/reports/ratios/rows?ratio=" + ratio.name() + "&side=" + (top ? "top" : "bottom") + "&from="
                + reports.from() + "&until=" + reports.until()
                + (person == null ? "" : "&consultant=" + URLEncoder.encode(person.username(), StandardCharsets.UTF_8));
    }

    static String lists(ReviewWeek week) {
        return "/h-list?week=" + week;
    }

    /** The customers on the lists of a closed week. */
    static String entries(ReviewWeek week) {
        return "/h-list/entries?week=" + week;
    }

    static String actionsOverdue() {
        return "/improvement/actions?filter=OVERDUE";
    }

    static String talks(ReviewWeek week) {
        return "/one-to-ones?week=" + week;
    }
}
