package io.genjin.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.catalog.Focus;
import io.genjin.needs.NeedsDeadline.State;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardContent.PaymentWay;
import io.genjin.prospect.CardContent.Purpose;
import io.genjin.prospect.GradeSuggestion.Because;
import io.genjin.prospect.PurchaseBand;
import io.genjin.prospect.Source;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 2.4 and 3.4: what a needs sheet must say, what it means for the grade, and what it could give the card. */
class NeedsSheetTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static NeedsSaid said(
            @Nullable PurchaseBand when, boolean power, @Nullable String from, @Nullable String to) {
        return said(when, power, from, to, null, null);
    }

    private static NeedsSaid said(
            @Nullable PurchaseBand when,
            boolean power,
            @Nullable String from,
            @Nullable String to,
            @Nullable Grade grade,
            @Nullable String why) {
        return new NeedsSaid(
                Purpose.PRIVATE,
                null,
                List.of("本人", "爱人"),
                List.of(),
                from,
                to,
                null,
                PaymentWay.LOAN,
                when,
                null,
                "捷达 2015",
                null,
                5,
                Set.of(Focus.SPACE, Focus.SAFETY),
                null,
                List.of("途观L", "朗逸"),
                List.of("CR-V"),
                true,
                null,
                Set.of(),
                true,
                true,
                power,
                null,
                null,
                grade,
                why);
    }

    private static CardContent card() {
        return CardContent.of("张伟", "13812345678", Source.WALK_IN, null, List.of("朗逸"), null);
    }

    private static List<String> wrong(NeedsSaid said) {
        try {
            said.checked(MONDAY_NOON, RECEIVED);
            return List.of();
        } catch (FieldsRefused refused) {
            return refused.fields().stream().map(Field::name).toList();
        }
    }

    @Test
    @DisplayName("each missing must-field is refused by name, all at once")
    void mustFields() {
        NeedsSaid blank = new NeedsSaid(
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                null,
                List.of(" "),
                List.of(),
                null,
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(wrong(blank))
                .containsExactlyInAnyOrder(
                        "purpose",
                        "purchaseWhen",
                        "focus",
                        "models",
                        "confidenceConfirmed",
                        "needConfirmed",
                        "purchasingPowerConfirmed");
    }

    @Test
    @DisplayName("a budget is exact to the cent, from is at most to, and purchasing power is not confirmed without one")
    void budget() {
        assertThat(wrong(said(PurchaseBand.DAYS_8_15, true, null, null))).containsExactly("budgetTo");
        assertThat(wrong(said(PurchaseBand.DAYS_8_15, true, "200000", "150,000")))
                .containsExactly("budgetTo");
        assertThat(wrong(said(PurchaseBand.DAYS_8_15, true, "十万", "-1"))).containsExactly("budgetFrom", "budgetTo");
        assertThat(wrong(said(PurchaseBand.DAYS_8_15, true, "¥150,000.50", "150000.50")))
                .isEmpty();
        assertThat(wrong(said(PurchaseBand.DAYS_8_15, false, null, null))).isEmpty();
        assertThat(wrong(said(PurchaseBand.DAYS_8_15, true, "1.005", null))).containsExactly("budgetFrom");
    }

    @Test
    @DisplayName("17: within 15 days but purchasing power not confirmed suggests B, and A is taken only with a reason")
    void suggestion() {
        NeedsSaid unsure = said(PurchaseBand.DAYS_8_15, false, null, null);
        assertThat(unsure.suggestion()).hasValueSatisfying(one -> {
            assertThat(one.grade()).isEqualTo(Grade.B);
            assertThat(one.because()).isEqualTo(Because.NO_PURCHASING_POWER);
        });
        assertThat(wrong(said(PurchaseBand.DAYS_8_15, false, null, null, Grade.A, null)))
                .containsExactly("gradeReason");
        assertThat(wrong(said(PurchaseBand.DAYS_8_15, false, null, null, Grade.A, "周五带首付来")))
                .isEmpty();
        assertThat(wrong(said(PurchaseBand.DAYS_8_15, false, null, null, Grade.B, null)))
                .isEmpty();
        assertThat(said(null, true, "1", null).suggestion()).isEmpty();
    }

    @Test
    @DisplayName("the card is offered what it lacks or says otherwise, and nothing it knows already")
    void proposals() {
        NeedsSheet sheet = said(PurchaseBand.DAYS_16_30, true, "150000", "180000")
                .checked(MONDAY_NOON, RECEIVED)
                .sheet();
        List<CardProposal> proposals = CardProposal.of(card(), sheet, MONDAY);
        assertThat(proposals)
                .extracting(CardProposal::field)
                .containsExactly(
                        CardField.INTENT_MODELS,
                        CardField.PURPOSE,
                        CardField.BUDGET,
                        CardField.PAYMENT_WAY,
                        CardField.PURCHASE_BAND,
                        CardField.DECISION_MAKER,
                        CardField.COMPETITORS,
                        CardField.CURRENT_CAR,
                        CardField.TRADE_IN);
        assertThat(proposals.get(0)).isEqualTo(new CardProposal(CardField.INTENT_MODELS, "朗逸", "途观L、朗逸"));
        assertThat(proposals.get(2)).isEqualTo(new CardProposal(CardField.BUDGET, "", "180000.00"));

        CardContent filled = CardField.taken(EnumSet.allOf(CardField.class), card(), sheet, MONDAY);
        assertThat(CardProposal.of(filled, sheet, MONDAY)).isEmpty();
        assertThat(filled.customerName()).isEqualTo("张伟");
        assertThat(filled.budget()).isEqualByComparingTo(new BigDecimal("180000"));
        assertThat(filled.decisionMaker()).isEqualTo("本人、爱人");
    }

    @Test
    @DisplayName("one field taken over leaves all others as they are")
    void oneField() {
        NeedsSheet sheet = said(PurchaseBand.DAYS_16_30, true, "150000", null)
                .checked(MONDAY_NOON, RECEIVED)
                .sheet();
        for (CardField field : CardField.values()) {
            CardContent after = CardField.taken(EnumSet.of(field), card(), sheet, MONDAY);
            for (CardField other : CardField.values()) {
                if (other != field) {
                    assertThat(other.on(after, MONDAY))
                            .as("%s after %s", other, field)
                            .isEqualTo(other.on(card(), MONDAY));
                }
            }
        }
    }

    @Test
    @DisplayName("needs are due before the first quote, at the latest at the end of the card's day")
    void deadline() {
        Instant endOfDay = Instant.parse("2026-03-02T15:59:59Z");
        Instant quoted = Instant.parse("2026-03-02T08:00:00Z");
        assertThat(NeedsDeadline.of(null, null, null, MONDAY_NOON)).isEqualTo(new NeedsDeadline(State.WAITING, null));
        assertThat(NeedsDeadline.of(endOfDay, null, null, MONDAY_NOON).state()).isEqualTo(State.DUE);
        assertThat(NeedsDeadline.of(endOfDay, null, null, endOfDay).state()).isEqualTo(State.DUE);
        assertThat(NeedsDeadline.of(endOfDay, null, null, endOfDay.plusSeconds(1))
                        .state())
                .isEqualTo(State.OVERDUE);
        assertThat(NeedsDeadline.of(endOfDay, quoted, null, quoted.plusSeconds(1)))
                .isEqualTo(new NeedsDeadline(State.OVERDUE, quoted));
        assertThat(NeedsDeadline.of(endOfDay, quoted, quoted.minusSeconds(1), endOfDay)
                        .state())
                .isEqualTo(State.ON_TIME);
        assertThat(NeedsDeadline.of(endOfDay, quoted, quoted.plusSeconds(1), endOfDay)
                        .state())
                .isEqualTo(State.LATE);
        assertThat(NeedsDeadline.of(endOfDay, null, endOfDay, endOfDay).state()).isEqualTo(State.ON_TIME);
    }

    @Test
    @DisplayName("a sheet without focus or model cannot be")
    void neverWithout() {
        NeedsSheet sheet = said(PurchaseBand.DAYS_16_30, false, null, null)
                .checked(MONDAY_NOON, RECEIVED)
                .sheet();
        assertThat(sheet.focus()).containsExactly(Focus.SAFETY, Focus.SPACE);
        assertThat(sheet.answered()).isEqualTo(6);
        assertThat(sheet.questions()).isEqualTo(15);
        assertThatThrownBy(() -> new NeedsSheet(
                        sheet.purpose(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        sheet.purchaseWhen(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        sheet.models(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        true,
                        true,
                        true,
                        null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
