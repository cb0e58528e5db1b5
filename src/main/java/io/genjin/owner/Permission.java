package io.genjin.owner;

/** For what an owner said that we may turn to them; nothing is ticked unless they said so. */
public enum Permission {
    CALLS,
    MESSAGES,
    EVENTS
}
