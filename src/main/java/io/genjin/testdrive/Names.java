package io.genjin.testdrive;

import io.genjin.prospect.Access;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which customers somebody may know by name at the test cars; of the others a calendar says only that the car is taken. */
@Component
class Names {

    private static final String OPERATION = "testdrive.read";

    private final ProspectDesk prospects;
    private final Access access;

    Names(ProspectDesk prospects, Access access) {
        this.prospects = prospects;
        this.access = access;
    }

    /** By identity; customers that the reader may not see are missing (S-R22). */
    Map<ProspectId, String> of(Set<ProspectId> customers, StaffMember reader) {
        Map<ProspectId, String> names = new HashMap<>();
        boolean all = access.seesAll(reader, OPERATION);
        Set<StaffId> owners = access.ownersOf(reader);
        for (Prospect prospect : prospects.getAll(reader.dealership(), customers)) {
            if (all || owners.contains(prospect.owner())) {
                names.put(prospect.id(), prospect.content().customerName());
            }
        }
        return names;
    }

    /** The customers of some drives. */
    static Set<ProspectId> customers(Collection<TestDrive> drives) {
        return drives.stream().map(TestDrive::prospect).collect(Collectors.toSet());
    }

    /**
     * The customer of a drive, for who may open it.
     *
     * @throws NothingHere when the reader may not
     */
    Prospect customer(TestDrive drive, StaffMember reader) {
        Prospect prospect = prospects.get(reader.dealership(), drive.prospect());
        if (access.seesAll(reader, OPERATION)
                || access.seesAny(reader, OPERATION) && access.ownersOf(reader).contains(prospect.owner())) {
            return prospect;
        }
        throw new NothingHere(drive.id());
    }
}
