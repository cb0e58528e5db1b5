package io.genjin.backup;

import java.util.List;
import java.util.Set;

/**
 * A table as a backup sees it. Names are quoted as SQL wants them.
 *
 * @param name     its name
 * @param columns  what it stores; what it computes is left to it
 * @param order    by what its rows are read, so that the same rows always give the same bytes
 * @param refersTo the tables whose rows must be there before its own
 */
record Table(String name, List<String> columns, List<String> order, Set<String> refersTo) {

    Table {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
        refersTo = Set.copyOf(refersTo);
    }

    String copyOut() {
        return "copy (select %s from public.%s order by %s) to stdout"
                .formatted(String.join(", ", columns), name, String.join(", ", order));
    }

    String copyIn() {
        return "copy public.%s (%s) from stdin".formatted(name, String.join(", ", columns));
    }
}
