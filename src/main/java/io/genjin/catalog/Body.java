package io.genjin.catalog;

/** The shape of a car (车身形式), by which people look for one. */
public enum Body {
    SEDAN,
    COUPE,
    HATCHBACK,
    SUV,
    MPV,
    WAGON
}
