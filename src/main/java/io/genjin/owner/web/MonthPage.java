package io.genjin.owner.web;

import io.genjin.owner.OwnerMonth;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A month of the owners in numbers; each opens its rows. */
public record MonthPage(
        YearMonth month,
        OwnerMonth.Figures figures,
        OwnerMonth.@Nullable HandedIn handedIn,
        LocalDate dueOn,
        boolean over,
        People people,
        Fields form) {

    /** {@code 87.5 %}; a dash when there is nothing to divide by (4.1 rule 4). */
    public static String percent(@Nullable BigDecimal ratio) {
        return ratio == null
                ? "–"
                : ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
