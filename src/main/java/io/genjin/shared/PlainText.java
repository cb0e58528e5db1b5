package io.genjin.shared;

import io.genjin.shared.Refusal.Field;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Typed text as it may be stored and shown: NFC, without control or direction marks that could spoof a name (S-R35, S-R49).
 * Too long is refused at the field, never cut.
 */
public final class PlainText {

    private static final Set<Integer> KEPT = Set.of((int) '\n', (int) '\t');

    private PlainText() {}

    /** One line; {@code null} when nothing was typed. A line that is too long adds its field to {@code wrong}. */
    public static @Nullable String line(@Nullable String typed, int longest, String field, List<Field> wrong) {
        return text(typed == null ? null : typed.replaceAll("\\s+", " "), longest, field, wrong);
    }

    /** Text that may have several lines; {@code null} when nothing was typed. */
    public static @Nullable String text(@Nullable String typed, int longest, String field, List<Field> wrong) {
        if (typed == null) {
            return null;
        }
        String clean = clean(typed);
        if (clean.codePointCount(0, clean.length()) > longest) {
            wrong.add(Field.of(field, "field.tooLong", longest));
        }
        return clean.isEmpty() ? null : clean;
    }

    /** Several lines as a list without blanks and repeats; more than {@code most} adds the field to {@code wrong}. */
    public static List<String> lines(List<String> typed, int most, int longest, String field, List<Field> wrong) {
        List<String> clean = new ArrayList<>();
        for (String one : typed) {
            String line = line(one, longest, field, wrong);
            if (line != null && !clean.contains(line)) {
                clean.add(line);
            }
        }
        if (clean.size() > most) {
            wrong.add(Field.of(field, "field.tooMany", most));
        }
        return clean;
    }

    private static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .codePoints()
                .filter(mark -> KEPT.contains(mark) || isVisible(mark))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean isVisible(int mark) {
        int kind = Character.getType(mark);
        return kind != Character.CONTROL && kind != Character.FORMAT && kind != Character.SURROGATE;
    }
}
