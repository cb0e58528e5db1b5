package io.genjin.group.web;

import io.genjin.group.Comparison.Remark;
import io.genjin.group.Comparison.Row;
import io.genjin.group.Measure;
import io.genjin.group.Measure.Kind;
import io.genjin.group.Placing;
import io.genjin.group.Summary;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.chart.Tone;
import io.genjin.shared.web.chart.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says the numbers of the comparison and where they stand: in words and arrows, never by colour alone. */
public final class Words {

    private Words() {}

    /** The number as it is drawn and said; missing where there is none. */
    public static Value value(Measure measure, @Nullable Summary summary, Screen s) {
        BigDecimal number = summary == null ? null : summary.number(measure);
        return switch (measure.kind()) {
            case RATIO, SHARE_NOW, TARGET -> Value.percent(number);
            case HOURS ->
                number == null ? Value.missing() : Value.of(number).said(s.t("compare.hours", plain(number, 1)));
            default -> Value.of(number);
        };
    }

    /** What stands small below it: how many for each consultant, the pace. */
    public static String beside(Measure measure, @Nullable Summary summary, Screen s) {
        if (summary == null) {
            return "";
        }
        BigDecimal compared = summary.compared(measure);
        if (measure.kind() == Kind.COUNT && compared != null) {
            return s.t("compare.each", plain(compared, 1));
        }
        if (measure.kind() == Kind.TARGET && compared != null) {
            return s.t("compare.pace", compared.setScale(2, RoundingMode.DOWN).toPlainString());
        }
        return measure.kind() == Kind.HOURS && summary.contacts() > 0
                ? s.t("compare.contacts", summary.contacts())
                : "";
    }

    /** {@code 第 2 / 12 名}; too few is said, not ranked. */
    public static String rank(Placing placing, Screen s) {
        return placing.tooFew()
                ? s.t("compare.tooFew", Summary.ENOUGH)
                : placing.rank() == null ? "" : s.t("compare.rank", placing.rank(), placing.of());
    }

    public static String fromMedian(Measure measure, Placing placing, Screen s) {
        BigDecimal distance = placing.fromMedian();
        return distance == null ? "" : s.t("compare.fromMedian", difference(measure, distance, s));
    }

    /** An arrow, a word and by how much. */
    public static String trend(Measure measure, Placing placing, Screen s) {
        BigDecimal change = placing.change();
        if (change == null) {
            return "";
        }
        String arrow = change.signum() > 0 ? "↑" : change.signum() < 0 ? "↓" : "→";
        return s.t(
                "compare.trend", arrow, s.code("compareTrend", placing.trend(measure)), difference(measure, change, s));
    }

    public static Tone tone(Measure measure, Placing placing) {
        return switch (placing.trend(measure)) {
            case BETTER -> Tone.GOOD;
            case WORSE -> Tone.WARN;
            default -> Tone.PLAIN;
        };
    }

    private static String difference(Measure measure, BigDecimal by, Screen s) {
        return switch (measure.kind()) {
            case RATIO, SHARE_NOW -> s.t("compare.points", signed(by.movePointRight(2), 1));
            case HOURS -> s.t("compare.hours", signed(by, 1));
            case TARGET -> signed(by, 2);
            case COUNT -> s.t("compare.each", signed(by, 1));
            default -> signed(by, 0);
        };
    }

    private static String signed(BigDecimal number, int digits) {
        String text = plain(number, digits);
        return text.startsWith("-") ? "−" + text.substring(1) : number.signum() == 0 ? "±" + text : "+" + text;
    }

    private static String plain(BigDecimal number, int digits) {
        return number.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    /** What has to be known of a dealership before its numbers are read. */
    public static String remark(Remark remark, Row row, Screen s) {
        Summary summary = row.summary();
        LocalDate first = summary == null ? null : summary.first();
        LocalDate last = summary == null ? null : summary.last();
        return switch (remark) {
            case OPENED_MEANWHILE -> s.t("compareRemark.OPENED_MEANWHILE", s.date(first));
            case NOT_YET_OPEN ->
                first == null ? s.t("compareRemark.NOTHING_EVER") : s.t("compareRemark.NOT_YET_OPEN", s.date(first));
            case SILENT -> s.t("compareRemark.SILENT", s.date(last));
            case OTHER_ZONE ->
                s.t("compareRemark.OTHER_ZONE", row.dealership().zone().getId());
            case AS_OF -> s.t("compareRemark.AS_OF", s.moment(Objects.requireNonNull(row.countedAt())));
            default -> s.code("compareRemark", remark);
        };
    }
}
