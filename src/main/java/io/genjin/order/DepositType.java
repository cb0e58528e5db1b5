package io.genjin.order;

/** What the money paid first is in law (domain 2.8). */
public enum DepositType {
    /** 定金: earnest money; who breaks off may lose it, and a manager says whether. */
    EARNEST,
    /** 订金: an advance; given back when the order is cancelled. */
    ADVANCE
}
