package io.genjin.delivery;

/** What is done before the customer arrives; that the payment is settled is seen from the order's ledger (2.9). */
public enum Preparation {
    CLEANED,
    FUELLED,
    DOCUMENTS_READY,
    PLACE_READY
}
