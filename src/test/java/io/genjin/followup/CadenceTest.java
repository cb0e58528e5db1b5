package io.genjin.followup;

import static io.genjin.followup.CadenceExamples.LI;
import static io.genjin.followup.CadenceExamples.at;
import static io.genjin.followup.CadenceExamples.day;
import static io.genjin.followup.CadenceExamples.received;
import static io.genjin.followup.CadenceExamples.said;
import static io.genjin.shared.Grade.A;
import static io.genjin.shared.Grade.B;
import static io.genjin.shared.Grade.C;
import static io.genjin.shared.Grade.H;
import static io.genjin.shared.Grade.N;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.dealership.FirstLimit;
import io.genjin.dealership.Frequency;
import io.genjin.dealership.GradeRule;
import io.genjin.dealership.Policy;
import io.genjin.followup.Cadence.History;
import io.genjin.followup.Cadence.Reading;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CadenceTest {

    private static final Policy PRINTED = Policy.asPrinted();
    private static final Policy A_ONCE_IN_THREE_DAYS = PRINTED.with(A, new Frequency(1, 3));

    /** The worked histories of 1.12; where none is named there, the moment at which they are looked at is our choice. */
    static Stream<Arguments> workedHistories() {
        return Stream.of(
                row(
                        "H received 2nd 09:00; contact 3rd 09:00:00",
                        received(H, "2 09:00").contact("3 09:00:00").lookedAt("4"),
                        "03-05 23:59:59"),
                row(
                        "H received 2nd 09:00; contact 3rd 09:00:01",
                        received(H, "2 09:00").contact("3 09:00:01").lookedAt("4"),
                        "03-05 23:59:59",
                        "first 03-03 09:00:00 Wang"),
                row(
                        "H received 2nd 09:00; contact 2nd 18:00; looked at on 12th noon",
                        received(H, "2 09:00").contact("2 18:00").lookedAt("12 12:00"),
                        "03-12 23:59:59",
                        "03-04 23:59:59 Wang",
                        "03-06 23:59:59 Wang",
                        "03-08 23:59:59 Wang",
                        "03-10 23:59:59 Wang"),
                row(
                        "A received 2nd; contacts 2nd and 4th",
                        received(A, "2 09:00").contact("2", "4").lookedAt("5"),
                        "03-06 23:59:59"),
                row(
                        "A received 2nd; two contacts on 2nd; looked at on 5th",
                        received(A, "2 09:00").contact("2 10:00", "2 15:00").lookedAt("5"),
                        "03-06 23:59:59",
                        "03-04 23:59:59 Wang"),
                row(
                        "N received 31 January 09:00; nothing",
                        received(N, "01-31 09:00").lookedAt("2"),
                        "02-28 23:59:59",
                        "first 02-28 23:59:59 Wang"),
                row(
                        "C from HQ received 2nd 09:00; contact 3rd 10:00",
                        received(C, "2 09:00").fromHq().contact("3 10:00").lookedAt("4"),
                        "03-10 23:59:59",
                        "first 03-03 09:00:00 Wang"),
                row(
                        "C received 2nd, contact 2nd, raised to H on 4th",
                        received(C, "2 09:00").contact("2").regraded(H, "4").lookedAt("5"),
                        "03-06 23:59:59"),
                row(
                        "H received and contacted 2nd; lowered to N on 6th",
                        received(H, "2 09:00").contact("2").regraded(N, "6").lookedAt("7"),
                        "03-17 23:59:59",
                        "03-04 23:59:59 Wang"),
                row(
                        "B contacted 2nd; transferred to Li on 5th; looked at on 7th",
                        received(B, "2 09:00").contact("2").transferred(LI, "5").lookedAt("7"),
                        "03-10 23:59:59",
                        "03-06 23:59:59 Li"),
                row(
                        "H: attempts without answer on 2nd, 3rd, 4th",
                        received(H, "2 09:00").attempt("2", "3", "4").lookedAt("5"),
                        "03-06 23:59:59"));
    }

    /** 1.11, its worked due dates (contact on Monday the 2nd), the grade table R-210 and the acceptance scenarios. */
    static Stream<Arguments> dueDates() {
        return Stream.of(
                row("first limit of H: 24 hours", received(H, "2 09:00").lookedAt("2"), "03-03 09:00:00"),
                row("first limit of A: 3 days", received(A, "2 09:00").lookedAt("2"), "03-05 23:59:59"),
                row("first limit of B: 7 days", received(B, "2 09:00").lookedAt("2"), "03-09 23:59:59"),
                row("first limit of C: 15 days", received(C, "2 09:00").lookedAt("2"), "03-17 23:59:59"),
                row(
                        "first limit of N: one calendar month (O-08)",
                        received(N, "2 09:00").lookedAt("2"),
                        "04-02 23:59:59"),
                row(
                        "scenario 18: N received 31 January",
                        received(N, "01-31 09:00").lookedAt("02-28"),
                        "02-28 23:59:59"),
                row(
                        "first limits end with the day also for a late receipt",
                        received(A, "2 23:59:59").lookedAt("3"),
                        "03-05 23:59:59"),
                row(
                        "HQ gives C 24 hours (O-04)",
                        received(C, "2 09:00").fromHq().lookedAt("2"),
                        "03-03 09:00:00"),
                row(
                        "H: contact on the 2nd, due the 4th",
                        received(H, "2 09:00").contact("2").lookedAt("2"),
                        "03-04 23:59:59"),
                row(
                        "A: contact on the 2nd, second of the cycle due the 4th",
                        received(A, "2 09:00").contact("2").lookedAt("2"),
                        "03-04 23:59:59"),
                row(
                        "B: contact on the 2nd, due the 6th",
                        received(B, "2 09:00").contact("2").lookedAt("2"),
                        "03-06 23:59:59"),
                row(
                        "C: contact on the 2nd, due the 9th",
                        received(C, "2 09:00").contact("2").lookedAt("2"),
                        "03-09 23:59:59"),
                row(
                        "N: contact on the 2nd, due the 17th",
                        received(N, "2 09:00").contact("2").lookedAt("2"),
                        "03-17 23:59:59"),
                row(
                        "scenario 1: HQ lead on time at 24:00:00",
                        received(B, "2 10:00").fromHq().contact("3 10:00:00").lookedAt("3"),
                        "03-07 23:59:59"),
                row(
                        "scenario 2: HQ lead one second late",
                        received(B, "2 10:00").fromHq().contact("3 10:00:01").lookedAt("3"),
                        "03-07 23:59:59",
                        "first 03-03 10:00:00 Wang"),
                row(
                        "scenario 12: H on time at 23:50 of the third day",
                        received(H, "2").contact("2", "4 23:50").lookedAt("5"),
                        "03-06 23:59:59"),
                row(
                        "scenario 12: H a day later is one miss",
                        received(H, "2").contact("2", "5 00:00").lookedAt("5"),
                        "03-07 23:59:59",
                        "03-04 23:59:59 Wang"),
                row(
                        "scenario 13: A with contacts on the first and third day fulfils the cycle",
                        received(A, "2").contact("2", "4", "5", "7").lookedAt("8"),
                        "03-09 23:59:59"),
                row(
                        "scenario 13: A with a contact on the second day only is one miss at the cycle's end",
                        received(A, "2").contact("2", "3", "6 10:00", "6 16:00").lookedAt("8"),
                        "03-09 23:59:59",
                        "03-07 23:59:59 Wang"),
                row(
                        "scenario 16: H overdue for two days and lowered to N keeps its miss",
                        received(H, "2").contact("2").regraded(N, "6 18:00").lookedAt("18"),
                        "04-01 23:59:59",
                        "03-04 23:59:59 Wang",
                        "03-17 23:59:59 Wang"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"workedHistories", "dueDates"})
    void reads(String history, Reading reading, String due, List<String> misses) {
        assertThat(said(reading.misses())).as("misses").isEqualTo(misses);
        assertThat(said(reading.dueAt())).as("next due").isEqualTo(due);
    }

    private static Arguments row(String history, Reading reading, String due, String... misses) {
        return Arguments.of(history, reading, due, List.of(misses));
    }

    @Nested
    class First_clock {

        @Test
        void runs_until_a_first_attempt_or_contact() {
            assertThat(received(H, "2 09:00").lookedAt("2 10:00").first()).isTrue();
            assertThat(received(H, "2 09:00")
                            .attempt("2 10:00")
                            .lookedAt("2 10:00")
                            .first())
                    .isFalse();
            assertThat(received(H, "2 09:00")
                            .contact("2 10:00")
                            .lookedAt("2 10:00")
                            .first())
                    .isFalse();
        }

        @Test
        void misses_once_and_stays_overdue() {
            Reading reading = received(H, "2 09:00").lookedAt("30");

            assertThat(said(reading.misses())).containsExactly("first 03-03 09:00:00 Wang");
            assertThat(said(reading.dueAt())).isEqualTo("03-03 09:00:00");
            assertThat(reading.overdueAt(at("30"))).isTrue();
            assertThat(reading.first()).isTrue();
            assertThat(reading.latest()).as("today, for what is over").isEqualTo(day(30));
        }

        @Test
        void is_not_stopped_by_the_contact_in_which_the_information_was_obtained() {
            Reading reading = received(H, "2 09:00").contact("2 08:59").lookedAt("2 10:00");

            assertThat(reading.first()).isTrue();
            assertThat(reading.counted()).isEmpty();
            assertThat(said(reading.dueAt())).isEqualTo("03-03 09:00:00");
        }

        @Test
        void is_stopped_by_a_follow_up_in_the_second_of_the_receipt() {
            assertThat(received(H, "2 09:00:00.500")
                            .contact("2 09:00:00.900")
                            .lookedAt("2 10:00")
                            .first())
                    .isFalse();
        }

        @Test
        void is_on_time_in_the_last_second_of_the_limit_whatever_its_fraction() {
            assertThat(received(H, "2 09:00")
                            .contact("3 09:00:00.900")
                            .lookedAt("4")
                            .misses())
                    .isEmpty();
            assertThat(received(A, "2 09:00")
                            .contact("5 23:59:59.900")
                            .lookedAt("6")
                            .misses())
                    .isEmpty();
            assertThat(received(A, "2 09:00").contact("6 00:00").lookedAt("6").misses())
                    .hasSize(1);
        }

        @Test
        void has_not_fallen_at_its_limit_but_after_it() {
            assertThat(received(H, "2 09:00").lookedAt("3 09:00:00").misses()).isEmpty();
            assertThat(received(H, "2 09:00").lookedAt("3 09:00:00.000000001").misses())
                    .hasSize(1);
            assertThat(received(H, "2 09:00").lookedAt("3").overdueAt(at("3 09:00:00")))
                    .isFalse();
            assertThat(received(H, "2 09:00").lookedAt("3").overdueAt(at("3 09:00:01")))
                    .isTrue();
        }

        @Test
        void is_recomputed_from_the_receipt_when_the_grade_changes_before_the_first_follow_up() {
            assertThat(said(received(C, "2 09:00")
                            .regraded(A, "3")
                            .lookedAt("3")
                            .dueAt()))
                    .isEqualTo("03-05 23:59:59");
            assertThat(said(received(A, "2 09:00")
                            .regraded(C, "3")
                            .lookedAt("3")
                            .dueAt()))
                    .isEqualTo("03-17 23:59:59");
            assertThat(said(received(H, "2 09:00")
                            .fromHq()
                            .regraded(C, "2 10:00")
                            .lookedAt("2")
                            .dueAt()))
                    .as("HQ's hours stay (O-04)")
                    .isEqualTo("03-03 09:00:00");
        }

        @Test
        void falls_at_a_limit_that_lay_in_the_past_when_the_grade_was_raised() {
            Reading reading =
                    received(C, "2 09:00").transferred(LI, "5").regraded(H, "6").lookedAt("6 12:00:01");

            assertThat(said(reading.misses())).containsExactly("first 03-03 09:00:00 Wang");
        }

        @Test
        void stays_missed_and_overdue_when_the_grade_is_lowered_afterwards() {
            Reading reading = received(H, "2 09:00").regraded(C, "4").lookedAt("5");

            assertThat(said(reading.misses())).containsExactly("first 03-03 09:00:00 Wang");
            assertThat(reading.overdueAt(at("5"))).isTrue();
        }

        @Test
        void judges_a_contact_that_brings_a_new_grade_by_the_grade_it_met() {
            Reading reading =
                    received(C, "2 09:00").contact("6").regraded(H, "6").lookedAt("6");

            assertThat(reading.misses()).isEmpty();
            assertThat(said(reading.dueAt())).isEqualTo("03-08 23:59:59");
        }

        @Test
        void charges_the_owner_of_its_limit() {
            assertThat(said(received(H, "2 09:00")
                            .transferred(LI, "3 09:00:00")
                            .lookedAt("4")
                            .misses()))
                    .containsExactly("first 03-03 09:00:00 Li");
            assertThat(said(received(H, "2 09:00")
                            .transferred(LI, "3 09:00:01")
                            .lookedAt("4")
                            .misses()))
                    .containsExactly("first 03-03 09:00:00 Wang");
        }
    }

    @Nested
    class Rhythm_of_one_contact {

        @Test
        void counts_each_day_once() {
            Reading reading = received(B, "2 09:00")
                    .contact("2 10:00", "2 11:00", "4 10:00", "4 18:00")
                    .lookedAt("5");

            assertThat(reading.counted()).containsExactly(day(2), day(4));
        }

        @Test
        void has_not_fallen_at_the_end_of_the_day_but_after_it() {
            assertThat(received(B, "2").contact("2").lookedAt("6 23:59:59").misses())
                    .isEmpty();
            assertThat(received(B, "2").contact("2").lookedAt("7 00:00").misses())
                    .hasSize(1);
        }

        @Test
        void takes_a_contact_that_is_recorded_later_at_the_time_it_happened() {
            assertThat(received(H, "2").contact("2", "5").lookedAt("6").misses())
                    .hasSize(1);
            assertThat(received(H, "2").contact("2", "5", "4").lookedAt("6").misses())
                    .isEmpty();
        }

        @Test
        void leaves_out_what_happens_later() {
            assertThat(received(H, "2").contact("2", "8").regraded(N, "9").lookedAt("4"))
                    .isEqualTo(received(H, "2").contact("2").lookedAt("4"));
        }

        @Test
        void charges_each_full_interval_to_the_owner_of_its_moment() {
            Reading reading = received(H, "2").contact("2").transferred(LI, "5").lookedAt("9");

            assertThat(said(reading.misses()))
                    .containsExactly("03-04 23:59:59 Wang", "03-06 23:59:59 Li", "03-08 23:59:59 Li");
        }

        @Test
        void allows_a_plan_until_the_day_of_its_due() {
            assertThat(received(B, "2").contact("2").lookedAt("3").latest()).isEqualTo(day(6));
            assertThat(received(B, "2").contact("2").lookedAt("6").latest()).isEqualTo(day(6));
            assertThat(received(B, "2").contact("2").lookedAt("7").latest()).isEqualTo(day(10));
        }
    }

    @Nested
    class Rhythm_of_several_contacts {

        @Test
        void shows_the_day_of_the_next_contact_and_misses_nothing_inside_a_cycle() {
            Reading secondDay = received(A, "2").contact("2", "4").lookedAt("6");
            Reading thirdDay = received(A, "2").contact("2", "4").lookedAt("7");

            assertThat(said(secondDay.dueAt())).isEqualTo("03-06 23:59:59");
            assertThat(said(thirdDay.dueAt())).isEqualTo("03-07 23:59:59");
            assertThat(thirdDay.misses()).isEmpty();
        }

        @Test
        void misses_each_missing_contact_at_the_end_of_the_cycle() {
            Reading reading = received(A, "2").contact("2", "4").lookedAt("8");

            assertThat(said(reading.misses())).containsExactly("03-07 23:59:59 Wang", "03-07 23:59:59 Wang");
            assertThat(reading.demanded()).isEqualTo(4);
        }

        @Test
        void does_not_count_contacts_beyond_m() {
            Reading reading = received(A, "2").contact("2", "3", "4").lookedAt("5");

            assertThat(reading.counted()).containsExactly(day(2), day(3));
            assertThat(said(reading.dueAt())).isEqualTo("03-06 23:59:59");
        }

        @Test
        void begins_with_a_first_contact_that_came_late() {
            Reading reading = received(A, "2").contact("7").lookedAt("10");

            assertThat(said(reading.misses())).containsExactly("first 03-05 23:59:59 Wang", "03-09 23:59:59 Wang");
        }

        @Test
        void begins_with_a_first_attempt_which_does_not_count_in_it() {
            Reading reading = received(A, "2").attempt("2 13:00").lookedAt("3");

            assertThat(said(reading.dueAt())).isEqualTo("03-03 23:59:59");
            assertThat(received(A, "2").attempt("2 13:00").lookedAt("5").misses())
                    .hasSize(2);
        }
    }

    @Nested
    class Unanswered_attempts {

        @Test
        void end_the_first_clock_and_anchor_the_rhythm_on_their_day() {
            Reading reading = received(H, "2 09:00").attempt("3 09:00:00").lookedAt("4");

            assertThat(reading.misses()).isEmpty();
            assertThat(reading.counted()).isEmpty();
            assertThat(said(reading.dueAt())).isEqualTo("03-05 23:59:59");
        }

        @Test
        void move_nothing_later_on() {
            Reading reading = received(B, "2").contact("2").attempt("4", "5").lookedAt("5 18:00");

            assertThat(said(reading.dueAt())).isEqualTo("03-06 23:59:59");
        }

        @Test
        void count_only_on_three_different_days() {
            assertThat(received(C, "2")
                            .contact("2")
                            .attempt("3 10:00", "3 11:00", "3 12:00", "4 10:00")
                            .lookedAt("5")
                            .counted())
                    .containsExactly(day(2));
            assertThat(received(C, "2")
                            .contact("2")
                            .attempt("3 10:00", "4 11:00", "6 12:00")
                            .lookedAt("6")
                            .counted())
                    .containsExactly(day(2), day(6));
        }

        @Test
        void begin_anew_after_a_counted_contact() {
            Reading reading = received(C, "2")
                    .contact("2", "5")
                    .attempt("3", "4", "6", "7")
                    .lookedAt("8");

            assertThat(reading.counted()).containsExactly(day(2), day(5));
            assertThat(said(reading.dueAt())).isEqualTo("03-12 23:59:59");
        }

        @Test
        void begin_anew_after_three_of_them_counted() {
            Reading reading = received(C, "2")
                    .contact("2")
                    .attempt("3", "4", "5", "6", "7")
                    .lookedAt("7 18:00");

            assertThat(reading.counted()).containsExactly(day(2), day(5));
        }

        @Test
        void are_used_up_when_the_third_is_a_contact_beyond_m() {
            Reading reading = received(B, "2")
                    .policy(PRINTED.with(B, new Frequency(2, 10)))
                    .contact("2", "3")
                    .attempt("4", "5", "6", "12")
                    .lookedAt("13");

            assertThat(reading.counted()).containsExactly(day(2), day(3));
        }

        @Test
        void of_a_day_that_already_counts_are_not_one_of_the_three() {
            Reading reading = received(C, "2")
                    .contact("2 14:00")
                    .attempt("2 18:00", "3", "4")
                    .lookedAt("5");

            assertThat(reading.counted()).containsExactly(day(2));
        }

        @Test
        void count_at_once_where_the_dealership_decided_so() {
            Reading reading = received(B, "2")
                    .policy(attemptsCount())
                    .contact("2")
                    .attempt("4", "4 15:00")
                    .lookedAt("5");

            assertThat(reading.counted()).containsExactly(day(2), day(4));
            assertThat(said(reading.dueAt())).isEqualTo("03-08 23:59:59");
        }

        @Test
        void are_asked_of_the_version_at_the_attempt() {
            Reading reading = received(B, "2")
                    .policy(attemptsCount(), "5")
                    .contact("2")
                    .attempt("4", "5")
                    .lookedAt("5");

            assertThat(reading.counted()).containsExactly(day(2), day(5));
        }
    }

    @Nested
    class Rests {

        @Test
        void nothing_is_owed_while_a_case_rests_and_the_rhythm_begins_anew_with_the_day_it_resumes() {
            Reading reading = received(H, "2").contact("2").rested("3", "20").lookedAt("20 18:00");

            assertThat(reading.misses()).isEmpty();
            assertThat(said(reading.dueAt())).isEqualTo("03-22 23:59:59");
        }

        @Test
        void what_was_missed_before_stays_missed() {
            Reading reading = received(H, "2").contact("2").rested("6", "20").lookedAt("24");

            assertThat(said(reading.misses())).containsExactly("03-04 23:59:59 Wang", "03-22 23:59:59 Wang");
        }

        @Test
        void an_m_times_rhythm_begins_a_cycle_with_the_day_it_resumes() {
            Reading reading = received(A, "2")
                    .contact("2")
                    .rested("3", "20")
                    .contact("21")
                    .lookedAt("23");

            assertThat(said(reading.misses())).containsExactly("03-22 23:59:59 Wang");
        }

        @Test
        void a_first_follow_up_still_owed_is_owed_again_with_its_limit_counted_from_then() {
            Reading reading = received(B, "2").rested("3", "20").lookedAt("20 18:00");

            assertThat(reading.first()).isTrue();
            assertThat(said(reading.dueAt())).isEqualTo("03-27 23:59:59");
        }

        @Test
        void a_first_follow_up_is_missed_at_most_once_however_often_the_case_rests() {
            Reading reading = received(H, "2 09:00").rested("4", "20").lookedAt("30");

            assertThat(said(reading.misses())).containsExactly("first 03-03 09:00:00 Wang");
            assertThat(reading.first()).isTrue();
        }

        @Test
        void contacts_in_a_rest_move_nothing() {
            Reading reading =
                    received(H, "2").contact("2", "10").rested("3", "20").lookedAt("20 18:00");

            assertThat(reading.counted()).containsExactly(day(2));
        }

        @Test
        void a_grade_changed_in_a_rest_gives_the_rhythm_when_it_resumes() {
            Reading reading = received(H, "2")
                    .contact("2")
                    .rested("3", "20")
                    .regraded(C, "10")
                    .lookedAt("20 18:00");

            assertThat(said(reading.dueAt())).isEqualTo("03-27 23:59:59");
        }

        @Test
        void a_rest_without_end_owes_nothing_for_ever() {
            assertThat(received(H, "2")
                            .contact("2")
                            .restsSince("3")
                            .lookedAt("04-30")
                            .misses())
                    .isEmpty();
        }
    }

    @Nested
    class A_rhythm_of_its_own {

        @Test
        void that_is_denser_is_due_at_the_sooner_of_the_running_due_and_day_of_change_plus_n() {
            Reading reading = received(C, "2")
                    .contact("2")
                    .ownRhythm(new Frequency(1, 2), "4")
                    .lookedAt("4 18:00");

            assertThat(said(reading.dueAt())).isEqualTo("03-06 23:59:59");
        }

        @Test
        void that_is_thinner_counts_from_the_last_counted_contact() {
            Reading reading = received(H, "2")
                    .contact("2")
                    .ownRhythm(new Frequency(1, 10), "3")
                    .lookedAt("3 18:00");

            assertThat(said(reading.dueAt())).isEqualTo("03-12 23:59:59");
        }

        @Test
        void goes_on_after_contacts_and_ends_with_the_next_regrading() {
            CadenceExamples told = received(C, "2")
                    .contact("2")
                    .ownRhythm(new Frequency(1, 3), "3")
                    .contact("5");

            assertThat(said(told.lookedAt("5 18:00").dueAt())).isEqualTo("03-08 23:59:59");
            assertThat(said(told.regraded(B, "6")
                            .contact("7")
                            .lookedAt("7 18:00")
                            .dueAt()))
                    .isEqualTo("03-11 23:59:59");
        }

        @Test
        void taken_back_gives_the_grades_rhythm_again() {
            Reading reading = received(C, "2")
                    .contact("2")
                    .ownRhythm(new Frequency(1, 2), "2 18:00")
                    .ownRhythm(null, "3")
                    .lookedAt("3 18:00");

            assertThat(said(reading.dueAt())).isEqualTo("03-09 23:59:59");
        }

        @Test
        void does_not_touch_a_first_limit() {
            Reading reading =
                    received(B, "2").ownRhythm(new Frequency(1, 1), "3").lookedAt("3 18:00");

            assertThat(said(reading.dueAt())).isEqualTo("03-09 23:59:59");
        }
    }

    @Nested
    class Regrading {

        @Test
        void raised_keeps_a_running_due_that_is_sooner() {
            Reading reading = received(C, "2").contact("2").regraded(H, "8").lookedAt("8");

            assertThat(said(reading.dueAt())).isEqualTo("03-09 23:59:59");
        }

        @Test
        void raised_to_an_m_times_rhythm_begins_a_cycle_to_which_a_contact_of_that_day_belongs() {
            Reading without = received(C, "2").contact("2").regraded(A, "5").lookedAt("5");
            Reading before =
                    received(C, "2").contact("2", "5 10:00").regraded(A, "5").lookedAt("5");
            Reading after =
                    received(C, "2").contact("2", "5 15:00").regraded(A, "5").lookedAt("5 16:00");

            assertThat(said(without.dueAt())).isEqualTo("03-06 23:59:59");
            assertThat(said(before.dueAt())).isEqualTo("03-07 23:59:59");
            assertThat(said(after.dueAt())).isEqualTo("03-07 23:59:59");
        }

        @Test
        void lowered_is_due_not_before_the_day_of_change() {
            Reading reading = received(H, "2").contact("2").regraded(B, "11").lookedAt("11");

            assertThat(said(reading.dueAt())).isEqualTo("03-11 23:59:59");
            assertThat(reading.misses()).hasSize(4);
        }

        @Test
        void lowered_counts_from_the_first_attempt_while_nothing_has_counted() {
            Reading reading = received(H, "2").attempt("2").regraded(C, "3").lookedAt("3");

            assertThat(said(reading.dueAt())).isEqualTo("03-09 23:59:59");
        }

        @Test
        void lowered_to_an_m_times_rhythm_begins_a_cycle_as_well() {
            Reading reading = received(H, "2").contact("2").regraded(A, "3").lookedAt("3");

            assertThat(said(reading.dueAt())).isEqualTo("03-04 23:59:59");
            assertThat(said(received(H, "2")
                            .contact("2")
                            .regraded(A, "3")
                            .lookedAt("6")
                            .misses()))
                    .containsExactly("03-05 23:59:59 Wang", "03-05 23:59:59 Wang");
        }

        @Test
        void raised_out_of_a_fulfilled_cycle_keeps_the_first_day_of_the_next_one_if_that_is_sooner() {
            Reading reading = received(B, "2")
                    .policy(PRINTED.with(B, new Frequency(2, 3)).with(H, new Frequency(1, 5)))
                    .contact("2", "3")
                    .regraded(H, "3 18:00")
                    .lookedAt("3 18:00");

            assertThat(said(reading.dueAt())).isEqualTo("03-06 23:59:59");
        }

        @Test
        void ends_a_cycle_without_misses() {
            Reading lowered = received(A, "2").contact("2").regraded(B, "4").lookedAt("5");
            Reading raised =
                    received(A, "2").contact("2", "3").regraded(H, "3 18:00").lookedAt("5");

            assertThat(lowered.misses()).isEmpty();
            assertThat(said(lowered.dueAt())).isEqualTo("03-06 23:59:59");
            assertThat(raised.misses()).isEmpty();
            assertThat(said(raised.dueAt())).isEqualTo("03-05 23:59:59");
        }

        @Test
        void to_the_same_grade_changes_nothing() {
            assertThat(received(H, "2").contact("2").regraded(H, "7").lookedAt("8"))
                    .isEqualTo(received(H, "2").contact("2").lookedAt("8"));
            assertThat(received(A, "2").contact("2").regraded(A, "4").lookedAt("8"))
                    .isEqualTo(received(A, "2").contact("2").lookedAt("8"));
        }
    }

    @Nested
    class Policy_versions {

        @Test
        void change_a_to_once_in_three_days_only_from_the_next_cycle() {
            Reading inside = received(A, "2")
                    .policy(A_ONCE_IN_THREE_DAYS, "3")
                    .contact("2")
                    .lookedAt("4");
            Reading after = received(A, "2")
                    .policy(A_ONCE_IN_THREE_DAYS, "3")
                    .contact("2")
                    .lookedAt("5");

            assertThat(said(inside.dueAt())).isEqualTo("03-04 23:59:59");
            assertThat(said(after.misses())).containsExactly("03-04 23:59:59 Wang");
            assertThat(said(after.dueAt())).isEqualTo("03-07 23:59:59");
        }

        @Test
        void show_after_a_fulfilled_cycle_what_the_next_one_will_ask() {
            Reading reading = received(A, "2")
                    .policy(A_ONCE_IN_THREE_DAYS, "3")
                    .contact("2", "3 13:00")
                    .lookedAt("4");

            assertThat(said(reading.dueAt())).isEqualTo("03-07 23:59:59");
        }

        @Test
        void that_shorten_a_rhythm_act_on_a_running_due_as_raising_does() {
            Policy bEveryOtherDay = PRINTED.with(B, new Frequency(1, 2));

            assertThat(said(received(B, "2")
                            .policy(bEveryOtherDay, "3")
                            .contact("2")
                            .lookedAt("3")
                            .dueAt()))
                    .isEqualTo("03-05 23:59:59");
            assertThat(said(received(B, "2")
                            .policy(bEveryOtherDay, "5")
                            .contact("2")
                            .lookedAt("5")
                            .dueAt()))
                    .isEqualTo("03-06 23:59:59");
        }

        @Test
        void that_lengthen_a_rhythm_act_on_a_running_due_as_lowering_does_and_leave_misses() {
            Reading reading = received(H, "2")
                    .policy(PRINTED.with(H, new Frequency(1, 5)), "6")
                    .contact("2")
                    .lookedAt("6");

            assertThat(said(reading.misses())).containsExactly("03-04 23:59:59 Wang");
            assertThat(said(reading.dueAt())).isEqualTo("03-07 23:59:59");
        }

        @Test
        void that_make_a_rhythm_several_times_begin_a_cycle() {
            Reading reading = received(B, "2")
                    .policy(PRINTED.with(B, new Frequency(2, 8)), "4")
                    .contact("2")
                    .lookedAt("4");

            assertThat(said(reading.dueAt())).isEqualTo("03-07 23:59:59");
        }

        @Test
        void that_leave_a_rhythm_as_it_is_leave_its_due() {
            assertThat(received(H, "2")
                            .policy(A_ONCE_IN_THREE_DAYS, "7")
                            .contact("2")
                            .lookedAt("9"))
                    .isEqualTo(received(H, "2").contact("2").lookedAt("9"));
        }

        @Test
        void that_leave_a_first_limit_as_it_is_leave_its_due() {
            assertThat(said(received(H, "2 09:00")
                            .policy(A_ONCE_IN_THREE_DAYS, "3 08:00")
                            .lookedAt("3 08:30")
                            .dueAt()))
                    .isEqualTo("03-03 09:00:00");
            assertThat(said(received(H, "2 09:00")
                            .policy(firstLimit(H, FirstLimit.hours(4)), "3 08:00")
                            .lookedAt("3 08:30")
                            .dueAt()))
                    .as("nor can one that shortens it postpone it")
                    .isEqualTo("03-03 09:00:00");
        }

        @Test
        void that_lengthen_a_first_limit_hold_for_what_has_not_fallen() {
            Policy longer = firstLimit(H, FirstLimit.hours(48));

            assertThat(said(received(H, "2 09:00")
                            .policy(longer, "2 20:00")
                            .lookedAt("3")
                            .dueAt()))
                    .isEqualTo("03-04 09:00:00");
            assertThat(said(received(H, "2 09:00")
                            .policy(longer, "3 20:00")
                            .lookedAt("3 21:00")
                            .dueAt()))
                    .isEqualTo("03-03 09:00:00");
        }

        @Test
        void that_shorten_a_first_limit_let_nothing_fall_before_their_day_ends() {
            Policy shorter = firstLimit(C, FirstLimit.days(2));

            assertThat(said(received(C, "2").policy(shorter, "3").lookedAt("3").dueAt()))
                    .isEqualTo("03-04 23:59:59");
            assertThat(said(received(C, "2").policy(shorter, "9").lookedAt("9").dueAt()))
                    .isEqualTo("03-09 23:59:59");
            assertThat(said(received(H, "2 09:00")
                            .policy(firstLimit(H, FirstLimit.hours(4)), "2 20:00")
                            .lookedAt("2 21:00")
                            .dueAt()))
                    .isEqualTo("03-02 23:59:59");
        }

        @Test
        void of_before_the_receipt_hold_from_the_receipt() {
            assertThat(said(received(A, "2")
                            .policy(A_ONCE_IN_THREE_DAYS, "1")
                            .contact("2")
                            .lookedAt("3")
                            .dueAt()))
                    .isEqualTo("03-05 23:59:59");
        }
    }

    @Nested
    class Late_reason {

        @Test
        void excuses_what_falls_due_after_its_beginning_until_its_end() {
            Reading reading = received(H, "2")
                    .contact("2")
                    .excused("4 23:59:59", "8 23:59:59")
                    .lookedAt("11");

            assertThat(said(reading.misses()))
                    .containsExactly(
                            "03-04 23:59:59 Wang",
                            "03-06 23:59:59 Wang excused",
                            "03-08 23:59:59 Wang excused",
                            "03-10 23:59:59 Wang");
            assertThat(reading.demanded()).as("excused ones were demanded").isEqualTo(5);
        }

        @Test
        void excuses_a_first_limit_too() {
            assertThat(said(received(H, "2 09:00")
                            .excused("2 10:00", "5")
                            .lookedAt("6")
                            .misses()))
                    .containsExactly("first 03-03 09:00:00 Wang excused");
        }
    }

    @Nested
    class Contacts_demanded {

        @Test
        void are_none_before_anything_fell_due_or_was_made() {
            assertThat(received(H, "2 09:00").lookedAt("3 09:00").demanded()).isZero();
        }

        @Test
        void are_those_that_fell_due_and_those_that_met_one() {
            assertThat(received(H, "2").contact("2").lookedAt("3").demanded()).isEqualTo(1);
            assertThat(received(H, "2").contact("2", "4").lookedAt("5").demanded())
                    .isEqualTo(2);
            assertThat(received(H, "2").contact("2", "5").lookedAt("5").demanded())
                    .isEqualTo(3);
        }

        @Test
        void name_the_days_on_which_the_rhythm_was_met() {
            assertThat(received(H, "2").contact("2", "4", "7").lookedAt("7").met())
                    .extracting(LocalDate::getDayOfMonth)
                    .as("the first one met the first limit only")
                    .containsExactly(4, 7);
            assertThat(received(A, "2").contact("2", "3", "4").lookedAt("5").met())
                    .extracting(LocalDate::getDayOfMonth)
                    .as("the third one was not asked for")
                    .containsExactly(2, 3);
        }

        @Test
        void do_not_include_second_contacts_of_a_day_or_contacts_beyond_m() {
            assertThat(received(H, "2").contact("2", "2 18:00").lookedAt("3").demanded())
                    .isEqualTo(1);
            assertThat(received(A, "2").contact("2", "3", "4").lookedAt("5").demanded())
                    .isEqualTo(2);
        }

        @Test
        void include_a_missed_first_limit_once_and_not_the_late_contact() {
            assertThat(received(H, "2").contact("5").lookedAt("6").demanded()).isEqualTo(1);
        }

        @Test
        void include_a_first_attempt_and_not_the_contact_of_the_same_day() {
            assertThat(received(H, "2")
                            .attempt("2 13:00")
                            .contact("2 14:00")
                            .lookedAt("3")
                            .demanded())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_history_has_a_grade_and_an_owner() {
        assertThatThrownBy(() -> new History(at("2"), false, List.of(), List.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Policy attemptsCount() {
        return changed(PRINTED.rules(), true);
    }

    private static Policy firstLimit(Grade grade, FirstLimit limit) {
        Map<Grade, GradeRule> rules = new EnumMap<>(PRINTED.rules());
        GradeRule rule = PRINTED.rule(grade);
        rules.put(grade, new GradeRule(rule.purchaseWithinDays(), limit, rule.frequency()));
        return changed(rules, false);
    }

    private static Policy changed(Map<Grade, GradeRule> rules, boolean unansweredCounts) {
        return new Policy(
                rules,
                PRINTED.hqFirstHours(),
                PRINTED.hqWarningHours(),
                unansweredCounts,
                PRINTED.pauseOnClosedDays(),
                PRINTED.ownershipGraceIntervals(),
                PRINTED.handoverHours(),
                PRINTED.weeklyOneToOnes(),
                PRINTED.defeatVerifyPercent());
    }
}
