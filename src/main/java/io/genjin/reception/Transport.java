package io.genjin.reception;

/** How a party came (来店工具, 3.3). */
public enum Transport {
    CAR,
    TAXI,
    PUBLIC_TRANSPORT,
    ON_FOOT,
    OTHER
}
