package io.genjin.delivery;

import io.genjin.shared.Refusal;
import java.util.List;

/** Something is in the way of the signature; each thing is named (scenario 38). */
public class DeliveryBlocked extends Refusal {

    private final transient List<Hindrance> hindrances;

    DeliveryBlocked(List<Hindrance> hindrances) {
        super(Kind.RULE, hindrances.size());
        this.hindrances = List.copyOf(hindrances);
        hindrances.forEach(one -> at(Field.of(
                "delivery",
                "hindrance." + one.kind().name(),
                one.amount() == null ? one.count() : one.amount().shown())));
    }

    public List<Hindrance> hindrances() {
        return hindrances;
    }
}
