package io.genjin.testdrive.web;

import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.CarsToday;
import io.genjin.testdrive.TestDriveCar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One test car: what it is, today's look, and its log of loans.
 *
 * @param form    what was typed into the form that was refused
 * @param refused which form that was
 */
public record CarPage(
        CarsToday.CarPage file,
        List<StaffMember> staff,
        People people,
        Fields form,
        @Nullable String refused) {

    public String path() {
        return "/test-cars/" + file.car().id();
    }

    public Fields entry() {
        TestDriveCar car = file.car();
        return "car".equals(refused)
                ? form
                : Fields.empty()
                        .put("plate", car.plate())
                        .put("model", car.model())
                        .put("gearbox", car.gearbox())
                        .put("licensedOn", car.licensedOn())
                        .put("insuredUntil", car.insuredUntil())
                        .put("km", car.km())
                        .put("status", car.status())
                        .put("version", car.version());
    }

    public Fields look() {
        return "check".equals(refused) ? form : Fields.empty();
    }

    public Fields loan() {
        return "loan".equals(refused) ? form : Fields.empty();
    }

    /** Errors of a decision, a taking or a return. */
    public Fields step() {
        return "step".equals(refused) ? form : Fields.empty();
    }

    public Map<String, String> borrowers() {
        Map<String, String> choices = new LinkedHashMap<>();
        staff.forEach(member -> choices.put(member.username(), member.name()));
        return choices;
    }

    public static Map<String, String> eighths() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int eighth = 0; eighth <= 8; eighth++) {
            choices.put(String.valueOf(eighth), eighth + "/8");
        }
        return choices;
    }

    public static Map<String, String> fitness(Screen s) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("true", s.t("testCars.fit.yes"));
        choices.put("false", s.t("testCars.fit.no"));
        return choices;
    }

    /** Where a person may say the car is; a drive or a loan says the rest. */
    public static Map<String, String> states(Screen s, TestDriveCar car) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (TestDriveCar.Status status : TestDriveCar.Status.values()) {
            boolean byHand = status != TestDriveCar.Status.IN_USE && status != TestDriveCar.Status.LENT;
            if (byHand || status == car.status()) {
                choices.put(status.name(), s.code("testCarStatus", status));
            }
        }
        return choices;
    }
}
