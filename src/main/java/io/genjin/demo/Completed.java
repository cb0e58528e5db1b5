package io.genjin.demo;

import io.genjin.prospect.CardContent;
import java.math.BigDecimal;

/** A card with what its manager missed: who decides, and what may be spent. */
record Completed(CardContent card) {

    CardContent content() {
        BigDecimal budget = card.budget();
        String decides = card.decisionMaker();
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
                card.expectedPurchaseDate(),
                card.expectedPurchaseBand(),
                card.intentModels(),
                card.purchaseType(),
                card.purpose(),
                budget == null ? new BigDecimal("150000") : budget,
                card.paymentWay(),
                decides == null ? "夫妻共同" : decides,
                card.user(),
                card.competitors(),
                card.currentCar(),
                card.tradeIn(),
                "已与客户核对购车时间、预算和决策人");
    }
}
