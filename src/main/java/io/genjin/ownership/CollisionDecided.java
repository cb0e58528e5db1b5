package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** The dispute is decided; only an appeal can change it. */
public class CollisionDecided extends Refusal {

    CollisionDecided() {
        super(Kind.CONFLICT);
    }
}
