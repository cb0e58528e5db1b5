package io.genjin.privacy;

import io.genjin.shared.Refusal;

/** A colleague has decided this request already, or its day is over (S-R32). */
public class ExportDecided extends Refusal {

    ExportDecided() {
        super(Kind.CONFLICT);
    }
}
