package io.genjin.hlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genjin.dealership.Dealership;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ListWeekTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final ListWeek week = new ListWeek(MONDAY);

    @Test
    void a_week_is_named_by_its_monday() {
        assertThat(ListWeek.of(MONDAY)).isEqualTo(week);
        assertThat(ListWeek.of(LocalDate.of(2026, 3, 8))).isEqualTo(week);
        assertThat(ListWeek.of(LocalDate.of(2026, 3, 9))).isEqualTo(week.next());
        assertThatIllegalArgumentException().isThrownBy(() -> new ListWeek(MONDAY.plusDays(1)));
    }

    @Test
    void its_list_is_held_from_the_thursday_before_until_its_sunday() {
        assertThat(week.isOpenOn(LocalDate.of(2026, 2, 25))).isFalse();
        assertThat(week.isOpenOn(LocalDate.of(2026, 2, 26))).isTrue();
        assertThat(week.isOpenOn(LocalDate.of(2026, 3, 8))).isTrue();
        assertThat(week.isOpenOn(LocalDate.of(2026, 3, 9))).isFalse();
        assertThat(week.isOverOn(LocalDate.of(2026, 3, 9))).isTrue();
    }

    @Test
    void it_closes_at_the_last_second_of_sunday_in_the_dealerships_zone() {
        Dealership urumqi = new Dealership(new DealershipId(7), "XJ001", "乌鲁木齐", "西北", ZoneId.of("Asia/Urumqi"));
        assertThat(week.closesAt(urumqi)).isEqualTo(Instant.parse("2026-03-08T17:59:59Z"));
    }
}
