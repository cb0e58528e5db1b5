package io.genjin.dealership;

import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** One franchised dealership (特许经销商). Every date rule is read in its zone. HQ is the one with number 0. */
public record Dealership(DealershipId id, String code, String name, String region, ZoneId zone) {

    public LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The last moment of a day, 23:59:59: what is due that day is on time until then (1.11 rule 2). */
    public Instant endOf(LocalDate day) {
        return endOf(day, zone);
    }

    /** The last moment of a day in {@code zone}. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
