package io.genjin.staff;

import java.time.Duration;

/**
 * Which passwords a dealership takes. Two schools contradict each other, so both are here by name: OWASP's ASVS wants length and no
 * forced change, 等保 (GB/T 22239) wants kinds of characters and a change every ninety days (S-R5).
 */
public enum PasswordPreset {
    /** ASVS: at least twelve characters, none that is common, no change without a reason. */
    LONG(12, 1, 0, Duration.ofDays(36_500)),
    /** 等保: at least eight, three of four kinds of characters, ninety days, none of the last five. */
    CLASSIFIED(8, 3, 5, Duration.ofDays(90));

    private final int shortest;
    private final int kinds;
    private final int remembered;
    private final Duration life;

    PasswordPreset(int shortest, int kinds, int remembered, Duration life) {
        this.shortest = shortest;
        this.kinds = kinds;
        this.remembered = remembered;
        this.life = life;
    }

    public int shortest() {
        return shortest;
    }

    /** How many of capitals, small letters, figures and other signs must occur. */
    int kinds() {
        return kinds;
    }

    /** How many earlier passwords are refused. */
    int remembered() {
        return remembered;
    }

    Duration life() {
        return life;
    }
}
