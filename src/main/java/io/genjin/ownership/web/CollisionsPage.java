package io.genjin.ownership.web;

import io.genjin.ownership.CollisionFile;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;

/** The disputes that the reader may see. */
public record CollisionsPage(CollisionFile.Which which, Page<CollisionFile.Row> rows, People people, StaffId me) {

    /** Address of the next part. */
    public String nextPath() {
        return "/collisions?status=" + which + "&cursor=" + rows.next();
    }
}
