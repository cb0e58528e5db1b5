package io.genjin.duplicate;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.FindableCases;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks through all customers of a dealership for those who are on file twice. A few hundred at a time, each with the few that
 * an index names as its like: a hundred thousand customers need no more memory than five hundred. Goes on where it stopped.
 */
@Service
public class Finder {

    private static final int AT_ONCE = 500;

    /** A name or a number that more cases share says nothing; the first of them are compared [D]. */
    private static final int MOST_ALIKE = 20;

    private static final String PAIRS = """
            with batch as (
                select id, mobile_hash, mobile_last_four, phone_hash, address_hash, name_sound, main_model
                  from findable_prospect
                 where dealership_id = :dealership
                   and id > :after
                   and id <= :last
            )
            select a.id as one, b.id as other
              from batch a
              cross join lateral (select id
                                    from findable_prospect
                                   where dealership_id = :dealership
                                     and mobile_hash = a.mobile_hash
                                     and id > a.id
                                   order by id
                                   limit :most) b
            union
            select a.id, b.id
              from batch a
              cross join lateral (select id
                                    from findable_prospect
                                   where dealership_id = :dealership
                                     and phone_hash = a.mobile_hash
                                     and id <> a.id
                                   order by id
                                   limit :most) b
            union
            select a.id, b.id
              from batch a
              cross join lateral (select id
                                    from findable_prospect
                                   where dealership_id = :dealership
                                     and phone_hash = a.phone_hash
                                     and id > a.id
                                   order by id
                                   limit :most) b
            union
            select a.id, b.id
              from batch a
              cross join lateral (select id
                                    from findable_prospect
                                   where dealership_id = :dealership
                                     and name_sound = a.name_sound
                                     and id > a.id
                                     and (main_model = a.main_model or mobile_last_four = a.mobile_last_four
                                          or address_hash = a.address_hash)
                                   order by id
                                   limit :most) b
            """;

    private final JdbcClient jdbc;
    private final Candidates candidates;
    private final LooksThrough looks;
    private final FindableCases findable;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Finder(
            JdbcClient jdbc,
            Candidates candidates,
            LooksThrough looks,
            FindableCases findable,
            Dealerships dealerships,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.candidates = candidates;
        this.looks = looks;
        this.findable = findable;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Asks for a look through all customers, which {@link #goOn} then does. */
    LookThrough ask(DealershipId dealership, @Nullable StaffId by) {
        return Objects.requireNonNull(transaction.execute(status -> looks.ask(dealership, by, clock.instant())));
    }

    Optional<LookThrough> newest(DealershipId dealership) {
        return Objects.requireNonNull(transaction.execute(status -> looks.newest(dealership)));
    }

    /** Looks through every dealership, as the night does. */
    public void lookEverywhere() {
        for (Dealership dealership : dealerships.selling()) {
            Tenancy.within(dealership.id(), () -> {
                ask(dealership.id(), null);
                goOn(dealership.id());
            });
        }
    }

    /** Does what was asked for and is not finished, in all dealerships; safe to call at any time. */
    public void goOn() {
        for (Dealership dealership : dealerships.selling()) {
            Tenancy.within(dealership.id(), () -> goOn(dealership.id()));
        }
    }

    private void goOn(DealershipId dealership) {
        LookThrough run = newest(dealership).orElse(null);
        if (run == null || run.isFinished()) {
            return;
        }
        findable.fill(dealership);
        Optional<UUID> after = Optional.of(run.after());
        while (after.isPresent()) {
            UUID from = after.get();
            after = Objects.requireNonNull(transaction.execute(status -> look(dealership, run, from)));
        }
        transaction.executeWithoutResult(status -> {
            candidates.gone(dealership, run.askedAt());
            looks.finish(dealership, run, clock.instant());
        });
    }

    /** Looks at the next few; nothing when there are none. */
    private Optional<UUID> look(DealershipId dealership, LookThrough run, UUID after) {
        List<UUID> batch = jdbc.sql("""
                        select id
                          from findable_prospect
                         where dealership_id = :dealership
                           and id > :after
                         order by id
                         limit :rows
                        """)
                .param("dealership", dealership.value())
                .param("after", after)
                .param("rows", AT_ONCE)
                .query(UUID.class)
                .list();
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        UUID last = batch.get(batch.size() - 1);
        List<Candidates.Found> found = judged(dealership, alike(dealership, after, last));
        candidates.found(dealership, found, clock.instant());
        looks.lookedOn(dealership, run, last, batch.size(), found.size());
        return Optional.of(last);
    }

    private record Alike(UUID one, UUID other) {

        /** The database orders identities as their letters do. */
        static Alike of(UUID a, UUID b) {
            return a.toString().compareTo(b.toString()) < 0 ? new Alike(a, b) : new Alike(b, a);
        }
    }

    private Set<Alike> alike(DealershipId dealership, UUID after, UUID last) {
        return new HashSet<>(jdbc.sql(PAIRS)
                .param("dealership", dealership.value())
                .param("after", after)
                .param("last", last)
                .param("most", MOST_ALIKE)
                .query((row, number) -> Alike.of(row.getObject("one", UUID.class), row.getObject("other", UUID.class)))
                .list());
    }

    private List<Candidates.Found> judged(DealershipId dealership, Set<Alike> pairs) {
        Set<UUID> ids = new HashSet<>();
        pairs.forEach(pair -> ids.addAll(List.of(pair.one(), pair.other())));
        Map<UUID, Traits> traits = traits(dealership, ids);
        List<Candidates.Found> found = new ArrayList<>();
        for (Alike pair : pairs) {
            Traits one = traits.get(pair.one());
            Traits other = traits.get(pair.other());
            if (one != null && other != null) {
                UUID causedBy = later(one, other).filedBy();
                Match.of(one, other)
                        .ifPresent(match -> found.add(new Candidates.Found(pair.one(), pair.other(), match, causedBy)));
            }
        }
        return found;
    }

    private static Traits later(Traits one, Traits other) {
        return one.filedAt().isAfter(other.filedAt()) ? one : other;
    }

    private Map<UUID, Traits> traits(DealershipId dealership, Set<UUID> ids) {
        Map<UUID, Traits> traits = new HashMap<>();
        if (ids.isEmpty()) {
            return traits;
        }
        jdbc.sql("""
                        select id, status, customer_name, name_sound, main_model, mobile_hash, mobile_last_four, phone_hash,
                               address_hash, created_by, created_at
                          from findable_prospect
                         where dealership_id = :dealership
                           and id in (:ids)
                        """).param("dealership", dealership.value()).param("ids", ids).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            traits.put(
                    id,
                    new Traits(
                            id,
                            ProspectStatus.valueOf(row.getString("status")),
                            row.getString("customer_name"),
                            row.getString("name_sound"),
                            row.getString("main_model"),
                            ByteBuffer.wrap(row.getBytes("mobile_hash")),
                            ByteBuffer.wrap(row.getBytes("mobile_last_four")),
                            wrapped(row.getBytes("phone_hash")),
                            wrapped(row.getBytes("address_hash")),
                            row.getObject("created_by", UUID.class),
                            Moments.read(row, "created_at")));
        });
        return traits;
    }

    private static @Nullable ByteBuffer wrapped(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
