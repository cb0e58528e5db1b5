package io.genjin.hlist;

/**
 * What speaks for or against a customer buying in the week of the list, and how much it weighs. The order of the candidates is
 * the sum of their signs' weights and nothing else; each sign is shown with its weight.
 */
public enum Sign {
    GRADE_H(40, true),
    /** The customer's own expected day lies in the week. */
    EXPECTED_IN_WEEK(30, true),
    /** Somebody promised to come in: the next step lies in the week and is an appointment or a visit. */
    APPOINTMENT_IN_WEEK(25, true),
    VISITED_LATELY(20, true),
    /** A test drive is the next step, in the week or before it. */
    TEST_DRIVE_NEXT(15, true),
    REACHED_LATELY(10, true),
    GRADE_A(15, false),
    /** Confidence, need and purchasing power are all there. */
    ALL_EVIDENCE(10, false),
    CAME_BACK(10, false),
    NO_PURCHASING_POWER(-15, false),
    NOT_REACHED_LONG(-15, false),
    OVERDUE(-10, false),
    MISSED(-10, false);

    private final int weight;
    private final boolean offers;

    Sign(int weight, boolean offers) {
        this.weight = weight;
        this.offers = offers;
    }

    public int weight() {
        return weight;
    }

    /** Whether this alone makes a customer a candidate; the others only move one up or down. */
    public boolean offers() {
        return offers;
    }
}
