package io.genjin.coaching;

import io.genjin.coaching.Observed.Judged;
import io.genjin.coaching.Observed.Seen;
import io.genjin.coaching.Proposal.Standing;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * With whom to talk first. For every measure a consultant is compared with the others together, themselves and newcomers
 * left out: what is less than {@value #NOISE} percentage points behind is chance, from {@value #WORST} on it weighs its full
 * weight, in between in proportion. Nobody is judged by fewer cases than the measure wants, nor against fewer, and a pace is never
 * asked to be faster than the target. Each week since the last talk adds two and a half points, so that everybody comes up in
 * time. Who has as many points as another comes first if their last talk is longer ago.
 */
final class Ranking {

    private static final int NOISE = 5;
    private static final int WORST = 40;
    private static final int FIRST_TALK_OF_A_NEWCOMER = 10;

    private Ranking() {}

    /**
     * Everybody in order, whoever cannot or need not be talked to last.
     *
     * @param talked who had a talk this week
     * @param wanted how many more talks the week needs
     * @param today  until when the weeks since the last talk are counted
     */
    static List<Proposal> of(List<Observed> team, Set<StaffId> talked, int wanted, LocalDate today) {
        List<Proposal> ranked = new ArrayList<>();
        team.stream().map(one -> judged(one, team, talked, today)).sorted(ORDER).forEach(ranked::add);
        int open = Math.max(0, wanted);
        for (int place = 0; place < ranked.size() && open > 0; place++) {
            Proposal one = ranked.get(place);
            if (one.standing() == Standing.COMPARED || one.standing() == Standing.NEWCOMER) {
                ranked.set(place, proposed(one));
                open--;
            }
        }
        return ranked;
    }

    private static final Comparator<Proposal> ORDER = Comparator.comparing(
                    (Proposal one) -> one.standing() == Standing.AWAY || one.standing() == Standing.TALKED)
            .thenComparing(Comparator.comparingInt(Proposal::points).reversed())
            .thenComparing(one -> one.lastTalk() == null ? LocalDate.MIN : one.lastTalk())
            .thenComparing(one -> one.consultant().username());

    private static Proposal proposed(Proposal one) {
        return new Proposal(
                one.consultant(),
                one.standing(),
                true,
                one.points(),
                one.reasons(),
                one.others(),
                one.tooFew(),
                one.lastTalk());
    }

    private static Proposal judged(Observed one, List<Observed> team, Set<StaffId> talked, LocalDate today) {
        List<Clue> clues = new ArrayList<>();
        List<Measure> tooFew = new ArrayList<>();
        for (Seen seen : one.seen()) {
            Share others = one.newcomer() ? null : others(one, team, seen.measure());
            boolean few = isTooFew(seen.measure(), seen.share()) || seen.judged() == Judged.TOO_FEW;
            if (others != null && (few || isTooFew(seen.measure(), others))) {
                tooFew.add(seen.measure());
            } else {
                int points = others == null || seen.judged() == Judged.ALIKE
                        ? 0
                        : points(seen.measure(), seen.share(), others);
                clues.add(clue(seen, others, points));
            }
        }
        Integer weeks = one.weeks();
        LocalDate last = one.lastTalk();
        int waiting = weeks == null
                ? one.newcomer() ? FIRST_TALK_OF_A_NEWCOMER : Measure.LAST_TALK.weight()
                : Math.min(Measure.LAST_TALK.weight(), weeks * 5 / 2);
        Seen talk = new Seen(
                Measure.LAST_TALK,
                List.of(new Stretch(last == null ? today : last, today)),
                weeks == null ? 0 : weeks,
                0,
                Share.NOTHING);
        clues.add(clue(talk, null, waiting));
        clues.sort(Comparator.comparingInt(Clue::points).reversed().thenComparing(Clue::measure));
        return new Proposal(
                one.consultant(),
                standing(one, talked),
                false,
                clues.stream().mapToInt(Clue::points).sum(),
                clues.stream().filter(clue -> clue.points() > 0).toList(),
                clues.stream().filter(clue -> clue.points() == 0).toList(),
                tooFew,
                last);
    }

    private static Standing standing(Observed one, Set<StaffId> talked) {
        return talked.contains(one.consultant().id())
                ? Standing.TALKED
                : one.away() ? Standing.AWAY : one.newcomer() ? Standing.NEWCOMER : Standing.COMPARED;
    }

    private static Share others(Observed one, List<Observed> team, Measure measure) {
        return team.stream()
                .filter(other -> !other.newcomer()
                        && !other.consultant().id().equals(one.consultant().id()))
                .flatMap(other -> other.seen().stream())
                .filter(seen -> seen.measure() == measure)
                .map(Seen::share)
                .reduce(Share.NOTHING, Share::and);
    }

    private static boolean isTooFew(Measure measure, Share share) {
        return share.whole() < measure.fewest();
    }

    private static Clue clue(Seen seen, @Nullable Share team, int points) {
        return new Clue(seen.measure(), seen.days(), seen.count(), seen.of(), seen.share(), team, points);
    }

    /** By whole numbers, so that rounding moves nobody. */
    static int points(Measure measure, Share own, Share team) {
        Share goal = measure.isPace() && team.part() > team.whole() ? new Share(1, 1) : team;
        long ahead = goal.part() * own.whole();
        long mine = own.part() * goal.whole();
        long behind = measure.moreIsBetter() ? ahead - mine : mine - ahead;
        long all = own.whole() * goal.whole();
        if (behind * 100 < all * NOISE) {
            return 0;
        }
        return (int) Math.max(1, Math.min(measure.weight(), behind * 100 * measure.weight() / (all * WORST)));
    }
}
