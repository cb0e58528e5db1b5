package io.genjin.duplicate.web;

import io.genjin.prospect.web.Choices;
import io.genjin.prospect.web.People;
import io.genjin.shared.Grade;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.web.Screen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the values of a card into words, as the card itself shows them; numbers stay masked. */
public final class CardValues {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("customerType", "customerType"),
            Map.entry("gender", "gender"),
            Map.entry("preferredContactWay", "contactWay"),
            Map.entry("preferredContactTime", "contactTime"),
            Map.entry("mediaChannel", "mediaChannel"),
            Map.entry("expectedPurchaseBand", "purchaseBand"),
            Map.entry("purchaseType", "purchaseType"),
            Map.entry("purpose", "purpose"),
            Map.entry("paymentWay", "paymentWay"));

    private CardValues() {}

    public static String words(Screen s, String field, @Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (field.equals("mobile") || field.equals("phone")) {
            return PhoneNumber.parse(value.toString()).map(PhoneNumber::masked).orElse("****");
        }
        if (value instanceof List<?> many) {
            return many.stream().map(String::valueOf).collect(Collectors.joining(s.t("list.separator")));
        }
        if (value instanceof LocalDate day) {
            return s.date(day);
        }
        if (value instanceof BigDecimal amount) {
            return String.valueOf(Choices.money(amount));
        }
        if (value instanceof Boolean yes) {
            return s.t(yes ? "duplicate.yes" : "duplicate.no");
        }
        String kind = CODES.get(field);
        return kind == null ? value.toString() : s.code(kind, value);
    }

    /** A value that a merge replaced, also of owner and grade. */
    public static String words(Screen s, People people, String field, @Nullable Object value) {
        if (value instanceof UUID person) {
            return people.name(person);
        }
        if (value instanceof Grade grade) {
            return s.code("gradeMeaning", grade);
        }
        return words(s, field, value);
    }
}
