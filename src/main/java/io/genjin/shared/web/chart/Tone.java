package io.genjin.shared.web.chart;

/** What a word beside a chart means; the word says it, the tone only tints it. */
public enum Tone {
    PLAIN,
    GOOD,
    WARN,
    BAD;

    /** Class of the badge. */
    public String css() {
        return this == PLAIN ? "g-state" : "g-state g-state-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
