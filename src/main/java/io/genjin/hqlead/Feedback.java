package io.genjin.hqlead;

import io.genjin.hqlead.HqCase.Punctuality;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What HQ is told of its leads for one day: every lead that was open at the day's beginning or came on it, with the
 * proof of the 24 hours. No name and no number of a customer: HQ knows its leads by its own numbers, and people by
 * their sign-in names, which never change.
 *
 * @param asOf     the moment it tells of: the day's end, or now while the day lasts
 * @param complete whether the day is over, so that it will always read the same
 * @param late     HQ's numbers (or card numbers) of the leads that were not followed in time, the earliest first
 */
public record Feedback(
        String dealership,
        LocalDate date,
        OffsetDateTime asOf,
        boolean complete,
        Summary summary,
        List<String> late,
        List<Row> leads) {

    public Feedback {
        late = List.copyOf(late);
        leads = List.copyOf(leads);
    }

    /**
     * The day in numbers.
     *
     * @param due       leads whose 24 hours ended on the day (K01: those that nobody followed stay outside until then)
     * @param onTime    those among them that were followed in time
     * @param lateOnDay those among them that were not
     * @param running   leads that nobody followed and whose hours are not over
     */
    public record Summary(int received, int open, int due, int onTime, int lateOnDay, int running) {}

    /**
     * One lead at the end of the day.
     *
     * @param externalId     HQ's own number
     * @param cardNo         the dealership's number of the card
     * @param allocations    how often it was given to a consultant
     * @param onTime         whether the 24 hours were kept
     * @param waitingMinutes how much of them it waited for a consultant
     * @param status         by the facts
     * @param recordedStatus as a person recorded it for the day, if somebody did
     * @param latestWay      how the latest contact was made
     * @param latestOutcome  what came of it
     * @param closedReason   why it was found invalid or lost
     */
    public record Row(
            @Nullable String externalId,
            String cardNo,
            OffsetDateTime receivedAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime allocatedAt,
            @Nullable String allocatedTo,
            int allocations,
            @Nullable OffsetDateTime firstFollowUpAt,
            Punctuality onTime,
            long waitingMinutes,
            long consultantMinutes,
            HqStatus status,
            @Nullable HqStatus recordedStatus,
            @Nullable String remark,
            String grade,
            @Nullable OffsetDateTime latestFollowUpAt,
            @Nullable String latestWay,
            @Nullable String latestOutcome,
            int visits,
            @Nullable String closedReason) {

        /** By which HQ finds the lead: its own number, else the card's. */
        public String key() {
            return externalId == null ? cardNo : externalId;
        }
    }
}
