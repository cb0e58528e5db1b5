package io.genjin.target;

import io.genjin.staff.StaffId;

/** What a consultant is to reach of one of the five in a month (3.13). */
public record SalesTarget(StaffId consultant, Metric metric, int target) {

    public static final int MOST = 9_999;
    public static final int MOST_OF_A_YEAR = 999_999;

    public SalesTarget {
        if (target < 0 || target > MOST) {
            throw new IllegalArgumentException("a target is 0 to " + MOST);
        }
    }
}
