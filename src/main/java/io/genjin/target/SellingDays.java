package io.genjin.target;

import io.genjin.dealership.OpeningCalendar;
import java.time.LocalDate;

/**
 * The selling days of a period: the days on which the dealership is open.
 *
 * @param elapsed until today, today included; all when the period is over, none when it has not begun
 * @param left    from today on, today included; so today counts in both, for it can still be used
 */
public record SellingDays(int days, int elapsed, int left) {

    public SellingDays {
        if (days < 0 || elapsed < 0 || left < 0 || elapsed > days || left > days || elapsed + left > days + 1) {
            throw new IllegalArgumentException("%d of %d, %d left".formatted(elapsed, days, left));
        }
    }

    static SellingDays of(OpeningCalendar calendar, LocalDate first, LocalDate last, LocalDate today) {
        return new SellingDays(
                calendar.openDays(first, last),
                calendar.openDays(first, today.isAfter(last) ? last : today),
                calendar.openDays(today.isBefore(first) ? first : today, last));
    }
}
