package io.genjin.demo;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/**
 * Moves the demo's clock and does what falls due on the way. Several days are lived through one by one, so that the work of
 * each day is written down on that day, as if nobody had moved anything.
 */
@Service
@Profile("demo")
public class ClockDesk {

    /** Further at once is hardly meant, and every day on the way takes its time. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final DemoClock clock;
    private final List<DueWork> dueWork;

    ClockDesk(DemoClock clock, List<DueWork> dueWork) {
        this.clock = clock;
        this.dueWork = dueWork;
    }

    /** The business time. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Moves the clock forward to {@code to}; what is due by then is done when this returns.
     *
     * @param zone whose days are lived through
     * @throws ClockNeverBack when {@code to} is before now
     * @throws FieldsRefused  naming {@code now} when it is more than a year away
     */
    public synchronized void moveTo(Instant to, ZoneId zone) {
        Instant now = clock.instant();
        if (to.isBefore(now)) {
            throw new ClockNeverBack(now);
        }
        if (Duration.between(now, to).compareTo(FURTHEST) > 0) {
            throw new FieldsRefused(Field.of("now", "demo.clock.far"));
        }
        Instant midnight = midnightAfter(now, zone);
        while (midnight.isBefore(to)) {
            live(midnight);
            midnight = midnightAfter(midnight, zone);
        }
        live(to);
    }

    private static Instant midnightAfter(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The work of the moments before may have taken so long that the clock has passed this one by itself. */
    private void live(Instant moment) {
        if (clock.instant().isBefore(moment)) {
            clock.moveTo(moment);
        }
        dueWork.forEach(DueWork::doDue);
    }
}
