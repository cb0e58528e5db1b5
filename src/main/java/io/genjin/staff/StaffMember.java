package io.genjin.staff;

import io.genjin.shared.DealershipId;
import java.util.Arrays;
import java.util.Set;

/** A person who works at a dealership, as every desk needs to know them: who, where, and with which duties. */
public record StaffMember(
        StaffId id, DealershipId dealership, String username, String name, Set<Role> roles, boolean active) {

    public StaffMember {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAnyOf(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }
}
