package io.genjin.delivery;

import java.util.Arrays;
import java.util.List;

/** One of the twenty things that customer and consultant look at together before signing (交车确认表, 3.7). */
public enum CheckItem {
    EXTERIOR(Section.CAR, false),
    INTERIOR(Section.CAR, false),
    PAINT(Section.CAR, false),
    GLASS(Section.CAR, false),
    TYRES(Section.CAR, false),
    LIGHTS(Section.CAR, false),
    TOOLS(Section.CAR, false),
    SPARE_KEY(Section.CAR, false),
    ACCESSORIES(Section.CAR, false),
    MILEAGE(Section.CAR, false),
    FUEL(Section.CAR, false),
    CONFORMITY_CERTIFICATE(Section.DOCUMENTS, true),
    CONSISTENCY_CERTIFICATE(Section.DOCUMENTS, true),
    MANUAL(Section.DOCUMENTS, true),
    WARRANTY_BOOKLET(Section.DOCUMENTS, true),
    GUARANTEE_VOUCHER(Section.DOCUMENTS, true),
    INVOICE(Section.DOCUMENTS, false),
    INSURANCE_POLICY(Section.DOCUMENTS, false),
    TAX_RECEIPT(Section.DOCUMENTS, false),
    REGISTRATION(Section.DOCUMENTS, false);

    private final Section section;
    private final boolean demandedByLaw;

    CheckItem(Section section, boolean demandedByLaw) {
        this.section = section;
        this.demandedByLaw = demandedByLaw;
    }

    public Section section() {
        return section;
    }

    /** Handed over with every new car (汽车销售管理办法, art. 16); without it nobody signs, and no date makes up for it. */
    public boolean isDemandedByLaw() {
        return demandedByLaw;
    }

    public static List<CheckItem> of(Section section) {
        return Arrays.stream(values()).filter(item -> item.section == section).toList();
    }

    public static List<CheckItem> demandedByLaw() {
        return Arrays.stream(values()).filter(CheckItem::isDemandedByLaw).toList();
    }
}
