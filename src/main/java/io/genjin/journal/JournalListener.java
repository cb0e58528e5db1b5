package io.genjin.journal;

import io.genjin.dealership.Dealership;
import java.time.Instant;
import java.util.Collection;

/**
 * Must know at once what was written down: whoever keeps something that is counted from the journal. It is called in the
 * transaction of the entries, after them, so that what it writes stands or falls with them. It may wait for nobody.
 */
public interface JournalListener {

    /**
     * @param facts      what was written, all of one dealership, in their order
     * @param recordedAt when it was written
     */
    void written(Dealership dealership, Collection<? extends JournalFact> facts, Instant recordedAt);
}
