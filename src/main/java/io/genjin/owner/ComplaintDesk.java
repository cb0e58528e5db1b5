package io.genjin.owner;

import io.genjin.owner.Complaint.Step;
import io.genjin.owner.OwnerFact.Kind;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leads a complaint to its end (2.10): opened with one responsible, answered by them, asked again by somebody else, closed by the
 * owner's yes or a manager's word.
 */
@Service
public class ComplaintDesk {

    private static final int LONGEST = 2000;

    private final Complaints complaints;
    private final OwnerAccess access;
    private final OwnerFiles files;
    private final ProspectDesk prospects;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ComplaintDesk(
            Complaints complaints,
            OwnerAccess access,
            OwnerFiles files,
            ProspectDesk prospects,
            StaffDirectory staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.complaints = complaints;
        this.access = access;
        this.files = files;
        this.prospects = prospects;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** The owner complained outside of a call. */
    @Transactional
    public Complaint open(OwnerId owner, @Nullable String text, StaffMember by) {
        OwnerFile file = access.hold(owner, by, "owner.call");
        return open(file, required(text, "complaint"), null, List.of(), by);
    }

    /**
     * Opens it for an owner held before.
     *
     * @param causes codes of the answers that say so
     */
    Complaint open(OwnerFile held, String text, @Nullable UUID callback, List<String> causes, StaffMember by) {
        Instant now = clock.instant();
        LocalDate today = access.today(by);
        Complaint complaint = Complaint.opened(
                TypedId.newValue(), held, callback, text, by.id(), now, responsible(held, by, today), today);
        complaints.insert(by.dealership(), complaint);
        complaints.step(by.dealership(), complaint.id(), new Step(Step.Kind.OPENED, text, by.id(), now));
        tell(Kind.COMPLAINT_OPENED, held, complaint, by, now, causes.isEmpty() ? null : causes);
        return complaint;
    }

    /** A showroom manager who is there, or whoever comes next; never the consultant in charge while anybody else is there. */
    private StaffId responsible(OwnerFile file, StaffMember by, LocalDate today) {
        List<StaffMember> managers = Stream.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER)
                .flatMap(role -> staff.with(by.dealership(), role).stream())
                .filter(member -> !member.id().equals(file.consultant()))
                .toList();
        return managers.stream()
                .filter(member -> !staff.isAway(by.dealership(), member.id(), today))
                .findFirst()
                .or(() -> managers.stream().findFirst())
                .map(StaffMember::id)
                .orElse(file.consultant());
    }

    /** Names another responsible. */
    @Transactional
    public Complaint assign(UUID id, @Nullable String to, StaffMember by) {
        Complaint complaint = complaints.getForUpdate(by.dealership(), id);
        StaffMember other = staff.byUsername(by.dealership(), to == null ? "" : to.strip())
                .filter(member -> member.active() && access.mayAnswer(member))
                .orElseThrow(() -> new FieldsRefused(Field.of("to", "field.complaint.responsible")));
        if (other.id().equals(complaint.responsible())) {
            return complaint;
        }
        Complaint given = complaint.givenTo(other.id());
        return store(given, Kind.COMPLAINT_ASSIGNED, new Step(Step.Kind.ASSIGNED, other.name(), by.id(), now()), by);
    }

    /**
     * The responsible says what was done.
     *
     * @throws NotResponsible when somebody else says so
     */
    @Transactional
    public Complaint answer(UUID id, @Nullable String done, StaffMember by) {
        Complaint complaint = seen(complaints.getForUpdate(by.dealership(), id), by);
        String said = required(done, "done");
        Complaint answered = complaint.answered(said, by.id(), now(), access.today(by));
        return store(answered, Kind.COMPLAINT_ANSWERED, new Step(Step.Kind.ANSWERED, said, by.id(), now()), by);
    }

    /** What came of asking the owner again. */
    public enum Asked {
        SATISFIED,
        NOT_SATISFIED,
        NOT_REACHED
    }

    /**
     * Somebody else asked the owner again.
     *
     * @throws AskedByResponsible when the responsible did, or who answered
     */
    @Transactional
    public Complaint asked(UUID id, @Nullable Asked result, @Nullable String said, StaffMember by) {
        Complaint complaint = complaints.getForUpdate(by.dealership(), id);
        List<Field> wrong = new ArrayList<>();
        if (result == null) {
            wrong.add(Field.of("result", "field.required"));
        }
        String words = PlainText.text(said, LONGEST, "said", wrong);
        if (words == null) {
            wrong.add(Field.of("said", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        complaint.mustBeAskedBy(by.id());
        String answer = Objects.requireNonNull(words);
        return switch (Objects.requireNonNull(result)) {
            case SATISFIED ->
                store(
                        complaint.satisfied(by.id(), now(), answer),
                        Kind.COMPLAINT_CLOSED,
                        new Step(Step.Kind.SATISFIED, answer, by.id(), now()),
                        by);
            case NOT_SATISFIED ->
                store(
                        complaint.notSatisfied(by.id(), access.today(by)),
                        Kind.COMPLAINT_ASKED,
                        new Step(Step.Kind.NOT_SATISFIED, answer, by.id(), now()),
                        by);
            case NOT_REACHED ->
                store(complaint, Kind.COMPLAINT_ASKED, new Step(Step.Kind.NOT_REACHED, answer, by.id(), now()), by);
        };
    }

    /**
     * A manager ends it although the owner did not say yes.
     *
     * @throws AskedByResponsible when the manager is the responsible
     */
    @Transactional
    public Complaint decide(UUID id, @Nullable String reason, StaffMember by) {
        Complaint complaint = complaints.getForUpdate(by.dealership(), id);
        String why = required(reason, "reason");
        Complaint decided = complaint.decided(by.id(), now(), why);
        return store(decided, Kind.COMPLAINT_CLOSED, new Step(Step.Kind.DECIDED, why, by.id(), now()), by);
    }

    Complaint seen(Complaint complaint, StaffMember reader) {
        OwnerFile file = files.get(reader.dealership(), complaint.owner());
        boolean sees = access.sees(file.consultant(), reader, "complaint.read")
                || complaint.responsible().equals(reader.id());
        if (!sees) {
            throw new NothingHere(complaint.id());
        }
        return complaint;
    }

    private Complaint store(Complaint complaint, Kind kind, Step step, StaffMember by) {
        complaints.update(by.dealership(), complaint);
        complaints.step(by.dealership(), complaint.id(), step);
        OwnerFile file = files.get(by.dealership(), complaint.owner());
        tell(kind, file, complaint, by, step.at(), null);
        return complaints.get(by.dealership(), complaint.id());
    }

    private void tell(
            Kind kind, OwnerFile file, Complaint complaint, StaffMember by, Instant at, @Nullable List<String> causes) {
        Prospect prospect = prospects.get(by.dealership(), file.prospect());
        Complaint.Closing end = complaint.closing();
        events.publishEvent(OwnerFact.of(kind, file, prospect, by.id(), at)
                .with("complaint", complaint.id())
                .with("to", complaint.responsible().value())
                .with("due", complaint.isOpen() ? complaint.dueDate().toString() : null)
                .with("causes", causes)
                .with("rounds", complaint.rounds() == 0 ? null : complaint.rounds())
                .with("how", end == null ? null : end.how().name()));
    }

    private Instant now() {
        return clock.instant();
    }

    private static String required(@Nullable String typed, String field) {
        List<Field> wrong = new ArrayList<>();
        String text = PlainText.text(typed, LONGEST, field, wrong);
        if (text == null) {
            wrong.add(Field.of(field, "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return Objects.requireNonNull(text);
    }
}
