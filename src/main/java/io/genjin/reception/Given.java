package io.genjin.reception;

/** Why this consultant receives the party; only who came by turn has had a turn. */
public enum Given {
    ROTATION,
    /** The party asked for them. */
    REQUESTED,
    /** It is their customer, or they expect it. */
    OWNER,
    /** They stood at the door themselves, or a manager said so. */
    NAMED
}
