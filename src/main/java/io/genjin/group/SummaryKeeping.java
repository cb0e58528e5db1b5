package io.genjin.group;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.ratio.Days;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts the days that people compare, each dealership inside its own tenancy, so that a page only reads them: this month and the
 * one before, the last half year by months, and whatever else somebody asked for lately. Safe to run twice and on several nodes.
 */
@Component
public class SummaryKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryKeeping.class);

    /** What nothing was written about is counted anew all the same, for overdue grows with the clock. */
    private static final Duration OLDEST = Duration.ofMinutes(30);

    private static final int MONTHS = 6;
    private static final int DAYS_REMEMBERED = 3;
    private static final int DAYS_KEPT = 40;

    private final Counting counting;
    private final Summaries summaries;
    private final Dealerships dealerships;
    private final Clock clock;

    SummaryKeeping(Counting counting, Summaries summaries, Dealerships dealerships, Clock clock) {
        this.counting = counting;
        this.summaries = summaries;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * Counts what is worn, in all dealerships.
     *
     * @return how many were counted
     */
    public int keepAll() {
        return dealerships.selling().stream().mapToInt(this::keepSafely).sum();
    }

    /** One dealership that cannot be counted keeps nobody else from it. */
    private int keepSafely(Dealership dealership) {
        try {
            return keep(dealership.id());
        } catch (RuntimeException failed) {
            LOG.error("Cannot count dealership {} for the comparison", dealership.code(), failed);
            return 0;
        }
    }

    /** The same for one dealership. */
    public int keep(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        return Tenancy.within(in, () -> keep(dealership));
    }

    private int keep(Dealership dealership) {
        LocalDate today = dealership.today(clock);
        Set<Days> periods = usual(today);
        periods.addAll(summaries.askedSince(today.minusDays(DAYS_REMEMBERED), dealership.id()));
        Summaries.Shelf shelf = summaries.of(periods, today, dealership.id());
        int counted = 0;
        for (Days days : periods) {
            Kept kept = shelf.kept().get(days);
            if (kept == null || kept.isWorn(shelf.newest(), clock.instant(), OLDEST)) {
                count(days, dealership);
                counted++;
            }
        }
        summaries.forget(today.minusDays(DAYS_KEPT), dealership.id());
        return counted;
    }

    /** This month until today and the same days of the month before; the last half year. */
    static Set<Days> usual(LocalDate today) {
        Set<Days> periods = new LinkedHashSet<>();
        Days month = new Days(today.withDayOfMonth(1), today);
        periods.add(month);
        periods.add(Question.before(month));
        YearMonth running = YearMonth.from(today);
        for (int back = 1; back <= MONTHS; back++) {
            periods.add(Days.of(running.minusMonths(back)));
        }
        return periods;
    }

    /** Counts anew and keeps it; the dealership is entered. */
    Kept count(Days days, Dealership dealership) {
        Instant now = clock.instant();
        long began = System.nanoTime();
        Summary summary = counting.count(days, dealership);
        Kept kept = new Kept(days, now, Duration.ofNanos(System.nanoTime() - began), summary);
        summaries.store(kept, dealership.today(clock), dealership.id());
        return kept;
    }
}
