package io.genjin.testdrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import io.genjin.testdrive.CarReadiness.Lack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a test car needs before a customer gets in (2.6 preparation rules). */
class CarReadinessTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final CarId CAR = CarId.next();

    private static TestDriveCar car(
            @Nullable LocalDate licensed, @Nullable LocalDate insured, TestDriveCar.Status status) {
        return new TestDriveCar(
                CAR,
                new DealershipId(1),
                "沪A12345",
                new Vin("11111111111111111"),
                "朗逸",
                TestDriveCar.Gearbox.MANUAL,
                licensed,
                insured,
                status,
                100,
                0);
    }

    private static DailyCheck check(
            LocalDate day, boolean clean, int fuel, boolean stickers, boolean papers, boolean fit) {
        return new DailyCheck(
                CAR,
                day,
                Instant.parse("2026-03-02T00:30:00Z"),
                new StaffId(UUID.randomUUID()),
                clean,
                fuel,
                stickers,
                papers,
                fit ? null : "前保险杠",
                fit);
    }

    @Test
    void a_car_that_lacks_nothing_is_ready() {
        TestDriveCar car = car(MONDAY, MONDAY, TestDriveCar.Status.AVAILABLE);
        assertThat(CarReadiness.of(car, check(MONDAY, true, 4, true, true, true), MONDAY)
                        .isReady())
                .isTrue();
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        TestDriveCar car = car(null, MONDAY.minusDays(1), TestDriveCar.Status.MAINTENANCE);
        assertThat(CarReadiness.of(car, check(MONDAY, false, 3, false, false, false), MONDAY)
                        .lacks())
                .containsExactly(
                        Lack.NOT_LICENSED,
                        Lack.NOT_INSURED,
                        Lack.NOT_CLEAN,
                        Lack.FUEL_LOW,
                        Lack.STICKERS_WRONG,
                        Lack.PAPERS_MISSING,
                        Lack.NOT_FIT,
                        Lack.MAINTENANCE);
    }

    @Test
    void yesterdays_look_is_none() {
        TestDriveCar car = car(MONDAY, MONDAY, TestDriveCar.Status.AVAILABLE);
        assertThat(CarReadiness.of(car, check(MONDAY.minusDays(1), true, 8, true, true, true), MONDAY)
                        .lacks())
                .containsExactly(Lack.NOT_CHECKED);
        assertThat(CarReadiness.of(car, null, MONDAY).lacks()).containsExactly(Lack.NOT_CHECKED);
    }

    @Test
    void to_be_booked_it_needs_its_papers_on_that_day_and_no_look_yet() {
        TestDriveCar car = car(MONDAY, MONDAY.plusDays(5), TestDriveCar.Status.IN_USE);
        assertThat(CarReadiness.toBook(car, MONDAY.plusDays(5)).isReady()).isTrue();
        assertThat(CarReadiness.toBook(car, MONDAY.plusDays(6)).lacks()).containsExactly(Lack.NOT_INSURED);
        assertThat(CarReadiness.toBook(car, MONDAY.minusDays(1)).lacks()).containsExactly(Lack.NOT_LICENSED);
    }

    @Test
    void a_loan_is_applied_for_two_days_before() {
        assertThat(CarLoan.inTime(MONDAY.plusDays(2), MONDAY)).isTrue();
        assertThat(CarLoan.inTime(MONDAY.plusDays(1), MONDAY)).isFalse();
    }
}
