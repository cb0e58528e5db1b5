package io.genjin.catalog.web;

import io.genjin.catalog.Body;
import io.genjin.catalog.Energy;
import io.genjin.catalog.Gearbox;
import io.genjin.catalog.RangeColumn;
import io.genjin.catalog.RangeImport;
import io.genjin.catalog.RangePlan;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Screen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a range sheet would change.
 *
 * @param changed whether the range became another since the reader looked
 */
public record RangePreviewPage(RangeImport sheet, RangePlan plan, String uploadedBy, boolean changed) {

    /** What is wrong with a row, in sentences that begin with the column. */
    public List<String> reasons(RangePlan.RefusedRow row, Screen s) {
        return row.wrong().stream().map(field -> sentence(field, s)).toList();
    }

    private static String sentence(Field field, Screen s) {
        String column = s.tOr("rangeColumn." + field.name(), "");
        String words = s.t(field.messageKey(), field.args().toArray());
        return column.isEmpty() ? words : s.t("range.reason", column, words);
    }

    /** A value as people read it: the word of a code, or what stands in the cell. */
    public String shown(RangeColumn column, @Nullable String value, Screen s) {
        if (value == null || value.isEmpty()) {
            return "–";
        }
        return switch (column) {
            case BODY -> s.code("body", Body.valueOf(value));
            case ENERGY -> s.code("energy", Energy.valueOf(value));
            case GEARBOX -> s.code("gearbox", Gearbox.valueOf(value));
            default -> value;
        };
    }
}
