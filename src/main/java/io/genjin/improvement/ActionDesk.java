package io.genjin.improvement;

import io.genjin.dealership.Dealerships;
import io.genjin.improvement.ImprovementAction.Step;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads an improvement action from the defect to the look of somebody else. */
@Service
@Transactional
public class ActionDesk {

    /** Whoever may do this can be responsible. */
    static final String WORK = "improvement.work";

    private final Actions actions;
    private final ActionList list;
    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActionDesk(
            Actions actions,
            ActionList list,
            StaffDirectory staff,
            Rights rights,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.actions = actions;
        this.list = list;
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** @throws FieldsRefused when defect, evidence, measure, deadline or the one person is missing */
    public ImprovementAction open(ActionPlan.Draft draft, StaffMember by) {
        ActionPlan plan = draft.checked(today(by), name -> candidate(name, by).map(StaffMember::id));
        ImprovementAction action = ImprovementAction.opened(plan, by.dealership(), by.id(), clock.instant());
        actions.add(action);
        keep(action, Step.Kind.OPENED, nameOf(plan.responsible(), by), ImprovementFact.Kind.ACTION_OPENED, by);
        return action;
    }

    /**
     * How far it is, in the words of the responsible.
     *
     * @throws ActionOfAnother when somebody else says so
     */
    public ImprovementAction progress(ActionId id, @Nullable String said, StaffMember by) {
        ImprovementAction held = held(id, by);
        ImprovementAction next = held.progressed(by.id());
        return store(next, Step.Kind.PROGRESSED, words(said), ImprovementFact.Kind.ACTION_PROGRESSED, by);
    }

    /**
     * The responsible says what was done.
     *
     * @throws ActionOfAnother when somebody else says so
     */
    public ImprovementAction done(ActionId id, @Nullable String said, StaffMember by) {
        ImprovementAction held = held(id, by);
        ImprovementAction next = held.done(by.id());
        return store(next, Step.Kind.DONE, words(said), ImprovementFact.Kind.ACTION_DONE, by);
    }

    /**
     * Somebody else looked, says what they saw, and closes it.
     *
     * @throws VerifiedByResponsible when the responsible would look themselves
     */
    public ImprovementAction verify(ActionId id, @Nullable String said, StaffMember by) {
        ImprovementAction held = held(id, by);
        ImprovementAction next = held.verified(by.id(), clock.instant(), today(by));
        return store(next, Step.Kind.VERIFIED, words(said), ImprovementFact.Kind.ACTION_VERIFIED, by);
    }

    /** Somebody else looked, says what is missing, and the responsible goes on. */
    public ImprovementAction reopen(ActionId id, @Nullable String said, StaffMember by) {
        ImprovementAction held = held(id, by);
        ImprovementAction next = held.reopened(by.id());
        return store(next, Step.Kind.REOPENED, words(said), ImprovementFact.Kind.ACTION_REOPENED, by);
    }

    /** Names another responsible; naming the same one again changes nothing. */
    public ImprovementAction assign(ActionId id, @Nullable String to, StaffMember by) {
        ImprovementAction held = held(id, by);
        StaffMember other = candidate(to == null ? "" : to.strip(), by)
                .orElseThrow(() -> new FieldsRefused(Field.of("to", "improvement.responsible.nobody")));
        if (other.id().equals(held.plan().responsible())) {
            return held;
        }
        ImprovementAction next = held.givenTo(other.id());
        return store(next, Step.Kind.ASSIGNED, other.name(), ImprovementFact.Kind.ACTION_ASSIGNED, by);
    }

    /** Who can be made responsible. */
    @Transactional(readOnly = true)
    public List<StaffMember> candidates(StaffMember reader) {
        return staff.active(reader.dealership()).stream()
                .filter(member -> rights.allows(member, WORK))
                .toList();
    }

    private Optional<StaffMember> candidate(String username, StaffMember by) {
        return staff.byUsername(by.dealership(), username)
                .filter(member -> member.active() && rights.allows(member, WORK));
    }

    /** Locked, and only what the person may see. */
    private ImprovementAction held(ActionId id, StaffMember by) {
        ImprovementAction held = actions.getForUpdate(by.dealership(), id);
        list.mustSee(held, by);
        return held;
    }

    private ImprovementAction store(
            ImprovementAction next, Step.Kind kind, String said, ImprovementFact.Kind fact, StaffMember by) {
        actions.update(next);
        keep(next, kind, said, fact, by);
        return next;
    }

    private void keep(
            ImprovementAction action, Step.Kind kind, String said, ImprovementFact.Kind fact, StaffMember by) {
        Instant now = clock.instant();
        actions.add(action, new Step(TypedId.newValue(), kind, said, by.id(), now));
        events.publishEvent(ImprovementFact.of(fact, action, by.id(), now));
    }

    private static String words(@Nullable String said) {
        List<Field> wrong = new ArrayList<>();
        String clean = PlainText.text(said, ActionPlan.LONGEST_TEXT, "said", wrong);
        if (clean == null) {
            wrong.add(Field.of("said", "field.required"));
        }
        if (clean == null || !wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return clean;
    }

    private String nameOf(StaffId id, StaffMember by) {
        return staff.nameOf(by.dealership(), id);
    }

    private LocalDate today(StaffMember by) {
        return dealerships.get(by.dealership()).today(clock);
    }
}
