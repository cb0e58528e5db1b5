package io.genjin.board.web;

import io.genjin.board.Week;
import io.genjin.hlist.HitRate;
import io.genjin.improvement.ImprovementAction;
import io.genjin.prospect.web.People;
import io.genjin.report.Figure;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.chart.Ink;
import io.genjin.shared.web.chart.LineChart;
import io.genjin.shared.web.chart.Unit;
import io.genjin.shared.web.chart.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The weekly board on the screen of the meeting room.
 *
 * @param chosen the week that was asked for; nothing when the board chose it
 */
public record WeekBoardPage(
        Week board,
        People people,
        LocalDate today,
        @Nullable LocalDate chosen) {

    private static final int ACTIONS = 5;
    private static final int WORDS = 34;
    private static final List<Figure> DRAWN = List.of(Figure.TEST_DRIVES, Figure.ORDERS, Figure.DELIVERIES);

    /** Where the board asks for itself anew. */
    public String address() {
        return chosen == null ? "/board/week" : path(chosen);
    }

    public static String path(LocalDate monday) {
        return "/board/week?week=" + monday;
    }

    public String earlier() {
        return path(board.week().previous().monday());
    }

    /** The week after, as soon as it has begun. */
    public @Nullable String later() {
        LocalDate next = board.week().next().monday();
        return next.isAfter(today) ? null : path(next);
    }

    public List<List<Week.Line>> pages() {
        return MorningPage.pages(board.lines());
    }

    public List<ImprovementAction> actions() {
        return board.actions().stream().limit(ACTIONS).toList();
    }

    public int moreActions() {
        return board.actions().size() - actions().size();
    }

    /** What is wrong, as briefly as a board can say it. */
    public static String briefly(ImprovementAction action) {
        String defect = action.plan().defect().replaceAll("\\s+", " ");
        return defect.codePointCount(0, defect.length()) <= WORDS
                ? defect
                : defect.substring(0, defect.offsetByCodePoints(0, WORDS)) + "…";
    }

    /** The rows of a figure in the days told of, or in the same days so many weeks before. */
    public String rows(Figure figure, int weeksBefore) {
        return "/reports/rows?figure=" + figure + "&from=" + board.from().minusWeeks(weeksBefore) + "&until="
                + board.until().minusWeeks(weeksBefore);
    }

    /** The lists of this week or of so many weeks before, of one consultant or of all. */
    public String list(@Nullable String username, int weeksBefore) {
        LocalDate monday = board.from().minusWeeks(weeksBefore);
        return username == null
                ? "/h-list?week=" + monday
                : UriComponentsBuilder.fromPath("/h-list/{week}/{consultant}")
                        .buildAndExpand(monday, username)
                        .encode()
                        .toUriString();
    }

    /** {@code 2 / 5}, or a dash when nobody was listed. */
    public static String hits(HitRate rate) {
        return rate.entries() == 0 ? Value.NOTHING : rate.ordered() + " / " + rate.entries();
    }

    /** With a plus where there is more. */
    public static String change(Week.Compared one) {
        return one.change() == 0 ? "=" : one.change() > 0 ? "+" + one.change() : "−" + -one.change();
    }

    private Value drawn(Week.Sums week, Figure figure) {
        long count = week.of(figure);
        LocalDate sunday = week.monday().plusDays(6);
        LocalDate last = sunday.isAfter(board.until()) ? board.until() : sunday;
        return count == 0
                ? Value.of(count)
                : Value.of(count)
                        .opening("/reports/rows?figure=" + figure + "&from=" + week.monday() + "&until=" + last);
    }

    /** The last weeks as lines. */
    public LineChart chart(Screen s) {
        return new LineChart(
                s.t("board.past"),
                null,
                s.t("board.past.week"),
                Unit.NUMBER,
                board.past().stream()
                        .map(week -> new LineChart.Point(
                                week.monday().getMonthValue() + "/"
                                        + week.monday().getDayOfMonth(),
                                s.date(week.monday())))
                        .toList(),
                IntStream.range(0, DRAWN.size())
                        .mapToObj(place -> new LineChart.Series(
                                s.code("figure", DRAWN.get(place)),
                                Ink.of(place),
                                board.past().stream()
                                        .map(week -> drawn(week, DRAWN.get(place)))
                                        .toList()))
                        .toList());
    }
}
