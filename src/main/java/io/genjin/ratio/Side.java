package io.genjin.ratio;

/** Which number of a ratio: above the line (分子) or below it (分母). */
public enum Side {
    top,
    bottom
}
