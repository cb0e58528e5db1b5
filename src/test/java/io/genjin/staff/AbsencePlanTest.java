package io.genjin.staff;

import static io.genjin.staff.StaffExamples.CHEN_HAO;
import static io.genjin.staff.StaffExamples.LI_NA;
import static io.genjin.staff.StaffExamples.MA_JUN;
import static io.genjin.staff.StaffExamples.WANG_LEI;
import static io.genjin.staff.StaffExamples.leaving;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.shared.Refusal.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days away and who stands in (domain 5, Absence). */
class AbsencePlanTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    @Test
    void a_consultant_away_for_a_week_with_a_colleague_standing_in_is_recorded() {
        assertThat(wrong(plan(MONDAY, FRIDAY), LI_NA, WANG_LEI)).isEmpty();
    }

    @Test
    void a_consultant_away_more_than_one_day_needs_a_deputy() {
        assertThat(wrong(plan(MONDAY, MONDAY.plusDays(1)), LI_NA, null))
                .containsExactly(Field.of("deputy", "absence.deputyNeeded"));
    }

    @Test
    void a_consultant_away_for_one_day_and_a_specialist_away_for_a_week_need_none() {
        assertThat(wrong(plan(MONDAY, MONDAY), LI_NA, null)).isEmpty();
        assertThat(wrong(plan(MONDAY, FRIDAY), MA_JUN, null)).isEmpty();
    }

    @Test
    void a_consultants_deputy_is_another_consultant_or_a_manager_who_works_here() {
        assertThat(wrong(plan(MONDAY, FRIDAY), LI_NA, CHEN_HAO)).isEmpty();
        assertThat(wrong(plan(MONDAY, FRIDAY), LI_NA, MA_JUN))
                .containsExactly(Field.of("deputy", "absence.deputyUnfit"));
        assertThat(wrong(plan(MONDAY, FRIDAY), LI_NA, LI_NA))
                .containsExactly(Field.of("deputy", "absence.deputyUnfit"));
        assertThat(wrong(plan(MONDAY, FRIDAY), LI_NA, leaving(WANG_LEI)))
                .containsExactly(Field.of("deputy", "absence.deputyUnfit"));
    }

    @Test
    void a_deputy_whom_nobody_knows_is_refused() {
        AbsencePlan plan = new AbsencePlan(MONDAY, FRIDAY, "nobody", "年假");

        assertThat(plan.wrongFor(LI_NA, null, List.of(), MONDAY))
                .containsExactly(Field.of("deputy", "absence.deputyUnfit"));
    }

    @Test
    void a_deputy_who_is_away_on_one_of_the_days_is_refused_by_name() {
        Absence deputysOwn = away(WANG_LEI, FRIDAY, FRIDAY.plusDays(3));

        assertThat(plan(MONDAY, FRIDAY, WANG_LEI).wrongFor(LI_NA, WANG_LEI, List.of(deputysOwn), MONDAY))
                .containsExactly(Field.of("deputy", "absence.deputyAway", "王磊"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void days_that_overlap_an_absence_already_recorded_are_refused(int day) {
        Absence known = away(LI_NA, MONDAY.plusDays(day), MONDAY.plusDays(day));

        assertThat(plan(MONDAY, FRIDAY, WANG_LEI).wrongFor(LI_NA, WANG_LEI, List.of(known), MONDAY))
                .containsExactly(Field.of("from", "absence.overlaps"));
    }

    @Test
    void an_absence_that_ends_the_day_before_does_not_overlap() {
        Absence known = away(LI_NA, MONDAY.minusDays(3), MONDAY.minusDays(1));

        assertThat(plan(MONDAY, FRIDAY, WANG_LEI).wrongFor(LI_NA, WANG_LEI, List.of(known), MONDAY))
                .isEmpty();
    }

    @Test
    void it_may_have_begun_before_today_but_not_be_over() {
        assertThat(wrong(plan(MONDAY.minusDays(2), MONDAY), LI_NA, WANG_LEI)).isEmpty();
        assertThat(wrong(plan(MONDAY.minusDays(2), MONDAY.minusDays(1)), LI_NA, WANG_LEI))
                .containsExactly(Field.of("to", "absence.past"));
    }

    @Test
    void it_does_not_end_before_it_begins_nor_last_longer_than_a_year() {
        assertThat(wrong(plan(FRIDAY, MONDAY), MA_JUN, null)).containsExactly(Field.of("to", "absence.order"));
        assertThat(wrong(plan(MONDAY, MONDAY.plusDays(365)), MA_JUN, null)).isEmpty();
        assertThat(wrong(plan(MONDAY, MONDAY.plusDays(366)), MA_JUN, null))
                .containsExactly(Field.of("to", "absence.long", 366));
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        assertThat(new AbsencePlan(null, null, "", " ").wrongFor(LI_NA, null, List.of(), MONDAY))
                .containsExactlyInAnyOrder(
                        Field.of("from", "field.required"),
                        Field.of("to", "field.required"),
                        Field.of("reason", "field.required"));
    }

    private static AbsencePlan plan(LocalDate from, LocalDate to) {
        return new AbsencePlan(from, to, null, "年假");
    }

    private static AbsencePlan plan(LocalDate from, LocalDate to, StaffMember deputy) {
        return new AbsencePlan(from, to, deputy.username(), "年假");
    }

    private static List<Field> wrong(AbsencePlan plan, StaffMember who, @Nullable StaffMember deputy) {
        AbsencePlan named =
                deputy == null ? plan : new AbsencePlan(plan.from(), plan.to(), deputy.username(), plan.reason());
        return named.wrongFor(who, deputy, List.of(), MONDAY);
    }

    private static Absence away(StaffMember who, LocalDate from, LocalDate to) {
        return new Absence(UUID.randomUUID(), who.id(), from, to, null, "病假");
    }
}
