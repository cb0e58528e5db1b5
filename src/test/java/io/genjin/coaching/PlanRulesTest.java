package io.genjin.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.coaching.PlanContent.Goal;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.shared.TypedId;
import io.genjin.staff.Absence;
import io.genjin.staff.StaffId;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Goals and days at work, without a database. */
class PlanRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    @DisplayName(
            "a count is reached by as many, a ratio by its two numbers exactly, and by nothing neither reached nor missed")
    void goals() {
        assertThat(new Goal(Yardstick.SOLD, 2, DAY).isReachedBy(new Share(2, 0)))
                .isTrue();
        assertThat(new Goal(Yardstick.SOLD, 2, DAY).isReachedBy(new Share(1, 0)))
                .isFalse();
        assertThat(new Goal(Yardstick.ON_TIME, 90, DAY).isReachedBy(new Share(0, 0)))
                .isNull();
        for (int whole = 1; whole < 40; whole++) {
            for (int part = 0; part <= whole; part++) {
                boolean naive = new BigDecimal(part)
                                .multiply(new BigDecimal(100))
                                .compareTo(new BigDecimal(90).multiply(new BigDecimal(whole)))
                        >= 0;
                assertThat(new Goal(Yardstick.ON_TIME, 90, DAY).isReachedBy(new Share(part, whole)))
                        .as("%s of %s", part, whole)
                        .isEqualTo(naive);
            }
        }
        assertThat(Yardstick.SOLD.daysUntil(DAY)).isEqualTo(new Stretch(DAY.minusDays(6), DAY));
        assertThat(Yardstick.ON_TIME.daysUntil(DAY)).isEqualTo(new Stretch(DAY.minusDays(27), DAY));
    }

    @Test
    @DisplayName("for any absences and closing days: stretches and selling days are those of a count day by day")
    void presence() {
        StaffId who = new StaffId(TypedId.newValue());
        OpeningCalendar calendar = new OpeningCalendar(
                List.of(new OpeningCalendar.Weekly(DAY.minusYears(1), EnumSet.of(DayOfWeek.TUESDAY), "周二店休")),
                List.of(new OpeningCalendar.SpecialDay(DAY.plusDays(8), true, "调休")));
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Absence> absences = new ArrayList<>();
            for (int place = random.nextInt(4); place > 0; place--) {
                LocalDate from = DAY.plusDays(random.nextInt(40) - 5);
                absences.add(new Absence(
                        TypedId.newValue(),
                        random.nextInt(4) == 0 ? new StaffId(TypedId.newValue()) : who,
                        from,
                        from.plusDays(random.nextInt(6)),
                        null,
                        "年假"));
            }
            Presence there = Presence.of(who, absences, calendar);
            LocalDate until = DAY.plusDays(30);
            int open = 0;
            int days = 0;
            List<LocalDate> inStretches = there.stretches(DAY, until).stream()
                    .flatMap(one -> one.from().datesUntil(one.until().plusDays(1)))
                    .toList();
            List<LocalDate> dayByDay = new ArrayList<>();
            for (LocalDate day = DAY; !day.isAfter(until); day = day.plusDays(1)) {
                LocalDate each = day;
                boolean away = absences.stream().anyMatch(one -> one.who().equals(who) && one.covers(each));
                if (!away) {
                    dayByDay.add(day);
                    days++;
                    open += day.equals(DAY.plusDays(8)) || day.getDayOfWeek() != DayOfWeek.TUESDAY ? 1 : 0;
                }
            }
            assertThat(inStretches).as("seed %s", seed).isEqualTo(dayByDay);
            assertThat(there.days(DAY, until)).as("seed %s", seed).isEqualTo(days);
            assertThat(there.sellingDays(DAY, until)).as("seed %s", seed).isEqualTo(open);
            assertThat(there.isAlwaysThere(DAY, until)).as("seed %s", seed).isEqualTo(days == 31);
        }
    }
}
