package io.genjin.needs;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.PurchaseBand;
import io.genjin.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field of the customer information card that a needs sheet can fill (2.4: the talk feeds the card). */
public enum CardField {
    INTENT_MODELS("intentModels"),
    PURPOSE("purpose"),
    BUDGET("budget"),
    PAYMENT_WAY("paymentWay"),
    PURCHASE_BAND("expectedPurchaseBand"),
    DECISION_MAKER("decisionMaker"),
    USER("user"),
    COMPETITORS("competitors"),
    CURRENT_CAR("currentCar"),
    TRADE_IN("tradeIn");

    private static final int LONGEST_LINE = 200;
    private static final int MOST_NAMED = 10;
    private static final String BETWEEN = "、";

    private final String card;

    CardField(String card) {
        this.card = card;
    }

    /** The field's name on the card. */
    public String card() {
        return card;
    }

    static Optional<CardField> named(String name) {
        return Arrays.stream(values()).filter(field -> field.card.equals(name)).findFirst();
    }

    /** What the card says in this field, as a code or words; empty when it says nothing. */
    String on(CardContent content, LocalDate today) {
        return switch (this) {
            case INTENT_MODELS -> String.join(BETWEEN, content.intentModels());
            case PURPOSE -> code(content.purpose());
            case BUDGET -> content.budget() == null ? "" : new Money(content.budget()).toString();
            case PAYMENT_WAY -> code(content.paymentWay());
            case PURCHASE_BAND -> code(content.band(today));
            case DECISION_MAKER -> code(content.decisionMaker());
            case USER -> code(content.user());
            case COMPETITORS -> String.join(BETWEEN, content.competitors());
            case CURRENT_CAR -> code(content.currentCar());
            case TRADE_IN -> code(content.tradeIn());
        };
    }

    private static String code(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The card with these fields as the sheet has them; what the sheet does not say stays. */
    static CardContent taken(Set<CardField> fields, CardContent card, NeedsSheet sheet, LocalDate today) {
        PurchaseBand band = fields.contains(PURCHASE_BAND) ? sheet.purchaseWhen() : card.expectedPurchaseBand();
        boolean otherTime = fields.contains(PURCHASE_BAND) && card.band(today) != sheet.purchaseWhen();
        Money budget = sheet.budget();
        BigDecimal amount = fields.contains(BUDGET) && budget != null ? budget.yuan() : card.budget();
        return new CardContent(
                card.customerName(),
                card.customerType(),
                card.gender(),
                card.mobile(),
                card.phone(),
                card.wechat(),
                card.email(),
                card.address(),
                card.preferredContactWay(),
                card.preferredContactTime(),
                card.ageBand(),
                card.occupation(),
                card.industry(),
                card.familyStructure(),
                card.hobby(),
                card.incomeBand(),
                card.source(),
                card.sourceDetail(),
                card.mediaChannel(),
                otherTime ? null : card.expectedPurchaseDate(),
                band,
                fields.contains(INTENT_MODELS) ? both(sheet.models(), card.intentModels()) : card.intentModels(),
                card.purchaseType(),
                fields.contains(PURPOSE) ? sheet.purpose() : card.purpose(),
                amount,
                fields.contains(PAYMENT_WAY) ? or(sheet.paymentWay(), card.paymentWay()) : card.paymentWay(),
                fields.contains(DECISION_MAKER) ? or(deciding(sheet), card.decisionMaker()) : card.decisionMaker(),
                fields.contains(USER) ? or(sheet.user(), card.user()) : card.user(),
                fields.contains(COMPETITORS) ? both(card.competitors(), sheet.competitors()) : card.competitors(),
                fields.contains(CURRENT_CAR) ? or(sheet.currentCar(), card.currentCar()) : card.currentCar(),
                fields.contains(TRADE_IN) ? or(sheet.tradeIn(), card.tradeIn()) : card.tradeIn(),
                card.remark());
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T known) {
        return said == null ? known : said;
    }

    private static @Nullable String deciding(NeedsSheet sheet) {
        String all = String.join(BETWEEN, sheet.decisionMakers());
        return all.isEmpty()
                ? null
                : all.length() > LONGEST_LINE ? sheet.decisionMakers().get(0) : all;
    }

    /** What stands first stays first; more than a card holds is left on the sheet. */
    private static List<String> both(List<String> first, List<String> then) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(then);
        return new ArrayList<>(all).subList(0, Math.min(MOST_NAMED, all.size()));
    }
}
