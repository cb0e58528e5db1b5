package io.genjin.coaching.web;

import io.genjin.coaching.Clue;
import io.genjin.coaching.Measure;
import io.genjin.coaching.Share;
import io.genjin.coaching.Stretch;
import io.genjin.shared.Percent;
import io.genjin.shared.web.Screen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Says the figures that speak for a one-to-one, and where each opens the rows it counts. */
public final class ClueWords {

    private static final String NOTHING = "–";

    /** Where the rows of one stretch of days open; the label names the days where there are several. */
    public record Rows(String path, String label) {}

    private final Screen s;
    private final LocalDate today;

    ClueWords(Screen s, LocalDate today) {
        this.s = s;
        this.today = today;
    }

    /** {@code 12 / 20 = 60.0%}; of a pace the index; of the last talk the weeks. */
    public String own(Clue clue) {
        if (clue.measure() == Measure.LAST_TALK) {
            return "";
        }
        return clue.measure().isPace() ? index(clue.own()) : percent(clue.own());
    }

    /** The others together; a dash where nobody is compared. */
    public String team(Clue clue) {
        Share team = clue.team();
        return team == null ? NOTHING : clue.measure().isPace() ? index(team) : percent(team);
    }

    /** A percentage, or a dash where there is nothing to divide by (4.1 rule 4). */
    public static String percent(@Nullable Share share) {
        return Percent.of(share == null ? null : share.ratio());
    }

    /** Cut and not rounded: 0.99 is not yet 1.00. */
    private static String index(Share share) {
        return share.whole() == 0
                ? NOTHING
                : BigDecimal.valueOf(share.part())
                        .divide(BigDecimal.valueOf(share.whole()), 2, RoundingMode.DOWN)
                        .toPlainString();
    }

    /** The days that are counted, in words. */
    public String days(Clue clue) {
        if (clue.measure() == Measure.LAST_TALK || clue.days().isEmpty()) {
            return "";
        }
        LocalDate from = clue.days().get(0).from();
        LocalDate until = clue.days().get(clue.days().size() - 1).until();
        return from.equals(until) ? s.date(from) : s.t("coaching.days", from, until);
    }

    /** The rows that the first number counts. */
    public List<Rows> counted(Clue clue, String username) {
        return switch (clue.measure()) {
            case ON_TIME -> figures("FOLLOW_UPS_ON_TIME", clue, username);
            case OVERDUE -> figures("OVERDUE", clue, username);
            case FIRST_ON_TIME -> figures("FIRST_ON_TIME", clue, username);
            case CARDS_RETURNED -> figures("CARDS_RETURNED", clue, username);
            case LIST_HITS -> weeks(clue, username, "ORDERED");
            case LAST_TALK -> List.of(new Rows("/one-to-ones/history?consultant=" + username, ""));
            case RETURNING, CLOSING -> ratio(clue, username, "top");
            case GRADE_H, GRADE_A, GRADE_B, GRADE_C -> grade(clue, username, "ordered");
            default -> figures(figureOf(clue), clue, username);
        };
    }

    /** The rows that stand below the line: all cases, those that were missed beside those in time, or the page of the target. */
    public List<Rows> base(Clue clue, String username) {
        return switch (clue.measure()) {
            case ON_TIME -> figures("FOLLOW_UPS_DUE", clue, username);
            case OVERDUE -> figures("BASE", clue, username);
            case FIRST_ON_TIME -> figures("FIRST_MISSED", clue, username);
            case CARDS_RETURNED -> figures("CARDS_SUBMITTED", clue, username);
            case LIST_HITS -> weeks(clue, username, null);
            case LAST_TALK -> List.of();
            case RETURNING, CLOSING -> ratio(clue, username, "bottom");
            case GRADE_H, GRADE_A, GRADE_B, GRADE_C -> grade(clue, username, "graded");
            default ->
                List.of(new Rows(
                        "/reports/actual-vs-target?month="
                                + YearMonth.from(clue.days().get(0).from()),
                        ""));
        };
    }

    private static String figureOf(Clue clue) {
        var metric = clue.measure().metric();
        return metric == null ? "" : metric.figure().name();
    }

    private List<Rows> figures(String figure, Clue clue, String username) {
        List<Rows> rows = new ArrayList<>();
        boolean stock = clue.measure() == Measure.OVERDUE;
        for (Stretch one : clue.days()) {
            // what stands now can be opened today only
            if (!stock || one.until().equals(today)) {
                rows.add(new Rows(
                        UriComponentsBuilder.fromPath("/reports/rows")
                                .queryParam("figure", figure)
                                .queryParam("from", one.from())
                                .queryParam("until", one.until())
                                .queryParam("consultant", username)
                                .encode()
                                .build()
                                .toUriString(),
                        label(clue, one)));
            }
        }
        return rows;
    }

    private List<Rows> weeks(Clue clue, String username, @Nullable String result) {
        return clue.days().stream()
                .map(one -> new Rows(
                        "/h-list/entries?week=" + one.from() + "&consultant=" + username
                                + (result == null ? "" : "&result=" + result),
                        label(clue, one)))
                .toList();
    }

    private List<Rows> ratio(Clue clue, String username, String side) {
        return clue.days().stream()
                .map(one -> new Rows(
                        "/reports/ratios/rows?ratio=" + clue.measure().definitionId() + "&side=" + side + "&from="
                                + one.from() + "&until=" + one.until() + "&consultant=" + username,
                        label(clue, one)))
                .toList();
    }

    /** Customers on Mondays at the grade, and those of them who ordered in its time. */
    private List<Rows> grade(Clue clue, String username, String part) {
        return clue.days().stream()
                .map(one -> new Rows(
                        "/reports/calibration/rows?grade=" + clue.measure().grade() + "&part=" + part + "&from="
                                + YearMonth.from(one.from()) + "&until=" + YearMonth.from(one.until()) + "&consultant="
                                + username,
                        label(clue, one)))
                .toList();
    }

    private String label(Clue clue, Stretch one) {
        return clue.days().size() == 1
                ? ""
                : one.from().equals(one.until()) ? s.date(one.from()) : s.t("coaching.days", one.from(), one.until());
    }
}
