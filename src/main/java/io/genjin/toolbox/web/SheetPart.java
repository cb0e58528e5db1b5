package io.genjin.toolbox.web;

import io.genjin.shared.Cursor;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.toolbox.GradeStatusSheet.Line;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of the sheet's lines, and the cursor after which the next part begins. */
record SheetPart(List<Line> lines, @Nullable String next) {

    /** @throws FieldsRefused naming {@code cursor} when it is none of this sheet's */
    static SheetPart of(List<Line> all, @Nullable String cursor, int most) {
        int from = 0;
        Cursor after = Cursor.read(cursor, 1);
        if (after != null) {
            UUID last = Cursor.uuid(after.values().get(0));
            from = all.stream().map(line -> line.prospect().value()).toList().indexOf(last) + 1;
            if (from == 0) {
                throw new FieldsRefused(Field.of("cursor", "field.cursor"));
            }
        }
        List<Line> lines = all.subList(from, Math.min(all.size(), from + most));
        boolean more = from + most < all.size();
        return new SheetPart(
                lines,
                more ? Cursor.of(lines.get(lines.size() - 1).prospect().value()).text() : null);
    }
}
