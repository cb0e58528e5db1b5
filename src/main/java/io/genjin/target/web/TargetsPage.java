package io.genjin.target.web;

import io.genjin.shared.web.Fields;
import io.genjin.target.Metric;
import io.genjin.target.TargetChange;
import io.genjin.target.TargetSheet;
import io.genjin.target.TargetSheet.Line;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Setting the targets of a month and of its year.
 *
 * @param form    the month's form
 * @param annual  the year's form
 * @param names   names of those who have or set targets, by id
 * @param changed whether somebody else set targets meanwhile
 */
public record TargetsPage(TargetSheet sheet, Fields form, Fields annual, Map<String, String> names, boolean changed) {

    public static String field(Line line, Metric metric) {
        return "targets." + line.consultant().username() + "." + metric;
    }

    public static String annualField(Metric metric) {
        return "annual." + metric;
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
