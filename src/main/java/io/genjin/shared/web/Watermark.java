package io.genjin.shared.web;

import java.time.format.DateTimeFormatter;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/**
 * Who took a sheet out of the house, and when: at the foot of each printed page and as a remark on the first cell (S-R32). It stands
 * beside the rows, so that a sheet still reads and sorts as it did.
 */
public final class Watermark {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private Watermark() {}

    /** Marks a sheet with whoever asked for it. */
    public static void on(Worksheet sheet, Screen s) {
        String mark = of(s);
        sheet.footer(mark.replace("&", "&&"), Position.LEFT);
        sheet.comment(0, 0, mark);
    }

    /** Dealership, person and moment; nothing where nobody is signed in. */
    static String of(Screen s) {
        Reader reader = s.reader();
        return reader == null
                ? ""
                : reader.dealershipName() + " · " + reader.name() + " · "
                        + MOMENT.format(s.now().atZone(reader.zone()));
    }
}
