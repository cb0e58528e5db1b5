package io.genjin.board.web;

import io.genjin.board.Expectation;
import io.genjin.board.Morning;
import io.genjin.board.Morning.Line;
import io.genjin.prospect.web.People;
import io.genjin.report.Figure;
import io.genjin.target.Metric;
import io.genjin.target.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The morning board on the screen of the meeting room.
 *
 * @param states whether the reader may write down what is expected
 */
public record MorningPage(Morning board, People people, boolean states) {

    /** As many people fit on the screen without scrolling. */
    static final int PEOPLE = 12;

    private static final int LEADS = 6;
    private static final int COMING = 5;
    private static final String NOTHING = "–";

    /** The people, as many as fit on one screen at a time. */
    public List<List<Line>> pages() {
        return pages(board.lines());
    }

    static <T> List<List<T>> pages(List<T> all) {
        List<List<T>> pages = new ArrayList<>();
        for (int first = 0; first < all.size(); first += PEOPLE) {
            pages.add(all.subList(first, Math.min(all.size(), first + PEOPLE)));
        }
        return pages;
    }

    public List<Morning.RunningLead> leads() {
        return board.leads().stream().limit(LEADS).toList();
    }

    /** How many leads there are beside those shown. */
    public int moreLeads() {
        return board.waiting() - leads().size();
    }

    public List<Morning.Coming> coming() {
        return board.coming().stream().limit(COMING).toList();
    }

    public int moreComing() {
        return board.coming().size() - coming().size();
    }

    public Standing standing(Metric metric) {
        return board.month().getOrDefault(metric, NO_STANDING);
    }

    private static final Standing NO_STANDING = new Standing(null, 0, new io.genjin.target.SellingDays(0, 0, 0));

    /** {@code 82%}, or a dash where there is nothing to divide by. */
    public static String percent(@Nullable BigDecimal ratio) {
        return ratio == null
                ? NOTHING
                : ratio.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    public static String target(Standing standing) {
        return standing.target() == null ? NOTHING : standing.target().toString();
    }

    /** The person's morning list: the items that their numbers count. */
    public String worklist(Line line) {
        return worklist(line, null);
    }

    /** A part of the morning list, of one person or of all: a grade, what is overdue, or call-backs. */
    public String worklist(@Nullable Line line, @Nullable String only) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/worklist").queryParam("date", board.day());
        if (line != null) {
            path.queryParam("consultant", line.person().username());
        }
        if (only != null) {
            path.queryParam("only", only);
        }
        return path.encode().build().toUriString();
    }

    /** Who is expected today, by one person or by all. */
    public String appointments(@Nullable Line line) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/appointments").queryParam("date", board.day());
        if (line != null) {
            path.queryParam("with", line.person().username());
        }
        return path.encode().build().toUriString();
    }

    /** The rows of what somebody did on a day; everybody's without one. */
    public static String rows(Figure figure, LocalDate day, @Nullable Line line) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/reports/rows")
                .queryParam("figure", figure.name())
                .queryParam("from", day)
                .queryParam("until", day);
        return line == null
                ? path.build().toUriString()
                : path.queryParam("consultant", line.person().username())
                        .encode()
                        .build()
                        .toUriString();
    }

    /** The rows of what was reached of a target in the month until a day. */
    public static String month(Metric metric, LocalDate until) {
        return UriComponentsBuilder.fromPath("/reports/rows")
                .queryParam("figure", metric.figure().name())
                .queryParam("from", until.withDayOfMonth(1))
                .queryParam("until", until)
                .build()
                .toUriString();
    }

    /** What was expected, or a dash when nobody said anything. */
    public static String said(@Nullable Expectation stated, boolean orders) {
        return stated == null ? NOTHING : String.valueOf(orders ? stated.orders() : stated.deliveries());
    }

    /** One more or less, within the bounds. */
    public static int step(int number, int by) {
        return Math.max(0, Math.min(Expectation.MOST, number + by));
    }
}
