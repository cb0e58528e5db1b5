package io.genjin.ownership;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.OwnerDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pool (公海): managers release customers whom their consultant does not look after, consultants claim them one at a time.
 * While a customer is there the manager who released it owns it, is charged with what falls due, and the clocks run on.
 */
@Service
public class PoolDesk {

    /** Customers that a consultant claims in a day at most. */
    static final int CLAIMS_A_DAY = 5;

    /** How long the former owner stands back. */
    static final Duration STANDS_BACK = Duration.ofDays(7);

    /** Overdue customers with which a consultant gets no more. */
    static final int MOST_OVERDUE = 10;

    private static final int LONGEST_REASON = 300;

    private final JdbcClient jdbc;
    private final ProspectDesk prospects;
    private final OwnerDesk owners;
    private final GroupDesk groups;
    private final ProspectList list;
    private final Dealerships dealerships;
    private final Clock clock;

    PoolDesk(
            JdbcClient jdbc,
            ProspectDesk prospects,
            OwnerDesk owners,
            GroupDesk groups,
            ProspectList list,
            Dealerships dealerships,
            Clock clock) {
        this.jdbc = jdbc;
        this.prospects = prospects;
        this.owners = owners;
        this.groups = groups;
        this.list = list;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * Releases a customer, with a reason; the manager owns it until somebody claims it.
     *
     * @throws FieldsRefused without a reason
     */
    @Transactional
    public void release(ProspectId id, @Nullable String reason, StaffMember manager) {
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.line(reason, LONGEST_REASON, "reason", wrong);
        if (why == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Prospect prospect = prospects.hold(id, manager, "pool.release");
        if (groups.isGrouped(prospect)) {
            throw new GroupedCustomer();
        }
        StaffId leaves = prospect.owner();
        owners.release(prospect, String.valueOf(why), manager);
        jdbc.sql("""
                        insert into pool_stay (dealership_id, id, prospect_id, left_by, released_by, released_at, reason)
                        values (:dealership, :id, :prospect, :leftBy, :by, :at, :reason)
                        """)
                .param("dealership", manager.dealership().value())
                .param("id", TypedId.newValue())
                .param("prospect", id.value())
                .param("leftBy", leaves.value())
                .param("by", manager.id().value())
                .param("at", Moments.bound(clock.instant()))
                .param("reason", why)
                .update();
    }

    /**
     * Takes a customer out of the pool. Of many who claim at once exactly one gets it (S-R52).
     *
     * @throws io.genjin.prospect.AlreadyClaimed when a colleague was faster
     * @throws ClaimedEnough     after so many claims of the day
     * @throws OwnCustomerBefore when it was the consultant's own until lately
     * @throws TooManyOverdue    while own customers wait
     */
    @Transactional
    public void claim(ProspectId id, StaffMember by) {
        Prospect prospect = prospects.hold(id, by.dealership());
        Instant now = clock.instant();
        Optional<Stay> stay = stay(prospect);
        owners.claim(prospect, by);
        stay.filter(last -> last.leftBy().equals(by.id()))
                .map(last -> last.releasedAt().plus(STANDS_BACK))
                .filter(now::isBefore)
                .ifPresent(until -> {
                    throw new OwnCustomerBefore(STANDS_BACK.toDays());
                });
        int overdue = list.count(overdueOf(by), by);
        if (overdue > MOST_OVERDUE) {
            throw new TooManyOverdue(overdue, MOST_OVERDUE);
        }
        countClaim(by, now);
        stay.ifPresent(last -> jdbc.sql("""
                        update pool_stay
                           set claimed_by = :by, claimed_at = :at
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", by.dealership().value())
                .param("id", last.id())
                .param("by", by.id().value())
                .param("at", Moments.bound(now))
                .update());
    }

    private static ProspectList.Filter overdueOf(StaffMember who) {
        return new ProspectList.Filter(null, null, null, who.id(), null, ProspectList.Due.overdue, null);
    }

    /** One stay of a customer in the pool. */
    private record Stay(UUID id, StaffId leftBy, Instant releasedAt) {}

    private Optional<Stay> stay(Prospect prospect) {
        return jdbc.sql("""
                        select id, left_by, released_at
                          from pool_stay
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                         order by released_at desc, id desc
                         limit 1
                        """)
                .param("dealership", prospect.dealership().value())
                .param("prospect", prospect.id().value())
                .query((row, number) -> new Stay(
                        row.getObject("id", UUID.class),
                        new StaffId(row.getObject("left_by", UUID.class)),
                        Moments.read(row, "released_at")))
                .optional();
    }

    private void countClaim(StaffMember by, Instant now) {
        int claims = jdbc.sql("""
                        insert into pool_claim_day (dealership_id, staff_id, day, claims)
                        values (:dealership, :staff, :day, 1)
                            on conflict (dealership_id, staff_id, day)
                            do update set claims = pool_claim_day.claims + 1
                        returning claims
                        """)
                .param("dealership", by.dealership().value())
                .param("staff", by.id().value())
                .param("day", dealerships.get(by.dealership()).dayOf(now))
                .query(Integer.class)
                .single();
        if (claims > CLAIMS_A_DAY) {
            throw new ClaimedEnough(CLAIMS_A_DAY);
        }
    }
}
