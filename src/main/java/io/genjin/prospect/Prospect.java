package io.genjin.prospect;

import io.genjin.journal.Frozen;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One customer who may buy, for as long as the case lasts. While it is open it has exactly one owner, one grade and one
 * next step; the database refuses anything else.
 */
public class Prospect {

    private final ProspectId id;
    private final DealershipId dealership;
    private final String cardNo;
    private final Instant receivedAt;
    private final Grade initialGrade;
    private final StaffId firstOwner;
    private CardContent content;
    private ProspectStatus status;
    private StaffId owner;
    private boolean importantCustomer;
    private Grade grade;
    private Set<Evidence> evidence;
    private @Nullable String overrideReason;
    private NextStep nextStep;
    private Deadline deadline;
    private CardApproval approval;
    private Visits visits;
    private @Nullable Instant lastContactAt;
    private final int version;

    /** When the customer came to the showroom (3.1: derived from visits, never typed). */
    public record Visits(
            int count,
            @Nullable Instant first,
            @Nullable Instant second,
            @Nullable Instant last) {

        static final Visits NONE = new Visits(0, null, null, null);

        Visits and(Instant at) {
            return new Visits(count + 1, first == null ? at : first, first != null && second == null ? at : second, at);
        }
    }

    /** Everything a stored prospect consists of, for opening a new one and for reading one back. */
    record State(
            ProspectId id,
            DealershipId dealership,
            String cardNo,
            Instant receivedAt,
            Grade initialGrade,
            StaffId firstOwner,
            CardContent content,
            ProspectStatus status,
            StaffId owner,
            boolean importantCustomer,
            Grade grade,
            Set<Evidence> evidence,
            @Nullable String overrideReason,
            NextStep nextStep,
            Deadline deadline,
            CardApproval approval,
            Visits visits,
            @Nullable Instant lastContactAt,
            int version) {}

    Prospect(State state) {
        this.id = state.id();
        this.dealership = state.dealership();
        this.cardNo = state.cardNo();
        this.receivedAt = state.receivedAt();
        this.initialGrade = state.initialGrade();
        this.firstOwner = state.firstOwner();
        this.content = state.content();
        this.status = state.status();
        this.owner = state.owner();
        this.importantCustomer = state.importantCustomer();
        this.grade = state.grade();
        this.evidence = Set.copyOf(state.evidence());
        this.overrideReason = state.overrideReason();
        this.nextStep = state.nextStep();
        this.deadline = state.deadline();
        this.approval = state.approval();
        this.visits = state.visits();
        this.lastContactAt = state.lastContactAt();
        this.version = state.version();
    }

    ProspectFact submit(StaffMember by, Instant at) {
        if (!approval.status().isWithConsultant()) {
            throw new CardNotInState(approval.status(), CardStatus.DRAFT);
        }
        approval = approval.submitted(at);
        return ProspectFact.of(this, ProspectFact.Kind.CARD_SUBMITTED, by.id(), at);
    }

    /** The showroom manager's signature after talking it through; never by the card's own owner (scenario 11). */
    ProspectFact sign(StaffMember by, @Nullable String comment, Instant at) {
        if (approval.status() != CardStatus.SUBMITTED) {
            throw new CardNotInState(approval.status(), CardStatus.SUBMITTED);
        }
        if (by.id().equals(owner)) {
            throw new OwnCardSigned();
        }
        approval = approval.signed(by.id(), at, comment);
        return ProspectFact.of(this, ProspectFact.Kind.CARD_SIGNED, by.id(), at).with("comment", comment);
    }

    /** Sign-off refused: the card is the consultant's task for today, and the clocks run on (scenario 9). */
    ProspectFact giveBack(StaffMember by, String comment, Instant at) {
        if (approval.status() != CardStatus.SUBMITTED) {
            throw new CardNotInState(approval.status(), CardStatus.SUBMITTED);
        }
        approval = approval.returned(comment);
        return ProspectFact.of(this, ProspectFact.Kind.CARD_RETURNED, by.id(), at)
                .with("comment", comment);
    }

    /** The customer administrator's confirmation that the card is complete (R-108, O-14). */
    ProspectFact enter(StaffMember by, Instant at, ZoneId zone) {
        if (approval.status() != CardStatus.SIGNED) {
            throw new CardNotInState(approval.status(), CardStatus.SIGNED);
        }
        approval = approval.entered(by.id(), at);
        if (status == ProspectStatus.ASSIGNED) {
            status = ProspectStatus.FOLLOWING;
        }
        return ProspectFact.of(this, ProspectFact.Kind.CARD_ENTERED, by.id(), at)
                .with("sameDay", approval.isEnteredSameDay(zone))
                .with("signedBy", String.valueOf(approval.signedBy()));
    }

    /** The designated person gives a received lead to a consultant; the clock runs on (1.11 rule 7). */
    ProspectFact allocate(StaffId to, StaffId by, Instant at) {
        if (status != ProspectStatus.LEAD_RECEIVED) {
            throw new AlreadyAllocated();
        }
        StaffId from = owner;
        status = ProspectStatus.ASSIGNED;
        owner = to;
        return ProspectFact.of(this, ProspectFact.Kind.LEAD_ALLOCATED, by, at)
                .with("from", from.value())
                .with("to", to.value());
    }

    /**
     * An allocated lead that nobody followed waits again, as if it had just arrived, but its clock runs on (2.1).
     *
     * @param to who answers for it until the next consultant does
     */
    ProspectFact takeBack(StaffMember to, String reason, StaffId by, Instant at) {
        if (status != ProspectStatus.ASSIGNED || !deadline.firstPending()) {
            throw new FollowedAlready();
        }
        if (importantCustomer && !to.is(Role.SALES_MANAGER)) {
            throw new ImportantCustomerNeedsSalesManager();
        }
        StaffId from = owner;
        status = ProspectStatus.LEAD_RECEIVED;
        owner = to.id();
        return ProspectFact.of(this, ProspectFact.Kind.LEAD_TAKEN_BACK, by, at)
                .with("from", from.value())
                .with("to", to.id().value())
                .with("responsible", to.id().value())
                .with("reason", reason);
    }

    ProspectFact transfer(StaffMember to, TransferReason reason, @Nullable String note, StaffMember by, Instant at) {
        if (!status.isOpen()) {
            throw new ProspectClosed();
        }
        if (to.id().equals(owner)) {
            throw new AlreadyOwner(to.name());
        }
        if (importantCustomer && !to.is(Role.SALES_MANAGER)) {
            throw new ImportantCustomerNeedsSalesManager();
        }
        StaffId from = owner;
        owner = to.id();
        if (status == ProspectStatus.LEAD_RECEIVED) {
            status = ProspectStatus.ASSIGNED;
        }
        return ProspectFact.of(this, ProspectFact.Kind.TRANSFERRED, by.id(), at)
                .with("from", from.value())
                .with("to", to.id().value())
                .with("reason", reason.name())
                .with("note", note);
    }

    /** A person's judgement of how soon the customer may buy; differing from the suggestion needs a reason. */
    ProspectFact grade(GradeChoice choice, GradeSuggestion suggestion, StaffId by, Instant at) {
        boolean asSuggested = suggestion.grade() == choice.grade();
        if (!asSuggested && choice.reason() == null) {
            throw new GradeNeedsReason(choice, suggestion);
        }
        Grade before = grade;
        grade = choice.grade();
        evidence = choice.evidence();
        overrideReason = asSuggested ? null : choice.reason();
        return ProspectFact.of(this, ProspectFact.Kind.GRADE_CHANGED, by, at)
                .with("before", before.name())
                .with("after", grade.name())
                .with("suggested", suggestion.grade().name())
                .with("evidence", evidence.stream().map(Enum::name).sorted().toList())
                .with("reason", choice.reason());
    }

    /** What the clocks and the person agreed on: the promise and the rule behind it. */
    void plan(NextStep next, Deadline due) {
        nextStep = next;
        deadline = due;
    }

    /** A contact was made or tried; a followed prospect is in follow-up from then on. */
    void contacted(Instant at, boolean inShowroom) {
        if (status == ProspectStatus.ASSIGNED) {
            status = ProspectStatus.FOLLOWING;
        }
        if (lastContactAt == null || at.isAfter(lastContactAt)) {
            lastContactAt = at;
        }
        if (inShowroom) {
            visits = visits.and(at);
        }
    }

    void visited(Instant at) {
        visits = visits.and(at);
    }

    void rewrite(CardContent changed, boolean important) {
        content = changed;
        importantCustomer = important;
    }

    /** A lead that is none: a wrong number, or an import taken back. Nothing is owed any more. */
    ProspectFact invalidate(ProspectFact.Kind why, @Nullable String note, StaffId by, Instant at) {
        if (status != ProspectStatus.LEAD_RECEIVED && status != ProspectStatus.ASSIGNED) {
            throw new ProspectClosed();
        }
        status = ProspectStatus.INVALID;
        return ProspectFact.of(this, why, by, at).with("note", note);
    }

    /** Owner, grade and source of this moment, for the journal. */
    Frozen frozen() {
        return new Frozen(owner.value(), grade.name(), content.source().name());
    }

    public boolean isOwnedBy(StaffMember member) {
        return owner.equals(member.id());
    }

    /** The moment by which the promise must be kept: end of the planned day, or earlier when the first limit falls earlier. */
    public Instant dueAt(ZoneId zone) {
        Instant planned =
                nextStep.date().plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
        return deadline.firstPending() && deadline.dueAt().isBefore(planned) ? deadline.dueAt() : planned;
    }

    public boolean isOverdue(Instant now, ZoneId zone) {
        return status.isFollowed() && now.isAfter(dueAt(zone));
    }

    /** Full days since the promise was due; 0 while it is not overdue. */
    public long overdueDays(Instant now, ZoneId zone) {
        return overdueDays(dueAt(zone), now, zone);
    }

    /** A promise for the 3rd is overdue by one on the 4th (scenario 12). */
    public static long overdueDays(Instant dueAt, Instant now, ZoneId zone) {
        if (!now.isAfter(dueAt)) {
            return 0;
        }
        LocalDate due = LocalDate.ofInstant(dueAt, zone);
        return Math.max(0, LocalDate.ofInstant(now, zone).toEpochDay() - due.toEpochDay());
    }

    public ProspectId id() {
        return id;
    }

    public DealershipId dealership() {
        return dealership;
    }

    public String cardNo() {
        return cardNo;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Grade initialGrade() {
        return initialGrade;
    }

    public StaffId firstOwner() {
        return firstOwner;
    }

    public CardContent content() {
        return content;
    }

    public ProspectStatus status() {
        return status;
    }

    public StaffId owner() {
        return owner;
    }

    public boolean isImportantCustomer() {
        return importantCustomer;
    }

    public Grade grade() {
        return grade;
    }

    public Set<Evidence> evidence() {
        return evidence;
    }

    public @Nullable String overrideReason() {
        return overrideReason;
    }

    public NextStep nextStep() {
        return nextStep;
    }

    public Deadline deadline() {
        return deadline;
    }

    public CardApproval approval() {
        return approval;
    }

    public Visits visits() {
        return visits;
    }

    public @Nullable Instant lastContactAt() {
        return lastContactAt;
    }

    public int version() {
        return version;
    }

    /** Names and values that a fact about this prospect always carries. */
    Map<String, Object> label() {
        return Map.of("cardNo", cardNo);
    }
}
