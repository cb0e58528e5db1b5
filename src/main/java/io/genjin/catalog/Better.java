package io.genjin.catalog;

/** Which of two cars is the better one in one respect. */
public enum Better {
    OURS,
    THEIRS,
    EVEN
}
