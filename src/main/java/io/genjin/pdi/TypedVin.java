package io.genjin.pdi;

import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Vin;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle identification number (VIN, 车辆识别代号, GB 16735) as somebody typed, pasted or scanned it. Case, blanks, hyphens and
 * full-width characters do not matter; the rest must be exact, and the answer says which character is wrong and why. When only
 * the check character disagrees, it does not say which one would agree: the number is to be read again, not made to fit.
 */
public final class TypedVin {

    private static final int LENGTH = 17;
    private static final int LONGEST_INPUT = 60;
    /** Letters that a VIN never has, and what they are taken for. */
    private static final Map<Character, Character> CONFUSED = Map.of('I', '1', 'O', '0', 'Q', '0');

    private TypedVin() {}

    /** The VIN; nothing when it is wrong, and then {@code wrong} says why at {@code field}. */
    public static @Nullable Vin read(@Nullable String typed, String field, List<Field> wrong) {
        String text = normalised(typed);
        Field fault = fault(text, field);
        if (fault != null) {
            wrong.add(fault);
            return null;
        }
        return Vin.parse(text).orElseThrow(() -> new IllegalStateException("the two readings of a VIN differ"));
    }

    /** In capitals, without what people put between the characters. */
    public static String normalised(@Nullable String typed) {
        String text = Objects.requireNonNullElse(typed, "");
        return Normalizer.normalize(
                        text.length() > LONGEST_INPUT ? text.substring(0, LONGEST_INPUT) : text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cf}\\p{Pd}*._:]", "");
    }

    private static @Nullable Field fault(String text, String field) {
        if (text.isEmpty()) {
            return Field.of(field, "field.required");
        }
        for (int place = 0; place < text.length(); place++) {
            char mark = text.charAt(place);
            Character meant = CONFUSED.get(mark);
            if (meant != null) {
                return Field.of(field, "field.vin.confused", place + 1, String.valueOf(mark), String.valueOf(meant));
            }
            if (!(mark >= 'A' && mark <= 'Z') && !(mark >= '0' && mark <= '9')) {
                return Field.of(field, "field.vin.character", place + 1, String.valueOf(mark));
            }
        }
        if (text.length() != LENGTH) {
            return Field.of(field, "field.vin.length", text.length());
        }
        return Vin.fault(text).isPresent() ? Field.of(field, "field.vin.check", String.valueOf(text.charAt(8))) : null;
    }
}
