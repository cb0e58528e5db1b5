package io.genjin.prospect.web;

import io.genjin.shared.Grade;
import io.genjin.shared.web.Screen;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes in words, as selects and chips offer them. */
public final class Choices {

    private static final Map<String, String> KINDS = Map.of(
            "source", "source",
            "gender", "gender",
            "customerType", "customerType",
            "preferredContactWay", "contactWay",
            "preferredContactTime", "contactTime",
            "mediaChannel", "mediaChannel",
            "expectedPurchaseBand", "purchaseBand",
            "purchaseType", "purchaseType",
            "purpose", "purpose",
            "paymentWay", "paymentWay");

    private Choices() {}

    public static Map<String, String> of(Screen s, String kind, Enum<?>[] codes) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Enum<?> code : codes) {
            options.put(code.name(), s.code(kind, code));
        }
        return options;
    }

    /** Grades with what they mean. */
    public static Map<String, String> grades(Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Grade grade : Grade.values()) {
            options.put(grade.name(), grade.name() + " · " + s.code("gradeMeaning", grade));
        }
        return options;
    }

    /** A stored value of a card's field as a person reads it. */
    public static String word(Screen s, String field, String value) {
        String kind = KINDS.get(field);
        return value.isEmpty() ? "–" : kind == null ? value : s.tOr(kind + "." + value, value);
    }

    /** {@code ¥189,900.00}. */
    public static String money(@Nullable BigDecimal amount) {
        return amount == null ? "" : String.format(java.util.Locale.ROOT, "¥%,.2f", amount);
    }
}
