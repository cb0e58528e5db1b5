package io.genjin.ratio;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.ratio.Standings.Mark;
import io.genjin.ratio.Standings.Stretch;
import io.genjin.shared.DealershipId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps how cases stood, so that a report looks it up instead of replaying the journal. What is not kept, or was written about
 * since, is read from the journal itself: keeping makes a report fast and never makes it wrong.
 */
@Component
public class StandingKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(StandingKeeping.class);
    private static final int MARKS_AT_ONCE = 5_000;

    private final Standings standings;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;

    StandingKeeping(Standings standings, Dealerships dealerships, PlatformTransactionManager transactions) {
        this.standings = standings;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Keeps all cases of all dealerships. */
    public void keepAll() {
        dealerships.selling().forEach(dealership -> keep(dealership.id()));
    }

    /** Reads the cases anew that something was written about; all of them when they were not kept by this definition. */
    public void keep(DealershipId in) {
        Tenancy.within(in, () -> {
            boolean more = !Boolean.TRUE.equals(transaction.execute(status -> standings.isComplete(in)));
            while (more) {
                more = held(in, definition -> definition == Standings.DEFINITION ? renewed(in) : begun(in))
                        == MARKS_AT_ONCE;
            }
        });
    }

    /** Forgets everything that is kept of a dealership and reads it anew from the journal. */
    public void rebuild(DealershipId in) {
        Tenancy.within(in, () -> held(in, definition -> begun(in)));
        keep(in);
    }

    private int held(DealershipId in, ToIntFunction<Long> work) {
        Integer done = transaction.execute(status -> {
            Long definition = standings.hold(in);
            return definition == null ? 0 : work.applyAsInt(definition);
        });
        return done == null ? 0 : done;
    }

    /** Marks are read before the journal: one that is written meanwhile stays. */
    private int renewed(DealershipId in) {
        List<Mark> marks = standings.marks(MARKS_AT_ONCE, in);
        if (!marks.isEmpty()) {
            again(marks.stream().map(Mark::prospect).collect(Collectors.toSet()), in);
            standings.settle(marks, in);
        }
        return marks.size();
    }

    private int begun(DealershipId in) {
        List<Mark> marks = standings.marks(Integer.MAX_VALUE, in);
        standings.forget(in);
        standings.store(standings.told(in), in);
        standings.keeps(Standings.DEFINITION, in);
        standings.settle(marks, in);
        return 0;
    }

    private void again(Set<UUID> prospects, DealershipId in) {
        standings.forget(prospects, in);
        standings.store(standings.told(prospects, in), in);
    }

    /**
     * Reads everything anew, in all dealerships, and reports every difference from what is kept as a defect; what differs is
     * kept anew.
     *
     * @return how many cases differed
     */
    public int compareAll() {
        return dealerships.selling().stream().mapToInt(one -> compare(one.id())).sum();
    }

    /** The same for one dealership. */
    public int compare(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        return Tenancy.within(
                in, () -> held(in, definition -> definition == Standings.DEFINITION ? mended(dealership) : 0));
    }

    /** The same with what was not kept yet; other keepers are waited for. */
    int compareWhole(DealershipId in) {
        keep(in);
        Dealership dealership = dealerships.get(in);
        return Tenancy.within(
                in,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    standings.await(in);
                    Long definition = Objects.requireNonNull(standings.hold(in));
                    return definition == Standings.DEFINITION ? mended(dealership) : begun(in);
                })));
    }

    private int mended(Dealership dealership) {
        DealershipId in = dealership.id();
        Set<Stretch> stored = new HashSet<>(standings.stored(in));
        Set<Stretch> told = new HashSet<>(standings.told(in));
        Set<UUID> differing = Stream.concat(
                        stored.stream().filter(one -> !told.contains(one)),
                        told.stream().filter(one -> !stored.contains(one)))
                .map(Stretch::prospect)
                .collect(Collectors.toSet());
        // what was written about since has its mark and is read anew without being a defect
        standings.marks(Integer.MAX_VALUE, in).forEach(mark -> differing.remove(mark.prospect()));
        if (!differing.isEmpty()) {
            LOG.error("Kept standings of {} differed from the journal in cases {}", dealership.code(), differing);
            again(differing, in);
        }
        return differing.size();
    }
}
