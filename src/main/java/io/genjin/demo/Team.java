package io.genjin.demo;

import io.genjin.dealership.Dealership;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who does what in a dealership of the demo.
 *
 * @param signs    the showroom manager
 * @param enters   the customer administrator
 * @param allots   who gives leads from HQ to consultants
 * @param heads    the sales manager
 * @param general   the general manager, or who stands for them
 * @param inspects  the PDI technician
 * @param takesMoney the cashier
 * @param greets    the receptionist
 * @param lends     the test-drive specialist
 * @param relations who asks customers that were given up, where the house has somebody for it
 * @param brand    who sends leads from HQ
 * @param everyone by sign-in name
 */
record Team(
        Dealership dealership,
        List<StaffMember> consultants,
        StaffMember signs,
        StaffMember enters,
        StaffMember allots,
        StaffMember heads,
        StaffMember general,
        StaffMember inspects,
        StaffMember takesMoney,
        StaffMember greets,
        StaffMember lends,
        @Nullable StaffMember relations,
        StaffMember brand,
        Map<String, StaffMember> everyone) {

    /** A house where everybody has one duty. */
    boolean isLarge() {
        return consultants.size() > 2;
    }

    StaffMember withId(StaffId id) {
        return everyone.values().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    StaffMember named(String username) {
        return Objects.requireNonNull(everyone.get(username));
    }
}
