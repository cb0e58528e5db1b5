package io.genjin.bench;

import io.genjin.shared.Command;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param imports whether a large sheet is taken in at the end
 * @param named   whether somebody asked for just these
 */
record Chosen(List<Operation> operations, boolean imports, boolean named) {

    /**
     * Those that {@code names} asks for, separated by commas, in this order; all when it is empty.
     *
     * @throws Command.NotUnderstood when a name is none
     */
    static Chosen of(String names) {
        List<Operation> all = Operations.all();
        if (names.isEmpty()) {
            return new Chosen(all, true, false);
        }
        List<Operation> chosen = new ArrayList<>();
        boolean imports = false;
        for (String name : names.split(",")) {
            if (name.equals(BulkImport.NAME)) {
                imports = true;
                continue;
            }
            chosen.add(all.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Command.NotUnderstood("--only knows no " + name + "; it knows "
                            + String.join(
                                    ", ", all.stream().map(Operation::name).toList()) + ", "
                            + BulkImport.NAME)));
        }
        return new Chosen(chosen, imports, true);
    }

    /** Those that leave nothing behind. */
    Chosen reads() {
        return new Chosen(operations.stream().filter(one -> !one.writes()).toList(), false, named);
    }

    /** The duties of those who do it. */
    Set<String> duties() {
        Set<String> duties = new LinkedHashSet<>();
        operations.forEach(one -> duties.add(one.duty()));
        if (imports) {
            duties.add(BulkImport.DUTY);
        }
        return duties;
    }
}
