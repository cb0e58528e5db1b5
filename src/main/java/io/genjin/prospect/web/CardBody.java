package io.genjin.prospect.web;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.OpenProspect;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.PurchaseBand;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a customer information card as forms and systems send them (domain 3.1). Nothing is mandatory here: what is
 * missing is named by the desk, all at once.
 */
public record CardBody(
        @Nullable String customerName,
        CardContent.@Nullable CustomerType customerType,
        CardContent.@Nullable Gender gender,
        @Nullable String mobile,
        @Nullable String phone,
        @Nullable String wechat,
        @Nullable String email,
        @Nullable String address,
        CardContent.@Nullable ContactWay preferredContactWay,
        CardContent.@Nullable ContactTime preferredContactTime,
        @Nullable String ageBand,
        @Nullable String occupation,
        @Nullable String industry,
        @Nullable String familyStructure,
        @Nullable String hobby,
        @Nullable String incomeBand,
        @Nullable Source source,
        @Nullable String sourceDetail,
        CardContent.@Nullable MediaChannel mediaChannel,
        @Nullable LocalDate expectedPurchaseDate,
        @Nullable PurchaseBand expectedPurchaseBand,
        @Nullable List<String> intentModels,
        CardContent.@Nullable PurchaseType purchaseType,
        CardContent.@Nullable Purpose purpose,
        @Nullable BigDecimal budget,
        CardContent.@Nullable PaymentWay paymentWay,
        @Nullable String decisionMaker,
        @Nullable String user,
        @Nullable List<String> competitors,
        @Nullable String currentCar,
        @Nullable Boolean tradeIn,
        @Nullable String remark,
        @Nullable Grade grade,
        @Nullable Set<Evidence> gradeEvidence,
        @Nullable String gradeOverrideReason,
        @Nullable LocalDate nextFollowUpDate,
        @Nullable NextStepReason nextFollowUpReason,
        @Nullable String nextFollowUpNote,
        @Nullable String lateReason,
        @Nullable OffsetDateTime receivedAt,
        @Nullable Boolean importantCustomer,
        @Nullable String owner) {

    OpenProspect toOpen() {
        return new OpenProspect(
                content(Source.OTHER),
                grade == null
                        ? null
                        : new GradeChoice(
                                grade,
                                gradeEvidence == null ? Set.of() : gradeEvidence,
                                gradeOverrideReason,
                                "gradeOverrideReason"),
                nextFollowUpDate,
                nextFollowUpReason,
                nextFollowUpNote,
                receivedAt == null ? null : receivedAt.toInstant(),
                Boolean.TRUE.equals(importantCustomer),
                lateReason,
                owner);
    }

    private CardContent content(Source missing) {
        return new CardContent(
                or(customerName, ""),
                customerType == null ? CardContent.CustomerType.INDIVIDUAL : customerType,
                gender,
                or(mobile, ""),
                phone,
                wechat,
                email,
                address,
                preferredContactWay,
                preferredContactTime,
                ageBand,
                occupation,
                industry,
                familyStructure,
                hobby,
                incomeBand,
                source == null ? missing : source,
                sourceDetail,
                mediaChannel,
                expectedPurchaseDate,
                expectedPurchaseBand,
                intentModels == null ? List.of() : intentModels,
                purchaseType,
                purpose,
                budget,
                paymentWay,
                decisionMaker,
                user,
                competitors == null ? List.of() : competitors,
                currentCar,
                tradeIn,
                remark);
    }

    /** The whole card as a form sends it: what is empty is emptied. */
    CardContent replacing(CardContent before) {
        CardContent sent = content(before.source());
        return mobile == null || mobile.contains("*") ? sent.withMobile(before.mobile()) : sent;
    }

    /** Part of the card as a system sends it: what is not named stays as it is, an empty text empties. */
    CardContent patching(CardContent before) {
        return new CardContent(
                or(customerName, before.customerName()),
                customerType == null ? before.customerType() : customerType,
                gender == null ? before.gender() : gender,
                or(mobile, before.mobile()),
                phone == null ? before.phone() : phone,
                wechat == null ? before.wechat() : wechat,
                email == null ? before.email() : email,
                address == null ? before.address() : address,
                preferredContactWay == null ? before.preferredContactWay() : preferredContactWay,
                preferredContactTime == null ? before.preferredContactTime() : preferredContactTime,
                ageBand == null ? before.ageBand() : ageBand,
                occupation == null ? before.occupation() : occupation,
                industry == null ? before.industry() : industry,
                familyStructure == null ? before.familyStructure() : familyStructure,
                hobby == null ? before.hobby() : hobby,
                incomeBand == null ? before.incomeBand() : incomeBand,
                source == null ? before.source() : source,
                sourceDetail == null ? before.sourceDetail() : sourceDetail,
                mediaChannel == null ? before.mediaChannel() : mediaChannel,
                expectedPurchaseDate == null ? before.expectedPurchaseDate() : expectedPurchaseDate,
                expectedPurchaseBand == null ? before.expectedPurchaseBand() : expectedPurchaseBand,
                intentModels == null ? before.intentModels() : intentModels,
                purchaseType == null ? before.purchaseType() : purchaseType,
                purpose == null ? before.purpose() : purpose,
                budget == null ? before.budget() : budget,
                paymentWay == null ? before.paymentWay() : paymentWay,
                decisionMaker == null ? before.decisionMaker() : decisionMaker,
                user == null ? before.user() : user,
                competitors == null ? before.competitors() : competitors,
                currentCar == null ? before.currentCar() : currentCar,
                tradeIn == null ? before.tradeIn() : tradeIn,
                remark == null ? before.remark() : remark);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /** The card as its form shows it; the number stays masked unless the reader types a new one. */
    static CardBody of(Prospect prospect) {
        CardContent card = prospect.content();
        return new CardBody(
                card.customerName(),
                card.customerType(),
                card.gender(),
                card.number().masked(),
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
                prospect.grade(),
                prospect.evidence(),
                prospect.overrideReason(),
                prospect.nextStep().date(),
                prospect.nextStep().reason(),
                prospect.nextStep().note(),
                null,
                null,
                prospect.isImportantCustomer(),
                null);
    }
}
