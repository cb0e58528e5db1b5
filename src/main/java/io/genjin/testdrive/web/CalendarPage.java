package io.genjin.testdrive.web;

import io.genjin.prospect.web.People;
import io.genjin.testdrive.DriveCalendar;
import io.genjin.testdrive.TestDriveCar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All cars of a day, or one car's week.
 *
 * @param car      whose week it is; nothing for a day of all cars
 * @param prospect for whom somebody looks for a time; nothing when nobody is chosen yet
 */
public record CalendarPage(
        LocalDate day,
        @Nullable TestDriveCar car,
        List<TestDriveCar> cars,
        List<DriveCalendar.Column> columns,
        @Nullable String prospect,
        @Nullable String customer,
        People people) {

    public String link(LocalDate other, @Nullable String ofCar) {
        return "/test-drive-calendar?day=" + other
                + (ofCar == null ? "" : "&car=" + ofCar)
                + (prospect == null ? "" : "&prospect=" + prospect);
    }

    public @Nullable String carId() {
        return car == null ? null : car.id().toString();
    }

    public LocalDate before() {
        return car == null ? day.minusDays(1) : day.minusWeeks(1);
    }

    public LocalDate after() {
        return car == null ? day.plusDays(1) : day.plusWeeks(1);
    }

    public String book(DriveCalendar.Column column, DriveCalendar.Cell cell, String from) {
        return "/test-drives/new?car=" + column.car().id() + "&from=" + from
                + (prospect == null ? "" : "&prospect=" + prospect);
    }
}
