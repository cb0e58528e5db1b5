package io.genjin.catalog;

/** Where a colour is: on the body (外观) or inside (内饰). */
public enum ColourPlace {
    EXTERIOR,
    INTERIOR
}
