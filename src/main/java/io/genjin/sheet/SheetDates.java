package io.genjin.sheet;

import io.genjin.sheet.SheetRow.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as sheets hold them: {@code 2026-03-02}, {@code 2026/3/2 9:05}, {@code 2026年3月2日}, {@code 20260302}, and day
 * numbers of Excel. Right or refused, never shifted by a day; day and month in an order that could be either are refused
 * (S-R45).
 */
public final class SheetDates {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?"
            + "(?:[T\\s]*(\\d{1,2})(?::|时)(\\d{1,2})(?:(?::|分)(\\d{1,2})(?:\\.\\d{1,9})?秒?|分)?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    private static final int INVENTED_LEAP_DAY = 60;
    private static final BigDecimal LAST_DAY_NUMBER = new BigDecimal("2958466");
    private static final int SECONDS_OF_DAY = 86_400;

    private SheetDates() {}

    /** The date and time in a cell, midnight where it names only a day; nothing when it cannot be told for sure. */
    public static Optional<LocalDateTime> read(Cell cell, boolean from1904) {
        BigDecimal number = cell.number();
        if (number != null && number.signum() >= 0 && number.compareTo(LAST_DAY_NUMBER) < 0) {
            return ofDayNumber(number, from1904);
        }
        String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
        try {
            Matcher written = WRITTEN.matcher(text);
            if (written.matches()) {
                LocalDate day = LocalDate.of(part(written, 1), part(written, 2), part(written, 3));
                return Optional.of(day.atTime(part(written, 4), part(written, 5), part(written, 6)));
            }
            Matcher digits = DIGITS.matcher(text);
            if (digits.matches()) {
                return Optional.of(LocalDate.of(part(digits, 1), part(digits, 2), part(digits, 3))
                        .atStartOfDay());
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static int part(Matcher written, int group) {
        String digits = written.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Excel invented a 29 February 1900 (day 60), so that later days count one more. */
    private static Optional<LocalDateTime> ofDayNumber(BigDecimal number, boolean from1904) {
        long day = number.longValue();
        long seconds = number.subtract(BigDecimal.valueOf(day))
                .multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        if (from1904) {
            return Optional.of(
                    START_1904.plusDays(day).atTime(LocalTime.MIDNIGHT).plusSeconds(seconds));
        }
        if (day == 0 || day == INVENTED_LEAP_DAY) {
            return Optional.empty();
        }
        LocalDate date = BEFORE_1900.plusDays(day < INVENTED_LEAP_DAY ? day : day - 1);
        return Optional.of(date.atTime(LocalTime.MIDNIGHT).plusSeconds(seconds));
    }
}
