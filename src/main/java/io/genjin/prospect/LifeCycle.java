package io.genjin.prospect;

import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Frequency;
import io.genjin.prospect.ProspectFact.Kind;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door through which other modules move a prospect through its life (FJ-MⅢ-08, domain 1.8). A step that the chart does
 * not have is refused with {@link StatusNotThere}; whoever calls has held the prospect before ({@link ProspectDesk#hold}) and
 * has checked that the person may. Each step is stored at once and is one fact of the journal; the clocks rest and resume
 * with it.
 *
 * <p>After a step back to following, the caller sets the next promise through followup's desk, which knows the rhythm.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LifeCycle {

    private final Prospects prospects;
    private final Changes changes;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LifeCycle(
            Prospects prospects,
            Changes changes,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.changes = changes;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** No deal: the consultant sums up why (state 7). */
    public void review(Prospect held, Map<String, Object> details, StaffMember by) {
        mustBe(held, ProspectStatus.FOLLOWING);
        step(held, ProspectStatus.NOT_CLOSED_REVIEW, Kind.REVIEWED, details, by.id());
    }

    /** The customer will be visited again (state 8, yes). */
    public void visitAgain(Prospect held, Map<String, Object> details, StaffMember by) {
        mustBe(held, ProspectStatus.NOT_CLOSED_REVIEW);
        step(held, ProspectStatus.FOLLOWING, Kind.VISIT_AGAIN, details, by.id());
    }

    /** The consultant will not visit again (state 8, no): a manager decides what happens (state 9). */
    public void analyseCause(Prospect held, Map<String, Object> details, StaffMember by) {
        mustBe(held, ProspectStatus.NOT_CLOSED_REVIEW);
        step(held, ProspectStatus.CAUSE_ANALYSIS, Kind.CAUSE_ANALYSIS_OPENED, details, by.id());
    }

    /** The manager has decided: the customer is followed again. */
    public void resume(Prospect held, Map<String, Object> details, StaffMember by) {
        mustBe(held, ProspectStatus.CAUSE_ANALYSIS);
        step(held, ProspectStatus.FOLLOWING, Kind.RESUMED, details, by.id());
    }

    /** Somebody asks to give the customer up; another person has the word. */
    public void applyDefeat(Prospect held, Map<String, Object> details, StaffMember by) {
        mustBe(held, ProspectStatus.CAUSE_ANALYSIS);
        step(held, ProspectStatus.DEFEAT_PENDING, Kind.DEFEAT_APPLIED, details, by.id());
    }

    /**
     * The customer is given up; only now it counts (4.1 rule 6).
     *
     * @param wakeUp when the case is taken up again by itself; nothing when only the customer can come back
     */
    public void defeat(Prospect held, @Nullable LocalDate wakeUp, Map<String, Object> details, StaffMember by) {
        mustBe(held, ProspectStatus.DEFEAT_PENDING);
        held.become(ProspectStatus.DEFEATED);
        held.wakesUpOn(wakeUp);
        told(held, Kind.DEFEATED, details, by.id());
    }

    /** The defeat is refused: back to following (scenario 35). */
    public void rejectDefeat(Prospect held, Map<String, Object> details, StaffMember by) {
        mustBe(held, ProspectStatus.DEFEAT_PENDING);
        step(held, ProspectStatus.FOLLOWING, Kind.DEFEAT_REJECTED, details, by.id());
    }

    /** The case rests until {@code wakeUp}; that day is its next step. */
    public void rest(Prospect held, NextStep wakeUp, Map<String, Object> details, StaffMember by) {
        mustBe(held, ProspectStatus.CAUSE_ANALYSIS);
        Map<String, Object> moved = moved(held, wakeUp, details);
        held.become(ProspectStatus.DORMANT);
        held.wakesUpOn(wakeUp.date());
        held.plan(wakeUp, held.deadline());
        told(held, Kind.SET_DORMANT, moved, by.id());
    }

    /**
     * A dormant or defeated case is taken up again.
     *
     * @param kind {@link Kind#WOKEN} on its date, {@link Kind#REACTIVATED} because the customer came back
     * @param by   nobody when the clock does it
     */
    public void takeUp(Prospect held, Kind kind, NextStep next, Map<String, Object> details, @Nullable StaffId by) {
        mustBe(held, ProspectStatus.DORMANT, ProspectStatus.DEFEATED);
        Map<String, Object> moved = moved(held, next, details);
        held.become(ProspectStatus.FOLLOWING);
        held.plan(next, held.deadline());
        told(held, kind, moved, by);
    }

    /** A binding order: the sale goes on in other hands, and nothing more is owed by the rhythm. */
    public void order(Prospect held, Map<String, Object> details, StaffMember by) {
        mustBe(
                held,
                ProspectStatus.FOLLOWING,
                ProspectStatus.NOT_CLOSED_REVIEW,
                ProspectStatus.CAUSE_ANALYSIS,
                ProspectStatus.DEFEAT_PENDING);
        step(held, ProspectStatus.ORDERED, Kind.ORDERED, details, by.id());
    }

    /** The order is cancelled before delivery: back to following; N is the grade to begin with again (scenario 37). */
    public void cancelOrder(Prospect held, NextStep next, Map<String, Object> details, StaffMember by) {
        mustBe(held, ProspectStatus.ORDERED);
        Map<String, Object> moved = moved(held, next, details);
        held.become(ProspectStatus.FOLLOWING);
        held.plan(next, held.deadline());
        told(held, Kind.ORDER_CANCELLED, moved, by.id());
    }

    public void deliver(Prospect held, Map<String, Object> details, StaffMember by) {
        mustBe(held, ProspectStatus.ORDERED);
        step(held, ProspectStatus.DELIVERED, Kind.DELIVERED, details, by.id());
    }

    /**
     * Gives the customer a rhythm of its own until the next regrading (调整频次, state 9).
     *
     * @param rhythm nothing gives the grade's rhythm back
     */
    public void keepTo(Prospect held, @Nullable Frequency rhythm, String reason, StaffMember by) {
        Instant now = clock.instant();
        held.keepTo(rhythm);
        changes.rhythm(held, reason, by.id(), now);
        store(held, by.id(), now);
        events.publishEvent(ProspectFact.of(held, Kind.RHYTHM_CHANGED, by.id(), now)
                .with("times", rhythm == null ? null : rhythm.times())
                .with("days", rhythm == null ? null : rhythm.days())
                .with("reason", reason));
    }

    /** Something that happened on the way without moving the case, such as a defeat sent to be verified. */
    public void note(Prospect held, Kind kind, Map<String, Object> details, @Nullable StaffId by) {
        Instant now = clock.instant();
        publish(held, kind, details, by, now);
    }

    /** A step that sets another date tells both, as every change of a date does. */
    private static Map<String, Object> moved(Prospect held, NextStep next, Map<String, Object> details) {
        Map<String, Object> moved = new LinkedHashMap<>(details);
        moved.put("oldDate", held.nextStep().date().toString());
        moved.put("nextDate", next.date().toString());
        moved.putIfAbsent("nextReason", next.reason().name());
        return moved;
    }

    /** Each step begins where its name says, whatever else may lead to the same status. */
    private static void mustBe(Prospect held, ProspectStatus... expected) {
        if (!Set.of(expected).contains(held.status())) {
            throw new StatusNotThere(held.status(), expected[0]);
        }
    }

    private void step(
            Prospect held, ProspectStatus next, Kind kind, Map<String, Object> details, @Nullable StaffId by) {
        held.become(next);
        told(held, kind, details, by);
    }

    private void told(Prospect held, Kind kind, Map<String, Object> details, @Nullable StaffId by) {
        Instant now = clock.instant();
        store(held, by, now);
        publish(held, kind, details, by, now);
    }

    private void publish(Prospect held, Kind kind, Map<String, Object> details, @Nullable StaffId by, Instant now) {
        ProspectFact fact = ProspectFact.of(held, kind, by, now);
        for (Map.Entry<String, Object> detail : details.entrySet()) {
            fact = fact.with(detail.getKey(), detail.getValue());
        }
        events.publishEvent(fact);
    }

    private void store(Prospect held, @Nullable StaffId by, Instant now) {
        prospects.update(held, by, now, dealerships.get(held.dealership()).zone());
    }
}
