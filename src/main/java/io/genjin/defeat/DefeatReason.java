package io.genjin.defeat;

/** Why a customer does not buy here (战败原因, 3.9): finer than the price. */
public enum DefeatReason {
    PRICE,
    PRODUCT,
    STOCK_COLOUR,
    DELIVERY_TIME,
    SERVICE,
    BRAND,
    FINANCE,
    TRADE_IN,
    DISTANCE,
    NEED_DROPPED,
    LICENCE_PLATE,
    OTHER
}
