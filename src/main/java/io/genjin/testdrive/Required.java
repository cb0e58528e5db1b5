package io.genjin.testdrive;

import io.genjin.shared.Refusal.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a form must say. */
final class Required {

    private Required() {}

    static void given(@Nullable Object value, String field, List<Field> wrong) {
        if (value == null || value instanceof String text && text.isBlank()) {
            wrong.add(Field.of(field, "field.required"));
        }
    }

    /** A number between two bounds, both included. */
    static void within(@Nullable Integer value, int least, int most, String field, List<Field> wrong) {
        if (value != null && (value < least || value > most)) {
            wrong.add(Field.of(field, "field.drive.number", least, most));
        }
    }
}
