package io.genjin.duplicate.web;

import io.genjin.duplicate.Merge;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.web.People;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was merged into a customer's case, or into which it was merged.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record MergesPanel(Prospect prospect, List<Row> rows, People people, boolean asPart) {

    /** One merge with the other case; nothing of it when the reader may not see it (S-R22). */
    public record Row(
            Merge merge, boolean isSurvivor, @Nullable Prospect other, boolean mayUndo) {}
}
