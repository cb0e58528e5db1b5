package io.genjin.objection;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.FollowUpDesk;
import io.genjin.objection.ObjectionFact.Kind;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectClosed;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where objections are written down and answered: listen, share, clarify, present, ask (LSCPA, 2.7). */
@Service
@Transactional
public class ObjectionDesk {

    private static final int LONGEST_WORDING = 500;
    private static final int LONGEST_ANSWER = 1000;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PROMISE_DAYS = 60;
    private static final int SHORTEST_NAME = 2;
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d\\s-]{6,}\\d");

    private final ProspectDesk prospects;
    private final FollowUpDesk followUps;
    private final Objections objections;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ObjectionDesk(
            ProspectDesk prospects,
            FollowUpDesk followUps,
            Objections objections,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.followUps = followUps;
        this.objections = objections;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An objection as it was written down.
     *
     * @param model     which car it is about; nothing means the card's first
     * @param answer    what was answered at once, if anything was
     * @param answerDue by when an answer is promised while it stands open; nothing means the next day
     */
    public record Raised(
            @Nullable ObjectionType type,
            @Nullable String wording,
            @Nullable String competitor,
            @Nullable String model,
            @Nullable Given answer,
            @Nullable LocalDate answerDue) {}

    /**
     * An answer as it was written down.
     *
     * @param answeredBy sign-in name of who said it; nothing means who writes it down
     * @param answerDue  by when another answer is promised when it still stands open
     */
    public record Given(
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable ObjectionResult result,
            @Nullable LocalDate answerDue) {}

    /**
     * Writes an objection down, with the first answer if there was one. While it stands open its answer is owed on a day; a contact
     * promised for later moves up to it.
     *
     * @throws FieldsRefused naming each field that is missing or breaks its rule
     */
    public Objection raise(ProspectId id, Raised raised, StaffMember by) {
        Prospect prospect = held(id, by);
        Dealership dealership = dealerships.get(by.dealership());
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        if (raised.type() == null) {
            wrong.add(Field.of("type", "field.required"));
        }
        String wording = PlainText.text(raised.wording(), LONGEST_WORDING, "wording", wrong);
        if (wording == null) {
            wrong.add(Field.of("wording", "field.required"));
        }
        String competitor = PlainText.line(raised.competitor(), LONGEST_NAME, "competitor", wrong);
        if (raised.type() == ObjectionType.COMPETITOR && competitor == null) {
            wrong.add(Field.of("competitor", "field.objectionCompetitor"));
        }
        String model = PlainText.line(raised.model(), LONGEST_NAME, "model", wrong);
        Checked answer = raised.answer() == null ? null : checked(raised.answer(), prospect, by, wrong);
        boolean open = answer == null || answer.result() == ObjectionResult.OPEN;
        LocalDate due = open ? due(raised.answerDue(), dealership.dayOf(now), wrong) : null;
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Objection objection = new Objection(
                ObjectionId.next(),
                by.dealership(),
                id,
                Objects.requireNonNull(raised.type()),
                Objects.requireNonNull(wording),
                competitor,
                model == null ? prospect.content().mainModel() : model,
                answer == null ? ObjectionResult.OPEN : answer.result(),
                due,
                by.id(),
                now,
                open ? null : now,
                List.of());
        objections.add(objection);
        events.publishEvent(ObjectionFact.of(Kind.OBJECTION_RAISED, objection, prospect, by.id(), now)
                .with("competitor", competitor == null ? null : true)
                .with("due", due == null ? null : due.toString()));
        if (answer != null) {
            store(objection, answer, prospect, by, now);
        }
        if (due != null) {
            moveUp(prospect, objection, due, by);
        }
        return get(objection.id(), by);
    }

    /**
     * Writes an answer down, and what came of it.
     *
     * @throws ObjectionSettled when a colleague settled it meanwhile
     */
    public Objection answer(ObjectionId id, Given given, StaffMember by) {
        Objection known = get(id, by);
        Prospect prospect = held(known.prospect(), by);
        Objection objection = get(id, by);
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        Checked answer = checked(given, prospect, by, wrong);
        boolean open = answer.result() == ObjectionResult.OPEN;
        LocalDate due =
                open ? due(given.answerDue(), dealerships.get(by.dealership()).dayOf(now), wrong) : null;
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        if (!objection.isOpen()) {
            throw new ObjectionSettled();
        }
        objections.stands(by.dealership(), id, answer.result(), due, open ? null : now);
        store(objection, answer, prospect, by, now);
        if (due != null) {
            moveUp(prospect, objection, due, by);
        }
        return get(id, by);
    }

    /**
     * The customer comes up with it again: it stands open, and the answer that settled it did not hold.
     *
     * @throws StillOpen when it stands open already
     */
    public Objection reopen(ObjectionId id, @Nullable LocalDate answerDue, StaffMember by) {
        Objection known = get(id, by);
        Prospect prospect = held(known.prospect(), by);
        Objection objection = get(id, by);
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        LocalDate due = due(answerDue, dealerships.get(by.dealership()).dayOf(now), wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        if (objection.isOpen()) {
            throw new StillOpen();
        }
        List<Answer> answers = objection.answers();
        objections.failed(by.dealership(), answers.get(answers.size() - 1).id(), now);
        objections.stands(by.dealership(), id, ObjectionResult.OPEN, due, null);
        events.publishEvent(ObjectionFact.of(Kind.OBJECTION_RAISED, objection, prospect, by.id(), now)
                .with("again", true)
                .with("due", due.toString()));
        moveUp(prospect, objection, due, by);
        return get(id, by);
    }

    private record Checked(String words, StaffId answeredBy, ObjectionResult result) {}

    private Checked checked(Given given, Prospect prospect, StaffMember by, List<Field> wrong) {
        String words = PlainText.text(given.answer(), LONGEST_ANSWER, "answer", wrong);
        if (words == null) {
            wrong.add(Field.of("answer", "field.required"));
        } else if (namesSomebody(words, prospect)) {
            wrong.add(Field.of("answer", "field.answerNames"));
        }
        if (given.result() == null) {
            wrong.add(Field.of("result", "field.required"));
        }
        StaffId who = by.id();
        if (given.answeredBy() != null && !given.answeredBy().isBlank()) {
            StaffMember other = staff.byUsername(by.dealership(), given.answeredBy())
                    .filter(StaffMember::active)
                    .orElse(null);
            if (other == null) {
                wrong.add(Field.of("answeredBy", "field.answeredBy"));
            } else {
                who = other.id();
            }
        }
        return new Checked(
                words == null ? "" : words, who, given.result() == null ? ObjectionResult.OPEN : given.result());
    }

    /** Colleagues read answers: no customer's name and no number belongs into them. */
    private static boolean namesSomebody(String words, Prospect prospect) {
        String name = prospect.content().customerName();
        return name.length() >= SHORTEST_NAME && words.contains(name)
                || NUMBER.matcher(words).find();
    }

    private static LocalDate due(@Nullable LocalDate asked, LocalDate today, List<Field> wrong) {
        LocalDate due = asked == null ? today.plusDays(1) : asked;
        if (due.isBefore(today)) {
            wrong.add(Field.of("answerDue", "field.answerDue.past"));
        }
        if (due.isAfter(today.plusDays(LONGEST_PROMISE_DAYS))) {
            wrong.add(Field.of("answerDue", "field.answerDue.far", LONGEST_PROMISE_DAYS));
        }
        return due;
    }

    private void store(Objection objection, Checked answer, Prospect prospect, StaffMember by, Instant now) {
        objections.add(
                by.dealership(),
                new Answer(
                        TypedId.newValue(),
                        objection.id(),
                        answer.words(),
                        answer.answeredBy(),
                        now,
                        answer.result(),
                        null),
                by.id());
        events.publishEvent(ObjectionFact.of(Kind.OBJECTION_ANSWERED, objection, prospect, by.id(), now)
                .with("result", answer.result().name())
                .with("answeredBy", answer.answeredBy().toString()));
    }

    /** What was promised to the customer for a day is not left for a later contact. */
    private void moveUp(Prospect prospect, Objection objection, LocalDate due, StaffMember by) {
        boolean later =
                prospect.status().isFollowed() && prospect.nextStep().date().isAfter(due);
        if (later && !due.isAfter(prospect.deadline().latest())) {
            followUps.promise(prospect, new NextStep(due, objection.type().next(), objection.wording()), null, by);
        }
    }

    private Objection get(ObjectionId id, StaffMember by) {
        return objections.find(by.dealership(), id).orElseThrow(() -> new NothingHere(id));
    }

    private Prospect held(ProspectId id, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "objection.record");
        if (!prospect.status().isOpen()) {
            throw new ProspectClosed();
        }
        return prospect;
    }
}
