package io.genjin.needs;

import io.genjin.catalog.Focus;
import io.genjin.prospect.CardContent.MediaChannel;
import io.genjin.prospect.CardContent.PaymentWay;
import io.genjin.prospect.CardContent.Purpose;
import io.genjin.prospect.GradeSuggestion;
import io.genjin.prospect.PurchaseBand;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Money;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A needs sheet as it was filled in, in whatever order the customer spoke; nothing of it is checked yet.
 *
 * @param budgetFrom  as written: {@code 150,000} or {@code ¥150000.00}
 * @param saidAt      when; nothing means now
 * @param grade       the grade the consultant gives because of the talk; nothing leaves the present one
 * @param gradeReason why it is not the suggested one
 */
public record NeedsSaid(
        @Nullable Purpose purpose,
        @Nullable String userOfCar,
        List<String> decisionMakers,
        List<String> influencers,
        @Nullable String budgetFrom,
        @Nullable String budgetTo,
        @Nullable Boolean budgetEnough,
        @Nullable PaymentWay paymentWay,
        @Nullable PurchaseBand purchaseWhen,
        @Nullable Boolean firstCar,
        @Nullable String currentCar,
        @Nullable Integer annualKm,
        @Nullable Integer passengers,
        Set<Focus> focus,
        @Nullable String mustHave,
        List<String> models,
        List<String> competitors,
        @Nullable Boolean tradeIn,
        @Nullable PlateSituation plate,
        Set<MediaChannel> infoSources,
        @Nullable Boolean confidenceConfirmed,
        @Nullable Boolean needConfirmed,
        @Nullable Boolean purchasingPowerConfirmed,
        @Nullable String remark,
        @Nullable Instant saidAt,
        @Nullable Grade grade,
        @Nullable String gradeReason) {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_NAMED = 10;
    private static final int MOST_KM = 500_000;
    private static final int MOST_PASSENGERS = 60;

    /**
     * A sheet that may be stored.
     *
     * @param gradeReason cleaned
     */
    record Checked(
            NeedsSheet sheet, Instant saidAt, @Nullable String gradeReason) {}

    /** The suggestion as far as the sheet is filled; nothing until time and confirmations are there. */
    public Optional<GradeSuggestion> suggestion() {
        if (purchaseWhen == null
                || confidenceConfirmed == null
                || needConfirmed == null
                || purchasingPowerConfirmed == null) {
            return Optional.empty();
        }
        return Optional.of(GradeSuggestion.of(
                purchaseWhen,
                NeedsSheet.evidence(confidenceConfirmed, needConfirmed, purchasingPowerConfirmed),
                Grade.N));
    }

    /**
     * @param receivedAt when the customer became known; no talk was before that
     * @throws FieldsRefused naming each field that is missing or breaks its rule, all at once (3.4)
     */
    Checked checked(Instant now, Instant receivedAt) {
        List<Field> wrong = new ArrayList<>();
        required(purpose, "purpose", wrong);
        required(purchaseWhen, "purchaseWhen", wrong);
        required(confidenceConfirmed, "confidenceConfirmed", wrong);
        required(needConfirmed, "needConfirmed", wrong);
        required(purchasingPowerConfirmed, "purchasingPowerConfirmed", wrong);
        if (focus.isEmpty()) {
            wrong.add(Field.of("focus", "field.required"));
        }
        List<String> named = names(models, "models", wrong);
        if (named.isEmpty()) {
            wrong.add(Field.of("models", "field.required"));
        }
        Money from = money(budgetFrom, "budgetFrom", wrong);
        Money to = money(budgetTo, "budgetTo", wrong);
        if (from != null && to != null && from.isMoreThan(to)) {
            wrong.add(Field.of("budgetTo", "field.budgetOrder"));
        }
        if (Boolean.TRUE.equals(purchasingPowerConfirmed) && isBlank(budgetFrom) && isBlank(budgetTo)) {
            wrong.add(Field.of("budgetTo", "field.powerWithoutBudget"));
        }
        within(annualKm, 0, MOST_KM, "annualKm", wrong);
        within(passengers, 1, MOST_PASSENGERS, "passengers", wrong);
        String car = PlainText.line(currentCar, LONGEST_LINE, "currentCar", wrong);
        if (Boolean.TRUE.equals(tradeIn) && car == null) {
            wrong.add(Field.of("currentCar", "field.tradeInWithoutCar"));
        }
        String driver = PlainText.line(userOfCar, LONGEST_LINE, "userOfCar", wrong);
        String must = PlainText.text(mustHave, LONGEST_TEXT, "mustHave", wrong);
        String note = PlainText.text(remark, LONGEST_TEXT, "remark", wrong);
        String why = PlainText.line(gradeReason, LONGEST_TEXT / 4, "gradeReason", wrong);
        List<String> deciding = names(decisionMakers, "decisionMakers", wrong);
        List<String> influencing = names(influencers, "influencers", wrong);
        List<String> competing = names(competitors, "competitors", wrong);
        if (saidAt != null && saidAt.isAfter(now)) {
            wrong.add(Field.of("saidAt", "field.future"));
        }
        if (saidAt != null && saidAt.isBefore(receivedAt.truncatedTo(ChronoUnit.MINUTES))) {
            wrong.add(Field.of("saidAt", "field.beforeReceived", receivedAt));
        }
        suggestion()
                .filter(suggested -> grade != null && grade != suggested.grade() && why == null)
                .ifPresent(suggested -> wrong.add(Field.of(
                        "gradeReason",
                        "field.gradeReason." + suggested.because().name(),
                        Objects.requireNonNull(grade).name(),
                        suggested.grade().name())));
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        NeedsSheet sheet = new NeedsSheet(
                Objects.requireNonNull(purpose),
                driver,
                deciding,
                influencing,
                from,
                to,
                budgetEnough,
                paymentWay,
                Objects.requireNonNull(purchaseWhen),
                firstCar,
                car,
                annualKm,
                passengers,
                List.copyOf(focus),
                must,
                named,
                competing,
                tradeIn,
                plate,
                List.copyOf(infoSources),
                Objects.requireNonNull(confidenceConfirmed),
                Objects.requireNonNull(needConfirmed),
                Objects.requireNonNull(purchasingPowerConfirmed),
                note);
        return new Checked(sheet, saidAt == null ? now : saidAt, why);
    }

    private static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    private static void required(@Nullable Object value, String field, Collection<Field> wrong) {
        if (value == null) {
            wrong.add(Field.of(field, "field.required"));
        }
    }

    private static List<String> names(List<String> typed, String field, List<Field> wrong) {
        return PlainText.lines(typed, MOST_NAMED, LONGEST_LINE, field, wrong);
    }

    private static @Nullable Money money(@Nullable String typed, String field, Collection<Field> wrong) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Optional<Money> amount = Money.parse(typed).filter(Money::isPositive);
        if (amount.isEmpty()) {
            wrong.add(Field.of(field, "field.budget"));
        }
        return amount.orElse(null);
    }

    private static void within(@Nullable Integer value, int least, int most, String field, Collection<Field> wrong) {
        if (value != null && (value < least || value > most)) {
            wrong.add(Field.of(field, "field.between", least, most));
        }
    }
}
