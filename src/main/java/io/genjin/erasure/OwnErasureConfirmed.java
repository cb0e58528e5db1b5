package io.genjin.erasure;

import io.genjin.shared.Refusal;

/** Who asked for an erasure does not decide it; a second person looks (S-R69). */
public class OwnErasureConfirmed extends Refusal {

    OwnErasureConfirmed() {
        super(Kind.RULE);
    }
}
