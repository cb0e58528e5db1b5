package io.genjin.hqlead;

import static io.genjin.hqlead.HqCaseExamples.LI;
import static io.genjin.hqlead.HqCaseExamples.SHANGHAI;
import static io.genjin.hqlead.HqCaseExamples.WANG;
import static io.genjin.hqlead.HqCaseExamples.at;
import static io.genjin.hqlead.HqCaseExamples.received;
import static io.genjin.hqlead.WarningStep.FIRST;
import static io.genjin.hqlead.WarningStep.SECOND;
import static io.genjin.hqlead.WarningStep.UNALLOCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genjin.dealership.OpenTime;
import io.genjin.dealership.Policy;
import io.genjin.dealership.PolicyHistory;
import io.genjin.hqlead.Warnings.Warning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Warnings at 4 hours without allocation, at 12 and 20 without follow-up (2.1). */
class WarningsTest {

    private static final HqClock CLOCK =
            new HqClock(PolicyHistory.always(Policy.asPrinted()), new OpenTime(List.of(), SHANGHAI));

    private static List<WarningStep> earned(HqCase lead, String now) {
        return Warnings.earned(lead, CLOCK, at(now)).stream().map(Warning::step).toList();
    }

    @Test
    @DisplayName("nobody gave it to anybody: a step is earned at its moment, not a second before")
    void unallocated() {
        HqCase lead = received().read();
        assertThat(earned(lead, "2026-03-02T13:59:59")).isEmpty();
        assertThat(earned(lead, "2026-03-02T14:00:00")).containsExactly(UNALLOCATED);
        assertThat(earned(lead, "2026-03-02T21:59:59")).containsExactly(UNALLOCATED);
        assertThat(earned(lead, "2026-03-02T22:00:00")).containsExactly(UNALLOCATED, FIRST);
        assertThat(earned(lead, "2026-03-03T06:00:00")).containsExactly(UNALLOCATED, FIRST, SECOND);
        assertThat(Warnings.earned(lead, CLOCK, at("2026-03-03T06:00:00")))
                .extracting(Warning::at)
                .containsExactly(at("2026-03-02T14:00:00"), at("2026-03-02T22:00:00"), at("2026-03-03T06:00:00"));
        assertThat(Warnings.earned(lead, CLOCK, at("2026-03-03T06:00:00"))).noneMatch(Warning::allocated);
    }

    @Test
    void an_allocated_lead_warns_only_of_the_missing_follow_up() {
        HqCase lead = received().given(LI, "2026-03-02T11:00:00").read();
        assertThat(earned(lead, "2026-03-02T21:00:00")).isEmpty();
        assertThat(Warnings.earned(lead, CLOCK, at("2026-03-03T06:00:00")))
                .extracting(Warning::step, Warning::hours, Warning::allocated)
                .containsExactly(tuple(FIRST, 12, true), tuple(SECOND, 20, true));
    }

    @Test
    void a_lead_that_a_consultant_followed_warns_no_more() {
        HqCase lead = received()
                .given(LI, "2026-03-02T16:00:00")
                .contact("2026-03-02T16:30:00", true)
                .read();
        assertThat(earned(lead, "2026-03-03T09:00:00")).isEmpty();
    }

    @Test
    @DisplayName("5: the designated person's own call stops no warning")
    void own_call_of_the_designated_person() {
        HqCase lead = received().contact("2026-03-02T11:00:00", false).read();
        assertThat(earned(lead, "2026-03-03T06:00:00")).containsExactly(UNALLOCATED, FIRST, SECOND);
    }

    @Test
    void taken_back_it_is_unallocated_anew_from_then_on() {
        HqCase lead = received()
                .given(LI, "2026-03-02T11:00:00")
                .takenBack("2026-03-02T20:00:00")
                .read();
        assertThat(earned(lead, "2026-03-02T23:59:59")).containsExactly(FIRST);
        assertThat(earned(lead, "2026-03-03T00:00:00")).containsExactly(FIRST, UNALLOCATED);
        HqCase again = received()
                .given(LI, "2026-03-02T11:00:00")
                .takenBack("2026-03-02T20:00:00")
                .given(WANG, "2026-03-02T21:00:00")
                .read();
        assertThat(earned(again, "2026-03-03T00:00:00")).containsExactly(FIRST);
    }

    @Test
    void an_ended_lead_warns_no_more() {
        HqCase lead = received()
                .fact("LEAD_INVALID", "2026-03-02T12:00:00", Map.of("note", "空号"))
                .read();
        assertThat(earned(lead, "2026-03-03T06:00:00")).isEmpty();
    }

    @Test
    @DisplayName("6: closed days that pause the clocks move the warnings behind them")
    void closed_days() {
        HqClock festival = new HqClock(
                PolicyHistory.always(Policy.asPrinted()),
                new OpenTime(List.of(LocalDate.parse("2026-03-03"), LocalDate.parse("2026-03-04")), SHANGHAI));
        HqCase lead = received().given(LI, "2026-03-02T11:00:00").read();
        Instant twenty = at("2026-03-05T06:00:00");
        assertThat(Warnings.earned(lead, festival, twenty.minusSeconds(1)))
                .extracting(Warning::step)
                .containsExactly(FIRST);
        assertThat(Warnings.earned(lead, festival, twenty))
                .extracting(Warning::at)
                .containsExactly(at("2026-03-02T22:00:00"), twenty);
        assertThat(festival.dueAt(lead.receivedAt())).isEqualTo(at("2026-03-05T10:00:00"));
    }

    @Test
    void the_hours_are_those_of_the_policy_in_force_and_missing_ones_do_not_warn() {
        Policy printed = Policy.asPrinted();
        Policy two = new Policy(
                printed.rules(),
                printed.hqFirstHours(),
                List.of(1, 6),
                printed.unansweredCounts(),
                printed.pauseOnClosedDays(),
                printed.ownershipGraceIntervals(),
                printed.handoverHours(),
                printed.weeklyOneToOnes(),
                printed.defeatVerifyPercent());
        HqClock clock = new HqClock(PolicyHistory.always(two), CLOCK.time());
        assertThat(Warnings.earned(received().read(), clock, at("2026-03-03T09:00:00")))
                .extracting(Warning::step, Warning::at)
                .containsExactly(
                        tuple(UNALLOCATED, at("2026-03-02T11:00:00")), tuple(FIRST, at("2026-03-02T16:00:00")));
    }
}
