package io.genjin.needs.web;

import io.genjin.catalog.Focus;
import io.genjin.needs.NeedsAnalysis;
import io.genjin.needs.NeedsSaid;
import io.genjin.needs.NeedsSheet;
import io.genjin.needs.PlateSituation;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardContent.MediaChannel;
import io.genjin.prospect.CardContent.PaymentWay;
import io.genjin.prospect.CardContent.Purpose;
import io.genjin.prospect.PurchaseBand;
import io.genjin.shared.Grade;
import io.genjin.shared.Money;
import io.genjin.shared.web.Fields;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The needs sheet as the tablet sends it; several names stand in one field, parted by a comma, a semicolon or a new line.
 *
 * @param version the version it was filled from; 0 when it was blank
 */
record NeedsForm(
        @Nullable Purpose purpose,
        @Nullable String userOfCar,
        @Nullable String decisionMakers,
        @Nullable String influencers,
        @Nullable String budgetFrom,
        @Nullable String budgetTo,
        @Nullable Boolean budgetEnough,
        @Nullable PaymentWay paymentWay,
        @Nullable PurchaseBand purchaseWhen,
        @Nullable Boolean firstCar,
        @Nullable String currentCar,
        @Nullable Integer annualKm,
        @Nullable Integer passengers,
        @Nullable Set<Focus> focus,
        @Nullable String mustHave,
        @Nullable String models,
        @Nullable String competitors,
        @Nullable Boolean tradeIn,
        @Nullable PlateSituation plate,
        @Nullable Set<MediaChannel> infoSources,
        @Nullable Boolean confidenceConfirmed,
        @Nullable Boolean needConfirmed,
        @Nullable Boolean purchasingPowerConfirmed,
        @Nullable String remark,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime saidAt,

        @Nullable Grade grade,
        @Nullable String gradeReason,
        @Nullable Integer version) {

    /** Names of the fields whose values a conflict compares. */
    static final List<String> COMPARED = List.of(
            "purpose",
            "userOfCar",
            "decisionMakers",
            "influencers",
            "budgetFrom",
            "budgetTo",
            "budgetEnough",
            "paymentWay",
            "purchaseWhen",
            "firstCar",
            "currentCar",
            "annualKm",
            "passengers",
            "focus",
            "mustHave",
            "models",
            "competitors",
            "tradeIn",
            "plate",
            "infoSources",
            "confidenceConfirmed",
            "needConfirmed",
            "purchasingPowerConfirmed",
            "remark");

    NeedsSaid said(ZoneId zone) {
        return new NeedsSaid(
                purpose,
                userOfCar,
                names(decisionMakers),
                names(influencers),
                budgetFrom,
                budgetTo,
                budgetEnough,
                paymentWay,
                purchaseWhen,
                firstCar,
                currentCar,
                annualKm,
                passengers,
                focus == null ? Set.of() : focus,
                mustHave,
                names(models),
                names(competitors),
                tradeIn,
                plate,
                infoSources == null ? Set.of() : infoSources,
                confidenceConfirmed,
                needConfirmed,
                purchasingPowerConfirmed,
                remark,
                saidAt == null ? null : saidAt.atZone(zone).toInstant(),
                grade,
                gradeReason);
    }

    int replaces() {
        return version == null ? 0 : version;
    }

    private static List<String> names(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split("[,，、;；\\n]")).map(String::strip).toList();
    }

    /** A sheet to be gone on with, as it was stored. */
    static Fields of(NeedsAnalysis latest, int version) {
        NeedsSheet sheet = latest.sheet();
        return Fields.empty()
                .put("purpose", sheet.purpose())
                .put("userOfCar", sheet.user())
                .put("decisionMakers", joined(sheet.decisionMakers()))
                .put("influencers", joined(sheet.influencers()))
                .put("budgetFrom", written(sheet.budgetFrom()))
                .put("budgetTo", written(sheet.budgetTo()))
                .put("budgetEnough", sheet.budgetEnough())
                .put("paymentWay", sheet.paymentWay())
                .put("purchaseWhen", sheet.purchaseWhen())
                .put("firstCar", sheet.firstCar())
                .put("currentCar", sheet.currentCar())
                .put("annualKm", sheet.annualKm())
                .put("passengers", sheet.passengers())
                .put("focus", sheet.focus())
                .put("mustHave", sheet.mustHave())
                .put("models", joined(sheet.models()))
                .put("competitors", joined(sheet.competitors()))
                .put("tradeIn", sheet.tradeIn())
                .put("plate", sheet.plate())
                .put("infoSources", sheet.infoSources())
                .put("confidenceConfirmed", sheet.confidenceConfirmed())
                .put("needConfirmed", sheet.needConfirmed())
                .put("purchasingPowerConfirmed", sheet.purchasingPowerConfirmed())
                .put("remark", sheet.remark())
                .put("version", version);
    }

    /** A first sheet, with what the card knows already; nothing is confirmed by itself. */
    static Fields of(CardContent card, @Nullable PurchaseBand band) {
        return Fields.empty()
                .put("purpose", card.purpose())
                .put("userOfCar", card.user())
                .put("decisionMakers", card.decisionMaker())
                .put("budgetTo", card.budget())
                .put("paymentWay", card.paymentWay())
                .put("purchaseWhen", band)
                .put("currentCar", card.currentCar())
                .put("models", joined(card.intentModels()))
                .put("competitors", joined(card.competitors()))
                .put("tradeIn", card.tradeIn())
                .put("version", 0);
    }

    private static String joined(Collection<String> names) {
        return String.join("、", names);
    }

    private static @Nullable String written(@Nullable Money amount) {
        return amount == null ? null : amount.toString();
    }
}
