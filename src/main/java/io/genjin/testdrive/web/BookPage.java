package io.genjin.testdrive.web;

import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.testdrive.Route;
import io.genjin.testdrive.Slot;
import io.genjin.testdrive.TestDriveCar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The booking form.
 *
 * @param customer the customer's name; nothing when they are to be named by their number
 * @param free     the times of the chosen day at which the chosen car can be booked
 */
public record BookPage(
        Fields form,
        @Nullable String customer,
        List<TestDriveCar> cars,
        List<Route> routes,
        LocalDate day,
        List<Slot> free) {

    public Map<String, String> carChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        cars.forEach(car -> choices.put(car.id().toString(), car.model() + " · " + car.plate()));
        return choices;
    }

    public Map<String, String> routeChoices(Screen s) {
        Map<String, String> choices = new LinkedHashMap<>();
        routes.forEach(route -> choices.put(route.id().toString(), words(route, s)));
        return choices;
    }

    public static String words(Route route, Screen s) {
        return s.t("driveRoute.words", route.name(), kilometres(route.metres()), route.minutes());
    }

    public static String kilometres(int metres) {
        return BigDecimal.valueOf(metres).movePointLeft(3).stripTrailingZeros().toPlainString();
    }

    /** The same form for another time. */
    public String at(String from) {
        return "/test-drives/new?car=" + form.value("car") + "&route=" + form.value("route") + "&mode="
                + form.value("mode") + "&from=" + from
                + (form.value("prospect").isEmpty() ? "" : "&prospect=" + form.value("prospect"));
    }
}
