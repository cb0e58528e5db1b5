package io.genjin.sheet;

import io.genjin.sheet.SheetRow.Cell;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Telephone numbers as sheets hold them: as text, as a number, or as a number that another program wrote out
 * ({@code 13800138000.0}, {@code 1.3800138E10}). What Excel showed rounded ({@code 1.38E+10}) lost its last digits and stays
 * as it is, to be refused (S-R46).
 */
public final class SheetNumbers {

    private static final Pattern EXACT = Pattern.compile("\\d\\.\\d{1,14}[eE]\\d{1,2}|\\d{5,15}\\.0+");

    private SheetNumbers() {}

    /** The digits of a telephone number as a person would type them; anything else unchanged. */
    public static String digits(Cell cell) {
        if (cell.number() != null) {
            return plain(cell.number());
        }
        String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
        if (EXACT.matcher(text).matches()) {
            return plain(new BigDecimal(text));
        }
        return text;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
