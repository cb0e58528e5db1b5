package io.genjin.coaching;

import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reports show of one consultant, before it is judged. Days on which the person was away are left out of every number.
 *
 * @param away      away on all that is left of the week: nobody to talk to
 * @param newcomer  nothing of theirs is older than the first weeks: not compared with people who had longer
 * @param lastTalk  the day of the last one-to-one
 * @param weeks     whole weeks at work since then; nothing when there never was one
 */
record Observed(
        StaffMember consultant,
        boolean away,
        boolean newcomer,
        List<Seen> seen,
        @Nullable LocalDate lastTalk,
        @Nullable Integer weeks) {

    /** By what a number is judged. */
    enum Judged {
        /** By its share beside the others'. */
        BY_SHARE,
        /** Where it comes from chance was looked at: it is like the others'. */
        ALIKE,
        /** The same: too few customers, here or there, to say anything. */
        TOO_FEW
    }

    /** One number of theirs; a whole of 0 where there is nothing to judge. */
    record Seen(Measure measure, List<Stretch> days, long count, long of, Share share, Judged judged) {

        Seen(Measure measure, List<Stretch> days, long count, long of, Share share) {
            this(measure, days, count, of, share, Judged.BY_SHARE);
        }
    }

    Observed {
        seen = List.copyOf(seen);
    }
}
