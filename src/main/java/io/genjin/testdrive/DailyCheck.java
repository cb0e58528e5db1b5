package io.genjin.testdrive;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The look at a test car on one day (每日点检): clean, at least half a tank, the right stickers, the papers in it (2.6).
 *
 * @param fuelEighths the tank in eighths, as the gauge shows it
 * @param damage      what is broken, in words; nothing when nothing is
 * @param fit         whether the car may be driven in spite of it
 */
public record DailyCheck(
        CarId car,
        LocalDate day,
        Instant at,
        StaffId by,
        boolean clean,
        int fuelEighths,
        boolean stickers,
        boolean documents,
        @Nullable String damage,
        boolean fit) {

    /** Half a tank. */
    public static final int LEAST_FUEL = 4;
}
