package io.genjin.review;

import io.genjin.staff.StaffId;
import java.time.Instant;

/** What the minutes say on one point of the agenda. */
public record Note(AgendaPoint point, String words, StaffId by, Instant at, int version) {

    static final int LONGEST = 2000;
}
