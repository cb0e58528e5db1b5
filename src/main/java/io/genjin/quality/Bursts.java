package io.genjin.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stretches in which one person wrote down more contacts than anybody can make (4.8): more than 20 within an hour, or 15 and
 * more within ten minutes.
 */
final class Bursts {

    /** So many within so much time are a burst. */
    record Rule(int fewest, Duration within) {}

    static final List<Rule> RULES = List.of(new Rule(21, Duration.ofHours(1)), new Rule(15, Duration.ofMinutes(10)));

    /** Places of a stretch in the list that was read, both included. */
    record Stretch(int first, int last) {

        int count() {
            return last - first + 1;
        }
    }

    private Bursts() {}

    /**
     * Windows that share an entry are one stretch.
     *
     * @param moments in order
     */
    static List<Stretch> in(List<Instant> moments, List<Rule> rules) {
        boolean[] beginsWindow = new boolean[moments.size()];
        int[] lastOfWindow = new int[moments.size()];
        for (Rule rule : rules) {
            int last = 0;
            for (int first = 0; first < moments.size(); first++) {
                last = Math.max(last, first);
                while (last + 1 < moments.size()
                        && Duration.between(moments.get(first), moments.get(last + 1))
                                        .compareTo(rule.within())
                                <= 0) {
                    last++;
                }
                if (last - first + 1 >= rule.fewest()) {
                    beginsWindow[first] = true;
                    lastOfWindow[first] = Math.max(lastOfWindow[first], last);
                }
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int first = 0; first < moments.size(); first++) {
            if (!beginsWindow[first]) {
                continue;
            }
            Stretch before = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (before != null && first <= before.last()) {
                stretches.set(
                        stretches.size() - 1,
                        new Stretch(before.first(), Math.max(before.last(), lastOfWindow[first])));
            } else {
                stretches.add(new Stretch(first, lastOfWindow[first]));
            }
        }
        return stretches;
    }
}
