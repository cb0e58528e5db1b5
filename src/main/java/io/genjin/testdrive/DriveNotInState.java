package io.genjin.testdrive;

import io.genjin.shared.Refusal;

/** The drive is elsewhere by now: cancelled, out, or back; somebody else was quicker. */
public class DriveNotInState extends Refusal {

    DriveNotInState(TestDrive.Status is) {
        super(Kind.CONFLICT, is.name());
        at(Field.of("status", "driveIsNow." + is.name()));
    }
}
