package io.genjin.followup;

import io.genjin.appointment.AppointmentDesk;
import io.genjin.appointment.AppointmentId;
import io.genjin.appointment.AppointmentKind;
import io.genjin.appointment.MakeAppointment;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.Cadence.Reading;
import io.genjin.followup.FollowUpFact.Kind;
import io.genjin.journal.Frozen;
import io.genjin.prospect.ContactMade;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.NextDateTooLate;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where contacts are recorded, the next one is promised, and a promise is moved (FJ-MⅢ-10). */
@Service
public class FollowUpDesk {

    private static final int LONGEST_CONTENT = 2000;
    private static final int LONGEST_REASON = 500;

    private final ProspectDesk prospects;
    private final FollowUps followUps;
    private final LatePlans latePlans;
    private final Clocks clocks;
    private final AppointmentDesk appointments;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUpDesk(
            ProspectDesk prospects,
            FollowUps followUps,
            LatePlans latePlans,
            Clocks clocks,
            AppointmentDesk appointments,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.followUps = followUps;
        this.latePlans = latePlans;
        this.clocks = clocks;
        this.appointments = appointments;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a contact and the promise of the next one. What was promised before and whether this contact kept it
     * goes into the journal.
     *
     * @throws FieldsRefused    when way, result, content, next date or its reason is missing, or a time cannot be
     * @throws NextDateTooLate  when the next date lies after the latest day of the rhythm without a late reason (1.12 rule 8)
     * @throws io.genjin.prospect.GradeNeedsReason when the new grade differs from what its evidence says, without a reason
     */
    @Transactional
    public FollowUp record(ProspectId id, RecordFollowUp report, StaffMember by) {
        Prospect prospect = followed(prospects.hold(id, by, "followup.record"));
        Dealership dealership = dealerships.get(by.dealership());
        Instant now = clock.instant();
        RecordFollowUp clean = checked(report, prospect, now);
        Instant happenedAt = clean.happenedAt() == null ? now : clean.happenedAt();
        Reading before = clocks.read(prospect, happenedAt);
        Reading known = happenedAt.equals(now) ? before : clocks.read(prospect, now);
        NextStep promised = prospect.nextStep();
        Instant promisedUntil = prospect.promisedUntil(dealership.zone());
        Grade gradeBefore = prospect.grade();
        Grade gradeAfter = clean.gradeAfter() == null ? gradeBefore : clean.gradeAfter();
        Outcome outcome = Objects.requireNonNull(clean.outcome());
        ContactWay way = Objects.requireNonNull(clean.way());
        Frozen frozen = FollowUpFact.frozen(prospect);
        UUID contact = TypedId.newValue();
        AppointmentId appointment = appointment(prospect, clean, contact, by);
        FollowUp followUp = new FollowUp(
                contact,
                id,
                promised.date(),
                happenedAt,
                now,
                by.id(),
                way,
                promised.reason(),
                outcome,
                Objects.requireNonNull(clean.content()),
                gradeBefore,
                gradeAfter,
                Objects.requireNonNull(clean.nextDate()),
                Objects.requireNonNull(clean.nextReason()),
                by.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER),
                appointment);
        followUps.add(by.dealership(), followUp);
        if (gradeAfter != gradeBefore) {
            Set<Evidence> evidence = clean.evidence() == null ? prospect.evidence() : clean.evidence();
            prospects.regrade(
                    prospect, new GradeChoice(gradeAfter, evidence, clean.gradeReason(), "gradeReason"), by, now);
        }
        boolean inShowroom = way == ContactWay.SHOWROOM && outcome.isAnswered();
        boolean met = inShowroom || outcome == Outcome.APPOINTMENT;
        prospects.contacted(
                prospect,
                new ContactMade(happenedAt, outcome.isAnswered(), met, inShowroom, followUp.qualifies()),
                by.id());
        NextStep next = new NextStep(
                followUp.nextDate(), followUp.nextReason(), clean.nextNote() == null ? "" : clean.nextNote());
        Reading after = replan(prospect, next, clean.lateReason(), by, now);
        boolean endsFirst = before.first() && !after.first();
        events.publishEvent(FollowUpFact.by(Kind.FOLLOW_UP_RECORDED, prospect, frozen, by.id(), happenedAt)
                .with("way", way.name())
                .with("outcome", outcome.name())
                .with("content", followUp.content())
                .with("gradeAfter", gradeAfter.name())
                .with("plannedDate", promised.date().toString())
                .with("promiseKept", !happenedAt.isAfter(promisedUntil))
                .with("first", endsFirst ? true : null)
                .with("firstOnTime", endsFirst ? !before.overdueAt(happenedAt) : null)
                .with("counts", after.counted().contains(dealership.dayOf(happenedAt)) && followUp.qualifies())
                .with("qualifies", followUp.qualifies())
                .with("nextDate", next.date().toString())
                .with("nextReason", next.reason().name())
                .with("latest", after.latest().toString())
                .with("appointment", appointment == null ? null : appointment.toString())
                .with("met", daysIn(after.met(), known.met()))
                .with("unmet", daysIn(known.met(), after.met()))
                .with("lateReason", clean.lateReason()));
        return followUp;
    }

    /** The time to come that was agreed on; to drive when that was the reason of the contact. */
    private @Nullable AppointmentId appointment(
            Prospect prospect, RecordFollowUp report, UUID contact, StaffMember by) {
        if (report.appointmentAt() == null) {
            return null;
        }
        boolean drive = report.nextReason() == NextStepReason.INVITE_TEST_DRIVE;
        AppointmentKind kind = drive ? AppointmentKind.TEST_DRIVE : AppointmentKind.SHOWROOM_VISIT;
        return appointments
                .invite(prospect, new MakeAppointment(kind, report.appointmentAt(), null, null, contact), by)
                .id();
    }

    /** Days that only the first reading has; nothing when there are none. */
    private static @Nullable List<String> daysIn(List<LocalDate> one, List<LocalDate> other) {
        List<String> days = one.stream()
                .filter(day -> !other.contains(day))
                .map(LocalDate::toString)
                .toList();
        return days.isEmpty() ? null : days;
    }

    private RecordFollowUp checked(RecordFollowUp report, Prospect prospect, Instant now) {
        List<Field> wrong = new ArrayList<>();
        require(report.way(), "way", wrong);
        require(report.outcome(), "outcome", wrong);
        require(report.nextDate(), "nextDate", wrong);
        require(report.nextReason(), "nextReason", wrong);
        String content = PlainText.text(report.content(), LONGEST_CONTENT, "content", wrong);
        if (content == null || content.isBlank()) {
            wrong.add(Field.of("content", "field.required"));
        }
        String gradeReason = PlainText.line(report.gradeReason(), LONGEST_REASON, "gradeReason", wrong);
        String nextNote = PlainText.line(report.nextNote(), LONGEST_REASON, "nextNote", wrong);
        String lateReason = PlainText.line(report.lateReason(), LONGEST_REASON, "lateReason", wrong);
        Instant happenedAt = report.happenedAt();
        if (happenedAt != null && happenedAt.isAfter(now)) {
            wrong.add(Field.of("happenedAt", "field.future"));
        }
        if (happenedAt != null && happenedAt.isBefore(prospect.receivedAt().truncatedTo(ChronoUnit.SECONDS))) {
            wrong.add(Field.of("happenedAt", "field.beforeReceived", prospect.receivedAt()));
        }
        Instant appointmentAt = report.appointmentAt();
        if (appointmentAt != null && report.outcome() != Outcome.APPOINTMENT) {
            wrong.add(Field.of("appointmentAt", "field.appointmentAt.outcome"));
        } else if (appointmentAt != null && !appointmentAt.isAfter(now)) {
            wrong.add(Field.of("appointmentAt", "field.appointmentAt.past"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new RecordFollowUp(
                report.way(),
                happenedAt,
                report.outcome(),
                content,
                report.gradeAfter(),
                report.evidence(),
                gradeReason,
                report.nextDate(),
                report.nextReason(),
                nextNote,
                lateReason,
                appointmentAt);
    }

    private static void require(@Nullable Object value, String field, List<Field> wrong) {
        if (value == null) {
            wrong.add(Field.of(field, "field.required"));
        }
    }

    /**
     * Moves the promise to another day; old day, new day and reason stay in the journal (R-112, scenario 19).
     *
     * @param nextReason why the customer is contacted then; as before unless given
     * @param lateReason why the new day may lie after the latest day of the rhythm
     */
    @Transactional
    public Prospect reschedule(
            ProspectId id,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String reason,
            @Nullable String lateReason,
            StaffMember by) {
        Prospect prospect = followed(prospects.hold(id, by, "followup.record"));
        List<Field> wrong = new ArrayList<>();
        require(nextDate, "nextDate", wrong);
        String why = PlainText.line(reason, LONGEST_REASON, "reason", wrong);
        if (why == null || why.isBlank()) {
            wrong.add(Field.of("reason", "field.required"));
        }
        String lateWhy = PlainText.line(lateReason, LONGEST_REASON, "lateReason", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        NextStep old = prospect.nextStep();
        NextStep next = new NextStep(
                Objects.requireNonNull(nextDate), nextReason == null ? old.reason() : nextReason, old.note());
        Instant now = clock.instant();
        Reading reading = replan(prospect, next, lateWhy, by, now);
        events.publishEvent(FollowUpFact.by(Kind.RESCHEDULED, prospect, FollowUpFact.frozen(prospect), by.id(), now)
                .with("oldDate", old.date().toString())
                .with("nextDate", next.date().toString())
                .with("nextReason", next.reason().name())
                .with("latest", reading.latest().toString())
                .with("reason", why)
                .with("lateReason", lateWhy));
        return prospect;
    }

    /**
     * Regrades outside of a contact (1.11 rule 8). A promise that lies after the new rhythm's latest day moves up to it. Who
     * lowers the grade of an overdue customer needs the showroom manager's signature on the card again (scenario 16).
     */
    @Transactional
    public Prospect regrade(
            ProspectId id, @Nullable Grade grade, Set<Evidence> evidence, @Nullable String reason, StaffMember by) {
        Prospect prospect = followed(prospects.hold(id, by, "followup.record"));
        List<Field> wrong = new ArrayList<>();
        require(grade, "grade", wrong);
        String why = PlainText.line(reason, LONGEST_REASON, "reason", wrong);
        if (grade == prospect.grade()) {
            wrong.add(Field.of("grade", "field.sameGrade"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        boolean hidesOverdue = prospect.grade().isAbove(Objects.requireNonNull(grade))
                && prospect.isOverdue(now, dealerships.get(by.dealership()).zone())
                && !by.isAnyOf(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER);
        prospects.regrade(prospect, new GradeChoice(grade, evidence, why, "reason"), by, now);
        if (hidesOverdue) {
            prospects.askForSignature(prospect, "LOWERED_WHILE_OVERDUE", by, now);
        }
        keepPace(prospect, "REGRADED", by.id(), now);
        return prospect;
    }

    /**
     * A decision about the case changed what its clocks demand: computes them anew, and moves a promise that lies after the new
     * latest day up to it.
     *
     * @param cause why the promise was moved if it was: a code, as the journal says it
     */
    @Transactional
    public void keepPace(Prospect held, String cause, @Nullable StaffId by, Instant now) {
        Reading reading = clocks.read(held, now);
        clocks.settle(held, reading, now);
        NextStep old = held.nextStep();
        boolean pulled = old.date().isAfter(reading.latest());
        NextStep next = pulled ? new NextStep(reading.latest(), old.reason(), old.note()) : old;
        prospects.plan(held, next, Clocks.deadline(reading), by);
        if (pulled) {
            events.publishEvent(FollowUpFact.moved(held, by, now)
                    .with("oldDate", old.date().toString())
                    .with("nextDate", next.date().toString())
                    .with("nextReason", next.reason().name())
                    .with("latest", reading.latest().toString())
                    .with("cause", cause));
        }
    }

    /**
     * Checks a promise as far as it stands alone, for modules that ask for one.
     *
     * @throws FieldsRefused naming {@code nextDate} or {@code nextNote}
     */
    public void checkStep(NextStep next, StaffMember by) {
        ProspectDesk.checkStep(next, dealerships.get(by.dealership()).today(clock));
    }

    /**
     * Sets the promise that follows from a manager's decision; as with any promise, a day after the rhythm's latest one needs
     * its reason (1.12 rule 8), and another day than before is told as moved.
     *
     * @throws NextDateTooLate when the day lies after the latest one without a late reason
     */
    @Transactional
    public void promise(Prospect held, NextStep next, @Nullable String lateReason, StaffMember by) {
        LocalDate old = held.nextStep().date();
        Instant now = clock.instant();
        Reading reading = replan(held, next, lateReason, by, now);
        if (!next.date().equals(old)) {
            events.publishEvent(FollowUpFact.moved(held, by.id(), now)
                    .with("oldDate", old.toString())
                    .with("nextDate", next.date().toString())
                    .with("nextReason", next.reason().name())
                    .with("latest", reading.latest().toString())
                    .with("cause", "DECIDED")
                    .with("lateReason", lateReason));
        }
    }

    /** Sets the promise against what the clocks allow, stores what fell meanwhile, and stores both with the prospect. */
    private Reading replan(Prospect prospect, NextStep next, @Nullable String lateReason, StaffMember by, Instant now) {
        ProspectDesk.checkStep(next, dealerships.get(by.dealership()).dayOf(now));
        Reading reading = clocks.read(prospect, now);
        if (next.date().isAfter(reading.latest())) {
            if (lateReason == null || lateReason.isBlank()) {
                throw new NextDateTooLate(next.date(), reading.latest());
            }
            latePlans.add(prospect, next.date(), reading.latest(), lateReason, by.id(), now);
        }
        clocks.settle(prospect, reading, now);
        prospects.plan(prospect, next, Clocks.deadline(reading), by.id());
        return reading;
    }

    /** A card that was opened with a promise after its first limit brought its late reason along. */
    @EventListener
    @Transactional
    void opened(ProspectFact fact) {
        Object lateReason = fact.details().get("lateReason");
        if (fact.kind().equals(ProspectFact.Kind.PROSPECT_OPENED.name()) && lateReason != null) {
            Prospect prospect =
                    prospects.hold(new ProspectId(Objects.requireNonNull(fact.prospect())), fact.dealership());
            latePlans.add(
                    prospect,
                    prospect.nextStep().date(),
                    prospect.deadline().latest(),
                    lateReason.toString(),
                    prospect.firstOwner(),
                    prospect.receivedAt());
        }
    }

    private static Prospect followed(Prospect prospect) {
        if (!prospect.status().isFollowed()) {
            throw new NotFollowed();
        }
        return prospect;
    }
}
