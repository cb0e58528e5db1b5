package io.genjin.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One respect in which two cars are compared.
 *
 * @param source where it stands, when not where the whole comparison was taken from
 */
public record ComparisonRow(
        Focus focus,
        String ours,
        String theirs,
        Better better,
        @Nullable String source) {}
