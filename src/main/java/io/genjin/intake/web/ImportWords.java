package io.genjin.intake.web;

import io.genjin.intake.ImportRow;
import io.genjin.intake.RefusedSheet;
import io.genjin.intake.SheetCustomer;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Screen;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what is wrong with a row into words. */
public final class ImportWords {

    private ImportWords() {}

    /** {@code 手机：不是有效的手机号码}. */
    public static String reason(Screen s, Field field) {
        return s.t(
                "imports.reason",
                s.tOr("column." + field.name(), field.name()),
                s.t(field.messageKey(), field.args().toArray()));
    }

    public static String reasons(Screen s, List<Field> fields) {
        return fields.stream().map(field -> reason(s, field)).collect(Collectors.joining("; "));
    }

    /** What is wrong with a row of the preview; nothing when it is right. */
    public static String reasons(Screen s, SheetCustomer row) {
        return row instanceof SheetCustomer.Refused refused ? reasons(s, refused.reasons()) : "";
    }

    public static String reasons(Screen s, ImportRow row) {
        return reasons(s, row.reasons());
    }

    static RefusedSheet.Words of(Screen s) {
        return new RefusedSheet.Words(
                s.t("imports.refusedSheet"), s.t("imports.refusedHeading"), field -> reason(s, field));
    }
}
