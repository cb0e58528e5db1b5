package io.genjin.coaching;

import io.genjin.coaching.PlanContent.Goal;
import io.genjin.coaching.SuccessPlan.FollowUp;
import io.genjin.coaching.SuccessPlan.Outcome;
import io.genjin.coaching.SuccessPlan.Side;
import io.genjin.coaching.SuccessPlan.Signed;
import io.genjin.coaching.SuccessPlan.Status;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Signature;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads a success plan from the one-to-one in which it is made, through two signatures, to the look at what came of it. */
@Service
@Transactional
public class SuccessPlanDesk {

    private static final int LONGEST_RESULT = 2000;

    /** A signature as it came: strokes of the pen, or a typed name where nobody can draw. */
    public record Written(
            @Nullable String strokes, @Nullable String name) {

        boolean isEmpty() {
            return (strokes == null || strokes.isBlank()) && (name == null || name.isBlank());
        }
    }

    /** What was signed: the version that lay there, and one signature or both. */
    public record Signing(int version, Written consultant, Written manager) {}

    private final SuccessPlans plans;
    private final OneToOnes talks;
    private final PlanNumbers numbers;
    private final PlanBook book;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SuccessPlanDesk(
            SuccessPlans plans,
            OneToOnes talks,
            PlanNumbers numbers,
            PlanBook book,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.talks = talks;
        this.numbers = numbers;
        this.book = book;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** What a plan of this talk would freeze: the figures of the last whole week before it. */
    @Transactional(readOnly = true)
    public PlanFigures figures(OneToOne talk, StaffMember reader) {
        return numbers.of(talk.consultant(), talk.week().previous(), reader);
    }

    /**
     * Makes the plan of a one-to-one; its figures are frozen.
     *
     * @param replaces the signed plan of which it is another version
     * @throws FieldsRefused   naming all that is missing or wrong, together
     * @throws PlanMadeAlready when the talk has its plan
     */
    public SuccessPlan make(OneToOneId talk, @Nullable PlanId replaces, PlanDraft draft, StaffMember by) {
        OneToOne held = talks.get(by.dealership(), talk);
        if (held.takenBack()) {
            throw new OneToOneTakenBack();
        }
        StaffMember consultant = staff.get(by.dealership(), held.consultant());
        if (!consultant.active()) {
            throw new FieldsRefused(Field.of("consultant", "coaching.consultant.nobody"));
        }
        if (held.consultant().equals(by.id())) {
            throw new FieldsRefused(Field.of("consultant", "coaching.consultant.oneself"));
        }
        SuccessPlan old = replaces == null ? null : plans.getForUpdate(by.dealership(), replaces);
        if (old != null && (old.status() != Status.SIGNED || !old.consultant().equals(held.consultant()))) {
            throw new PlanNotReplaceable();
        }
        if (old == null) {
            plans.firstOfTalk(by.dealership(), talk).ifPresent(plan -> {
                throw new PlanMadeAlready(plan.number());
            });
        }
        Instant now = clock.instant();
        LocalDate today = today(by);
        PlanFigures figures = figures(held, by);
        PlanContent content = draft.checked(figures, today, name -> person(name, by));
        SuccessPlan plan = new SuccessPlan(
                PlanId.next(),
                by.dealership(),
                plans.nextNumber(by.dealership(), today.getYear()),
                talk,
                held.consultant(),
                by.id(),
                held.heldOn(),
                content,
                figures,
                replaces,
                null,
                1,
                now,
                now,
                null,
                null,
                null);
        plans.add(plan);
        if (old != null) {
            plans.replace(old, plan.id());
        }
        events.publishEvent(CoachingFact.of(CoachingFact.Kind.SUCCESS_PLAN_MADE, plan, by.id(), plan.consultant(), now)
                .with("replaces", replaces == null ? null : replaces.toString()));
        return plan;
    }

    /**
     * Writes it anew before both have signed; the figures stay those it was made with, and a signature given before is void.
     *
     * @throws PlanChanged when somebody else wrote it meanwhile
     * @throws PlanSigned  when both have signed
     */
    public SuccessPlan rewrite(PlanId id, PlanDraft draft, int seen, StaffMember by) {
        SuccessPlan held = plans.getForUpdate(by.dealership(), id);
        if (held.consultant().equals(by.id())) {
            throw new PlanOfOthers();
        }
        Instant now = clock.instant();
        SuccessPlan next = held.rewritten(
                held.isSigned() || held.version() != seen
                        ? held.content()
                        : draft.checked(held.figures(), today(by), name -> person(name, by)),
                seen,
                now);
        plans.update(next);
        events.publishEvent(
                CoachingFact.of(CoachingFact.Kind.SUCCESS_PLAN_CHANGED, next, by.id(), next.consultant(), now));
        return next;
    }

    /**
     * Signs. The consultant signs in their own session, or draws on the device of the manager, who may sign beside them; a typed
     * name counts only in the signer's own session.
     *
     * @throws PlanOfOthers  when somebody else would sign
     * @throws PlanChanged   when it was written anew after the reader opened it
     * @throws PlanSigned    when that signature is there already
     * @throws FieldsRefused naming {@code consultant} or {@code manager}
     */
    public SuccessPlan sign(PlanId id, Signing signing, StaffMember by) {
        SuccessPlan plan = plans.getForUpdate(by.dealership(), id);
        book.mustSee(plan, by);
        boolean isManager = by.id().equals(plan.manager());
        boolean isConsultant = by.id().equals(plan.consultant());
        if (!isManager && !isConsultant || isConsultant && !signing.manager().isEmpty()) {
            throw new PlanOfOthers();
        }
        List<Field> wrong = new ArrayList<>();
        Instant now = clock.instant();
        List<Side> sides = new ArrayList<>();
        for (Side side : Side.values()) {
            Written written = side == Side.CONSULTANT ? signing.consultant() : signing.manager();
            if (written.isEmpty() && (isManager || side == Side.MANAGER)) {
                continue;
            }
            String field = side == Side.CONSULTANT ? "consultant" : "manager";
            Signature signature = Signature.read(written.strokes(), written.name(), field, wrong);
            if (signature != null && side == Side.CONSULTANT && isManager && !signature.isDrawn()) {
                wrong.add(Field.of(field, "coaching.sign.draw"));
            } else if (signature != null) {
                plan = plan.signed(side, new Signed(signature, by.id(), now), signing.version());
                sides.add(side);
            }
        }
        if (sides.isEmpty() && wrong.isEmpty()) {
            wrong.add(Field.of("manager", "signature.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        plans.update(plan);
        for (Side side : sides) {
            StaffId other = side == Side.CONSULTANT ? plan.manager() : plan.consultant();
            events.publishEvent(CoachingFact.of(CoachingFact.Kind.SUCCESS_PLAN_SIGNED, plan, by.id(), other, now)
                    .with("by", side.name())
                    .with("both", plan.isSigned()));
        }
        return plan;
    }

    /**
     * Looks at what came of it: each goal with the figure of then.
     *
     * @throws PlanNotDue when it is not signed by both, its day has not come, or it was done
     */
    public SuccessPlan followUp(PlanId id, @Nullable String said, StaffMember by) {
        SuccessPlan plan = plans.getForUpdate(by.dealership(), id);
        if (plan.consultant().equals(by.id())) {
            throw new PlanOfOthers();
        }
        List<Field> wrong = new ArrayList<>();
        String result = PlainText.text(said, LONGEST_RESULT, "said", wrong);
        if (result == null && wrong.isEmpty()) {
            wrong.add(Field.of("said", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        LocalDate today = today(by);
        Instant now = clock.instant();
        List<Outcome> outcomes = outcomes(plan, today);
        SuccessPlan done =
                plan.followedUp(new FollowUp(today, now, by.id(), Objects.requireNonNull(result), outcomes), today);
        plans.update(done);
        FollowUp look = Objects.requireNonNull(done.followUp());
        events.publishEvent(
                CoachingFact.of(CoachingFact.Kind.SUCCESS_PLAN_FOLLOWED_UP, done, by.id(), done.consultant(), now)
                        .with("goals", outcomes.size())
                        .with("reached", look.reached()));
        return done;
    }

    /** How far each goal is, on its day or today. */
    @Transactional(readOnly = true)
    public List<Outcome> outcomes(SuccessPlan plan, LocalDate today) {
        return plan.content().goals().stream()
                .map(goal -> outcome(plan, goal, today))
                .toList();
    }

    private Outcome outcome(SuccessPlan plan, Goal goal, LocalDate today) {
        LocalDate until = goal.by().isAfter(today) ? today : goal.by();
        Share value = numbers.value(goal.yardstick(), plan.consultant(), until, plan.dealership());
        return new Outcome(value, goal.isReachedBy(value));
    }

    /** Who may be named as a support. */
    @Transactional(readOnly = true)
    public List<StaffMember> supporters(StaffMember reader) {
        return staff.active(reader.dealership());
    }

    private Optional<StaffId> person(String username, StaffMember by) {
        return staff.byUsername(by.dealership(), username)
                .filter(StaffMember::active)
                .map(StaffMember::id);
    }

    private LocalDate today(StaffMember by) {
        return dealerships.get(by.dealership()).today(clock);
    }
}
