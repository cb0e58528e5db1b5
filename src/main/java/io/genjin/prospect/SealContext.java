package io.genjin.prospect;

import io.genjin.shared.DealershipId;

/** What a sealed value of a customer is bound to: moved to another customer or another dealership, it cannot be opened. */
public final class SealContext {

    private SealContext() {}

    /** @param what which value it is, such as {@code mobile} */
    public static String of(String what, DealershipId dealership, ProspectId id) {
        return "prospect." + what + "|" + dealership.value() + "|" + id.value();
    }
}
