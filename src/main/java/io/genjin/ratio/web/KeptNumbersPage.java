package io.genjin.ratio.web;

import io.genjin.ratio.KeptNumbers.Comparison;
import io.genjin.shared.web.Screen;
import java.time.LocalDate;
import java.util.List;

/** What came of the comparisons with the journal, the newest first. */
public record KeptNumbersPage(List<Comparison> comparisons) {

    /** What differed, in a sentence. */
    public static String said(Comparison one, Screen s) {
        LocalDate first = one.first();
        LocalDate last = one.last();
        if (one.isEqual()) {
            return first == null || last == null ? s.t("keptNumbers.nothing") : s.t("keptNumbers.equal", first, last);
        }
        String days = one.days() == 0 || first == null || last == null
                ? ""
                : s.t("keptNumbers.days", first, last, one.days(), named(one, s));
        return days + (one.cases() == 0 ? "" : s.t("keptNumbers.cases", one.cases())) + s.t("keptNumbers.mended");
    }

    private static String named(Comparison one, Screen s) {
        return String.join(
                        s.t("list.separator"), one.named().stream().map(s::date).toList())
                + (one.days() > one.named().size() ? s.t("keptNumbers.andMore") : "");
    }
}
