package io.genjin.hlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.shared.Grade;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private static Happening one(String kind) {
        return new Happening(UUID.randomUUID(), kind, MONDAY, false, null, null);
    }

    private static Happening contact(boolean appointment) {
        return new Happening(UUID.randomUUID(), "FOLLOW_UP_RECORDED", MONDAY, appointment, null, null);
    }

    private static Happening regraded(Grade before, Grade after) {
        return new Happening(UUID.randomUUID(), "GRADE_CHANGED", MONDAY, false, before, after);
    }

    private static WeekResult of(Happening... week) {
        return Verdict.of(Arrays.asList(week)).result();
    }

    @Test
    void nothing_happened_so_it_slipped() {
        assertThat(Verdict.of(List.of())).isEqualTo(new Verdict(WeekResult.SLIPPED, null));
        assertThat(of(contact(false))).isEqualTo(WeekResult.SLIPPED);
    }

    @Test
    void an_order_counts_whatever_else_happened_and_names_its_entry() {
        Happening order = one("ORDERED");
        assertThat(Verdict.of(List.of(one("VISIT_RECORDED"), order, contact(true))))
                .isEqualTo(new Verdict(WeekResult.ORDERED, order.entry()));
    }

    @Test
    void an_order_cancelled_within_the_week_is_none() {
        assertThat(of(one("ORDERED"), one("ORDER_CANCELLED"))).isEqualTo(WeekResult.SLIPPED);
        assertThat(of(one("VISIT_RECORDED"), one("ORDERED"), one("ORDER_CANCELLED")))
                .isEqualTo(WeekResult.MOVED_ON);
        assertThat(of(one("ORDERED"), one("ORDER_CANCELLED"), one("ORDERED"))).isEqualTo(WeekResult.ORDERED);
    }

    @Test
    void a_defeat_counts_unless_the_customer_came_back() {
        assertThat(of(one("VISIT_RECORDED"), one("DEFEATED"))).isEqualTo(WeekResult.DEFEATED);
        assertThat(of(one("DEFEATED"), one("REACTIVATED"))).isEqualTo(WeekResult.SLIPPED);
        assertThat(of(one("DEFEATED"), one("REACTIVATED"), one("ORDERED"))).isEqualTo(WeekResult.ORDERED);
        assertThat(of(one("ORDERED"), one("ORDER_CANCELLED"), one("DEFEATED"))).isEqualTo(WeekResult.DEFEATED);
    }

    @Test
    void a_visit_an_appointment_a_test_drive_or_a_hotter_grade_is_a_step_on() {
        assertThat(of(one("VISIT_RECORDED"))).isEqualTo(WeekResult.MOVED_ON);
        assertThat(of(contact(true))).isEqualTo(WeekResult.MOVED_ON);
        assertThat(of(one("TEST_DRIVEN"))).isEqualTo(WeekResult.MOVED_ON);
        assertThat(of(regraded(Grade.B, Grade.A))).isEqualTo(WeekResult.MOVED_ON);
    }

    @Test
    void a_grade_that_went_down_and_up_again_is_none() {
        assertThat(of(regraded(Grade.A, Grade.B))).isEqualTo(WeekResult.SLIPPED);
        assertThat(of(regraded(Grade.A, Grade.C), regraded(Grade.C, Grade.A))).isEqualTo(WeekResult.SLIPPED);
        assertThat(of(regraded(Grade.A, Grade.C), regraded(Grade.C, Grade.H))).isEqualTo(WeekResult.MOVED_ON);
    }
}
