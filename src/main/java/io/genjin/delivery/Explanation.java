package io.genjin.delivery;

/** What is explained to the customer before they drive away (3.7). */
public enum Explanation {
    CONTROLS,
    INFOTAINMENT,
    SAFETY,
    MAINTENANCE,
    WARRANTY,
    SERVICE_HOURS,
    RESCUE_NUMBER
}
