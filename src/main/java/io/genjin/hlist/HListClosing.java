package io.genjin.hlist;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.hlist.HListFact.Kind;
import io.genjin.journal.Journal;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the lists of weeks that are over into the archive: each customer gets what their week came to, coverage and lists are
 * frozen, and whoever had none is named. It judges by what was written down until the end of Sunday, so that it says the same
 * whenever it runs: twice, on several nodes, or long after.
 */
@Component
public class HListClosing {

    private final ListWeeks weeks;
    private final HLists lists;
    private final Coverages coverages;
    private final Happenings happenings;
    private final Journal journal;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HListClosing(
            ListWeeks weeks,
            HLists lists,
            Coverages coverages,
            Happenings happenings,
            Journal journal,
            Dealerships dealerships,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.weeks = weeks;
        this.lists = lists;
        this.coverages = coverages;
        this.happenings = happenings;
        this.journal = journal;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Closes every week that is over, in all dealerships. */
    public int closeEnded() {
        int closed = 0;
        for (Dealership dealership : dealerships.selling()) {
            closed += closeEnded(dealership.id());
        }
        return closed;
    }

    /** Closes every week that is over in one dealership, the oldest first, and keeps lists for the running one. */
    public int closeEnded(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        ListWeek running = ListWeek.of(dealership.today(clock));
        return Tenancy.within(in, () -> {
            transaction.executeWithoutResult(status -> weeks.keepUntil(in, running));
            int closed = 0;
            while (Objects.requireNonNull(transaction.execute(status -> closeNext(dealership, running)))) {
                closed++;
            }
            return closed;
        });
    }

    private boolean closeNext(Dealership dealership, ListWeek running) {
        Optional<ListWeek> ended = weeks.holdEnded(dealership.id(), running);
        ended.ifPresent(week -> close(dealership, week));
        return ended.isPresent();
    }

    private void close(Dealership dealership, ListWeek week) {
        DealershipId in = dealership.id();
        Instant end = week.closesAt(dealership);
        List<HList> all = lists.of(in, week);
        Map<HListEntryId, Verdict> verdicts = happenings.verdicts(
                dealership,
                week,
                all.stream().flatMap(list -> list.entries().stream()).toList(),
                dealership.startOf(week.next().monday()));
        List<HListFact> facts = new ArrayList<>();
        HitRate rate = new HitRate(0, 0);
        for (HList list : all) {
            for (HListEntry entry : list.entries()) {
                Verdict verdict = Objects.requireNonNull(verdicts.get(entry.id()));
                lists.close(in, entry, verdict, end);
                rate = rate.and(HitRate.of(List.of(verdict)));
                facts.add(HListFact.of(Kind.H_LIST_RESULT, in, entry, list.consultant(), null, end)
                        .with("result", verdict.result().name()));
            }
        }
        lists.close(in, week, end);
        Coverage coverage = coverages.now(in, week, all);
        coverages.freeze(in, week, coverage);
        weeks.close(in, week, end);
        List<String> missing =
                coverage.missing().stream().map(one -> one.toString()).toList();
        facts.add(HListFact.of(Kind.H_LIST_CLOSED, in, week, null, null, end)
                .with("held", coverage.held())
                .with("expected", coverage.expected())
                .with("entries", rate.entries())
                .with("ordered", rate.ordered())
                .with("missing", missing.isEmpty() ? null : missing));
        journal.writeAll(facts);
    }
}
