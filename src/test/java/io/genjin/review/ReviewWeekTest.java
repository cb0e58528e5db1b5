package io.genjin.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genjin.dealership.Dealership;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReviewWeekTest {

    private static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 3, 9));
    private static final Dealership SHANGHAI =
            new Dealership(new DealershipId(1), "T1", "测试店", "华东", ZoneId.of("Asia/Shanghai"));

    @Test
    @DisplayName("opened from its Monday to the Sunday after its own, not a day earlier or later")
    void opened() {
        assertThat(WEEK.canBeOpenedOn(LocalDate.of(2026, 3, 8))).isFalse();
        assertThat(WEEK.canBeOpenedOn(LocalDate.of(2026, 3, 9))).isTrue();
        assertThat(WEEK.canBeOpenedOn(LocalDate.of(2026, 3, 22))).isTrue();
        assertThat(WEEK.canBeOpenedOn(LocalDate.of(2026, 3, 23))).isFalse();
    }

    @Test
    @DisplayName("owed by Friday 18:00 of the dealership, over on the Monday after")
    void owed() {
        assertThat(WEEK.owedAt(SHANGHAI)).isEqualTo(Instant.parse("2026-03-13T10:00:00Z"));
        assertThat(WEEK.overAt(SHANGHAI)).isEqualTo(Instant.parse("2026-03-15T16:00:00Z"));
    }

    @Test
    @DisplayName("a week counts towards the month that has its Thursday; every day names its week")
    void month() {
        assertThat(ReviewWeek.of(LocalDate.of(2026, 4, 1)).month())
                .as("30 March to 5 April")
                .isEqualTo(YearMonth.of(2026, 4));
        assertThat(ReviewWeek.of(LocalDate.of(2026, 1, 28)).month())
                .as("26 January to 1 February")
                .isEqualTo(YearMonth.of(2026, 1));
        assertThat(ReviewWeek.of(LocalDate.of(2026, 3, 15))).isEqualTo(WEEK);
        assertThat(WEEK.before().monday()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewWeek(LocalDate.of(2026, 3, 10)));
    }
}
