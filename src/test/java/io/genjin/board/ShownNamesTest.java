package io.genjin.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.OpeningCalendar;
import io.genjin.dealership.OpeningCalendar.SpecialDay;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a board tells of a name, and which day was the one before. */
class ShownNamesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void a_board_shows_no_name_until_somebody_decides_and_never_a_whole_one() {
        assertThat(ShownNames.NONE.of("张伟")).isNull();
        assertThat(ShownNames.MASKED.of("张伟")).isEqualTo("张**");
        assertThat(ShownNames.MASKED.of(" 欧阳修 ")).isEqualTo("欧**");
        assertThat(ShownNames.MASKED.of("𠮷田")).isEqualTo("𠮷**");
        assertThat(ShownNames.MASKED.of(" ")).isNull();
        assertThat(ShownNames.MASKED.of(null)).isNull();
    }

    @Test
    void the_day_before_is_the_last_open_one() {
        OpeningCalendar always = new OpeningCalendar(List.of(), List.of());
        assertThat(MorningBoard.before(MONDAY, always)).isEqualTo(MONDAY.minusDays(1));
        OpeningCalendar weekend = new OpeningCalendar(
                List.of(),
                List.of(
                        new SpecialDay(MONDAY.minusDays(1), false, "周日"),
                        new SpecialDay(MONDAY.minusDays(2), false, "周六")));
        assertThat(MorningBoard.before(MONDAY, weekend)).isEqualTo(MONDAY.minusDays(3));
        OpeningCalendar long_ = new OpeningCalendar(
                List.of(),
                MONDAY.minusDays(100)
                        .datesUntil(MONDAY)
                        .map(day -> new SpecialDay(day, false, "装修"))
                        .toList());
        assertThat(MorningBoard.before(MONDAY, long_)).isEqualTo(MONDAY.minusDays(1));
    }
}
