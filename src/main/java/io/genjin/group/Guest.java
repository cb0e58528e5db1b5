package io.genjin.group;

import io.genjin.dealership.Dealership;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.Set;
import java.util.UUID;

/**
 * Stands at a dealership for whoever compares it: its reports are read as its own general manager would, so that both see the same
 * sums. Nothing else may come of it; names and customers are taken out by whoever asks.
 */
final class Guest {

    private static final StaffId NOBODY = new StaffId(new UUID(0, 0));

    private Guest() {}

    static StaffMember at(Dealership dealership) {
        return new StaffMember(NOBODY, dealership.id(), "", "", Set.of(Role.GENERAL_MANAGER), true);
    }
}
