package io.genjin.followup;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.SuggestsNextDate;
import io.genjin.shared.Grade;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes days for the next contact: the latest that the rhythm allows, and the day after a showroom visit (2.2). */
@Component
public class SuggestedDates implements SuggestsNextDate {

    private final Clocks clocks;
    private final Dealerships dealerships;
    private final Clock clock;

    SuggestedDates(Clocks clocks, Dealerships dealerships, Clock clock) {
        this.clocks = clocks;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Override
    public LocalDate suggest(Prospect prospect, LocalDate today) {
        LocalDate latest = prospect.deadline().latest();
        return latest.isBefore(today) ? today : latest;
    }

    /** For each grade the latest day of the contact after one that reaches the customer now. */
    @Transactional(readOnly = true)
    public Map<Grade, LocalDate> latestAfterContact(Prospect prospect) {
        Instant now = clock.instant();
        LocalDate today = dealerships.get(prospect.dealership()).dayOf(now);
        Map<Grade, LocalDate> latest = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            LocalDate day = clocks.afterContact(prospect, grade, now).latest();
            latest.put(grade, day.isAfter(today) ? day : today.plusDays(1));
        }
        return latest;
    }
}
