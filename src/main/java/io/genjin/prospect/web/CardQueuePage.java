package io.genjin.prospect.web;

import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectList;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cards waiting for a signature or for entry, the one being read, and customers of the same name beside it. */
public record CardQueuePage(
        Page<ProspectList.Row> rows,
        People people,
        @Nullable Prospect opened,
        List<ProspectList.Row> alike,
        LocalDate today,
        ZoneId zone,
        StaffId me,
        Fields form) {

    /** Names of card fields that are empty although a complete card would have them. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (opened == null) {
            return missing;
        }
        var card = opened.content();
        if (card.intentModels().isEmpty()) {
            missing.add("intentModels");
        }
        if (card.expectedPurchaseBand() == null && card.expectedPurchaseDate() == null) {
            missing.add("expectedPurchaseBand");
        }
        if (card.purchaseType() == null) {
            missing.add("purchaseType");
        }
        if (card.paymentWay() == null) {
            missing.add("paymentWay");
        }
        if (opened.evidence().isEmpty() && opened.grade() != Grade.N) {
            missing.add("gradeEvidence");
        }
        return missing;
    }

    /** Signed before today: entry is late already. */
    public boolean isLate(ProspectList.Row row) {
        return row.signedAt() != null
                && LocalDate.ofInstant(row.signedAt(), zone).isBefore(today);
    }
}
