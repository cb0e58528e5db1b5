package io.genjin.deal;

import io.genjin.shared.Refusal;

/** The quotation's last day is over; make another version. */
public class QuoteExpired extends Refusal {

    QuoteExpired() {
        super(Kind.RULE);
    }
}
