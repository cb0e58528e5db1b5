package io.genjin.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sheet.SheetRow.Cell;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as people and programs write them: right or refused (S-R45). */
class SheetDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02T00:00",
        "2026/3/2, 2026-03-02T00:00",
        "2026.3.2, 2026-03-02T00:00",
        "2026年3月2日, 2026-03-02T00:00",
        "２０２６年３月２日, 2026-03-02T00:00",
        "20260302, 2026-03-02T00:00",
        "2026-03-02 9:05, 2026-03-02T09:05",
        "2026-03-02T09:05:07, 2026-03-02T09:05:07",
        "2026-03-02 09:05:07.123, 2026-03-02T09:05:07",
        "2026年3月2日 9时5分, 2026-03-02T09:05",
        "2024-02-29, 2024-02-29T00:00"
    })
    void written_dates(String written, LocalDateTime expected) {
        assertThat(SheetDates.read(Cell.of(written), false)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "1900-02-29",
                "2026-13-01",
                "02/03/2026",
                "3/2/26",
                "2026-03",
                "昨天",
                "99999-01-01",
                "2026-03-02 25:00",
                "2026-03-02 9:5:61",
                "46083",
                "20261301",
                ""
            })
    void what_is_no_day_or_could_be_two_is_refused(String written) {
        assertThat(SheetDates.read(Cell.of(written), false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "46083, 2026-03-02T00:00",
        "46083.5, 2026-03-02T12:00",
        "46083.378472222, 2026-03-02T09:05",
        "1, 1900-01-01T00:00",
        "59, 1900-02-28T00:00",
        "61, 1900-03-01T00:00",
        "2958465, 9999-12-31T00:00",
        "20260302, 2026-03-02T00:00"
    })
    void day_numbers_from_1900(BigDecimal number, LocalDateTime expected) {
        assertThat(SheetDates.read(Cell.of(number), false)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"44621, 2026-03-02T00:00", "0, 1904-01-01T00:00"})
    void day_numbers_from_1904(BigDecimal number, LocalDateTime expected) {
        assertThat(SheetDates.read(Cell.of(number), true)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "60", "60.5", "-1", "2958466", "99999999", "0.5"})
    void day_numbers_that_are_no_day(BigDecimal number) {
        assertThat(SheetDates.read(Cell.of(number), false)).isEmpty();
    }
}
