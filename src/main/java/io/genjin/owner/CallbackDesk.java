package io.genjin.owner;

import io.genjin.dealership.Dealerships;
import io.genjin.owner.OwnerFact.Kind;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where calls to owners are written down. One call closes one plan; who was not reached is tried again; an unhappy answer
 * opens a complaint, and a friend who was named becomes a lead, all in one transaction.
 */
@Service
public class CallbackDesk {

    private static final int LONGEST = 2000;
    private static final int LONGEST_OCCASION = 200;

    private final Callbacks callbacks;
    private final QuestionSets questions;
    private final OwnerAccess access;
    private final ComplaintDesk complaints;
    private final ReferralDesk referrals;
    private final ProspectDesk prospects;
    private final AccessLog accessLog;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallbackDesk(
            Callbacks callbacks,
            QuestionSets questions,
            OwnerAccess access,
            ComplaintDesk complaints,
            ReferralDesk referrals,
            ProspectDesk prospects,
            AccessLog accessLog,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.callbacks = callbacks;
        this.questions = questions;
        this.access = access;
        this.complaints = complaints;
        this.referrals = referrals;
        this.prospects = prospects;
        this.accessLog = accessLog;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** A call as it was closed or tried, with what it led to. */
    public record Recorded(
            Callback callback,
            @Nullable Complaint complaint,
            @Nullable Referral referral) {}

    /**
     * Writes a call down.
     *
     * @throws CallbackClosed  when it was made already
     * @throws SurveyByAnother when the consultant in charge fills in the questionnaire
     * @throws CalledToday     when another of the calls after the delivery reached the owner today
     */
    @Transactional
    public Recorded record(UUID id, CallReport report, StaffMember by) {
        Callback known = callbacks.get(by.dealership(), id);
        OwnerFile file = access.hold(known.owner(), by, "owner.call");
        Callback call = callbacks.getForUpdate(by.dealership(), id);
        if (!call.isOpen()) {
            throw new CallbackClosed();
        }
        mayCall(call, file, by);
        Instant now = clock.instant();
        LocalDate today = dealerships.get(by.dealership()).dayOf(now);
        Checked checked = checked(call, report, by);
        callbacks.tried(by.dealership(), id, checked.reached(), checked.said(), by.id(), now);
        Prospect prospect = prospects.get(by.dealership(), file.prospect());
        if (!checked.reached()) {
            Callback tried = call.notReached(today);
            callbacks.update(by.dealership(), tried);
            events.publishEvent(done(file, prospect, tried, by, now).with("reached", false));
            return new Recorded(tried, null, null);
        }
        if (call.type().isAfterDelivery() && callbacks.reachedOn(by.dealership(), file.id(), today)) {
            throw new CalledToday();
        }
        QuestionSet asked = checked.asked();
        Callback made = call.done(
                now,
                today,
                by.id(),
                roleOf(call, by),
                Objects.requireNonNull(checked.said()),
                checked.satisfaction(),
                asked == null ? null : asked.version(),
                checked.answers());
        callbacks.update(by.dealership(), made);
        events.publishEvent(done(file, prospect, made, by, now)
                .with("reached", true)
                .with("satisfaction", made.satisfaction())
                .with("onTime", made.isOnTime()));
        List<String> causes = asked == null ? List.of() : asked.unhappy(made.answers(), made.satisfaction());
        String unhappy = checked.complaint();
        Complaint complaint = null;
        if (unhappy != null || !causes.isEmpty()) {
            String text = unhappy == null ? Objects.requireNonNull(made.said()) : unhappy;
            complaint = complaints.open(file, text, id, causes, by);
        }
        Referral referral = report.friend().isNamed() ? referrals.refer(file, report.friend(), id, by) : null;
        return new Recorded(made, complaint, referral);
    }

    private static OwnerFact done(OwnerFile file, Prospect prospect, Callback call, StaffMember by, Instant now) {
        return OwnerFact.of(Kind.CALLBACK_DONE, file, prospect, by.id(), now)
                .with("callback", call.id())
                .with("planType", call.type().name())
                .with("dueDate", call.dueDate().toString())
                .with("attempts", call.attempts());
    }

    private static void mayCall(Callback call, OwnerFile file, StaffMember by) {
        if (call.type().isSurvey() && !maySurvey(file, by)) {
            throw new SurveyByAnother();
        }
    }

    /** Managers and customer relations ask the questions, never the consultant in charge. */
    public static boolean maySurvey(OwnerFile file, StaffMember by) {
        boolean surveys =
                by.isAnyOf(Role.SALES_MANAGER, Role.SHOWROOM_MANAGER, Role.GENERAL_MANAGER, Role.CUSTOMER_RELATIONS);
        return surveys && !by.id().equals(file.consultant());
    }

    /** In which duty the call was made: the plan's own when the person has it. */
    private static Role roleOf(Callback call, StaffMember by) {
        return Stream.of(
                        call.type().role(),
                        Role.SALES_CONSULTANT,
                        Role.CUSTOMER_RELATIONS,
                        Role.SALES_MANAGER,
                        Role.SHOWROOM_MANAGER)
                .filter(by::is)
                .findFirst()
                .orElse(call.type().role());
    }

    /** A report after all checks. */
    private record Checked(
            boolean reached,
            @Nullable String said,
            @Nullable Integer satisfaction,
            @Nullable QuestionSet asked,
            Map<String, String> answers,
            @Nullable String complaint) {}

    private Checked checked(Callback call, CallReport report, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String said = PlainText.text(report.said(), LONGEST, "said", wrong);
        String unhappy = PlainText.text(report.complaint(), LONGEST, "complaint", wrong);
        if (report.reached() == null) {
            wrong.add(Field.of("reached", "field.required"));
        }
        boolean reached = Boolean.TRUE.equals(report.reached());
        if (!reached) {
            refuseAnswersOfNobody(report, unhappy, wrong);
            refuse(wrong);
            return new Checked(false, said, null, null, Map.of(), null);
        }
        if (said == null) {
            wrong.add(Field.of("said", "field.required"));
        }
        QuestionSet asked = call.type().isSurvey() ? questions.current(by.dealership()) : null;
        Map<String, String> answers = asked == null ? Map.of() : asked.checked(report.answers(), wrong);
        Integer mark = report.satisfaction();
        if (mark == null && asked != null) {
            wrong.add(Field.of("satisfaction", "field.required"));
        }
        if (mark != null && (mark < 1 || mark > QuestionSet.BEST)) {
            wrong.add(Field.of("satisfaction", "field.mark", QuestionSet.BEST));
        }
        refuse(wrong);
        return new Checked(true, said, mark, asked, answers, unhappy);
    }

    /** Who was not reached neither complained nor named a friend: nothing that was typed is dropped in silence. */
    private static void refuseAnswersOfNobody(CallReport report, @Nullable String unhappy, List<Field> wrong) {
        if (report.reached() != null && unhappy != null) {
            wrong.add(Field.of("complaint", "field.notReached"));
        }
        if (report.reached() != null && report.friend().isNamed()) {
            wrong.add(Field.of("friendName", "field.notReached"));
        }
    }

    private static void refuse(List<Field> wrong) {
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
    }

    /** Plans a call by hand, with the reason. */
    @Transactional
    public void plan(OwnerId owner, @Nullable LocalDate dueDate, @Nullable String occasion, StaffMember by) {
        OwnerFile file = access.hold(owner, by, "owner.call");
        LocalDate today = access.today(by);
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.line(occasion, LONGEST_OCCASION, "occasion", wrong);
        if (why == null) {
            wrong.add(Field.of("occasion", "field.required"));
        }
        if (dueDate == null) {
            wrong.add(Field.of("dueDate", "field.required"));
        } else if (dueDate.isBefore(today)) {
            wrong.add(Field.of("dueDate", "field.nextDate.past"));
        } else if (dueDate.isAfter(today.plusYears(1))) {
            wrong.add(Field.of("dueDate", "field.nextDate.far"));
        } else if (callbacks.of(by.dealership(), owner).stream()
                .anyMatch(
                        one -> one.type() == CallbackType.EVENT && one.dueDate().equals(dueDate))) {
            wrong.add(Field.of("dueDate", "field.callback.planned"));
        }
        refuse(wrong);
        callbacks.plan(file, new CallbackPlan.Planned(CallbackType.EVENT, Objects.requireNonNull(dueDate)), why);
    }

    /** The owner's number for a call that is still to be made; each look is logged (S-R33). */
    @Transactional
    public PhoneNumber number(UUID id, StaffMember by) {
        Callback call = callbacks.get(by.dealership(), id);
        OwnerFile file = access.read(call.owner(), by, "owner.call");
        if (!call.isOpen()) {
            throw new NothingHere(id);
        }
        accessLog.revealed(by, file.prospect().value(), "mobile");
        return prospects.get(by.dealership(), file.prospect()).content().number();
    }

    /** The owner's number for whoever asks them about a complaint again; each look is logged. */
    @Transactional
    public PhoneNumber number(Complaint complaint, StaffMember by) {
        if (!complaint.isOpen()) {
            throw new NothingHere(complaint.id());
        }
        accessLog.revealed(by, complaint.prospect().value(), "mobile");
        return prospects.get(by.dealership(), complaint.prospect()).content().number();
    }
}
