package io.genjin.needs;

/** Whether the customer can have a licence plate (牌照情况): without a quota no car drives in some cities. */
public enum PlateSituation {
    HAS_QUOTA,
    LOTTERY,
    NONE
}
