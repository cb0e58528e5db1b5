package io.genjin.staff.web;

import io.genjin.dealership.Dealership;
import io.genjin.shared.DealershipId;
import io.genjin.shared.web.Reader;
import io.genjin.staff.Rights;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.time.ZoneId;
import java.util.List;

/** The signed-in person as the frame of a page knows them. */
record StaffReader(StaffMember member, Dealership dealership, Rights rights) implements Reader {

    @Override
    public String name() {
        return member.name();
    }

    @Override
    public List<String> roles() {
        return member.roles().stream().sorted().map(Role::name).toList();
    }

    @Override
    public DealershipId house() {
        return dealership.id();
    }

    @Override
    public String dealershipName() {
        return dealership.name();
    }

    @Override
    public ZoneId zone() {
        return dealership.zone();
    }

    @Override
    public boolean may(String operation) {
        return rights.allows(member, operation);
    }
}
