package io.genjin.catalog;

/** What matters most to a customer when they choose a car (关注点): the need that a selling point answers. */
public enum Focus {
    SAFETY,
    POWER,
    FUEL,
    SPACE,
    COMFORT,
    TECHNOLOGY,
    LOOKS,
    PRICE,
    BRAND,
    AFTER_SALES
}
