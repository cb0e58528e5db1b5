package io.genjin.dealership;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Until when the first follow-up of a grade is owed, counted from the moment the information was obtained (O-03): hours to
 * the second, days and months to the end of a calendar day (1.11 rules 1 and 2). One month is a calendar month (O-08).
 */
public record FirstLimit(Unit unit, int amount) {

    /** Hours are exact to the second; days and months end with the day. */
    public enum Unit {
        HOURS,
        DAYS,
        MONTHS
    }

    public FirstLimit {
        if (amount < 1 || amount > 366) {
            throw new IllegalArgumentException("a first limit lasts between 1 and 366 units");
        }
    }

    public static FirstLimit hours(int amount) {
        return new FirstLimit(Unit.HOURS, amount);
    }

    public static FirstLimit days(int amount) {
        return new FirstLimit(Unit.DAYS, amount);
    }

    public static FirstLimit months(int amount) {
        return new FirstLimit(Unit.MONTHS, amount);
    }

    /** The last moment that is on time. */
    public Instant dueAt(Instant receivedAt, ZoneId zone) {
        LocalDate received = LocalDate.ofInstant(receivedAt, zone);
        return switch (unit) {
            case HOURS -> receivedAt.plus(Duration.ofHours(amount));
            case DAYS -> Dealership.endOf(received.plusDays(amount), zone);
            case MONTHS -> Dealership.endOf(received.plusMonths(amount), zone);
        };
    }
}
