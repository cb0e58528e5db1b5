package io.genjin.deal;

import io.genjin.shared.Refusal;

/** A colleague wrote this quotation anew after the reader opened it; nothing typed is lost, and the reader decides (S-R53). */
public class QuoteChanged extends Refusal {

    QuoteChanged(QuoteVersion current) {
        super(Kind.PRECONDITION, current.number());
    }
}
