package io.genjin.shared;

import java.util.Arrays;

/**
 * How soon a prospect may buy (意向级别, R-210): H within 7 days, A 15, B 30, C two to three months, N cannot be determined
 * for now. A reference only; people judge by the actual situation. Ordered from the hottest.
 */
public enum Grade {
    H,
    A,
    B,
    C,
    N;

    /** Whether this grade is hotter than {@code other}. */
    public boolean isAbove(Grade other) {
        return compareTo(other) < 0;
    }

    /** The cooler of the two. */
    public Grade atMost(Grade limit) {
        return isAbove(limit) ? limit : this;
    }

    public static boolean isGrade(String code) {
        return Arrays.stream(values()).anyMatch(grade -> grade.name().equals(code));
    }
}
