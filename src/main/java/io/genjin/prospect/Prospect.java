package io.genjin.prospect;

import io.genjin.dealership.Frequency;
import io.genjin.journal.Frozen;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
    private Firsts firsts;
    private @Nullable Instant handoverDueAt;
    private @Nullable LocalDate wakeUpDate;
    private @Nullable Frequency ownRhythm;
    private @Nullable Instant releasedAt;
    private ProspectStatus storedStatus;
    private int version;

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

        /** The visits of two cases of one customer. */
        Visits with(Visits other) {
            List<Instant> moments = Stream.of(first, second, last, other.first, other.second, other.last)
                    .flatMap(Stream::ofNullable)
                    .distinct()
                    .sorted()
                    .toList();
            return moments.isEmpty()
                    ? NONE
                    : new Visits(
                            count + other.count,
                            moments.get(0),
                            moments.size() < 2 ? null : moments.get(1),
                            moments.get(moments.size() - 1));
        }

        /** These visits, joined into {@code joined} by a merge and grown since, without what the merge brought. */
        Visits without(Visits joined, Visits before) {
            Visits left = before;
            for (int since = joined.count + 1; since <= count; since++) {
                Instant at = since == 1 ? first : since == 2 ? second : last;
                left = left.and(at == null ? Objects.requireNonNull(last) : at);
            }
            return left;
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
            Firsts firsts,
            @Nullable Instant handoverDueAt,
            @Nullable LocalDate wakeUpDate,
            @Nullable Frequency ownRhythm,
            @Nullable Instant releasedAt,
            int version) {

        /** One that begins now: nothing was tried, and nobody has left it. */
        static State beginning(
                ProspectId id,
                DealershipId dealership,
                String cardNo,
                Instant receivedAt,
                GradeChoice choice,
                StaffId owner,
                CardContent content,
                ProspectStatus status,
                boolean importantCustomer,
                NextStep nextStep,
                Deadline deadline,
                Visits visits) {
            return new State(
                    id,
                    dealership,
                    cardNo,
                    receivedAt,
                    choice.grade(),
                    owner,
                    content,
                    status,
                    owner,
                    importantCustomer,
                    choice.grade(),
                    choice.evidence(),
                    null,
                    nextStep,
                    deadline,
                    CardApproval.DRAFT,
                    visits,
                    null,
                    Firsts.NONE,
                    null,
                    null,
                    null,
                    null,
                    1);
        }
    }

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
        this.firsts = state.firsts();
        this.handoverDueAt = state.handoverDueAt();
        this.wakeUpDate = state.wakeUpDate();
        this.ownRhythm = state.ownRhythm();
        this.releasedAt = state.releasedAt();
        this.storedStatus = state.status();
        this.version = state.version();
    }

    ProspectFact submit(StaffMember by, Instant at) {
        if (!approval.status().isWithConsultant()) {
            throw new CardNotInState(approval.status(), CardStatus.DRAFT);
        }
        approval = approval.submitted(at);
        return ProspectFact.of(this, ProspectFact.Kind.CARD_SUBMITTED, by.id(), at);
    }

    /** A confirmed card must be signed again, because of what was done to it. */
    ProspectFact submitAgain(String cause, StaffId by, Instant at) {
        approval = approval.again(at);
        return ProspectFact.of(this, ProspectFact.Kind.CARD_SUBMITTED, by, at).with("cause", cause);
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
            become(ProspectStatus.FOLLOWING);
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
        become(ProspectStatus.ASSIGNED);
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
        become(ProspectStatus.LEAD_RECEIVED);
        owner = to.id();
        return ProspectFact.of(this, ProspectFact.Kind.LEAD_TAKEN_BACK, by, at)
                .with("from", from.value())
                .with("to", to.id().value())
                .with("responsible", to.id().value())
                .with("reason", reason);
    }

    /**
     * Another owner. The clocks run on (1.11 rule 7); of an H or A customer the new owner owes a contact of their own until
     * {@code handoverDueAt} (domain 5, Reassignment).
     */
    ProspectFact transfer(
            StaffMember to,
            TransferReason reason,
            @Nullable String note,
            @Nullable StaffId by,
            Instant at,
            Instant handoverDueAt) {
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
        releasedAt = null;
        if (status == ProspectStatus.LEAD_RECEIVED) {
            become(ProspectStatus.ASSIGNED);
        }
        boolean owesHandover = status.isFollowed() && grade.isAbove(Grade.B);
        this.handoverDueAt = owesHandover ? handoverDueAt : null;
        return ProspectFact.of(this, ProspectFact.Kind.TRANSFERRED, by, at)
                .with("from", from.value())
                .with("to", to.id().value())
                .with("reason", reason.name())
                .with("note", note)
                .with("handoverDueAt", owesHandover ? handoverDueAt.toString() : null);
    }

    /** A person's judgement of how soon the customer may buy; differing from the suggestion needs a reason. */
    ProspectFact grade(GradeChoice choice, GradeSuggestion suggestion, StaffId by, Instant at) {
        boolean asSuggested = suggestion.grade() == choice.grade();
        if (!asSuggested && choice.reason() == null) {
            throw new GradeNeedsReason(choice, suggestion);
        }
        Grade before = grade;
        grade = choice.grade();
        if (grade != before) {
            ownRhythm = null;
        }
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

    /**
     * A contact was made or tried; a followed prospect is in follow-up from then on, and the new owner's first contact is
     * made.
     */
    void contacted(ContactMade contact) {
        if (status == ProspectStatus.ASSIGNED) {
            become(ProspectStatus.FOLLOWING);
        }
        if (lastContactAt == null || contact.at().isAfter(lastContactAt)) {
            lastContactAt = contact.at();
        }
        if (contact.inShowroom()) {
            visits = visits.and(contact.at());
        }
        if (contact.qualifies()) {
            handoverDueAt = null;
        }
        firsts = firsts.and(contact);
    }

    /** Another step of its life (1.8); what only the step before had is over. */
    void become(ProspectStatus next) {
        if (!status.mayBecome(next)) {
            throw new StatusNotThere(status, next);
        }
        status = next;
        wakeUpDate = null;
        if (!next.isFollowed()) {
            handoverDueAt = null;
            releasedAt = null;
        }
    }

    /** When a rest ends by itself; a defeat without such a date ends only when the customer comes back. */
    void wakesUpOn(@Nullable LocalDate day) {
        wakeUpDate = day;
    }

    /** A rhythm of its own until the next regrading; nothing gives the grade's back (1.8 state 9). */
    void keepTo(@Nullable Frequency rhythm) {
        ownRhythm = rhythm;
    }

    /** Anybody may claim it from now on; until somebody does, {@code manager} answers for it. */
    ProspectFact release(StaffId manager, String reason, Instant at) {
        if (!status.isFollowed() || status == ProspectStatus.LEAD_RECEIVED) {
            throw new StatusNotThere(status, ProspectStatus.FOLLOWING);
        }
        if (releasedAt != null) {
            throw new AlreadyReleased();
        }
        if (importantCustomer) {
            throw new ImportantCustomerNeedsSalesManager();
        }
        StaffId from = owner;
        owner = manager;
        releasedAt = at;
        handoverDueAt = null;
        return ProspectFact.of(this, ProspectFact.Kind.RELEASED, manager, at)
                .with("from", from.value())
                .with("to", manager.value())
                .with("reason", reason);
    }

    /** Somebody takes it out of the pool; of an H or A customer they owe a contact until {@code handoverDueAt}. */
    ProspectFact claim(StaffId by, Instant at, Instant handoverDueAt) {
        if (releasedAt == null) {
            throw new AlreadyClaimed();
        }
        StaffId from = owner;
        owner = by;
        releasedAt = null;
        boolean owesHandover = grade.isAbove(Grade.B);
        this.handoverDueAt = owesHandover ? handoverDueAt : null;
        return ProspectFact.of(this, ProspectFact.Kind.CLAIMED, by, at)
                .with("from", from.value())
                .with("to", by.value())
                .with("handoverDueAt", owesHandover ? handoverDueAt.toString() : null);
    }

    /** Somebody else answers for it from now on, without a contact owed for that. */
    void belongTo(StaffId next) {
        owner = next;
        releasedAt = null;
    }

    /** What a case was before it was merged into another, and becomes again when that is undone. */
    public record Former(
            ProspectStatus status,
            @Nullable LocalDate wakeUpDate,
            @Nullable Instant handoverDueAt,
            @Nullable Instant releasedAt) {}

    /** Another case goes on for it from now on. */
    Former merged() {
        Former before = new Former(status, wakeUpDate, handoverDueAt, releasedAt);
        become(ProspectStatus.DUPLICATE);
        return before;
    }

    /** It stands for itself again, where it stood before it was merged. */
    void parted(Former before) {
        become(before.status());
        wakeUpDate = before.wakeUpDate();
        handoverDueAt = before.handoverDueAt();
        releasedAt = before.releasedAt();
    }

    /** The visits and the last contact of all the cases that this one goes on for. */
    void countsTogether(Visits all, @Nullable Instant contactedAt) {
        visits = all;
        lastContactAt = contactedAt;
    }

    /** A first contact is owed by {@code until} as it was owed in a case merged into this one: a merge gains no time. */
    void owesBy(Instant until) {
        if (handoverDueAt == null || until.isBefore(handoverDueAt)) {
            handoverDueAt = until;
        }
    }

    /** Whether the customer was in the showroom on {@code day} already: a party counts once a day (4.2). */
    boolean wasHereOn(LocalDate day, ZoneId zone) {
        return visits.last() != null && LocalDate.ofInstant(visits.last(), zone).equals(day);
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
        if (!status.mayBecome(ProspectStatus.INVALID)) {
            throw new ProspectClosed();
        }
        become(ProspectStatus.INVALID);
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
    public Instant promisedUntil(ZoneId zone) {
        Instant planned =
                nextStep.date().plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
        return deadline.firstPending() && deadline.dueAt().isBefore(planned) ? deadline.dueAt() : planned;
    }

    /** The moment by which the next contact is owed: the promise's, or earlier when a new owner owes the first contact. */
    public Instant dueAt(ZoneId zone) {
        Instant promised = promisedUntil(zone);
        return handoverDueAt != null && handoverDueAt.isBefore(promised) ? handoverDueAt : promised;
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

    public Firsts firsts() {
        return firsts;
    }

    /** Until when the new owner of an H or A customer owes a contact; nothing once it was made. */
    public @Nullable Instant handoverDueAt() {
        return handoverDueAt;
    }

    /** When a dormant or defeated case is taken up again by itself. */
    public @Nullable LocalDate wakeUpDate() {
        return wakeUpDate;
    }

    /** The rhythm that a manager gave this customer instead of the grade's. */
    public @Nullable Frequency ownRhythm() {
        return ownRhythm;
    }

    /** Since when anybody may claim it; nothing while it is somebody's own. */
    public @Nullable Instant releasedAt() {
        return releasedAt;
    }

    /** Where it stands in the database. */
    ProspectStatus storedStatus() {
        return storedStatus;
    }

    /** What was changed is in the database now, one version on. */
    void stored() {
        storedStatus = status;
        version++;
    }

    public int version() {
        return version;
    }

    /** Names and values that a fact about this prospect always carries. */
    Map<String, Object> label() {
        return Map.of("cardNo", cardNo);
    }
}
