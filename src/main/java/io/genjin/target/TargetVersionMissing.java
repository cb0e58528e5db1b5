package io.genjin.target;

import io.genjin.shared.Refusal;

/** A system that sets targets must say which ones it saw (If-Match). */
public class TargetVersionMissing extends Refusal {

    public TargetVersionMissing() {
        super(Kind.PRECONDITION_MISSING);
    }
}
