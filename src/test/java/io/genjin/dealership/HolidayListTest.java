package io.genjin.dealership;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.OpeningCalendar.SpecialDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of holidays and make-up days as people paste them. */
class HolidayListTest {

    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-01 国庆节 休",
                "2026/10/1,国庆节,休",
                "2026年10月1日\t国庆节\t放假",
                "2026.10.1；国庆节；休息",
                "  2026-10-01   国庆节   closed  ",
                "2026-10-01..2026-10-01 国庆节 休",
                "2026-10-01至2026-10-01 国庆节 休 # 周四"
            })
    @DisplayName("a day, its name and 休, however it was typed or copied from a sheet")
    void forms(String line) {
        HolidayList read = HolidayList.read(line);
        assertThat(read.unreadable()).isEmpty();
        assertThat(read.days()).containsExactly(new SpecialDay(NATIONAL_DAY, false, "国庆节"));
    }

    @Test
    @DisplayName(
            "headings and empty lines are passed over, what cannot be read is named by its line, a later line holds")
    void lines() {
        HolidayList read = HolidayList.read("""
                日期\t名称\t安排
                2026-10-01~2026-10-03 国庆节 休

                2026-02-30 没有这一天 休
                2026-10-05 国庆节
                2026-10-08..2026-10-07 倒过来 休
                2026-10-02 盘点 班
                2026-01-01..2026-12-31 整年 休
                """);
        assertThat(read.unreadable()).containsExactly(4, 5, 6, 8);
        assertThat(read.days())
                .containsExactly(
                        new SpecialDay(NATIONAL_DAY, false, "国庆节"),
                        new SpecialDay(NATIONAL_DAY.plusDays(1), true, "盘点"),
                        new SpecialDay(NATIONAL_DAY.plusDays(2), false, "国庆节"));
    }

    @Test
    @DisplayName("the published list of 2026: 33 days off on 7 holidays, 6 make-up days, each on a Saturday or Sunday")
    void published() {
        HolidayList list = HolidayList.read(HolidayList.published(2026).orElseThrow());
        assertThat(list.unreadable()).isEmpty();
        assertThat(list.days().stream().filter(day -> !day.open())).hasSize(33);
        List<SpecialDay> madeUp = list.days().stream().filter(SpecialDay::open).toList();
        assertThat(madeUp).hasSize(6).allSatisfy(day -> assertThat(day.day().getDayOfWeek())
                .isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(list.days().stream()
                        .filter(day -> !day.open())
                        .map(SpecialDay::reason)
                        .distinct())
                .containsExactly("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");
        assertThat(HolidayList.published(1999)).isEmpty();
    }
}
