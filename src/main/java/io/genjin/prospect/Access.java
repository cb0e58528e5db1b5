package io.genjin.prospect;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.NothingHere;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whose prospects a person may see and change: a consultant their own and, while a colleague is away, those they stand in
 * for or assist with; managers all. Anything else is as if it were not there (S-R22, S-R27).
 */
@Component
public class Access {

    private final Prospects prospects;
    private final Rights rights;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final List<SharesProspects> shares;
    private final Clock clock;

    /** What an assistant does with a colleague's customer. */
    private static final Set<String> SHARED = Set.of("prospect.read", "followup.read", "followup.record");

    Access(
            Prospects prospects,
            Rights rights,
            StaffDirectory staff,
            Dealerships dealerships,
            List<SharesProspects> shares,
            Clock clock) {
        this.prospects = prospects;
        this.rights = rights;
        this.staff = staff;
        this.dealerships = dealerships;
        this.shares = List.copyOf(shares);
        this.clock = clock;
    }

    Prospect read(ProspectId id, StaffMember reader) {
        return seen(
                prospects.find(reader.dealership(), id).orElseThrow(() -> new NothingHere(id)),
                reader,
                "prospect.read");
    }

    Prospect change(ProspectId id, StaffMember by, String operation) {
        return seen(prospects.getForUpdate(by.dealership(), id), by, operation);
    }

    /**
     * The prospect, for whom {@code operation} reaches: all of the dealership, or their own and those of whom they stand in for.
     *
     * @throws NothingHere for anybody else (S-R22)
     */
    public Prospect seen(Prospect prospect, StaffMember reader, String operation) {
        Reach reach = rights.reachOf(reader, operation);
        boolean allowed = reach == Reach.ALL
                || reach == Reach.OWN
                        && (ownersOf(reader).contains(prospect.owner()) || isShared(prospect, reader, operation));
        if (!allowed) {
            throw new NothingHere(prospect.id());
        }
        return prospect;
    }

    private boolean isShared(Prospect prospect, StaffMember reader, String operation) {
        return SHARED.contains(operation)
                && shares.stream().anyMatch(share -> share.isSharedWith(prospect.id(), reader));
    }

    /** The person and everybody they stand in for today. */
    public Set<StaffId> ownersOf(StaffMember reader) {
        Set<StaffId> owners = new HashSet<>(staff.standingInFor(
                reader.dealership(),
                reader.id(),
                dealerships.get(reader.dealership()).today(clock)));
        owners.add(reader.id());
        return owners;
    }

    /** Whether the person may see every prospect of the dealership for {@code operation}. */
    public boolean seesAll(StaffMember reader, String operation) {
        return rights.reachOf(reader, operation) == Reach.ALL;
    }

    /** Whether the person may see any prospect at all for {@code operation}. */
    public boolean seesAny(StaffMember reader, String operation) {
        return rights.allows(reader, operation);
    }
}
