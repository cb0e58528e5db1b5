package io.genjin.erasure;

import io.genjin.shared.Refusal;

/** Somebody asked already that this customer be erased. */
public class ErasureAsked extends Refusal {

    ErasureAsked() {
        super(Kind.CONFLICT);
    }
}
