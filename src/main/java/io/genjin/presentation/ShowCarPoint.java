package io.genjin.presentation;

/** What must be right about a show car before the first customer comes (2.5: no dirty or locked show car). */
public enum ShowCarPoint {
    CLEAN,
    UNLOCKED,
    CHARGED,
    PRICE_BOARD
}
