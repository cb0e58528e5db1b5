package io.genjin.catalog.web;

import io.genjin.catalog.Better;
import io.genjin.catalog.CarModelId;
import io.genjin.catalog.ComparisonDesk;
import io.genjin.catalog.ComparisonRow;
import io.genjin.catalog.ComparisonText;
import io.genjin.catalog.ComparisonText.RowDraft;
import io.genjin.catalog.Focus;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison as it was filled in on the page: beside its head three fields for each respect, {@code rows.SAFETY.ours} and so on. */
record ComparisonForm(
        @Nullable String brand,
        @Nullable String rival,
        @Nullable String trim,
        @Nullable String source,
        @Nullable LocalDate asOf) {

    static Fields fields(ComparisonText text) {
        Fields fields = Fields.of(new ComparisonForm(
                text.rival().brand(), text.rival().model(), text.rival().trim(), text.source(), text.asOf()));
        for (ComparisonRow row : text.rows()) {
            String at = "rows." + row.focus() + ".";
            fields.put(at + "ours", row.ours())
                    .put(at + "theirs", row.theirs())
                    .put(at + "better", row.better())
                    .put(at + "source", row.source());
        }
        return fields;
    }

    /** What was typed, together with the rows among all typed values. */
    ComparisonDesk.Draft draft(Map<String, String[]> typed) {
        List<RowDraft> rows = Arrays.stream(Focus.values())
                .map(focus -> new RowDraft(
                        focus,
                        first(typed, focus, "ours"),
                        first(typed, focus, "theirs"),
                        better(first(typed, focus, "better")),
                        first(typed, focus, "source")))
                .toList();
        return new ComparisonDesk.Draft(brand, rival, trim, source, asOf, rows);
    }

    private static @Nullable String first(Map<String, String[]> typed, Focus focus, String field) {
        String[] values = typed.get("rows." + focus + "." + field);
        return values == null || values.length == 0 ? null : values[0];
    }

    private static @Nullable Better better(@Nullable String typed) {
        return Arrays.stream(Better.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    /** @throws FieldsRefused when no model of ours is named */
    static CarModelId model(@Nullable String named) {
        if (named == null || named.isBlank()) {
            throw new FieldsRefused(Field.of("model", "field.required"));
        }
        return CarModelId.of(named.strip());
    }
}
