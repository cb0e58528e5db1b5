package io.genjin.hlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the candidates, and why. Today is Friday 27 February 2026; the list is for the week of Monday 2 March. */
class CandidateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 27);
    private static final ListWeek WEEK = new ListWeek(LocalDate.of(2026, 3, 2));

    /** A customer of grade B, reached ten days ago, to be called on Tuesday week; nothing speaks for or against them. */
    private static Outlook plain() {
        return outlook(Grade.B, "2026-03-10", NextStepReason.ROUTINE, null, TODAY.minusDays(10), null);
    }

    private static Outlook outlook(
            Grade grade,
            String next,
            NextStepReason reason,
            LocalDate lastVisit,
            LocalDate lastReached,
            LocalDate expected) {
        return new Outlook(
                ProspectId.next(),
                grade,
                Set.of(Evidence.NEED, Evidence.PURCHASING_POWER),
                "朗逸",
                LocalDate.parse(next),
                reason,
                false,
                lastVisit == null ? 0 : 1,
                lastVisit,
                lastReached,
                false,
                expected,
                null,
                0);
    }

    private static List<Sign> signs(Outlook outlook) {
        return Candidate.rank(List.of(outlook), WEEK, TODAY).get(0).signs();
    }

    private static boolean offered(Outlook outlook) {
        return Candidate.rank(List.of(outlook), WEEK, TODAY).get(0).isOffered();
    }

    @Test
    void a_customer_without_signs_is_no_candidate() {
        assertThat(signs(plain())).isEmpty();
        assertThat(offered(plain())).isFalse();
    }

    @Test
    void every_customer_of_grade_h_is_a_candidate_however_quiet() {
        Outlook quiet = outlook(Grade.H, "2026-03-10", NextStepReason.ROUTINE, null, null, null);
        assertThat(offered(quiet)).isTrue();
        assertThat(signs(quiet)).containsExactly(Sign.GRADE_H, Sign.NOT_REACHED_LONG);
    }

    @Test
    void an_a_customer_who_expects_to_buy_in_the_week_is_one_and_one_who_expects_it_later_is_not() {
        LocalDate old = TODAY.minusDays(10);
        assertThat(offered(outlook(Grade.A, "2026-03-10", NextStepReason.ROUTINE, null, old, LocalDate.of(2026, 3, 8))))
                .isTrue();
        assertThat(offered(outlook(Grade.A, "2026-03-10", NextStepReason.ROUTINE, null, old, LocalDate.of(2026, 3, 9))))
                .isFalse();
    }

    @Test
    void who_comes_in_during_the_week_is_one() {
        LocalDate old = TODAY.minusDays(10);
        Outlook comes = outlook(Grade.B, "2026-03-04", NextStepReason.INVITE_TO_SHOWROOM, null, old, null);
        assertThat(signs(comes)).containsExactly(Sign.APPOINTMENT_IN_WEEK);
        Outlook called = outlook(Grade.B, "2026-03-04", NextStepReason.ROUTINE, null, old, null);
        assertThat(offered(called)).isFalse();
        Outlook later = outlook(Grade.B, "2026-03-09", NextStepReason.INVITE_TO_SHOWROOM, null, old, null);
        assertThat(offered(later)).isFalse();
    }

    @Test
    void a_test_drive_as_the_next_step_is_a_sign_even_before_the_week() {
        LocalDate old = TODAY.minusDays(10);
        Outlook before = outlook(Grade.B, "2026-02-28", NextStepReason.INVITE_TEST_DRIVE, null, old, null);
        assertThat(signs(before)).containsExactly(Sign.TEST_DRIVE_NEXT);
    }

    @Test
    void a_visit_or_a_talk_is_fresh_for_seven_days() {
        assertThat(signs(outlook(
                        Grade.B, "2026-03-10", NextStepReason.ROUTINE, TODAY.minusDays(7), TODAY.minusDays(7), null)))
                .containsExactly(Sign.VISITED_LATELY, Sign.REACHED_LATELY);
        assertThat(signs(outlook(
                        Grade.B, "2026-03-10", NextStepReason.ROUTINE, TODAY.minusDays(8), TODAY.minusDays(8), null)))
                .isEmpty();
        assertThat(signs(outlook(Grade.B, "2026-03-10", NextStepReason.ROUTINE, null, TODAY.minusDays(15), null)))
                .containsExactly(Sign.NOT_REACHED_LONG);
    }

    @Test
    void what_speaks_against_moves_down_but_excludes_nobody() {
        Outlook neglected = new Outlook(
                ProspectId.next(),
                Grade.H,
                Set.of(),
                null,
                LocalDate.of(2026, 2, 20),
                NextStepReason.ROUTINE,
                true,
                0,
                null,
                null,
                false,
                null,
                null,
                2);
        Candidate last =
                Candidate.rank(List.of(neglected, plain()), WEEK, TODAY).get(1);
        assertThat(last.signs())
                .containsExactly(
                        Sign.GRADE_H, Sign.NO_PURCHASING_POWER, Sign.NOT_REACHED_LONG, Sign.OVERDUE, Sign.MISSED);
        assertThat(last.weight()).isEqualTo(40 - 15 - 15 - 10 - 10);
        assertThat(last.isOffered()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void the_order_is_the_sum_of_the_weights_whatever_the_order_in_which_they_come(long seed) {
        Random chance = new Random(seed);
        List<Outlook> outlooks = new ArrayList<>();
        for (int place = 0; place < 25; place++) {
            outlooks.add(any(chance));
        }
        List<Candidate> ranked = Candidate.rank(outlooks, WEEK, TODAY);
        Collections.shuffle(outlooks, chance);
        assertThat(Candidate.rank(outlooks, WEEK, TODAY)).isEqualTo(ranked);
        assertThat(ranked).extracting(Candidate::weight).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(ranked)
                .allSatisfy(one -> assertThat(one.weight())
                        .isEqualTo(one.signs().stream().mapToInt(Sign::weight).sum()))
                .allSatisfy(one -> assertThat(one.isOffered())
                        .isEqualTo(one.outlook().grade() == Grade.H
                                || one.signs().stream().anyMatch(Sign::offers)));
    }

    private static Outlook any(Random chance) {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        for (Evidence one : Evidence.values()) {
            if (chance.nextBoolean()) {
                evidence.add(one);
            }
        }
        NextStepReason[] reasons = NextStepReason.values();
        int visits = chance.nextInt(4);
        return new Outlook(
                ProspectId.next(),
                Grade.values()[chance.nextInt(5)],
                evidence,
                null,
                TODAY.plusDays(chance.nextInt(30) - 5L),
                reasons[chance.nextInt(reasons.length)],
                chance.nextBoolean(),
                visits,
                visits == 0 ? null : TODAY.minusDays(chance.nextInt(30)),
                chance.nextBoolean() ? TODAY.minusDays(chance.nextInt(30)) : null,
                chance.nextBoolean(),
                chance.nextBoolean() ? TODAY.plusDays(chance.nextInt(40)) : null,
                null,
                chance.nextInt(3));
    }
}
