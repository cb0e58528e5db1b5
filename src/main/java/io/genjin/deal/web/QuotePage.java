package io.genjin.deal.web;

import gg.jte.Content;
import io.genjin.deal.PriceStanding;
import io.genjin.deal.Quotation;
import io.genjin.deal.QuoteFile;
import io.genjin.deal.QuoteVersion;
import io.genjin.prospect.web.People;
import io.genjin.shared.Money;
import io.genjin.shared.web.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A quotation on screen and on paper.
 *
 * @param version    the one that is shown
 * @param dealership its name, for the paper
 * @param code       opens the quotation on a phone
 */
public record QuotePage(
        QuoteFile.Opened file, QuoteVersion version, People people, Fields form, String dealership, Content code) {

    public Quotation quotation() {
        return file.quotation();
    }

    public String here() {
        return "/quotes/" + file.quotation().id();
    }

    public PriceStanding standing() {
        return file.standing(version);
    }

    public boolean isNewest() {
        return version.equals(file.quotation().newest());
    }

    /** {@code 3.2}: what share of the list price is given up, in per cent. */
    public static String share(Money part, Money whole) {
        return part.yuan()
                .multiply(BigDecimal.valueOf(100))
                .divide(whole.yuan(), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    public static String tone(PriceStanding standing) {
        return switch (standing) {
            case FREE, APPROVED -> "g-state-good";
            case WAITING -> "g-state-warn";
            case REJECTED, NEEDED -> "g-state-bad";
        };
    }
}
