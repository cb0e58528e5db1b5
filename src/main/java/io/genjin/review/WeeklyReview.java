package io.genjin.review;

import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The managers' review of one week (周例会, 3.12): opened with a click, minuted during the meeting, archived for good. There is
 * one for a week, whoever opens it.
 *
 * @param openedAt when the meeting was held: the moment at which its reports were frozen
 * @param version  of chair and participants
 */
public record WeeklyReview(
        ReviewId id,
        DealershipId dealership,
        ReviewWeek week,
        StaffId openedBy,
        Instant openedAt,
        StaffId chair,
        List<StaffId> participants,
        int version,
        FrozenReports reports,
        boolean archived) {

    public WeeklyReview {
        participants = List.copyOf(participants);
    }

    static WeeklyReview opened(
            DealershipId dealership,
            ReviewWeek week,
            StaffId by,
            Instant at,
            List<StaffId> participants,
            FrozenReports reports) {
        return new WeeklyReview(ReviewId.next(), dealership, week, by, at, by, participants, 1, reports, false);
    }

    /** @throws ReviewArchived once it is in the archive */
    WeeklyReview mustBeOpen() {
        if (archived) {
            throw new ReviewArchived(week);
        }
        return this;
    }

    WeeklyReview seated(StaffId who, List<StaffId> with) {
        mustBeOpen();
        return new WeeklyReview(id, dealership, week, openedBy, openedAt, who, with, version + 1, reports, false);
    }

    /**
     * Whether it may go into the archive: somebody took part, each of the three reports has its word, and of each finding
     * it is said what follows.
     *
     * @throws FieldsRefused naming all that is missing together
     */
    void mustBeComplete(Map<AgendaPoint, Note> notes, List<Finding> findings) {
        mustBeOpen();
        List<Field> missing = new ArrayList<>();
        if (participants.isEmpty()) {
            missing.add(Field.of("participants", "weekly.archive.nobody"));
        }
        for (AgendaPoint point : AgendaPoint.values()) {
            if (point.isReport() && !notes.containsKey(point)) {
                missing.add(Field.of(noteField(point), "weekly.archive.noWord"));
            }
        }
        long unsettled = findings.stream().filter(finding -> !finding.settled()).count();
        if (unsettled > 0) {
            missing.add(Field.of("findings", "weekly.archive.unsettled", unsettled));
        }
        if (!missing.isEmpty()) {
            throw new FieldsRefused(missing);
        }
    }

    /** How the note on a point is called in forms and refusals. */
    public static String noteField(AgendaPoint point) {
        return "note-" + point.name();
    }
}
