package io.genjin.shared;

import io.genjin.shared.Refusal.Field;
import java.time.LocalDate;

/** The first or last day of a period that somebody asks about. */
public final class PeriodDay {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private PeriodDay() {}

    /**
     * The day as it was asked for.
     *
     * @throws FieldsRefused naming {@code field} when it lies where no dealership ever worked
     */
    public static LocalDate of(String field, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new FieldsRefused(Field.of(field, "field.periodYears", EARLIEST.getYear(), LATEST.getYear()));
        }
        return day;
    }
}
