package io.genjin.staff;

import io.genjin.shared.DealershipId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which duties a dealership can hand out. That of HQ reaches beyond one dealership, so only HQ hands it out; HQ sells
 * nothing and needs no others than that and administration.
 */
public final class Duties {

    private static final Set<Role> OF_HQ = Set.of(Role.HQ, Role.SYSTEM_ADMINISTRATOR);

    private Duties() {}

    /** The duties to choose from, in the order of the sale. */
    public static List<Role> of(DealershipId dealership) {
        return Arrays.stream(Role.values())
                .filter(role -> dealership.isHq() ? OF_HQ.contains(role) : role != Role.HQ)
                .toList();
    }
}
