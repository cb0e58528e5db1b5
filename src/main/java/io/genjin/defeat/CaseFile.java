package io.genjin.defeat;

import io.genjin.followup.FollowUp;
import io.genjin.followup.FollowUpFile;
import io.genjin.followup.Outcome;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.Access;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of customers who did not buy, for those who may see them. */
@Component
public class CaseFile {

    private static final int MOST_CALLS = 200;

    private final FollowUpFile followUps;
    private final Reviews reviews;
    private final Defeats defeats;
    private final CourtesyCalls calls;
    private final ProspectDesk prospects;
    private final Access access;
    private final AccessLog accessLog;

    CaseFile(
            FollowUpFile followUps,
            Reviews reviews,
            Defeats defeats,
            CourtesyCalls calls,
            ProspectDesk prospects,
            Access access,
            AccessLog accessLog) {
        this.followUps = followUps;
        this.reviews = reviews;
        this.defeats = defeats;
        this.calls = calls;
        this.prospects = prospects;
        this.access = access;
        this.accessLog = accessLog;
    }

    /** What a manager decided, when and why. */
    public record Decided(CauseDecision.Way way, String comment, String adjusted, StaffId by, Instant at) {}

    /**
     * One customer's case, each list newest first.
     *
     * @param lastContact the last contact; what came of it may ask for a review
     */
    public record Opened(
            Prospect prospect,
            List<Review> reviews,
            List<Decided> decisions,
            List<Defeat> defeats,
            @Nullable FollowUp lastContact) {

        /** The application that waits for a word. */
        public @Nullable Defeat pending() {
            return defeats.stream()
                    .filter(defeat -> defeat.status().isOpen())
                    .findFirst()
                    .orElse(null);
        }

        /** The review whose question is still open. */
        public @Nullable Review openReview() {
            return reviews.stream()
                    .findFirst()
                    .filter(review -> review.revisit() == null)
                    .orElse(null);
        }

        /** The customer said no, or bought elsewhere, and nobody has summed it up since. */
        public boolean asksForReview() {
            FollowUp contact = lastContact;
            if (contact == null) {
                return false;
            }
            Instant recordedAt = contact.recordedAt();
            boolean saidNo = contact.outcome() == Outcome.NO_INTENT || contact.outcome() == Outcome.BOUGHT_ELSEWHERE;
            return saidNo && reviews.stream().noneMatch(review -> !review.at().isBefore(recordedAt));
        }
    }

    @Transactional(readOnly = true)
    public Opened open(ProspectId id, StaffMember reader) {
        FollowUpFile.Opened file = followUps.open(id, 1, reader);
        return new Opened(
                file.prospect(),
                reviews.of(reader.dealership(), id),
                reviews.decisions(reader.dealership(), id).stream()
                        .map(one -> new Decided(one.way(), one.comment(), one.adjusted(), one.by(), one.at()))
                        .toList(),
                defeats.of(reader.dealership(), id),
                file.contacts().stream().findFirst().orElse(null));
    }

    /** An application with the customer it is about, as whoever decides on it or asks the customer must see it. */
    public record Row(Defeat defeat, Prospect prospect) {}

    /** Applications at one of {@code statuses}; a consultant's own only. */
    @Transactional(readOnly = true)
    public Page<Row> list(Set<DefeatStatus> statuses, int limit, @Nullable String cursor, StaffMember reader) {
        Collection<StaffId> owners = access.seesAll(reader, "defeat.read") ? Set.of() : access.ownersOf(reader);
        return withProspects(defeats.list(reader.dealership(), statuses, owners, null, limit, cursor), reader);
    }

    /** Applications that wait for the reader to ask the customer. */
    @Transactional(readOnly = true)
    public Page<Row> toVerify(int limit, @Nullable String cursor, StaffMember reader) {
        return withProspects(
                defeats.list(reader.dealership(), Set.of(DefeatStatus.TO_VERIFY), Set.of(), reader.id(), limit, cursor),
                reader);
    }

    private Page<Row> withProspects(Page<Defeat> page, StaffMember reader) {
        Map<ProspectId, Prospect> byId =
                prospects(page.items().stream().map(Defeat::prospect).collect(Collectors.toSet()), reader);
        return page.map(defeat -> new Row(defeat, Objects.requireNonNull(byId.get(defeat.prospect()))));
    }

    private Map<ProspectId, Prospect> prospects(Set<ProspectId> ids, StaffMember reader) {
        return prospects.getAll(reader.dealership(), ids).stream()
                .collect(Collectors.toMap(Prospect::id, Function.identity()));
    }

    /** One application, for those who may read it. */
    @Transactional(readOnly = true)
    public Row get(DefeatId id, StaffMember reader) {
        Defeat defeat = defeats.get(reader.dealership(), id);
        boolean seen = access.seesAll(reader, "defeat.read")
                || access.ownersOf(reader).contains(defeat.ownerThen())
                || isVerifier(defeat, reader);
        if (!seen) {
            throw new NothingHere(id);
        }
        return new Row(defeat, prospects.get(reader.dealership(), defeat.prospect()));
    }

    private static boolean isVerifier(Defeat defeat, StaffMember reader) {
        Defeat.Verification verification = defeat.verification();
        return verification != null && verification.verifier().equals(reader.id());
    }

    /** A courtesy call with the defeat and the customer it is about. */
    public record CallRow(CourtesyCall call, Defeat defeat, Prospect prospect) {}

    /** Courtesy calls to be made, the most urgent first, or made, the newest first. */
    @Transactional(readOnly = true)
    public List<CallRow> calls(boolean open, StaffMember reader) {
        List<CourtesyCall> found = calls.list(reader.dealership(), open, MOST_CALLS);
        Map<ProspectId, Prospect> byId =
                prospects(found.stream().map(CourtesyCall::prospect).collect(Collectors.toSet()), reader);
        return found.stream()
                .map(call -> new CallRow(
                        call,
                        defeats.get(reader.dealership(), call.defeat()),
                        Objects.requireNonNull(byId.get(call.prospect()))))
                .toList();
    }

    /** The customer's number for a courtesy call that is still to be made; each look is logged (S-R33). */
    @Transactional
    public PhoneNumber numberForCall(UUID call, StaffMember reader) {
        CourtesyCall open = calls.get(reader.dealership(), call);
        if (!open.isOpen()) {
            throw new NothingHere(call);
        }
        return reveal(open.prospect(), reader);
    }

    /** The customer's number for the colleague who is to verify a defeat; each look is logged. */
    @Transactional
    public PhoneNumber numberToVerify(DefeatId id, StaffMember reader) {
        Defeat defeat = defeats.get(reader.dealership(), id);
        if (defeat.status() != DefeatStatus.TO_VERIFY || !isVerifier(defeat, reader)) {
            throw new NothingHere(id);
        }
        return reveal(defeat.prospect(), reader);
    }

    private PhoneNumber reveal(ProspectId id, StaffMember reader) {
        accessLog.revealed(reader, id.value(), "mobile");
        return prospects.get(reader.dealership(), id).content().number();
    }
}
