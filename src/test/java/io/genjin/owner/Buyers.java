package io.genjin.owner;

import io.genjin.database.Tenancy;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.TypedId;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a followed customer to the car as orders and deliveries do, for tests of what comes after. */
public class Buyers {

    private static final Vin CAR = Vin.parse("LSVAM4186C2184841").orElseThrow();

    private final ProspectDesk prospects;
    private final LifeCycle lifeCycle;
    private final OwnerFileDesk files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Buyers(
            ProspectDesk prospects,
            LifeCycle lifeCycle,
            OwnerFileDesk files,
            TransactionTemplate transaction,
            Clock clock) {
        this.prospects = prospects;
        this.lifeCycle = lifeCycle;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Orders and delivers now. */
    public String delivered(String prospect, StaffMember consultant) {
        ProspectId id = ProspectId.of(prospect);
        return Tenancy.within(
                consultant.dealership(),
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    lifeCycle.order(prospects.hold(id, consultant.dealership()), Map.of(), consultant);
                    lifeCycle.deliver(prospects.hold(id, consultant.dealership()), Map.of(), consultant);
                    Instant now = clock.instant();
                    return files.open(new NewOwner(
                                    consultant.dealership(),
                                    TypedId.newValue(),
                                    id,
                                    CAR,
                                    "途观L 330TSI",
                                    now,
                                    12,
                                    now.atZone(clock.getZone()).toLocalDate(),
                                    consultant.id(),
                                    consultant.id(),
                                    OwnerDetails.NOTHING))
                            .id()
                            .toString();
                })));
    }
}
