package io.genjin.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.coaching.Observed.Judged;
import io.genjin.coaching.Observed.Seen;
import io.genjin.coaching.Proposal.Standing;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With whom to talk first, without a database. */
class RankingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

    private static StaffMember person(String name) {
        return new StaffMember(
                new StaffId(TypedId.newValue()), new DealershipId(1), name, name, Set.of(Role.SALES_CONSULTANT), true);
    }

    private static Seen seen(Measure measure, long part, long whole) {
        return new Seen(measure, List.of(Stretch.of(TODAY)), part, whole, new Share(part, whole));
    }

    private static Observed observed(String name, Seen... seen) {
        return new Observed(person(name), false, false, List.of(seen), TODAY.minusDays(3), 0);
    }

    private static List<Proposal> ranked(List<Observed> team) {
        return Ranking.of(team, Set.of(), 1, TODAY);
    }

    private static List<String> order(List<Proposal> ranked) {
        return ranked.stream().map(one -> one.consultant().username()).toList();
    }

    private static Proposal of(String name, List<Proposal> ranked) {
        return ranked.stream()
                .filter(one -> one.consultant().username().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("whoever keeps fewer promises than the others together comes first, with the figure and theirs")
    void promises() {
        List<Proposal> ranked = ranked(List.of(
                observed("li", seen(Measure.ON_TIME, 19, 20)),
                observed("wang", seen(Measure.ON_TIME, 10, 20)),
                observed("zhao", seen(Measure.ON_TIME, 18, 20))));
        assertThat(order(ranked)).first().isEqualTo("wang");
        Proposal wang = ranked.get(0);
        assertThat(wang.proposed()).isTrue();
        Clue clue = wang.reasons().get(0);
        assertThat(clue.own()).isEqualTo(new Share(10, 20));
        assertThat(clue.team()).as("the others, without wang").isEqualTo(new Share(37, 40));
        assertThat(clue.points()).as("42.5 points behind is the full weight").isEqualTo(Measure.ON_TIME.weight());
        assertThat(ranked.get(1).proposed()).as("one a week is enough").isFalse();
    }

    @Test
    @DisplayName(
            "30: grades that did not come true speak for a talk where chance was ruled out; alike or too few says nothing")
    void grades() {
        List<Stretch> days = List.of(Stretch.of(TODAY));
        List<Proposal> ranked = ranked(List.of(
                observed("li", new Seen(Measure.GRADE_H, days, 30, 40, new Share(30, 40), Judged.ALIKE)),
                observed("wang", new Seen(Measure.GRADE_H, days, 4, 40, new Share(4, 40), Judged.BY_SHARE)),
                observed("zhao", new Seen(Measure.GRADE_H, days, 0, 3, new Share(0, 3), Judged.TOO_FEW))));
        assertThat(order(ranked)).first().isEqualTo("wang");
        assertThat(of("wang", ranked).reasons()).extracting(Clue::measure).contains(Measure.GRADE_H);
        assertThat(of("li", ranked).others()).extracting(Clue::measure).contains(Measure.GRADE_H);
        assertThat(of("zhao", ranked).tooFew()).containsExactly(Measure.GRADE_H);
    }

    @Test
    @DisplayName("less than five percentage points is chance; in between the weight is in proportion")
    void noise() {
        assertThat(Ranking.points(Measure.ON_TIME, new Share(905, 1000), new Share(95, 100)))
                .as("4.5 points behind")
                .isZero();
        assertThat(Ranking.points(Measure.ON_TIME, new Share(90, 100), new Share(95, 100)))
                .isEqualTo(3);
        assertThat(Ranking.points(Measure.ON_TIME, new Share(75, 100), new Share(95, 100)))
                .as("half of forty")
                .isEqualTo(15);
        assertThat(Ranking.points(Measure.ON_TIME, new Share(100, 100), new Share(50, 100)))
                .isZero();
        assertThat(Ranking.points(Measure.OVERDUE, new Share(30, 100), new Share(10, 100)))
                .as("of what is overdue less is better")
                .isEqualTo(10);
        assertThat(Ranking.points(Measure.OVERDUE, new Share(10, 100), new Share(30, 100)))
                .isZero();
    }

    @Test
    @DisplayName("too few cases judge nobody, and nobody is judged against too few; both are said")
    void tooFew() {
        List<Proposal> own = ranked(
                List.of(observed("li", seen(Measure.ON_TIME, 0, 9)), observed("wang", seen(Measure.ON_TIME, 90, 90))));
        assertThat(of("li", own).tooFew()).containsExactly(Measure.ON_TIME);
        assertThat(of("li", own).points()).isZero();
        assertThat(of("wang", own).tooFew()).as("against nine cases").containsExactly(Measure.ON_TIME);
    }

    @Test
    @DisplayName("a newcomer is not compared, counts in nobody's comparison, and is due a first talk")
    void newcomer() {
        Observed fresh = new Observed(person("xin"), false, true, List.of(seen(Measure.ON_TIME, 0, 30)), null, null);
        List<Proposal> ranked = ranked(List.of(
                fresh, observed("li", seen(Measure.ON_TIME, 15, 20)), observed("wang", seen(Measure.ON_TIME, 20, 20))));
        Proposal xin = of("xin", ranked);
        assertThat(xin.standing()).isEqualTo(Standing.NEWCOMER);
        assertThat(xin.reasons()).extracting(Clue::measure).containsExactly(Measure.LAST_TALK);
        assertThat(xin.others()).extracting(Clue::team).containsOnlyNulls();
        assertThat(of("li", ranked).reasons().get(0).team()).as("wang alone").isEqualTo(new Share(20, 20));
    }

    @Test
    @DisplayName("who is away or had the talk of the week is not proposed, whatever their figures say")
    void awayAndTalked() {
        Observed away = new Observed(person("away"), true, false, List.of(seen(Measure.ON_TIME, 0, 50)), null, null);
        Observed talked = observed("talked", seen(Measure.ON_TIME, 0, 50));
        Observed fine = observed("fine", seen(Measure.ON_TIME, 50, 50));
        List<Proposal> ranked = Ranking.of(
                List.of(away, talked, fine), Set.of(talked.consultant().id()), 1, TODAY);
        assertThat(order(ranked)).first().isEqualTo("fine");
        assertThat(of("fine", ranked).proposed())
                .as("even a good one is talked to, if the week needs it")
                .isTrue();
        assertThat(of("away", ranked).standing()).isEqualTo(Standing.AWAY);
        assertThat(of("talked", ranked).standing()).isEqualTo(Standing.TALKED);
        assertThat(ranked).filteredOn(Proposal::proposed).hasSize(1);
    }

    @Test
    @DisplayName("a pace never asks for more than the target, and who waited longer comes first among equals")
    void paceAndWaiting() {
        assertThat(Ranking.points(Measure.SOLD, new Share(100, 100), new Share(300, 100)))
                .as("on target beside others far ahead")
                .isZero();
        assertThat(Ranking.points(Measure.SOLD, new Share(60, 100), new Share(300, 100)))
                .isEqualTo(Measure.SOLD.weight());
        Observed longAgo = new Observed(person("long"), false, false, List.of(), TODAY.minusDays(6), 0);
        Observed lately = new Observed(person("a"), false, false, List.of(), TODAY.minusDays(2), 0);
        assertThat(order(ranked(List.of(lately, longAgo)))).containsExactly("long", "a");
        Observed never = new Observed(person("z"), false, false, List.of(), null, null);
        Observed four = new Observed(person("b"), false, false, List.of(), TODAY.minusDays(30), 4);
        assertThat(ranked(List.of(four, never))).extracting(Proposal::points).containsExactly(20, 10);
    }

    @Test
    @DisplayName(
            "for any figures: points as a second reckoning in decimals gives them, each between nothing and its weight")
    void anyFigures() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Observed> team = new ArrayList<>();
            int people = 2 + random.nextInt(5);
            for (int place = 0; place < people; place++) {
                List<Seen> seen = new ArrayList<>();
                for (Measure measure : Measure.values()) {
                    if (measure.isRate() && random.nextInt(4) > 0) {
                        long whole = random.nextInt(60);
                        seen.add(seen(measure, whole == 0 ? 0 : random.nextInt((int) whole + 1), whole));
                    } else if (measure.isPace() && random.nextBoolean()) {
                        seen.add(seen(measure, random.nextInt(400), random.nextInt(400)));
                    }
                }
                team.add(new Observed(
                        person("p" + place),
                        random.nextInt(6) == 0,
                        random.nextInt(5) == 0,
                        seen,
                        random.nextBoolean() ? TODAY.minusDays(random.nextInt(90)) : null,
                        random.nextBoolean() ? (Integer) random.nextInt(12) : null));
            }
            for (Proposal proposal : Ranking.of(team, Set.of(), 1, TODAY)) {
                Observed one = team.stream()
                        .filter(each -> each.consultant().equals(proposal.consultant()))
                        .findFirst()
                        .orElseThrow();
                int sum = 0;
                for (Clue clue : proposal.reasons()) {
                    int points = clue.measure() == Measure.LAST_TALK ? clue.points() : naive(one, clue.measure(), team);
                    assertThat(clue.points()).as("seed %s %s", seed, clue).isEqualTo(points);
                    assertThat(points).isBetween(1, clue.measure().weight());
                    sum += points;
                }
                assertThat(proposal.points()).as("seed %s", seed).isEqualTo(sum);
                for (Clue clue : proposal.others()) {
                    if (clue.measure() != Measure.LAST_TALK && !one.newcomer()) {
                        assertThat(naive(one, clue.measure(), team))
                                .as("seed %s %s", seed, clue)
                                .isZero();
                    }
                }
            }
        }
    }

    private static int naive(Observed one, Measure measure, List<Observed> team) {
        BigDecimal part = BigDecimal.ZERO;
        BigDecimal whole = BigDecimal.ZERO;
        for (Observed other : team) {
            if (other != one && !other.newcomer()) {
                for (Seen seen : other.seen()) {
                    if (seen.measure() == measure) {
                        part = part.add(BigDecimal.valueOf(seen.share().part()));
                        whole = whole.add(BigDecimal.valueOf(seen.share().whole()));
                    }
                }
            }
        }
        Seen own = one.seen().stream()
                .filter(seen -> seen.measure() == measure)
                .findFirst()
                .orElseThrow();
        BigDecimal team40 = ratio(part, whole);
        BigDecimal own40 = ratio(
                BigDecimal.valueOf(own.share().part()),
                BigDecimal.valueOf(own.share().whole()));
        if (measure.isPace()) {
            team40 = team40.min(BigDecimal.ONE);
        }
        boolean lessIsBetter = measure == Measure.OVERDUE || measure == Measure.CARDS_RETURNED;
        BigDecimal behind = lessIsBetter ? own40.subtract(team40) : team40.subtract(own40);
        BigDecimal snug = behind.setScale(30, RoundingMode.HALF_UP);
        if (snug.compareTo(new BigDecimal("0.05")) < 0) {
            return 0;
        }
        BigDecimal weighed = snug.divide(new BigDecimal("0.4"), 30, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(measure.weight()))
                .setScale(20, RoundingMode.HALF_UP);
        return Math.max(1, weighed.min(BigDecimal.valueOf(measure.weight())).intValue());
    }

    private static BigDecimal ratio(BigDecimal part, @Nullable BigDecimal whole) {
        return part.divide(whole, 40, RoundingMode.HALF_UP);
    }
}
