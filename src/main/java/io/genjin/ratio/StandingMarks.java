package io.genjin.ratio;

import io.genjin.dealership.Dealership;
import io.genjin.journal.JournalFact;
import io.genjin.journal.JournalListener;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Marks the cases that stand otherwise by an entry of the journal, in its transaction: whoever sees the entry sees the mark. */
@Component
class StandingMarks implements JournalListener {

    private final Standings standings;

    StandingMarks(Standings standings) {
        this.standings = standings;
    }

    @Override
    public void written(Dealership dealership, Collection<? extends JournalFact> facts, Instant recordedAt) {
        standings.mark(dealership.id(), facts);
    }
}
