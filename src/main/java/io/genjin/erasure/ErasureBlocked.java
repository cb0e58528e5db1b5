package io.genjin.erasure;

import io.genjin.shared.Refusal;

/** Something of this customer must be ended or kept first; the first thing that stands in the way says what. */
public class ErasureBlocked extends Refusal {

    private final Obstacle obstacle;

    ErasureBlocked(Obstacle obstacle) {
        super(Kind.RULE);
        this.obstacle = obstacle;
        at(Field.of("reason", "obstacle." + obstacle.kind().name(), obstacle.args()));
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
