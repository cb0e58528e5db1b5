package io.genjin.target.web;

import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.target.Metric;
import io.genjin.target.Season;
import io.genjin.target.SpreadChange;
import io.genjin.target.TargetChange;
import io.genjin.target.TargetSheet;
import io.genjin.target.TargetSheet.Line;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Setting the targets of a month and of its year.
 *
 * @param form    the month's form
 * @param annual  the year's form
 * @param spread  the form of the year over its months
 * @param names   names of those who have or set targets, by id
 * @param changed whether somebody else set targets meanwhile
 */
public record TargetsPage(
        TargetSheet sheet, Fields form, Fields annual, Fields spread, Map<String, String> names, boolean changed) {

    public static String field(Line line, Metric metric) {
        return "targets." + line.consultant().username() + "." + metric;
    }

    public static String annualField(Metric metric) {
        return "annual." + metric;
    }

    public static String weightField(int month) {
        return "weights." + month;
    }

    /** Where the weights come from, in words. */
    public String source(Screen s) {
        Season season = sheet.annual().spread().season();
        return switch (season.source()) {
            case SET -> s.t("spread.set");
            case OWN ->
                s.t(
                        "spread.own",
                        season.years().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        season.sold());
            case USUAL -> s.t("spread.usual", Season.LEAST_SOLD);
        };
    }

    /** What the weights in the form add up to, and whether that is a whole year. */
    public BigDecimal weightSum() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = 1; month <= Season.MONTHS; month++) {
            String typed = spread.value(weightField(month)).strip();
            sum = typed.matches("\\d{1,3}(\\.\\d{1,2})?") ? sum.add(new BigDecimal(typed)) : sum;
        }
        return sum;
    }

    public int selling() {
        return sheet.annual().spread().sellingDays().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    public YearMonth monthOf(int month) {
        return YearMonth.of(sheet.annual().year(), month);
    }

    public String words(SpreadChange change, Screen s) {
        String weights = s.t(change.weights() == null ? "spread.history.computed" : "spread.history.set");
        return change.begins() == null
                ? weights
                : weights + " · " + s.t("spread.history.begins", s.date(change.begins()));
    }

    public String by(SpreadChange change) {
        return names.getOrDefault(change.by().toString(), "");
    }

    /** A number, or a dash. */
    public static String or(@Nullable Integer number) {
        return number == null ? "–" : number.toString();
    }

    public String whose(TargetChange change) {
        return change.consultant() == null
                ? ""
                : names.getOrDefault(change.consultant().toString(), "");
    }

    public String by(TargetChange change) {
        return names.getOrDefault(change.by().toString(), "");
    }

    /** Whether anything is suggested at all. */
    public boolean suggests() {
        return !sheet.over()
                && sheet.lines().stream().anyMatch(line -> !line.suggested().isEmpty());
    }
}
