package io.genjin.testdrive.web;

import io.genjin.prospect.web.People;
import io.genjin.testdrive.MonthOfDrives;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The test drives of a month.
 *
 * @param chosen the number whose rows are shown
 */
public record MonthPage(MonthOfDrives.Month month, MonthOfDrives.@Nullable Figure chosen, People people) {

    public List<MonthOfDrives.Row> rows() {
        return month.members(chosen == null ? MonthOfDrives.Figure.TAKEN : chosen);
    }

    public String link(MonthOfDrives.Figure figure) {
        return "/test-drive-month?month=" + month.month() + "&figure=" + figure + "#rows";
    }

    public String plate(MonthOfDrives.Row row) {
        return month.cars().stream()
                .map(MonthOfDrives.Use::car)
                .filter(car -> car.id().equals(row.car()))
                .map(car -> car.model() + " · " + car.plate())
                .findFirst()
                .orElse("");
    }

    /** {@code 96.5 %}; a dash when there is nothing to divide by (4.1 rule 4). */
    public static String percent(@Nullable BigDecimal share) {
        return share == null
                ? "–"
                : share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
