package io.genjin.needs.web;

import io.genjin.catalog.Focus;
import io.genjin.dealership.Dealerships;
import io.genjin.needs.CardProposal;
import io.genjin.needs.NeedsAnalysis;
import io.genjin.needs.NeedsDeadline;
import io.genjin.needs.NeedsDesk;
import io.genjin.needs.NeedsFile;
import io.genjin.needs.NeedsSaid;
import io.genjin.needs.NeedsSheet;
import io.genjin.needs.PlateSituation;
import io.genjin.prospect.CardContent.MediaChannel;
import io.genjin.prospect.CardContent.PaymentWay;
import io.genjin.prospect.CardContent.Purpose;
import io.genjin.prospect.GradeSuggestion;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.PurchaseBand;
import io.genjin.prospect.VersionMissing;
import io.genjin.shared.Grade;
import io.genjin.shared.Money;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Needs sheets for other systems; the same checks as on the tablet. */
@RestController
@RequestMapping("/api/v1/prospects/{id}/needs")
class NeedsApi {

    private final NeedsDesk desk;
    private final NeedsFile file;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;

    NeedsApi(NeedsDesk desk, NeedsFile file, StaffDirectory staff, Dealerships dealerships, Once once) {
        this.desk = desk;
        this.file = file;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
    }

    /**
     * A filled sheet (3.4).
     *
     * @param saidAt when the talk was; nothing means now
     * @param grade  the grade given because of it; another than the suggested one needs {@code gradeReason}
     */
    record NeedsBody(
            @Nullable Purpose purpose,
            @Nullable String userOfCar,
            @Nullable List<String> decisionMakers,
            @Nullable List<String> influencers,
            @Nullable BigDecimal budgetFrom,
            @Nullable BigDecimal budgetTo,
            @Nullable Boolean budgetEnough,
            @Nullable PaymentWay paymentWay,
            @Nullable PurchaseBand purchaseWhen,
            @Nullable Boolean firstCar,
            @Nullable String currentCar,
            @Nullable Integer annualKm,
            @Nullable Integer passengers,
            @Nullable Set<Focus> focus,
            @Nullable String mustHave,
            @Nullable List<String> models,
            @Nullable List<String> competitors,
            @Nullable Boolean tradeIn,
            @Nullable PlateSituation plate,
            @Nullable Set<MediaChannel> infoSources,
            @Nullable Boolean confidenceConfirmed,
            @Nullable Boolean needConfirmed,
            @Nullable Boolean purchasingPowerConfirmed,
            @Nullable String remark,
            @Nullable OffsetDateTime saidAt,
            @Nullable Grade grade,
            @Nullable String gradeReason) {

        NeedsSaid said() {
            return new NeedsSaid(
                    purpose,
                    userOfCar,
                    list(decisionMakers),
                    list(influencers),
                    plain(budgetFrom),
                    plain(budgetTo),
                    budgetEnough,
                    paymentWay,
                    purchaseWhen,
                    firstCar,
                    currentCar,
                    annualKm,
                    passengers,
                    focus == null ? Set.of() : focus,
                    mustHave,
                    list(models),
                    list(competitors),
                    tradeIn,
                    plate,
                    infoSources == null ? Set.of() : infoSources,
                    confidenceConfirmed,
                    needConfirmed,
                    purchasingPowerConfirmed,
                    remark,
                    saidAt == null ? null : saidAt.toInstant(),
                    grade,
                    gradeReason);
        }

        private static List<String> list(@Nullable List<@Nullable String> names) {
            return names == null
                    ? List.of()
                    : names.stream().map(name -> name == null ? "" : name).toList();
        }

        private static @Nullable String plain(@Nullable BigDecimal amount) {
            return amount == null ? null : amount.toPlainString();
        }
    }

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** One version of the sheet; the first in the list counts. */
    record NeedsView(
            String id,
            int version,
            Purpose purpose,
            @Nullable String userOfCar,
            List<String> decisionMakers,
            List<String> influencers,
            @Nullable BigDecimal budgetFrom,
            @Nullable BigDecimal budgetTo,
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
            @Nullable String remark,
            Grade suggestedGrade,
            GradeSuggestion.Because suggestedBecause,
            @Nullable Grade grade,
            @Nullable String gradeReason,
            OffsetDateTime saidAt,
            OffsetDateTime recordedAt,
            Person recordedBy) {}

    /** A field that the card lacks or says otherwise. */
    record ProposalView(String field, String was, String becomes) {}

    /**
     * A customer's needs.
     *
     * @param dueAt     before the first quote, at the latest on the day of the card
     * @param proposals what the latest sheet could give the card
     */
    record NeedsList(
            List<NeedsView> items,
            NeedsDeadline.State deadline,
            @Nullable OffsetDateTime dueAt,
            List<ProposalView> proposals) {}

    /** Names of the card's fields to be taken over. */
    record CardFieldsBody(@Nullable List<String> fields) {}

    @GetMapping
    ResponseEntity<NeedsList> read(@PathVariable ProspectId id, StaffMember me) {
        return list(id, me);
    }

    private ResponseEntity<NeedsList> list(ProspectId id, StaffMember me) {
        NeedsFile.Opened opened = file.open(id, me);
        Instant due = opened.deadline().dueAt();
        return ResponseEntity.ok()
                .eTag("\"" + opened.version() + "\"")
                .body(new NeedsList(
                        opened.versions().stream().map(one -> view(one, me)).toList(),
                        opened.deadline().state(),
                        due == null ? null : local(due, me),
                        opened.proposals().stream().map(NeedsApi::view).toList()));
    }

    /** Stores the next version; {@code If-Match} names the one it was filled from once there is one. */
    @PostMapping
    @Answers(value = NeedsView.class, status = 201)
    ResponseEntity<?> record(
            @PathVariable ProspectId id,
            @RequestBody NeedsBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            StaffMember me) {
        return once.answer(key, new NeedsPages.Asked(id, body), me.dealership(), me.id(), () -> {
            OptionalInt version = IfMatch.version(ifMatch);
            if (version.isEmpty() && file.open(id, me).version() > 0) {
                throw new VersionMissing();
            }
            NeedsAnalysis analysis = desk.record(id, body.said(), version.orElse(0), me);
            return ResponseEntity.created(URI.create("/api/v1/prospects/" + id + "/needs"))
                    .eTag("\"" + analysis.version() + "\"")
                    .body(view(analysis, me));
        });
    }

    @PostMapping("/card")
    ResponseEntity<NeedsList> fillCard(@PathVariable ProspectId id, @RequestBody CardFieldsBody body, StaffMember me) {
        desk.fillCard(id, NeedsBody.list(body.fields()), me);
        return list(id, me);
    }

    @PostMapping("/grade")
    ResponseEntity<NeedsList> takeGrade(@PathVariable ProspectId id, StaffMember me) {
        desk.takeGrade(id, me);
        return list(id, me);
    }

    private static ProposalView view(CardProposal proposal) {
        return new ProposalView(proposal.field().card(), proposal.was(), proposal.becomes());
    }

    private NeedsView view(NeedsAnalysis one, StaffMember me) {
        NeedsSheet sheet = one.sheet();
        StaffMember by = staff.get(me.dealership(), one.recordedBy());
        return new NeedsView(
                one.id().toString(),
                one.version(),
                sheet.purpose(),
                sheet.user(),
                sheet.decisionMakers(),
                sheet.influencers(),
                yuan(sheet.budgetFrom()),
                yuan(sheet.budgetTo()),
                sheet.budgetEnough(),
                sheet.paymentWay(),
                sheet.purchaseWhen(),
                sheet.firstCar(),
                sheet.currentCar(),
                sheet.annualKm(),
                sheet.passengers(),
                sheet.focus(),
                sheet.mustHave(),
                sheet.models(),
                sheet.competitors(),
                sheet.tradeIn(),
                sheet.plate(),
                sheet.infoSources(),
                sheet.confidenceConfirmed(),
                sheet.needConfirmed(),
                sheet.purchasingPowerConfirmed(),
                sheet.remark(),
                one.suggestion().grade(),
                one.suggestion().because(),
                one.grade(),
                one.gradeReason(),
                local(one.saidAt(), me),
                local(one.recordedAt(), me),
                new Person(by.username(), by.name()));
    }

    private static @Nullable BigDecimal yuan(@Nullable Money amount) {
        return amount == null ? null : amount.yuan();
    }

    private OffsetDateTime local(Instant at, StaffMember me) {
        return at.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }
}
