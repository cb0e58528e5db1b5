package io.genjin.intake.web;

import io.genjin.intake.ImportBatch;
import io.genjin.intake.ImportRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import: how far it is and what came of it.
 *
 * @param rows   the first rows that brought no new customer
 * @param notice key of a sentence about what was just done
 */
public record ImportPage(
        ImportBatch batch,
        List<ImportRow> rows,
        String uploadedBy,
        @Nullable String notice) {}
