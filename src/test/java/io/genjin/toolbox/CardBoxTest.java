package io.genjin.toolbox;

import static io.genjin.toolbox.ToolBoxExamples.SHANGHAI;
import static io.genjin.toolbox.ToolBoxExamples.at;
import static io.genjin.toolbox.ToolBoxExamples.card;
import static io.genjin.toolbox.ToolBoxExamples.endOf;
import static io.genjin.toolbox.ToolBoxExamples.resting;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every card lies in exactly one compartment, the right one. */
class CardBoxTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant NINE = at("2026-03-02T09:00");

    private static List<FiledCard> in(CardBox box, String key) {
        return box.at(key).orElseThrow().cards();
    }

    @Test
    void has_one_compartment_in_front_31_for_days_and_12_for_months() {
        CardBox box = CardBox.file(List.of(), NINE, SHANGHAI);
        assertThat(box.compartments()).hasSize(1 + 31 + 12);
        assertThat(box.compartments().get(1).key()).isEqualTo("2026-03-02");
        assertThat(box.compartments().get(31).key()).isEqualTo("2026-04-01");
        assertThat(box.compartments().get(32).key()).isEqualTo("2026-04");
        assertThat(box.compartments().get(32).from()).isEqualTo(LocalDate.of(2026, 4, 2));
        assertThat(box.compartments().get(43).key()).isEqualTo("2027-03");
        assertThat(box.first().key()).isEqualTo("2026-03-02");
    }

    @Test
    void files_by_the_day_that_is_owed() {
        FiledCard today = card(Grade.B, MONDAY);
        FiledCard lastDay = card(Grade.C, LocalDate.of(2026, 4, 1));
        FiledCard nextMonth = card(Grade.C, LocalDate.of(2026, 4, 2));
        FiledCard nextYear = card(Grade.N, LocalDate.of(2027, 3, 2));
        CardBox box = CardBox.file(List.of(nextYear, nextMonth, lastDay, today), NINE, SHANGHAI);
        assertThat(in(box, "2026-03-02")).containsExactly(today);
        assertThat(in(box, "2026-04-01")).containsExactly(lastDay);
        assertThat(in(box, "2026-04")).containsExactly(nextMonth);
        assertThat(in(box, "2027-03")).containsExactly(nextYear);
    }

    @Test
    void a_first_limit_that_falls_before_the_promise_decides() {
        FiledCard lead = card(Grade.N, MONDAY.plusDays(3), at("2026-03-03T10:00"), Source.HQ_ALLOCATED);
        assertThat(in(CardBox.file(List.of(lead), NINE, SHANGHAI), "2026-03-03"))
                .containsExactly(lead);
        Instant oneSecondLate = at("2026-03-03T10:00").plusSeconds(1);
        assertThat(in(CardBox.file(List.of(lead), at("2026-03-03T10:00"), SHANGHAI), "2026-03-03"))
                .containsExactly(lead);
        assertThat(in(CardBox.file(List.of(lead), oneSecondLate, SHANGHAI), "overdue"))
                .containsExactly(lead);
    }

    @Test
    void who_rests_lies_under_the_day_of_waking_and_is_never_late() {
        FiledCard asleep = resting(LocalDate.of(2026, 5, 20));
        FiledCard awake = resting(MONDAY.minusDays(1));
        CardBox box = CardBox.file(List.of(asleep, awake), NINE, SHANGHAI);
        assertThat(in(box, "2026-05")).containsExactly(asleep);
        assertThat(in(box, "2026-03-02")).containsExactly(awake);
        assertThat(in(box, "overdue")).isEmpty();
        assertThat(awake.isLate(NINE)).isFalse();
    }

    @Test
    void what_is_overdue_lies_in_front_and_open() {
        FiledCard late = card(Grade.B, MONDAY.minusDays(1));
        CardBox box = CardBox.file(List.of(card(Grade.H, MONDAY), late), NINE, SHANGHAI);
        assertThat(box.first().key()).isEqualTo("overdue");
        assertThat(box.first().cards()).containsExactly(late);
        assertThat(late.overdueDays(NINE, SHANGHAI)).isEqualTo(1);
    }

    @Test
    void in_a_compartment_uncalled_leads_of_hq_come_first_then_the_hottest() {
        FiledCard c = card(Grade.C, MONDAY);
        FiledCard h = card(Grade.H, MONDAY);
        FiledCard lead = card(Grade.N, MONDAY, endOf(MONDAY), Source.HQ_ALLOCATED);
        FiledCard early = card(Grade.H, MONDAY, at("2026-03-02T12:00"), Source.WALK_IN);
        CardBox box = CardBox.file(List.of(c, h, lead, early), NINE, SHANGHAI);
        assertThat(in(box, "2026-03-02")).containsExactly(lead, early, h, c);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31", "2026-02-28", "2028-02-29", "2026-12-31", "2026-03-31"})
    void a_promise_for_a_year_ahead_always_has_its_compartment(String day) {
        LocalDate today = LocalDate.parse(day);
        FiledCard far = card(Grade.N, today.plusYears(1));
        CardBox box = CardBox.file(List.of(far), at(day + "T09:00"), SHANGHAI);
        assertThat(in(box, YearMonth.from(today.plusYears(1)).toString())).containsExactly(far);
    }

    static List<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(Long::valueOf).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_card_is_lost_and_none_lies_twice(long seed) {
        Random random = new Random(seed);
        Instant now = at("2026-01-01T00:00").plusSeconds(random.nextInt(86_400 * 700));
        LocalDate today = LocalDate.ofInstant(now, SHANGHAI);
        List<FiledCard> cards = new ArrayList<>();
        for (int card = random.nextInt(60); card > 0; card--) {
            cards.add(card(Grade.values()[random.nextInt(5)], today.plusDays(random.nextInt(500) - 60)));
        }
        CardBox box = CardBox.file(cards, now, SHANGHAI);
        List<FiledCard> filed =
                box.compartments().stream().flatMap(one -> one.cards().stream()).toList();
        assertThat(filed).containsExactlyInAnyOrderElementsOf(cards);
        assertThat(box.compartments().get(0).cards()).allMatch(card -> card.isLate(now));
        box.of(CardBox.Kind.DAY).forEach(one -> assertThat(one.cards())
                .allMatch(card -> LocalDate.ofInstant(card.dueAt(), SHANGHAI).equals(one.from())));
    }
}
