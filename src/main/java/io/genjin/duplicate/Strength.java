package io.genjin.duplicate;

/** How likely two cases are one customer, in words. */
public enum Strength {
    CERTAIN,
    LIKELY,
    POSSIBLE;

    public static Strength of(int points) {
        return points >= 85 ? CERTAIN : points >= 60 ? LIKELY : POSSIBLE;
    }
}
