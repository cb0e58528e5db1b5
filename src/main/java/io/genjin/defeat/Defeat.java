package io.genjin.defeat;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application to give a customer up and what became of it (3.9). Who applied never decides, and who is the customer's owner
 * never verifies: the word belongs to another person.
 */
public class Defeat {

    /** What another person found out by asking the customer (战败核实回访). */
    public enum Finding {
        /** The customer says the same. */
        CONFIRMED,
        /** The customer is lost, but for another reason. */
        OTHER_REASON,
        /** The customer would still buy. */
        STILL_INTERESTED,
        NOT_REACHED
    }

    /** Asked by whom and when, and what came of it; nothing found yet while it is open. */
    public record Verification(
            StaffId verifier,
            Instant sentAt,
            @Nullable Finding finding,
            @Nullable String comment,
            @Nullable Instant foundAt) {}

    /** Who decided, when, and what they said. */
    public record Decision(StaffId by, Instant at, @Nullable String comment) {}

    private final DefeatId id;
    private final DealershipId dealership;
    private final ProspectId prospect;
    private final StaffId appliedBy;
    private final Instant appliedAt;
    private final StaffId ownerThen;
    private final Grade gradeThen;
    private final Loss loss;
    private DefeatStatus status;
    private @Nullable Verification verification;
    private @Nullable Decision decision;
    private final int version;

    Defeat(
            DefeatId id,
            DealershipId dealership,
            ProspectId prospect,
            StaffId appliedBy,
            Instant appliedAt,
            StaffId ownerThen,
            Grade gradeThen,
            Loss loss,
            DefeatStatus status,
            @Nullable Verification verification,
            @Nullable Decision decision,
            int version) {
        this.id = id;
        this.dealership = dealership;
        this.prospect = prospect;
        this.appliedBy = appliedBy;
        this.appliedAt = appliedAt;
        this.ownerThen = ownerThen;
        this.gradeThen = gradeThen;
        this.loss = loss;
        this.status = status;
        this.verification = verification;
        this.decision = decision;
        this.version = version;
    }

    /**
     * Sends it to be verified before anybody decides.
     *
     * @throws OwnDefeat when {@code verifier} applied for it or owns the customer
     */
    void sendToVerify(StaffMember verifier, Instant at) {
        mustBeOpen();
        if (verifier.id().equals(appliedBy) || verifier.id().equals(ownerThen)) {
            throw new OwnDefeat();
        }
        status = DefeatStatus.TO_VERIFY;
        verification = new Verification(verifier.id(), at, null, null, null);
    }

    /** What the verifier found out; the decision waits for the manager again. */
    void verified(StaffMember by, Finding finding, String comment, Instant at) {
        if (status != DefeatStatus.TO_VERIFY || verification == null) {
            throw new DefeatSettled(status);
        }
        if (by.id().equals(appliedBy) || by.id().equals(ownerThen)) {
            throw new OwnDefeat();
        }
        verification = new Verification(by.id(), verification.sentAt(), finding, comment, at);
        status = DefeatStatus.PENDING;
    }

    /** @throws OwnDefeat when the person applied for it */
    void decide(DefeatStatus word, StaffMember by, @Nullable String comment, Instant at) {
        mustBeOpen();
        if (by.id().equals(appliedBy)) {
            throw new OwnDefeat();
        }
        status = word;
        decision = new Decision(by.id(), at, comment);
    }

    /** The customer ordered or came back before anybody decided. */
    void withdraw() {
        if (status.isOpen()) {
            status = DefeatStatus.WITHDRAWN;
        }
    }

    private void mustBeOpen() {
        if (!status.isOpen()) {
            throw new DefeatSettled(status);
        }
    }

    public DefeatId id() {
        return id;
    }

    public DealershipId dealership() {
        return dealership;
    }

    public ProspectId prospect() {
        return prospect;
    }

    public StaffId appliedBy() {
        return appliedBy;
    }

    public Instant appliedAt() {
        return appliedAt;
    }

    /** Whose customer it was when the defeat was applied for. */
    public StaffId ownerThen() {
        return ownerThen;
    }

    public Grade gradeThen() {
        return gradeThen;
    }

    public Loss loss() {
        return loss;
    }

    public DefeatStatus status() {
        return status;
    }

    public @Nullable Verification verification() {
        return verification;
    }

    public @Nullable Decision decision() {
        return decision;
    }

    int version() {
        return version;
    }
}
