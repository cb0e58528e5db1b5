package io.genjin.catalog;

/** What a car runs on (能源). */
public enum Energy {
    PETROL,
    DIESEL,
    HYBRID,
    PLUG_IN_HYBRID,
    RANGE_EXTENDED,
    ELECTRIC
}
