package io.genjin.hqlead;

import io.genjin.dealership.OpenTime;
import io.genjin.followup.Shares;
import io.genjin.prospect.Ownership;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One lead from HQ as the journal told of it until a moment. What was written down later is not in it, so the same moment
 * always gives the same case.
 *
 * @param arrival         the journal's entry of its arrival
 * @param externalId      HQ's own number of it
 * @param repeated        whether the customer was on file already, so that the lead opened nothing
 * @param reportedAt      when it was written down, which may be after its receipt
 * @param owners          who had it from receipt on, in order; never empty
 * @param firstFollowUpAt the first contact or attempt of a consultant or sales manager (1.11 rule 6)
 * @param closedAt        when the word that ended it was written down; nothing while it is open
 * @param reason          why it was found invalid or lost: codes, or what people wrote without its numbers
 * @param recorded        the newest status that a person recorded
 */
public record HqCase(
        UUID arrival,
        ProspectId prospect,
        @Nullable String externalId,
        String cardNo,
        boolean repeated,
        Instant receivedAt,
        Instant reportedAt,
        List<Ownership> owners,
        String grade,
        @Nullable Instant firstFollowUpAt,
        @Nullable Contact latest,
        int visits,
        HqStatus status,
        @Nullable Instant closedAt,
        @Nullable String reason,
        @Nullable Recorded recorded) {

    /** The latest contact, by codes. */
    public record Contact(Instant at, String way, String outcome) {}

    /** A status that a person recorded for a day. */
    public record Recorded(
            LocalDate day, HqStatus status, @Nullable String remark) {}

    public HqCase {
        owners = List.copyOf(owners);
    }

    private Ownership last() {
        return owners.get(owners.size() - 1);
    }

    /** Whether it waits for its consultant. */
    public boolean isWaiting() {
        return last().waiting();
    }

    /** The consultant who has it; nobody while it waits. */
    public @Nullable StaffId allocatedTo() {
        return isWaiting() ? null : last().owner();
    }

    /** Since when that consultant has it. */
    public @Nullable Instant allocatedAt() {
        return isWaiting() ? null : last().from();
    }

    /** How often it was given to a consultant. */
    public int allocations() {
        return (int) owners.stream().filter(one -> !one.waiting()).count();
    }

    /** Who answers for its allocation: the last who had it waiting. */
    public @Nullable StaffId responsible() {
        StaffId found = null;
        for (Ownership one : owners) {
            found = one.waiting() ? one.owner() : found;
        }
        return found;
    }

    /** Who had it for how much of its limit: until the first follow-up, the limit or {@code now}, whichever came first. */
    public Shares shares(Instant dueAt, Instant now, OpenTime time) {
        Instant until = now.isBefore(dueAt) ? now : dueAt;
        if (firstFollowUpAt != null && firstFollowUpAt.isBefore(until)) {
            until = firstFollowUpAt;
        }
        return Shares.of(receivedAt, until, owners, time);
    }

    /** Whether the 24 hours were kept, as known at {@code now}; exactly at the limit is in time (1.11 rule 1). */
    public Punctuality punctuality(Instant dueAt, Instant now) {
        if (firstFollowUpAt != null && !firstFollowUpAt.isAfter(dueAt)) {
            return Punctuality.ON_TIME;
        }
        return firstFollowUpAt != null || now.isAfter(dueAt) ? Punctuality.LATE : Punctuality.RUNNING;
    }

    /** Whether a first follow-up came within the 24 hours. */
    public enum Punctuality {
        ON_TIME,
        LATE,
        /** Not followed, and the hours are not over. */
        RUNNING
    }

    /** The same case with HQ's number, where the journal does not know it. */
    HqCase called(@Nullable String number) {
        return new HqCase(
                arrival,
                prospect,
                number,
                cardNo,
                repeated,
                receivedAt,
                reportedAt,
                owners,
                grade,
                firstFollowUpAt,
                latest,
                visits,
                status,
                closedAt,
                reason,
                recorded);
    }
}
