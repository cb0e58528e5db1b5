package io.genjin.coaching;

import io.genjin.shared.Grade;
import io.genjin.target.Metric;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at when somebody is proposed for a one-to-one (R-119: 管理和跟进过程欠佳). How customers are followed weighs most,
 * what came of it less. Its name is the stable code; its name in words and its definition are the texts
 * {@code measure.<CODE>} and {@code measureDefinition.<CODE>}, printed next to the number (4.1).
 */
public enum Measure {
    ON_TIME(Kind.RATE, "K03", 30, true, 10),
    OVERDUE(Kind.RATE, "K05", 20, false, 5),
    FIRST_ON_TIME(Kind.RATE, "K02", 10, true, 5),
    CARDS_RETURNED(Kind.RATE, "K07", 5, false, 5),
    RETURNING(Kind.RATE, "K11", 10, true, 10),
    CLOSING(Kind.RATE, "K15", 10, true, 20),
    LIST_HITS(Kind.RATE, "K27", 10, true, 5),
    GRADE_H(Grade.H, 10),
    GRADE_A(Grade.A, 10),
    GRADE_B(Grade.B, 5),
    GRADE_C(Grade.C, 5),
    TOTAL_CONTACTS(Metric.TOTAL_CONTACTS),
    MARKET_DEVELOPMENT(Metric.MARKET_DEVELOPMENT),
    RETURN_VISITS(Metric.RETURN_VISITS),
    TEST_DRIVES(Metric.TEST_DRIVES),
    SOLD(Metric.SOLD),
    LAST_TALK(Kind.WEEKS, "R-119", 20, false, 0);

    /** How it is judged. */
    enum Kind {
        /** A share, against that of the others. */
        RATE,
        /** How fast a target is approached (4.4), against the others, and never asking for more than the target. */
        PACE,
        /** Weeks since the last one-to-one. */
        WEEKS
    }

    private final Kind kind;
    private final String definitionId;
    private final int weight;
    private final boolean moreIsBetter;
    private final int fewest;
    private final @Nullable Metric metric;
    private final @Nullable Grade grade;

    Measure(Kind kind, String definitionId, int weight, boolean moreIsBetter, int fewest) {
        this.kind = kind;
        this.definitionId = definitionId;
        this.weight = weight;
        this.moreIsBetter = moreIsBetter;
        this.fewest = fewest;
        this.metric = null;
        this.grade = null;
    }

    /** How many of those at a grade bought within its time: who grades hotter than customers are has too many who did not. */
    Measure(Grade grade, int weight) {
        this.kind = Kind.RATE;
        this.definitionId = "R-208";
        this.weight = weight;
        this.moreIsBetter = true;
        this.fewest = 1;
        this.metric = null;
        this.grade = grade;
    }

    Measure(Metric metric) {
        this.kind = Kind.PACE;
        this.definitionId = "R-118";
        this.weight = 6;
        this.moreIsBetter = true;
        this.fewest = 1;
        this.metric = metric;
        this.grade = null;
    }

    static Measure of(Metric metric) {
        return Arrays.stream(values())
                .filter(one -> one.metric == metric)
                .findFirst()
                .orElseThrow();
    }

    Kind kind() {
        return kind;
    }

    public boolean isPace() {
        return kind == Kind.PACE;
    }

    public boolean isRate() {
        return kind == Kind.RATE;
    }

    /** Where the definition comes from: a ratio of 4.7 or the rule that demands the figure. */
    public String definitionId() {
        return definitionId;
    }

    /** The most points that it can speak for a talk. */
    public int weight() {
        return weight;
    }

    boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** With fewer cases nobody is judged, and nobody is judged against fewer. */
    public int fewest() {
        return fewest;
    }

    /** The grade of which it is asked whether it came true. */
    public @Nullable Grade grade() {
        return grade;
    }

    /** The target whose pace it is. */
    public @Nullable Metric metric() {
        return metric;
    }
}
