package io.genjin.toolbox;

import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One customer as their index card (索引卡) says it: a line that is enough to find the card and to know what is owed. It
 * holds no number.
 *
 * @param latestDay   the latest day that may be promised without a late reason
 * @param dateChanges how often a person moved the next date
 */
public record FiledCard(
        ProspectId prospect,
        long cardNo,
        String customerName,
        Grade grade,
        ProspectStatus status,
        Source source,
        @Nullable String mainModel,
        StaffId owner,
        LocalDate nextDate,
        NextStepReason nextReason,
        Instant dueAt,
        LocalDate latestDay,
        @Nullable Instant lastContactAt,
        int dateChanges) {

    /** So many moved dates ask for a word with the consultant [D]. */
    private static final int MANY_CHANGES = 3;

    /** Leads from HQ that nobody called come first, then the hottest grade, then what is due first. */
    public static final Comparator<FiledCard> MOST_URGENT_FIRST = Comparator.comparing(
                    (FiledCard card) -> !(card.source.isFromHq() && card.lastContactAt == null))
            .thenComparing(FiledCard::grade)
            .thenComparing(FiledCard::dueAt)
            .thenComparing(FiledCard::cardNo);

    /** Nothing is owed to a customer who rests until the day under which the card lies. */
    public boolean isResting() {
        return status == ProspectStatus.DORMANT;
    }

    public boolean isLate(Instant now) {
        return !isResting() && now.isAfter(dueAt);
    }

    public long overdueDays(Instant now, ZoneId zone) {
        return isResting() ? 0 : Prospect.overdueDays(dueAt, now, zone);
    }

    /** Promised for a day after the latest that the rhythm allows; somebody gave a reason for it (1.12 rule 8). */
    public boolean isBeyondRule() {
        return !isResting() && nextDate.isAfter(latestDay);
    }

    public boolean isOftenMoved() {
        return dateChanges >= MANY_CHANGES;
    }
}
