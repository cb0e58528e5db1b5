package io.genjin.needs.web;

import io.genjin.needs.NeedsAnalysis;
import io.genjin.needs.NeedsDeadline;
import io.genjin.needs.NeedsFile;
import io.genjin.prospect.GradeSuggestion;
import io.genjin.prospect.Prospect;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The needs sheet on the tablet: parts that open in the order in which the customer speaks.
 *
 * @param suggestion  what time and confirmations speak for so far
 * @param draft       under which name the tablet keeps what is typed until it is saved
 * @param differences when a colleague stored a newer sheet meanwhile: the fields in which it says something else
 */
public record NeedsSheetPage(
        Prospect prospect,
        Fields form,
        @Nullable GradeSuggestion suggestion,
        NeedsDeadline deadline,
        List<Difference> differences,
        boolean conflicting,
        String draft) {

    /** One field in which a colleague's newer sheet and what was typed differ; both as codes or words. */
    public record Difference(String field, List<String> mine, List<String> theirs) {}

    private static final Map<String, String> KINDS = Map.of(
            "purpose", "purpose",
            "paymentWay", "paymentWay",
            "purchaseWhen", "purchaseBand",
            "focus", "focus",
            "plate", "plate",
            "infoSources", "mediaChannel");

    static NeedsSheetPage conflicting(
            NeedsFile.Opened opened, Fields mine, @Nullable GradeSuggestion suggestion, String draft) {
        List<Difference> differences = new ArrayList<>();
        NeedsAnalysis latest = opened.latest();
        if (latest != null) {
            Fields theirs = NeedsForm.of(latest, opened.version());
            for (String name : NeedsForm.COMPARED) {
                List<String> typed = spoken(mine, name);
                List<String> stored = spoken(theirs, name);
                if (!typed.equals(stored)) {
                    differences.add(new Difference(name, typed, stored));
                }
            }
        }
        mine.put("version", opened.version());
        return new NeedsSheetPage(opened.prospect(), mine, suggestion, opened.deadline(), differences, true, draft);
    }

    private static List<String> spoken(Fields form, String name) {
        return form.values(name).stream()
                .filter(value -> !value.isBlank())
                .sorted()
                .toList();
    }

    /** Whether a part has to be open: something in it is wrong. */
    public boolean opens(String... fields) {
        for (String field : fields) {
            if (form.wrong().contains(field)) {
                return true;
            }
        }
        return false;
    }

    /** How many fields of a part have an answer, to be seen while it is closed. */
    public int filled(String... fields) {
        int filled = 0;
        for (String field : fields) {
            filled += form.value(field).isBlank() ? 0 : 1;
        }
        return filled;
    }

    public static Map<String, String> yesNo(Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("true", s.t("needs.yes"));
        options.put("false", s.t("needs.no"));
        return options;
    }

    /** A stored or typed value as a person reads it. */
    public static String word(Screen s, String field, List<String> values) {
        if (values.isEmpty()) {
            return "–";
        }
        String kind = KINDS.get(field);
        return values.stream()
                .map(value -> kind != null
                        ? s.tOr(kind + "." + value, value)
                        : value.equals("true") || value.equals("false")
                                ? s.t(value.equals("true") ? "needs.yes" : "needs.no")
                                : value)
                .collect(Collectors.joining(s.t("list.separator")));
    }
}
