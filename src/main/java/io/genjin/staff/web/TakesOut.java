package io.genjin.staff.web;

import java.util.List;

/**
 * Which routes take customers' data out of the house: sheets, prints, numbers in full. Told by the address, so that a new
 * download is among them by its name alone.
 */
final class TakesOut {

    private static final String NUMBER = "-reveals";
    private static final List<String> ENDINGS = List.of(".xlsx", ".csv", ".pdf", "/print", NUMBER);

    private TakesOut() {}

    static boolean is(String pattern) {
        return ENDINGS.stream().anyMatch(pattern::endsWith);
    }

    /** A telephone, licence or identity number in full. */
    static boolean showsNumber(String pattern) {
        return pattern.endsWith(NUMBER);
    }
}
