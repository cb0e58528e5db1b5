package io.genjin.presentation;

import org.jspecify.annotations.Nullable;

/** What was shown from one position, and how the customer took it, in a few of their words. */
public record ShownPosition(
        Position position, Reaction reaction, @Nullable String words) {}
