package io.genjin.presentation;

/** How a customer took what was shown. */
public enum Reaction {
    LIKED,
    NEUTRAL,
    DISLIKED
}
