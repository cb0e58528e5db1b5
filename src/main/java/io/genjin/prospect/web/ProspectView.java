package io.genjin.prospect.web;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardStatus;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.PurchaseBand;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A card as systems see it: numbers masked, times with the dealership's offset. */
public record ProspectView(
        String id,
        String cardNo,
        ProspectStatus status,
        CardStatus cardStatus,
        Grade initialGrade,
        Grade grade,
        Set<Evidence> gradeEvidence,
        @Nullable String gradeOverrideReason,
        Person owner,
        boolean importantCustomer,
        String customerName,
        CardContent.CustomerType customerType,
        CardContent.@Nullable Gender gender,
        String maskedMobile,
        Source source,
        @Nullable String sourceDetail,
        CardContent.@Nullable MediaChannel mediaChannel,
        CardContent.@Nullable ContactWay preferredContactWay,
        CardContent.@Nullable ContactTime preferredContactTime,
        @Nullable LocalDate expectedPurchaseDate,
        @Nullable PurchaseBand expectedPurchaseBand,
        List<String> intentModels,
        CardContent.@Nullable PurchaseType purchaseType,
        CardContent.@Nullable Purpose purpose,
        @Nullable BigDecimal budget,
        CardContent.@Nullable PaymentWay paymentWay,
        @Nullable String decisionMaker,
        @Nullable String user,
        List<String> competitors,
        @Nullable String currentCar,
        @Nullable Boolean tradeIn,
        @Nullable String remark,
        OffsetDateTime receivedAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable Person signedBy,
        @Nullable OffsetDateTime signedAt,
        @Nullable String signComment,
        @Nullable Person enteredBy,
        @Nullable OffsetDateTime enteredAt,
        int visitCount,
        @Nullable OffsetDateTime firstVisitAt,
        @Nullable OffsetDateTime lastVisitAt,
        @Nullable OffsetDateTime lastContactAt,
        @Nullable OffsetDateTime firstAttemptAt,
        @Nullable OffsetDateTime firstReachedAt,
        @Nullable OffsetDateTime firstMetAt,
        @Nullable Rhythm ownRhythm,
        @Nullable LocalDate wakeUpDate,
        @Nullable OffsetDateTime releasedAt,
        NextFollowUp nextFollowUp,
        int version) {

    /** A rhythm of its own that a manager gave the customer: at least so many contacts in so many days. */
    public record Rhythm(int times, int days) {}

    /** A person of the dealership by sign-in name and name. */
    public record Person(String username, String name) {}

    /**
     * The promise and the rule behind it.
     *
     * @param suggested   the day that the system would plan from today
     * @param latest      the last day that may be planned without a late reason
     * @param dueAt       the moment by which the promise must be kept
     * @param overdueDays full days since then; 0 while it is not overdue
     * @param handoverDueAt until when the new owner of an H or A customer owes a contact; nothing once it was made
     */
    public record NextFollowUp(
            LocalDate date,
            NextStepReason reason,
            String note,
            LocalDate suggested,
            LocalDate latest,
            OffsetDateTime dueAt,
            long overdueDays,
            boolean firstPending,
            @Nullable OffsetDateTime handoverDueAt) {}

    public static ProspectView of(Prospect prospect, People people, LocalDate suggested, Instant now, ZoneId zone) {
        CardContent card = prospect.content();
        var approval = prospect.approval();
        return new ProspectView(
                prospect.id().toString(),
                prospect.cardNo(),
                prospect.status(),
                approval.status(),
                prospect.initialGrade(),
                prospect.grade(),
                prospect.evidence(),
                prospect.overrideReason(),
                Objects.requireNonNull(people.person(prospect.owner())),
                prospect.isImportantCustomer(),
                card.customerName(),
                card.customerType(),
                card.gender(),
                card.number().masked(),
                card.source(),
                card.sourceDetail(),
                card.mediaChannel(),
                card.preferredContactWay(),
                card.preferredContactTime(),
                card.expectedPurchaseDate(),
                card.expectedPurchaseBand(),
                card.intentModels(),
                card.purchaseType(),
                card.purpose(),
                card.budget(),
                card.paymentWay(),
                card.decisionMaker(),
                card.user(),
                card.competitors(),
                card.currentCar(),
                card.tradeIn(),
                card.remark(),
                Objects.requireNonNull(at(prospect.receivedAt(), zone)),
                at(approval.submittedAt(), zone),
                people.person(approval.signedBy()),
                at(approval.signedAt(), zone),
                approval.comment(),
                people.person(approval.enteredBy()),
                at(approval.enteredAt(), zone),
                prospect.visits().count(),
                at(prospect.visits().first(), zone),
                at(prospect.visits().last(), zone),
                at(prospect.lastContactAt(), zone),
                at(prospect.firsts().attempt(), zone),
                at(prospect.firsts().reached(), zone),
                at(prospect.firsts().met(), zone),
                prospect.ownRhythm() == null
                        ? null
                        : new Rhythm(
                                prospect.ownRhythm().times(),
                                prospect.ownRhythm().days()),
                prospect.wakeUpDate(),
                at(prospect.releasedAt(), zone),
                new NextFollowUp(
                        prospect.nextStep().date(),
                        prospect.nextStep().reason(),
                        prospect.nextStep().note(),
                        suggested,
                        prospect.deadline().latest(),
                        Objects.requireNonNull(at(prospect.dueAt(zone), zone)),
                        prospect.overdueDays(now, zone),
                        prospect.deadline().firstPending(),
                        at(prospect.handoverDueAt(), zone)),
                prospect.version());
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
