package io.genjin.shared;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended: the sort values of its last row. Opaque to those who hand it back. */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\u001f";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;

    public Cursor {
        values = List.copyOf(values);
    }

    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(Object::toString).toList());
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor of {@code size} values back; nothing when there is none. */
    public static @Nullable Cursor read(@Nullable String text, int size) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(joined.split(SEPARATOR, -1)));
            if (cursor.values.size() == size) {
                return cursor;
            }
        } catch (IllegalArgumentException notACursor) {
            // falls through: refused below with the field's name
        }
        throw new FieldsRefused(Refusal.Field.of("cursor", "field.cursor"));
    }

    /** A sort value that is a moment; anything else is no cursor of ours. */
    public static Instant instant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException notAMoment) {
            throw new FieldsRefused(Refusal.Field.of("cursor", "field.cursor"));
        }
    }

    /** A sort value that is a day of a calendar that anybody uses; anything else is no cursor of ours. */
    public static LocalDate day(String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // falls through: refused below with the field's name
        }
        throw new FieldsRefused(Refusal.Field.of("cursor", "field.cursor"));
    }

    /** A sort value that is an identity; anything else is no cursor of ours. */
    public static UUID uuid(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException notAnIdentity) {
            throw new FieldsRefused(Refusal.Field.of("cursor", "field.cursor"));
        }
    }
}
