package io.genjin.duplicate;

/** Why two cases may be one customer, and how much that says. */
public enum MatchReason {
    SAME_MOBILE(90),
    /** The second number of one is the mobile of the other. */
    PHONE_IS_MOBILE(60),
    SAME_PHONE(50),
    SAME_ADDRESS(35),
    SAME_LAST_FOUR(35),
    SAME_NAME(35),
    /** Other characters, the same pinyin: 张伟 and 章伟. */
    SOUNDS_ALIKE(25),
    /** A surname with a title, 张先生, which many share. */
    SAME_TITLE(10),
    SAME_MODEL(15);

    private final int weight;

    MatchReason(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
