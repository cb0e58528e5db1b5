package io.genjin.board;

import io.genjin.staff.StaffId;
import java.time.Instant;

/**
 * What a consultant expects of the day, as said in the morning meeting (5, operating rhythm): orders and deliveries.
 *
 * @param statedBy who entered it
 */
public record Expectation(StaffId consultant, int orders, int deliveries, StaffId statedBy, Instant statedAt) {

    /** More than anybody sells in a day. */
    public static final int MOST = 99;

    public Expectation {
        if (orders < 0 || orders > MOST || deliveries < 0 || deliveries > MOST) {
            throw new IllegalArgumentException("0 to " + MOST + " of a day");
        }
    }
}
