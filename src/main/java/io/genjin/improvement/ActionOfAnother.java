package io.genjin.improvement;

import io.genjin.shared.Refusal;

/** Only the one responsible person reports progress and says that it is done. */
public class ActionOfAnother extends Refusal {

    ActionOfAnother() {
        super(Kind.FORBIDDEN);
    }
}
