package io.genjin.target;

import io.genjin.dealership.SpringFestival;
import java.time.LocalDate;

/**
 * A stretch of the year that sells alike. The days around the Spring Festival are one of their own wherever they lie, so that a festival
 * in January takes from January what one in February takes from February.
 */
enum Stretch {
    /** From the eve to the Lantern Festival. */
    FESTIVAL(45),
    /** January and February outside the festival: before it people buy the car to drive home in. */
    WINTER(100),
    MARCH(92),
    APRIL(92),
    MAY(95),
    JUNE(105),
    JULY(97),
    AUGUST(102),
    SEPTEMBER(112),
    OCTOBER(108),
    NOVEMBER(112),
    DECEMBER(124);

    private final int usual;

    Stretch(int usual) {
        this.usual = usual;
    }

    /**
     * How much a selling day brings in the trade, an ordinary winter day being 100: quiet after the festival, autumn (金九银十) and the
     * end of the year strong. Our assumption, for a dealership without a past of its own.
     */
    int usual() {
        return usual;
    }

    static Stretch of(LocalDate day) {
        if (SpringFestival.contains(day)) {
            return FESTIVAL;
        }
        int month = day.getMonthValue();
        return month <= 2 ? WINTER : values()[month - 1];
    }
}
