package io.genjin.ownership;

import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two consultants and one customer (撞单, 3.15 OwnershipConflict): who claims, what the journal says of both, what both say,
 * until when the showroom manager decides, and what was decided. The customer has its one owner all the while.
 */
public class Collision {

    /** How long a decision can be appealed against. */
    static final Duration APPEAL_PERIOD = Duration.ofDays(7);

    /** Where the case stands. */
    public enum Status {
        OPEN,
        /** Decided; an appeal is possible until its period is over. */
        DECIDED,
        APPEALED,
        /** Decided by the sales manager: nothing more can be said. */
        FINAL
    }

    /** How the case began. */
    public enum Origin {
        /** Both met the same customer while no card was signed. */
        SAME_CUSTOMER,
        /** The claimant received a customer whom the owner neglects. */
        NEGLECT
    }

    /** What a side says. */
    public record Statement(StaffId who, String words, Instant at) {}

    /** An appeal: by whom, when, why. */
    public record Appeal(StaffId by, Instant at, String words) {}

    /** Everything a stored case consists of. */
    record State(
            CollisionId id,
            DealershipId dealership,
            ProspectId prospect,
            StaffId owner,
            StaffId claimant,
            Origin origin,
            @Nullable CaseEvidence evidence,
            Instant openedAt,
            Instant decideBy,
            @Nullable Instant lateAt,
            Status status,
            @Nullable Instant appealUntil,
            @Nullable Appeal appeal,
            List<Statement> statements,
            List<Verdict> verdicts) {

        /** A case that begins now. */
        static State beginning(
                Prospect about, StaffId claimant, Origin origin, CaseEvidence evidence, Instant decideBy) {
            return new State(
                    CollisionId.next(),
                    about.dealership(),
                    about.id(),
                    about.owner(),
                    claimant,
                    origin,
                    evidence,
                    evidence.at(),
                    decideBy,
                    null,
                    Status.OPEN,
                    null,
                    null,
                    List.of(),
                    List.of());
        }

        State with(List<Statement> said, List<Verdict> decided) {
            return new State(
                    id,
                    dealership,
                    prospect,
                    owner,
                    claimant,
                    origin,
                    evidence,
                    openedAt,
                    decideBy,
                    lateAt,
                    status,
                    appealUntil,
                    appeal,
                    said,
                    decided);
        }
    }

    private final CollisionId id;
    private final DealershipId dealership;
    private final ProspectId prospect;
    private final StaffId owner;
    private final StaffId claimant;
    private final Origin origin;
    private final @Nullable CaseEvidence evidence;
    private final Instant openedAt;
    private final Instant decideBy;
    private final @Nullable Instant lateAt;
    private Status status;
    private @Nullable Instant appealUntil;
    private @Nullable Appeal appeal;
    private final List<Statement> statements;
    private final List<Verdict> verdicts;

    Collision(State state) {
        this.id = state.id();
        this.dealership = state.dealership();
        this.prospect = state.prospect();
        this.owner = state.owner();
        this.claimant = state.claimant();
        this.origin = state.origin();
        this.evidence = state.evidence();
        this.openedAt = state.openedAt();
        this.decideBy = state.decideBy();
        this.lateAt = state.lateAt();
        this.status = state.status();
        this.appealUntil = state.appealUntil();
        this.appeal = state.appeal();
        this.statements = new ArrayList<>(state.statements());
        this.verdicts = new ArrayList<>(state.verdicts());
    }

    /** A side says how it was; possible until the case is decided, and again after an appeal. */
    Statement say(StaffMember by, String words, Instant at) {
        if (!isSide(by.id())) {
            throw new NotYourCase();
        }
        if (!isWaiting()) {
            throw new CollisionDecided();
        }
        Statement statement = new Statement(by.id(), words, at);
        statements.add(statement);
        return statement;
    }

    /**
     * Decides. First the showroom manager within two working days, after them the sales manager as well; an appeal the sales
     * manager alone. What a sales manager decided is final. Nobody judges their own case.
     */
    Verdict decide(
            StaffMember by,
            StaffId newOwner,
            Verdict.Reason reason,
            String words,
            @Nullable Integer shareA,
            @Nullable Integer shareB,
            boolean showroomManagerThere,
            Instant at) {
        if (!isWaiting()) {
            throw new CollisionDecided();
        }
        if (!mayDecide(by, showroomManagerThere, at)) {
            throw new NotYourCase();
        }
        Verdict verdict = new Verdict(
                status == Status.OPEN ? Verdict.Instance.FIRST : Verdict.Instance.APPEAL,
                by.id(),
                at,
                newOwner,
                reason,
                words,
                shareA,
                shareB);
        boolean last = status == Status.APPEALED || by.is(Role.SALES_MANAGER);
        status = last ? Status.FINAL : Status.DECIDED;
        appealUntil = last ? null : at.plus(APPEAL_PERIOD);
        verdicts.add(verdict);
        return verdict;
    }

    /** A side does not accept the showroom manager's decision; the sales manager decides finally. */
    void appeal(StaffMember by, String words, Instant at) {
        if (!isSide(by.id())) {
            throw new NotYourCase();
        }
        if (!canBeAppealed(at)) {
            throw new AppealOver();
        }
        status = Status.APPEALED;
        appeal = new Appeal(by.id(), at, words);
    }

    public boolean mayDecide(StaffMember by, boolean showroomManagerThere, Instant at) {
        if (!isWaiting() || isSide(by.id())) {
            return false;
        }
        if (status == Status.APPEALED) {
            return by.is(Role.SALES_MANAGER);
        }
        return by.is(Role.SHOWROOM_MANAGER) || by.is(Role.SALES_MANAGER) && (isLate(at) || !showroomManagerThere);
    }

    public boolean canBeAppealed(Instant at) {
        return status == Status.DECIDED && appealUntil != null && !at.isAfter(appealUntil);
    }

    /** Waits for somebody's decision. */
    public boolean isWaiting() {
        return status == Status.OPEN || status == Status.APPEALED;
    }

    /** The two working days are over without a decision. */
    public boolean isLate(Instant at) {
        return status == Status.OPEN && at.isAfter(decideBy);
    }

    public boolean isSide(StaffId who) {
        return owner.equals(who) || claimant.equals(who);
    }

    public CollisionId id() {
        return id;
    }

    public DealershipId dealership() {
        return dealership;
    }

    public ProspectId prospect() {
        return prospect;
    }

    /** Who owned the customer when the case began. */
    public StaffId owner() {
        return owner;
    }

    public StaffId claimant() {
        return claimant;
    }

    public Origin origin() {
        return origin;
    }

    public @Nullable CaseEvidence evidence() {
        return evidence;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant decideBy() {
        return decideBy;
    }

    /** When the sales manager was told that nobody had decided in time. */
    public @Nullable Instant lateAt() {
        return lateAt;
    }

    public Status status() {
        return status;
    }

    public @Nullable Instant appealUntil() {
        return appealUntil;
    }

    public @Nullable Appeal appeal() {
        return appeal;
    }

    public List<Statement> statements() {
        return List.copyOf(statements);
    }

    /** What was decided, the first decision first. */
    public List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }
}
