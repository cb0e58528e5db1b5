package io.genjin.duplicate;

import java.util.Set;

/** Which of the values changed since the merge stay as they are, and which go back to before it. */
public record UndoWish(Set<String> kept, Set<String> givenBack) {

    public UndoWish {
        kept = Set.copyOf(kept);
        givenBack = Set.copyOf(givenBack);
    }
}
