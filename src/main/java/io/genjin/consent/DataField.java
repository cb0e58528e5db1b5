package io.genjin.consent;

import io.genjin.prospect.CardContent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A kind of data about a customer that a consent names one by one (数据范围, 3.14). */
public enum DataField {
    NAME,
    MOBILE,
    ADDRESS,
    /** The card holds none; an order does, and gives it through the same door. */
    ID_NUMBER,
    INTENT_MODELS,
    BUDGET,
    PAYMENT_WAY;

    /** What the card says, whole and unmasked; nothing where it says nothing. */
    @Nullable
    String of(CardContent card) {
        return switch (this) {
            case NAME -> card.customerName();
            case MOBILE -> card.number().national();
            case ADDRESS -> card.address();
            case ID_NUMBER -> null;
            case INTENT_MODELS -> card.intentModels().isEmpty() ? null : String.join(", ", card.intentModels());
            case BUDGET -> {
                var budget = card.budget();
                yield budget == null ? null : budget.toPlainString();
            }
            case PAYMENT_WAY -> {
                var way = card.paymentWay();
                yield way == null ? null : way.name();
            }
        };
    }

    /** The codes of {@code fields} as a row keeps them, always in the same order. */
    static String codes(Collection<DataField> fields) {
        return fields.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    static Set<DataField> read(String codes) {
        Set<DataField> fields = EnumSet.noneOf(DataField.class);
        Arrays.stream(codes.split(" "))
                .filter(code -> !code.isEmpty())
                .map(DataField::valueOf)
                .forEach(fields::add);
        return Collections.unmodifiableSet(fields);
    }
}
