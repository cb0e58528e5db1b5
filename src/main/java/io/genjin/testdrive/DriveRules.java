package io.genjin.testdrive;

import java.time.LocalTime;

/**
 * What a dealership decided about its test drives.
 *
 * @param opens           before this nobody is booked
 * @param closes          by then the car is back
 * @param slotMinutes     the grid on which the calendar offers times
 * @param licenceMinYears how long a licence must be held to drive (testDrive.licenceMinYears)
 * @param keyHolder       who keeps the keys; the sources differ, so it is a setting
 */
public record DriveRules(LocalTime opens, LocalTime closes, int slotMinutes, int licenceMinYears, KeyHolder keyHolder) {

    /** As long as nothing else was decided. */
    public static final DriveRules USUAL =
            new DriveRules(LocalTime.of(9, 0), LocalTime.of(18, 0), 30, 1, KeyHolder.SPECIALIST);

    /** Who keeps the keys of the cars. */
    public enum KeyHolder {
        SPECIALIST,
        SHOWROOM_MANAGER
    }
}
