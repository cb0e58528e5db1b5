package io.genjin.sheet;

import java.nio.file.Path;

/** Reads each sheet named on its line as an import does, in a process with little memory, and says how far it came. */
final class CountRows {

    private CountRows() {}

    public static void main(String[] files) {
        for (String file : files) {
            int rows = 0;
            try (Sheet sheet = Sheet.open(Path.of(file))) {
                while (rows <= Sheet.MOST_ROWS && sheet.next() != null) {
                    rows++;
                }
            }
            System.out.println(rows);
        }
    }
}
