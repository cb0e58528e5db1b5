package io.genjin.intake;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Refusal.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that brought no new customer.
 *
 * @param number  the row as people count it in the file
 * @param cells   its cells as they were typed
 * @param reasons why it was refused; nothing for a customer on file
 */
public record ImportRow(
        int number,
        Outcome outcome,
        List<String> cells,
        List<Field> reasons,
        @Nullable ProspectId onFile) {

    /** Why there is no new customer. */
    public enum Outcome {
        REFUSED,
        DUPLICATE
    }

    public ImportRow {
        cells = List.copyOf(cells);
        reasons = List.copyOf(reasons);
    }
}
