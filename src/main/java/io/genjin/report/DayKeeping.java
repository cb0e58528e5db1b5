package io.genjin.report;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.report.DayFigures.Count;
import io.genjin.report.DayFigures.Kept;
import io.genjin.report.DayFigures.Mark;
import io.genjin.report.DayFigures.Stretch;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the figures of days that are over, so that a report adds up days instead of reading the journal. Whatever is not kept,
 * or was written about since, a report counts from the journal itself: keeping makes it fast and never makes it wrong.
 */
@Component
public class DayKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(DayKeeping.class);

    /** Days that are counted with one question. */
    private static final int AT_ONCE = 31;

    private static final int MARKS_AT_ONCE = 5_000;
    private static final int GAP = 2;
    private static final int DAYS_COMPARED = 62;

    /**
     * What came of a comparison with the journal.
     *
     * @param first     the first day compared; none when nothing is kept
     * @param differing the days whose figures differed, mended since
     */
    public record Compared(
            @Nullable LocalDate first, @Nullable LocalDate last, List<LocalDate> differing) {}

    private final DayFigures figures;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DayKeeping(DayFigures figures, Dealerships dealerships, PlatformTransactionManager transactions, Clock clock) {
        this.figures = figures;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Keeps what is over, in all dealerships. */
    public void keepAll() {
        dealerships.selling().forEach(dealership -> keep(dealership.id()));
    }

    /** Counts anew the days that something was written about, and keeps the days that are over, yesterday first. */
    public void keep(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        Tenancy.within(in, () -> {
            if (!Boolean.TRUE.equals(transaction.execute(status -> figures.isComplete(dealership)))) {
                repeat(dealership, kept -> renewed(kept, dealership));
                repeat(dealership, kept -> extended(kept, dealership));
            }
        });
    }

    /** Forgets everything that is kept of a dealership and counts it anew from the journal. */
    public void rebuild(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        Tenancy.within(
                in,
                () -> repeat(dealership, kept -> {
                    figures.forget(dealership);
                    return false;
                }));
        keep(in);
    }

    /** One transaction after the other, as long as there is more to do. */
    private void repeat(Dealership dealership, Function<Kept, Boolean> work) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> {
                Kept kept = figures.hold(dealership);
                return kept != null && work.apply(kept);
            }));
        }
    }

    private boolean renewed(Kept kept, Dealership dealership) {
        List<Mark> marks = figures.marks(MARKS_AT_ONCE, dealership.id());
        Set<LocalDate> days = new TreeSet<>();
        marks.stream()
                .map(Mark::day)
                .filter(day -> !day.isBefore(kept.first()) && !day.isAfter(kept.last()))
                .forEach(days::add);
        DayFigures.stretches(days, GAP).forEach(stretch -> figures.store(cut(stretch, kept), dealership));
        figures.settle(marks, dealership.id());
        return marks.size() == MARKS_AT_ONCE;
    }

    private static Stretch cut(Stretch stretch, Kept kept) {
        return new Stretch(
                stretch.first().isBefore(kept.first()) ? kept.first() : stretch.first(),
                stretch.last().isAfter(kept.last()) ? kept.last() : stretch.last());
    }

    private boolean extended(Kept kept, Dealership dealership) {
        LocalDate settled = figures.lastSettled(dealership);
        if (kept.isNothing()) {
            // a day that the keeper's row names may not be over yet, when nothing was kept before
            LocalDate last = settled;
            Stretch stretch = new Stretch(last.minusDays(AT_ONCE - 1L), last);
            figures.store(stretch, dealership);
            figures.keeps(stretch.first(), last, dealership.id());
            return true;
        }
        if (kept.last().isBefore(settled)) {
            LocalDate last = earlier(kept.last().plusDays(AT_ONCE), settled);
            figures.store(new Stretch(kept.last().plusDays(1), last), dealership);
            figures.keeps(kept.first(), last, dealership.id());
            return true;
        }
        if (!kept.first().isAfter(DayFigures.BEGINNING)) {
            return false;
        }
        LocalDate begun = figures.firstDay(dealership.id());
        if (begun == null || !begun.isBefore(kept.first())) {
            figures.keeps(DayFigures.BEGINNING, kept.last(), dealership.id());
            return false;
        }
        LocalDate first = kept.first().minusDays(AT_ONCE);
        first = first.isBefore(begun) ? begun : first;
        figures.store(new Stretch(first, kept.first().minusDays(1)), dealership);
        figures.keeps(first, kept.last(), dealership.id());
        return true;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Counts the last two months anew, in all dealerships, and reports every difference from what is kept as a defect; what
     * differs is kept anew.
     *
     * @return how many days differed
     */
    public int compareAll() {
        return dealerships.selling().stream().mapToInt(one -> compare(one.id())).sum();
    }

    /** The same for one dealership. */
    public int compare(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        return Tenancy.within(
                in,
                () -> Objects.requireNonNullElse(
                        transaction.execute(status -> {
                            Kept held = figures.hold(dealership);
                            return held == null ? 0 : mended(dealership);
                        }),
                        0));
    }

    /**
     * Counts every day that is kept anew from the journal, mends what differs, and keeps what is over and was not kept yet; other
     * keepers are waited for.
     */
    public Compared compareWhole(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        keep(in);
        return Tenancy.within(in, () -> {
            Kept whole = within(status -> figures.kept(DayFigures.BEGINNING, dealership.today(clock), dealership));
            List<LocalDate> differing = new ArrayList<>();
            for (Stretch stretch : within(status -> parts(whole, dealership))) {
                differing.addAll(within(status -> {
                    figures.await(dealership);
                    return mended(figures.kept(stretch.first(), stretch.last(), dealership), dealership);
                }));
            }
            LocalDate first = within(status -> Optional.ofNullable(figures.firstDay(in)))
                    .filter(day -> !whole.isNothing() && !day.isAfter(whole.last()))
                    .orElse(null);
            return new Compared(first, first == null ? null : whole.last(), differing);
        });
    }

    private <T> T within(TransactionCallback<T> work) {
        return Objects.requireNonNull(transaction.execute(work));
    }

    /** What is kept, in parts that one question counts; before the first entry there are rows only where something is wrong. */
    private List<Stretch> parts(Kept whole, Dealership dealership) {
        List<Stretch> parts = new ArrayList<>();
        if (whole.isNothing()) {
            return parts;
        }
        LocalDate begun = figures.firstDay(dealership.id());
        LocalDate first = whole.first();
        if (begun != null && begun.isAfter(first)) {
            Stretch before = new Stretch(first, earlier(begun.minusDays(1), whole.last()));
            figures.stored(before, dealership.id()).stream()
                    .map(Count::day)
                    .distinct()
                    .sorted()
                    .forEach(day -> parts.add(new Stretch(day, day)));
            first = begun;
        }
        for (LocalDate day = first; !day.isAfter(whole.last()); day = day.plusDays(AT_ONCE)) {
            parts.add(new Stretch(day, earlier(day.plusDays(AT_ONCE - 1L), whole.last())));
        }
        return parts;
    }

    private int mended(Dealership dealership) {
        LocalDate today = dealership.today(clock);
        return mended(figures.kept(today.minusDays(DAYS_COMPARED), today, dealership), dealership)
                .size();
    }

    /** The days of a span that differed from the journal, mended. */
    private Set<LocalDate> mended(Kept kept, Dealership dealership) {
        if (kept.isNothing()) {
            return Set.of();
        }
        Stretch all = new Stretch(kept.first(), kept.last());
        Set<Count> stored = new HashSet<>(figures.stored(all, dealership.id()));
        Set<Count> counted = new HashSet<>(figures.counted(all, List.of(), dealership));
        Set<LocalDate> differing = new TreeSet<>();
        stored.stream()
                .filter(count -> !counted.contains(count))
                .map(Count::day)
                .forEach(differing::add);
        counted.stream()
                .filter(count -> !stored.contains(count))
                .map(Count::day)
                .forEach(differing::add);
        // what was written about since has its mark and is counted anew without being a defect
        Kept now = figures.kept(kept.first(), kept.last(), dealership);
        differing.removeAll(now.stale());
        if (!differing.isEmpty()) {
            LOG.error("Kept figures of {} differed from the journal on {}", dealership.code(), differing);
            DayFigures.stretches(differing, GAP).forEach(stretch -> figures.store(cut(stretch, kept), dealership));
        }
        return differing;
    }
}
