package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** Both customers belong to groups already, or to the same one: one of them is unlinked first. */
public class GroupedAlready extends Refusal {

    GroupedAlready() {
        super(Kind.CONFLICT);
    }
}
