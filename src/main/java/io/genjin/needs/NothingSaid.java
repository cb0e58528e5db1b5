package io.genjin.needs;

import io.genjin.shared.Refusal;

/** There is no needs sheet yet from which card or grade could be taken. */
public class NothingSaid extends Refusal {

    NothingSaid() {
        super(Kind.CONFLICT);
    }
}
