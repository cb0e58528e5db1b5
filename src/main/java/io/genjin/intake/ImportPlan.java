package io.genjin.intake;

import io.genjin.intake.sheet.ColumnMapping;
import io.genjin.prospect.Source;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet is to be read: which column means what, and what is true of rows that do not say their source.
 *
 * @param sourceDetail which event, referrer or partner, where the source needs one
 */
public record ImportPlan(
        ColumnMapping mapping, Source source, @Nullable String sourceDetail) {}
