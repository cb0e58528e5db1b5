package io.genjin.handover;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * All customers of a person who leaves have new owners; modules that keep more in the leaver's name follow in the same
 * transaction.
 *
 * @param successors who got customers, each once; nobody when all went into the pool
 */
public record LeaverHandedOver(
        DealershipId dealership, StaffId leaver, List<StaffId> successors, StaffId by, Instant at) {

    public LeaverHandedOver {
        successors = List.copyOf(successors);
    }
}
