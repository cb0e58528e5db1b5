package io.genjin.duplicate;

import io.genjin.prospect.CardContent;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a card one by one. The source and its detail are none of them: the case that goes on keeps its own, for the first
 * limit is computed from it (O-04), and the other's stays in its history.
 */
public final class CardFields {

    private static final List<String> FIXED = List.of("source", "sourceDetail");
    private static final RecordComponent[] ALL = CardContent.class.getRecordComponents();

    private CardFields() {}

    /** The names of all fields of which one value is chosen, in the order of the card. */
    public static List<String> names() {
        return Arrays.stream(ALL)
                .map(RecordComponent::getName)
                .filter(name -> !FIXED.contains(name))
                .toList();
    }

    /** The value of a field; nothing when it is empty. */
    public static @Nullable Object value(CardContent card, String field) {
        for (RecordComponent component : ALL) {
            if (component.getName().equals(field)) {
                return filled(read(component, card));
            }
        }
        throw new IllegalArgumentException("no field " + field);
    }

    /** The card with other values for some fields. */
    static CardContent with(CardContent card, Map<String, @Nullable Object> values) {
        Object[] all = new Object[ALL.length];
        Class<?>[] types = new Class<?>[ALL.length];
        for (int place = 0; place < ALL.length; place++) {
            RecordComponent component = ALL[place];
            types[place] = component.getType();
            Object value =
                    values.containsKey(component.getName()) ? values.get(component.getName()) : read(component, card);
            all[place] = value == null && component.getType() == List.class ? List.of() : value;
        }
        try {
            return CardContent.class.getDeclaredConstructor(types).newInstance(all);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether two values say the same; 10 and 10.00 do. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal amount && other instanceof BigDecimal another) {
            return amount.compareTo(another) == 0;
        }
        return Objects.equals(one, other);
    }

    private static @Nullable Object read(RecordComponent component, CardContent card) {
        try {
            return component.getAccessor().invoke(card);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object filled(@Nullable Object value) {
        boolean empty =
                value instanceof Collection<?> many && many.isEmpty() || value instanceof String text && text.isBlank();
        return empty ? null : value;
    }
}
