package io.genjin.defeat;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Frequency;
import io.genjin.followup.FollowUpDesk;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a manager decides what becomes of a customer who will not be visited again: another owner, rhythm or grade, a rest with
 * its end, or a defeat. Nothing else ends the analysis (1.8 state 9, scenario 34).
 */
@Service
public class CauseDesk {

    private final ProspectDesk prospects;
    private final LifeCycle lifeCycle;
    private final FollowUpDesk followUps;
    private final DefeatDesk defeats;
    private final Reviews reviews;
    private final Dealerships dealerships;
    private final Clock clock;

    CauseDesk(
            ProspectDesk prospects,
            LifeCycle lifeCycle,
            FollowUpDesk followUps,
            DefeatDesk defeats,
            Reviews reviews,
            Dealerships dealerships,
            Clock clock) {
        this.prospects = prospects;
        this.lifeCycle = lifeCycle;
        this.followUps = followUps;
        this.defeats = defeats;
        this.reviews = reviews;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * @throws FieldsRefused   naming every field that is missing or wrong
     * @throws NothingAdjusted when the customer is to be followed exactly as before
     * @throws io.genjin.prospect.StatusNotThere when the customer does not wait for this decision
     */
    @Transactional
    public Prospect decide(ProspectId id, CauseDecision decision, StaffMember by) {
        Prospect held = prospects.hold(id, by, "cause.decide");
        Dealership dealership = dealerships.get(by.dealership());
        Instant now = clock.instant();
        LocalDate today = dealership.dayOf(now);
        String comment = checked(decision, today);
        switch (Objects.requireNonNull(decision.way())) {
            case FOLLOW -> follow(id, decision, comment, by, now);
            case DORMANT ->
                lifeCycle.rest(
                        held,
                        new NextStep(
                                Objects.requireNonNull(decision.wakeUpDate()),
                                decision.nextReason() == null ? NextStepReason.ROUTINE : decision.nextReason(),
                                decision.nextNote() == null ? "" : decision.nextNote()),
                        Map.of("wakeUp", decision.wakeUpDate().toString(), "comment", comment),
                        by);
            case DEFEAT ->
                defeats.apply(held, Objects.requireNonNull(decision.loss()).checked(), by);
        }
        reviews.decided(
                by.dealership(),
                id,
                TypedId.newValue(),
                new Reviews.Decided(decision.way(), comment, adjusted(decision), by.id(), now));
        return prospects.get(by.dealership(), id);
    }

    private void follow(ProspectId id, CauseDecision decision, String comment, StaffMember by, Instant now) {
        if (decision.owner() != null && !decision.owner().isBlank()) {
            prospects.transfer(id, decision.owner(), TransferReason.CAUSE_ANALYSIS, comment, by);
        }
        Prospect held = prospects.hold(id, by.dealership());
        if (decision.grade() != null && decision.grade() != held.grade()) {
            prospects.regrade(
                    held,
                    new GradeChoice(decision.grade(), decision.evidence(), decision.gradeReason(), "gradeReason"),
                    by,
                    now);
        }
        NextStep next = new NextStep(
                Objects.requireNonNull(decision.nextDate()),
                Objects.requireNonNull(decision.nextReason()),
                decision.nextNote() == null ? "" : decision.nextNote());
        Map<String, Object> details = ReviewDesk.about(next);
        details.put("comment", comment);
        lifeCycle.resume(held, details, by);
        if (decision.rhythm() != null) {
            lifeCycle.keepTo(held, decision.rhythm(), comment, by);
        }
        followUps.promise(held, next, decision.lateReason(), by);
    }

    private static String checked(CauseDecision decision, LocalDate today) {
        List<Field> wrong = new ArrayList<>();
        ReviewDesk.required(decision.way(), "decision", wrong);
        String comment = PlainText.text(decision.comment(), ReviewDesk.LONGEST_TEXT, "comment", wrong);
        ReviewDesk.required(comment, "comment", wrong);
        PlainText.line(decision.nextNote(), ReviewDesk.LONGEST_TEXT, "nextNote", wrong);
        PlainText.line(decision.lateReason(), ReviewDesk.LONGEST_TEXT, "lateReason", wrong);
        if (decision.way() == CauseDecision.Way.FOLLOW) {
            ReviewDesk.required(decision.nextDate(), "nextDate", wrong);
            ReviewDesk.required(decision.nextReason(), "nextReason", wrong);
        } else if (decision.way() == CauseDecision.Way.DORMANT) {
            LocalDate wakeUp = decision.wakeUpDate();
            ReviewDesk.required(wakeUp, "wakeUpDate", wrong);
            if (wakeUp != null && (!wakeUp.isAfter(today) || wakeUp.isAfter(today.plusYears(1)))) {
                wrong.add(Field.of("wakeUpDate", "field.wakeUpDate"));
            }
        } else if (decision.way() == CauseDecision.Way.DEFEAT) {
            Loss loss = decision.loss();
            if (loss == null) {
                wrong.add(Field.of("outcome", "field.required"));
            } else {
                try {
                    loss.checked();
                } catch (FieldsRefused refused) {
                    wrong.addAll(refused.fields());
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        if (decision.way() == CauseDecision.Way.FOLLOW && decision.adjustsNothing()) {
            throw new NothingAdjusted();
        }
        return Objects.requireNonNull(comment);
    }

    /** What was adjusted, as it was asked for: {@code owner=li.na grade=B rhythm=1/3}. */
    private static String adjusted(CauseDecision decision) {
        List<String> all = new ArrayList<>();
        if (decision.owner() != null && !decision.owner().isBlank()) {
            all.add("owner=" + decision.owner());
        }
        if (decision.grade() != null) {
            all.add("grade=" + decision.grade().name());
        }
        Frequency rhythm = decision.rhythm();
        if (rhythm != null) {
            all.add("rhythm=" + rhythm.times() + "/" + rhythm.days());
        }
        if (decision.wakeUpDate() != null) {
            all.add("wakeUp=" + decision.wakeUpDate());
        }
        return String.join(" ", all);
    }
}
