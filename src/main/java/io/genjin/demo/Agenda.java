package io.genjin.demo;

import io.genjin.shared.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is going to be done in the past, in the order of its time, until the past has become now. Each act sees the business
 * clock at its own instant. An act that is refused leaves nothing behind.
 */
final class Agenda {

    private record Act(Instant at, long number, Runnable work) {}

    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

    private final PriorityQueue<Act> acts =
            new PriorityQueue<>(Comparator.comparing(Act::at).thenComparing(Act::number));
    private final DemoClock clock;
    private final TransactionTemplate act;
    private final Instant until;
    private long numbers;
    private int refused;

    Agenda(DemoClock clock, PlatformTransactionManager transactions, Instant until) {
        this.clock = clock;
        this.act = new TransactionTemplate(transactions);
        this.act.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.until = until;
    }

    /** Plans {@code work} for {@code at}; what would be later than now is never done. */
    void plan(Instant at, Runnable work) {
        if (!at.isAfter(until)) {
            acts.add(new Act(at, numbers++, work));
        }
    }

    /** Does all that is planned, and what is planned meanwhile. */
    void live() {
        Act next = acts.poll();
        while (next != null) {
            Act now = next;
            clock.at(now.at(), () -> attempt(now));
            next = acts.poll();
        }
    }

    private void attempt(Act now) {
        try {
            act.executeWithoutResult(status -> now.work().run());
        } catch (Refusal refusal) {
            refused++;
            LOG.warn("The demo's past at {} was refused: {}", now.at(), refusal.getMessage());
        }
    }

    /** Does a part of an act that may be refused, so that the act can go on without it. */
    <T> T trial(Supplier<T> part) {
        return Objects.requireNonNull(act.execute(status -> part.get()));
    }

    /** The moment at which the past ends. */
    Instant until() {
        return until;
    }

    /** The time of the act that is being done. */
    Instant now() {
        return clock.instant();
    }

    int refused() {
        return refused;
    }
}
