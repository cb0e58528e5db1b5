package io.genjin.catalog;

/** How a car changes gear (变速箱); an electric one has a single speed. */
public enum Gearbox {
    MANUAL,
    AUTOMATIC,
    DUAL_CLUTCH,
    CVT,
    HYBRID_DRIVE,
    SINGLE_SPEED
}
