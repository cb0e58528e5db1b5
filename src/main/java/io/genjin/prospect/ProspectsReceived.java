package io.genjin.prospect;

import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers arrived without a card being filled in: one lead, or a part of a sheet. Published in the same transaction. */
public record ProspectsReceived(DealershipId dealership, List<One> all) {

    /** One of them, and where the customer came from. */
    public record One(
            ProspectId id, Source source, @Nullable String sourceDetail, Instant at) {}

    public ProspectsReceived {
        all = List.copyOf(all);
    }

    static ProspectsReceived of(DealershipId in, List<Prospect> received) {
        return new ProspectsReceived(
                in,
                received.stream()
                        .map(one -> new One(
                                one.id(), one.content().source(), one.content().sourceDetail(), one.receivedAt()))
                        .toList());
    }
}
