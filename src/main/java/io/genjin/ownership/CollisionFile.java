package io.genjin.ownership;

import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which disputes are there, and what stands in one? Managers see all; a consultant those in which they are a side, and nothing
 * personal of the customer unless they own it (S-R27).
 */
@Component
public class CollisionFile {

    static final String READ = "collision.read";

    /** Which cases a reader asks for. */
    public enum Which {
        waiting("c.status in ('OPEN', 'APPEALED')"),
        decided("c.status in ('DECIDED', 'FINAL')"),
        all("true");

        private final String clause;

        Which(String clause) {
            this.clause = clause;
        }
    }

    /** One line of the list: no name and no number, for both sides read it. */
    public record Row(
            CollisionId id,
            String cardNo,
            String grade,
            StaffId owner,
            StaffId claimant,
            Collision.Origin origin,
            Collision.Status status,
            Instant openedAt,
            Instant decideBy) {

        public boolean isLate(Instant now) {
            return status == Collision.Status.OPEN && now.isAfter(decideBy);
        }
    }

    /**
     * A case as it lies before its reader.
     *
     * @param seesCustomer whether the reader may know who the customer is
     * @param mayDecide    whether it is the reader's turn to decide
     */
    public record Opened(Collision collision, Prospect prospect, boolean seesCustomer, boolean mayDecide) {}

    private final JdbcClient jdbc;
    private final Collisions collisions;
    private final CollisionDesk desk;
    private final ProspectDesk prospects;
    private final Rights rights;
    private final Clock clock;

    CollisionFile(
            JdbcClient jdbc,
            Collisions collisions,
            CollisionDesk desk,
            ProspectDesk prospects,
            Rights rights,
            Clock clock) {
        this.jdbc = jdbc;
        this.collisions = collisions;
        this.desk = desk;
        this.prospects = prospects;
        this.rights = rights;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Row> find(Which which, int limit, @Nullable String cursor, StaffMember reader) {
        Conditions where = Conditions.in(reader.dealership(), "c.dealership_id").and(which.clause);
        if (rights.reachOf(reader, READ) != Reach.ALL) {
            where.and("(c.claimant_a = :me or c.claimant_b = :me)").with("me", reader.id());
        }
        Cursor after = Cursor.read(cursor, 2);
        if (after != null) {
            where.and("(c.opened_at, c.id) < (:openedAt, :id)")
                    .with("openedAt", Cursor.instant(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<Row> rows = jdbc.sql("""
                        select c.id, p.card_no, p.grade, c.claimant_a, c.claimant_b, c.origin, c.status, c.opened_at, c.decide_by
                          from ownership_conflict c
                          join prospect p
                            on p.dealership_id = c.dealership_id
                           and p.id = c.prospect_id
                         where %s
                         order by c.opened_at desc, c.id desc
                         limit :rows
                        """.formatted(where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> new Row(
                        new CollisionId(row.getObject("id", UUID.class)),
                        String.valueOf(row.getLong("card_no")),
                        row.getString("grade"),
                        new StaffId(row.getObject("claimant_a", UUID.class)),
                        new StaffId(row.getObject("claimant_b", UUID.class)),
                        Collision.Origin.valueOf(row.getString("origin")),
                        Collision.Status.valueOf(row.getString("status")),
                        Moments.read(row, "opened_at"),
                        Moments.read(row, "decide_by")))
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.openedAt(), last.id().value()));
    }

    @Transactional(readOnly = true)
    public Opened open(CollisionId id, StaffMember reader) {
        Collision collision = collisions.get(reader.dealership(), id);
        boolean all = rights.reachOf(reader, READ) == Reach.ALL;
        if (!all && !collision.isSide(reader.id())) {
            throw new NothingHere(id);
        }
        Prospect prospect = prospects.get(reader.dealership(), collision.prospect());
        return new Opened(
                collision,
                prospect,
                all || prospect.isOwnedBy(reader),
                collision.mayDecide(reader, desk.isShowroomManagerThere(collision), clock.instant()));
    }
}
