package io.genjin.needs;

import io.genjin.catalog.Focus;
import io.genjin.prospect.CardContent.MediaChannel;
import io.genjin.prospect.CardContent.PaymentWay;
import io.genjin.prospect.CardContent.Purpose;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.GradeSuggestion;
import io.genjin.prospect.PurchaseBand;
import io.genjin.shared.Grade;
import io.genjin.shared.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said they need (需求分析表, 3.4). Purpose, time of purchase, focus, models and the three confirmations are always
 * there; everything else only as far as the customer spoke of it.
 *
 * @param budgetTo    the most they would pay; a single amount is from and to alike
 * @param annualKm    kilometres in a year
 * @param focus       what matters most to them, in the order of {@link Focus}
 * @param models      those considered, the favourite first
 * @param infoSources where they learned of the car
 */
public record NeedsSheet(
        Purpose purpose,
        @Nullable String user,
        List<String> decisionMakers,
        List<String> influencers,
        @Nullable Money budgetFrom,
        @Nullable Money budgetTo,
        @Nullable Boolean budgetEnough,
        @Nullable PaymentWay paymentWay,
        PurchaseBand purchaseWhen,
        @Nullable Boolean firstCar,
        @Nullable String currentCar,
        @Nullable Integer annualKm,
        @Nullable Integer passengers,
        List<Focus> focus,
        @Nullable String mustHave,
        List<String> models,
        List<String> competitors,
        @Nullable Boolean tradeIn,
        @Nullable PlateSituation plate,
        List<MediaChannel> infoSources,
        boolean confidenceConfirmed,
        boolean needConfirmed,
        boolean purchasingPowerConfirmed,
        @Nullable String remark) {

    public NeedsSheet {
        decisionMakers = List.copyOf(decisionMakers);
        influencers = List.copyOf(influencers);
        focus = focus.stream().distinct().sorted().toList();
        models = List.copyOf(models);
        competitors = List.copyOf(competitors);
        infoSources = infoSources.stream().distinct().sorted().toList();
        if (focus.isEmpty() || models.isEmpty()) {
            throw new IllegalArgumentException("a needs sheet names what matters and at least one model (3.4)");
        }
    }

    /** What speaks for a grade, as far as it was confirmed in the talk. */
    public Set<Evidence> evidence() {
        return evidence(confidenceConfirmed, needConfirmed, purchasingPowerConfirmed);
    }

    static Set<Evidence> evidence(boolean confidence, boolean need, boolean purchasingPower) {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        if (confidence) {
            evidence.add(Evidence.CONFIDENCE);
        }
        if (need) {
            evidence.add(Evidence.NEED);
        }
        if (purchasingPower) {
            evidence.add(Evidence.PURCHASING_POWER);
        }
        return evidence;
    }

    /** The grade that time and evidence of this sheet speak for; without purchasing power at most B (O-06). */
    public GradeSuggestion suggestion() {
        return GradeSuggestion.of(purchaseWhen, evidence(), Grade.N);
    }

    /** The amount a single field shows: the most they would pay, else what they begin with. */
    public @Nullable Money budget() {
        return budgetTo == null ? budgetFrom : budgetTo;
    }

    /** How many of the optional questions were answered (K of 2.4: completeness). */
    public int answered() {
        return (int) optional().filter(Boolean::booleanValue).count();
    }

    /** How many optional questions there are. */
    public int questions() {
        return (int) optional().count();
    }

    private Stream<Boolean> optional() {
        return Stream.of(
                user != null,
                !decisionMakers.isEmpty(),
                !influencers.isEmpty(),
                budget() != null,
                budgetEnough != null,
                paymentWay != null,
                firstCar != null,
                currentCar != null || Boolean.TRUE.equals(firstCar),
                annualKm != null,
                passengers != null,
                mustHave != null,
                !competitors.isEmpty(),
                tradeIn != null,
                plate != null,
                !infoSources.isEmpty());
    }
}
