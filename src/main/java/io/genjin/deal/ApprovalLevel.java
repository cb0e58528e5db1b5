package io.genjin.deal;

import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.util.Set;

/** Who must agree to a price, from the consultant upwards (优惠审批层级, 3.6). */
public enum ApprovalLevel {
    /** Within the consultant's own limit: nobody is asked. */
    SC(Set.of(Role.SALES_CONSULTANT, Role.SHOWROOM_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER)),
    SHM(Set.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER)),
    SM(Set.of(Role.SALES_MANAGER, Role.GENERAL_MANAGER)),
    GM(Set.of(Role.GENERAL_MANAGER));

    private final Set<Role> roles;

    ApprovalLevel(Set<Role> roles) {
        this.roles = roles;
    }

    /** Whether the word of this person is enough; of a higher duty it always is. */
    public boolean isWithin(StaffMember member) {
        return member.isAnyOf(roles.toArray(Role[]::new));
    }

    public boolean needsWord() {
        return this != SC;
    }
}
