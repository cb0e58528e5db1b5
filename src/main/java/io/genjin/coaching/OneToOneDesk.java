package io.genjin.coaching;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
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

/** Writes down the one-to-ones that managers hold, and corrects them without overwriting. */
@Service
@Transactional
public class OneToOneDesk {

    static final int LONGEST_CHOICE = 300;
    static final int LONGEST_SAID = 4000;
    static final int LONGEST_CORRECTION = 300;

    /** How long after a talk it may still be written down: the next meeting must not find the week filled afterwards. */
    static final Duration LATEST = Duration.ofDays(14);

    /**
     * A one-to-one as it was typed.
     *
     * @param consultant sign-in name
     * @param heldAt     nothing means now
     * @param choice     why this consultant; needed unless the system proposed them
     */
    public record Draft(
            @Nullable String consultant,
            @Nullable Instant heldAt,
            @Nullable String choice,
            @Nullable String said) {}

    /**
     * A one-to-one told again.
     *
     * @param reason why it is told again
     */
    public record Correction(
            @Nullable Instant heldAt,
            @Nullable String choice,
            @Nullable String said,
            @Nullable String reason) {}

    private final OneToOnes talks;
    private final SuccessPlans plans;
    private final Proposals proposals;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OneToOneDesk(
            OneToOnes talks,
            SuccessPlans plans,
            Proposals proposals,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.talks = talks;
        this.plans = plans;
        this.proposals = proposals;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** @throws FieldsRefused naming all that is missing or wrong, together */
    public OneToOne hold(Draft draft, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        Instant now = clock.instant();
        Dealership dealership = dealerships.get(by.dealership());
        StaffMember consultant = consultant(draft.consultant(), by, wrong);
        Instant heldAt = draft.heldAt() == null ? now : draft.heldAt();
        moment(heldAt, now, now, wrong);
        String choice = PlainText.line(draft.choice(), LONGEST_CHOICE, "choice", wrong);
        String said = required(PlainText.text(draft.said(), LONGEST_SAID, "said", wrong), "said", wrong);
        Optional<Proposal> proposal = Optional.empty();
        boolean proposed = false;
        if (consultant != null) {
            proposal = proposals.of(by).proposals().stream()
                    .filter(one -> one.consultant().id().equals(consultant.id()))
                    .findFirst();
            proposed = proposal.filter(Proposal::proposed).isPresent()
                    && TalkWeek.of(dealership.dayOf(heldAt)).equals(TalkWeek.of(dealership.today(clock)));
            if (!proposed && choice == null) {
                required(null, "choice", wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        OneToOne talk = new OneToOne(
                OneToOneId.next(),
                1,
                by.dealership(),
                Objects.requireNonNull(consultant).id(),
                by.id(),
                heldAt,
                dealership.dayOf(heldAt),
                proposed,
                choice,
                proposal.map(OneToOneDesk::evidence).orElse(List.of()),
                Objects.requireNonNull(said),
                null,
                false,
                by.id(),
                now);
        talks.add(talk);
        events.publishEvent(CoachingFact.of(CoachingFact.Kind.ONE_TO_ONE_HELD, talk, by.id(), now)
                .with("proposed", talk.proposed()));
        return talk;
    }

    private static List<Clue> evidence(Proposal proposal) {
        List<Clue> all = new ArrayList<>(proposal.reasons());
        all.addAll(proposal.others());
        return all;
    }

    /**
     * Tells it again, with the reason; the version before stays.
     *
     * @throws OneToOneChanged   when somebody else did meanwhile
     * @throws OneToOneTakenBack when it was taken back
     */
    public OneToOne correct(OneToOneId id, Correction correction, int seen, StaffMember by) {
        OneToOne held = current(id, seen, by);
        List<Field> wrong = new ArrayList<>();
        Instant now = clock.instant();
        Instant heldAt = correction.heldAt() == null ? held.heldAt() : correction.heldAt();
        if (!heldAt.equals(held.heldAt())) {
            moment(heldAt, now, first(held).writtenAt(), wrong);
        }
        String choice = PlainText.line(correction.choice(), LONGEST_CHOICE, "choice", wrong);
        if (!held.proposed()) {
            required(choice, "choice", wrong);
        }
        String said = required(PlainText.text(correction.said(), LONGEST_SAID, "said", wrong), "said", wrong);
        String reason = reason(correction.reason(), wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        LocalDate on = dealerships.get(by.dealership()).dayOf(heldAt);
        return write(
                held.corrected(
                        heldAt, on, choice, Objects.requireNonNull(said), Objects.requireNonNull(reason), by.id(), now),
                CoachingFact.Kind.ONE_TO_ONE_CORRECTED,
                by);
    }

    /**
     * It was not held after all: it counts for nothing from now on, and stays to be read.
     *
     * @throws OneToOneChanged when somebody else corrected it meanwhile
     * @throws OneToOneHasPlan when a success plan came of it
     */
    public OneToOne takeBack(OneToOneId id, @Nullable String why, int seen, StaffMember by) {
        OneToOne held = current(id, seen, by);
        plans.firstOfTalk(by.dealership(), id).ifPresent(plan -> {
            throw new OneToOneHasPlan(plan.number());
        });
        List<Field> wrong = new ArrayList<>();
        String reason = reason(why, wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return write(
                held.takenBack(Objects.requireNonNull(reason), by.id(), clock.instant()),
                CoachingFact.Kind.ONE_TO_ONE_TAKEN_BACK,
                by);
    }

    private OneToOne current(OneToOneId id, int seen, StaffMember by) {
        OneToOne held = talks.get(by.dealership(), id);
        if (held.takenBack()) {
            throw new OneToOneTakenBack();
        }
        if (held.version() != seen) {
            throw new OneToOneChanged(held.version());
        }
        return held;
    }

    private OneToOne first(OneToOne held) {
        List<OneToOne> versions = talks.versions(held.dealership(), held.id());
        return versions.get(versions.size() - 1);
    }

    private OneToOne write(OneToOne next, CoachingFact.Kind fact, StaffMember by) {
        if (!talks.add(next)) {
            throw new OneToOneChanged(next.version());
        }
        events.publishEvent(CoachingFact.of(fact, next, by.id(), next.writtenAt()));
        return next;
    }

    private @Nullable StaffMember consultant(@Nullable String username, StaffMember by, List<Field> wrong) {
        if (username == null || username.isBlank()) {
            wrong.add(Field.of("consultant", "field.required"));
            return null;
        }
        StaffMember member = staff.byUsername(by.dealership(), username.strip()).orElse(null);
        if (member == null || !member.active() || !member.is(Role.SALES_CONSULTANT)) {
            wrong.add(Field.of("consultant", "coaching.consultant.nobody"));
            return null;
        }
        if (member.id().equals(by.id())) {
            wrong.add(Field.of("consultant", "coaching.consultant.oneself"));
            return null;
        }
        return member;
    }

    /** @param written when the talk was first written down */
    private static void moment(Instant heldAt, Instant now, Instant written, List<Field> wrong) {
        if (heldAt.isAfter(now)) {
            wrong.add(Field.of("heldAt", "field.future"));
        } else if (heldAt.isBefore(written.minus(LATEST))) {
            wrong.add(Field.of("heldAt", "coaching.heldAt.longAgo", LATEST.toDays()));
        }
    }

    private static @Nullable String reason(@Nullable String typed, List<Field> wrong) {
        return required(PlainText.line(typed, LONGEST_CORRECTION, "reason", wrong), "reason", wrong);
    }

    private static @Nullable String required(@Nullable String clean, String field, List<Field> wrong) {
        if (clean == null && wrong.stream().noneMatch(one -> one.name().equals(field))) {
            wrong.add(Field.of(field, "field.required"));
        }
        return clean;
    }

    /** With whom a talk can be held: active consultants other than the manager. */
    @Transactional(readOnly = true)
    public List<StaffMember> candidates(StaffMember by) {
        StaffId me = by.id();
        return staff.with(by.dealership(), Role.SALES_CONSULTANT).stream()
                .filter(one -> !one.id().equals(me))
                .toList();
    }
}
