package io.genjin.toolbox;

import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the journal as the grade sheet reads it.
 *
 * @param owner      who answered for the customer when it was written down
 * @param grade      the grade then; of a contact the grade before it
 * @param promised   which day was promised before it, where it says so
 * @param nextDate   the next contact that it promised, if it promised one
 * @param gradeAfter of a contact the grade after it, where it says so
 * @param answered   of a contact whether the customer was reached
 */
record SheetFact(
        What what,
        Instant happenedAt,
        Instant recordedAt,
        StaffId owner,
        Grade grade,
        Source source,
        @Nullable LocalDate promised,
        @Nullable LocalDate nextDate,
        @Nullable Grade gradeAfter,
        boolean answered) {

    /** What happened, as far as the sheet tells it apart. */
    enum What {
        ARRIVED("PROSPECT_OPENED", "LEAD_RECEIVED"),
        CONTACTED("FOLLOW_UP_RECORDED"),
        DEFEATED("DEFEATED"),
        ORDERED("ORDERED"),
        ORDER_CANCELLED("ORDER_CANCELLED"),
        DELIVERED("DELIVERED"),
        DORMANT("SET_DORMANT"),
        BACK("WOKEN", "REACTIVATED", "MERGE_UNDONE"),
        INVALID("LEAD_INVALID", "MERGED"),
        /** An untouched import taken back never happened. */
        NEVER_WAS("IMPORT_TAKEN_BACK"),
        /** Another owner, grade or promise, or a step of the review; the sheet reads those from what the fact carries. */
        CHANGED(
                "RESCHEDULED",
                "GRADE_CHANGED",
                "TRANSFERRED",
                "LEAD_ALLOCATED",
                "LEAD_REPEATED",
                "LEAD_TAKEN_BACK",
                "CLAIMED",
                "RELEASED",
                "REVIEWED",
                "VISIT_AGAIN",
                "CAUSE_ANALYSIS_OPENED",
                "RESUMED",
                "DEFEAT_APPLIED",
                "DEFEAT_SENT_TO_VERIFY",
                "DEFEAT_REJECTED",
                "COLLISION_DECIDED");

        private final List<String> kinds;

        What(String... kinds) {
            this.kinds = List.of(kinds);
        }

        static Optional<What> of(String kind) {
            return Arrays.stream(values())
                    .filter(one -> one.kinds.contains(kind))
                    .findFirst();
        }

        /** All kinds of the journal that the sheet reads. */
        static List<String> kinds() {
            return Arrays.stream(values()).flatMap(one -> one.kinds.stream()).toList();
        }
    }

    /** Whether nothing is owed after it, until the customer is back. */
    boolean isRest() {
        return what == What.ORDERED || what == What.DORMANT || isEnd();
    }

    /** Whether the case is closed by it. */
    boolean isEnd() {
        return what == What.DEFEATED || what == What.DELIVERED || what == What.INVALID;
    }
}
