package io.genjin.coaching.web;

import io.genjin.coaching.PlanContent.Goal;
import io.genjin.coaching.PlanFigures;
import io.genjin.coaching.PlanFigures.Trend;
import io.genjin.coaching.Share;
import io.genjin.coaching.Stretch;
import io.genjin.coaching.SuccessPlan;
import io.genjin.coaching.SuccessPlan.Outcome;
import io.genjin.coaching.Yardstick;
import io.genjin.report.Figure;
import io.genjin.target.Metric;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Says the figures of success plans, and where each opens its rows. */
public final class PlanWords {

    private static final String NOTHING = "–";

    private PlanWords() {}

    /** A count as it is, a ratio with its two numbers. */
    public static String value(Yardstick yardstick, Share value) {
        return yardstick.isCount()
                ? Long.toString(value.part())
                : ClueWords.percent(value) + " (" + value.part() + "/" + value.whole() + ")";
    }

    public static String wanted(Goal goal) {
        return goal.yardstick().isCount() ? Integer.toString(goal.to()) : goal.to() + "%";
    }

    public static String number(@Nullable BigDecimal number) {
        return number == null ? NOTHING : number.stripTrailingZeros().toPlainString();
    }

    /** With its sign. */
    public static String gap(PlanFigures.Line line) {
        BigDecimal gap = line.gap();
        if (gap == null) {
            return NOTHING;
        }
        String written = number(gap.abs());
        return gap.signum() > 0 ? "+" + written : gap.signum() < 0 ? "−" + written : written;
    }

    /** An arrow that says the same as its word. */
    public static String arrow(@Nullable Trend trend) {
        return trend == null
                ? "minus"
                : switch (trend) {
                    case UP -> "trending-up";
                    case LEVEL -> "arrow-narrow-right";
                    case DOWN -> "trending-down";
                };
    }

    public static String trendCode(@Nullable Trend trend) {
        return trend == null ? "NONE" : trend.name();
    }

    public static String tone(SuccessPlan.Status status) {
        return switch (status) {
            case TO_SIGN -> "g-state-warn";
            case SIGNED, REPLACED -> "";
            case FOLLOWED_UP -> "g-state-good";
        };
    }

    /** Colour of what became of a goal; its word says the same. */
    public static String tone(Outcome outcome) {
        return outcome.reached() == null ? "" : outcome.reached() ? "g-state-good" : "g-state-bad";
    }

    public static String outcomeCode(Outcome outcome) {
        return outcome.reached() == null ? "UNKNOWN" : outcome.reached() ? "REACHED" : "NOT_REACHED";
    }

    /** Whether a plan's figure is another one now than when it was frozen. */
    public static boolean differs(SuccessPlan plan, PlanFigures today, Metric metric) {
        PlanFigures.Line then = plan.figures().of(metric);
        PlanFigures.Line now = today.of(metric);
        BigDecimal was = then.target();
        BigDecimal is = now.target();
        boolean sameTarget = was == null || is == null ? was == is : was.compareTo(is) == 0;
        return then.actual() != now.actual() || !sameTarget;
    }

    /** The rows that one of the five counts. */
    public static String rows(Metric metric, Stretch days, String username) {
        return rows(metric.figure(), days, username);
    }

    static String rows(Figure figure, Stretch days, String username) {
        return "/reports/rows?figure=" + figure.name() + "&from=" + days.from() + "&until=" + days.until()
                + "&consultant=" + username;
    }

    /** The rows of one side of a ratio. */
    public static String rows(Yardstick yardstick, String side, Stretch days, String username) {
        return "/reports/ratios/rows?ratio=" + yardstick.ratio() + "&side=" + side + "&from=" + days.from() + "&until="
                + days.until() + "&consultant=" + username;
    }
}
