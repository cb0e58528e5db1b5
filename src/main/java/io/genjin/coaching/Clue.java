package io.genjin.coaching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one consultant beside that of the others, as evidence for a one-to-one.
 *
 * @param days  the days that are counted; those on which the person was away are left out
 * @param count what was counted: kept promises, overdue customers, contacts, weeks
 * @param of    of how many; the target where a pace is judged
 * @param own   the share by which it is judged; of a pace, actual × selling days of target × selling days gone by
 * @param team  the same of the others; nothing where nobody is compared
 * @param points how much it speaks for a talk
 */
public record Clue(
        Measure measure,
        List<Stretch> days,
        long count,
        long of,
        Share own,
        @Nullable Share team,
        int points) {

    public Clue {
        days = List.copyOf(days);
    }
}
