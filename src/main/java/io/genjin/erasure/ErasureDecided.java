package io.genjin.erasure;

import io.genjin.shared.Refusal;

/** The erasure was decided already. */
public class ErasureDecided extends Refusal {

    ErasureDecided() {
        super(Kind.CONFLICT);
    }
}
