package io.genjin.erasure;

import io.genjin.database.OpenDatabase;
import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.erasure.Eraser.Erased;
import io.genjin.erasure.Tombstones.Stone;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.vault.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what was decided: first the stone, then everything of the customer in one transaction, then the word in the journal. Killed
 * between them it is done by the next start or the next round. Before Genjin answers anybody, whoever has a stone and is in the
 * database all the same, because an older backup came back, is erased again (S-R69, S-R79).
 */
@Component
class Erasing implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);

    private final PersonalData dictionary = PersonalData.read();
    private final OpenDatabase database;
    private final Erasures erasures;
    private final Tombstones tombstones;
    private final Dealerships dealerships;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Erasing(
            OpenDatabase database,
            Erasures erasures,
            Tombstones tombstones,
            Dealerships dealerships,
            JdbcClient jdbc,
            Vault vault,
            JsonMapper json,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.erasures = erasures;
        this.tombstones = tombstones;
        this.dealerships = dealerships;
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** How many rows of which table hold something of the customer; within the caller's transaction. */
    Map<String, Integer> count(DealershipId in, ProspectId id) {
        return new Eraser(dictionary, vault, json, jdbc, in).count(List.of(id.value()));
    }

    /** Does one erasure that was confirmed; safe to do again. */
    void carryOut(Erasure one) {
        Instant at = clock.instant();
        Erased erased = erase(one, at);
        transaction.executeWithoutResult(status -> {
            if (erasures.done(one, erased.cases().size(), erased.total(), at)) {
                UUID by = one.decidedBy() == null ? null : one.decidedBy().value();
                events.publishEvent(ErasureFact.of(ErasureFact.Kind.CUSTOMER_ERASED, one, by, at));
            }
        });
    }

    /** Does what was confirmed and not done, in all dealerships. */
    void finishAll() {
        for (Dealership dealership : dealerships.all()) {
            Tenancy.within(dealership.id(), () -> {
                List<Erasure> left = transaction.execute(status -> erasures.confirmed(dealership.id()));
                if (left != null) {
                    left.forEach(this::carryOut);
                }
            });
        }
    }

    private Erased erase(Erasure one, Instant at) {
        return inOneTransaction(owner -> {
            Eraser eraser = new Eraser(dictionary, vault, json, owner, one.dealership());
            Set<UUID> cases = Eraser.sameCustomer(
                    owner, one.dealership(), List.of(one.prospect().value()));
            List<Stone> stones = cases.stream()
                    .map(id -> new Stone(
                            one.dealership(), tombstones.mark(one.dealership(), id), one.id(), one.reason(), at))
                    .toList();
            tombstones.add(stones);
            Erased erased = eraser.erase(cases);
            remember(owner, stones);
            return erased;
        });
    }

    private static void remember(JdbcClient owner, Collection<Stone> stones) {
        stones.forEach(stone -> owner.sql("""
                        insert into erased_case (dealership_id, mark, erasure_id, erased_at)
                        values (:dealership, :mark, :erasure, :at)
                            on conflict do nothing
                        """)
                .param("dealership", stone.dealership().value())
                .param("mark", HexFormat.of().parseHex(stone.mark()))
                .param("erasure", stone.erasure().value())
                .param("at", Moments.bound(stone.erasedAt()))
                .update());
    }

    private interface Work<T> {
        T with(JdbcClient owner);
    }

    private <T> T inOneTransaction(Work<T> work) {
        try (Connection connection = database.enterAsOwner()) {
            connection.setAutoCommit(false);
            try {
                T done = work.with(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
                connection.commit();
                return done;
            } catch (RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database did not let the erasure end", failed);
        }
    }

    /** Before the first request is answered and the first job runs. */
    @Override
    public void afterSingletonsInstantiated() {
        eraseAgain();
    }

    /** @return how many customers who had been erased were there again */
    int eraseAgain() {
        Map<DealershipId, Set<Stone>> missing = new LinkedHashMap<>();
        Set<Stone> all = tombstones.all();
        tombstones.add(all);
        Map<DealershipId, Set<String>> known = new HashMap<>();
        for (Stone stone : all) {
            Set<String> here = known.computeIfAbsent(stone.dealership(), this::known);
            if (!here.contains(stone.mark())) {
                missing.computeIfAbsent(stone.dealership(), one -> new LinkedHashSet<>())
                        .add(stone);
            }
        }
        int again = 0;
        for (Map.Entry<DealershipId, Set<Stone>> one : missing.entrySet()) {
            again += Tenancy.within(one.getKey(), () -> eraseAgain(one.getKey(), one.getValue()));
        }
        if (again > 0) {
            LOG.warn("{} customers who had been erased were in the database again, and were erased again", again);
        }
        return again;
    }

    private Set<String> known(DealershipId in) {
        return inOneTransaction(owner -> new LinkedHashSet<>(
                owner.sql("select encode(mark, 'hex') from erased_case where dealership_id = :dealership")
                        .param("dealership", in.value())
                        .query(String.class)
                        .list()));
    }

    private int eraseAgain(DealershipId in, Set<Stone> stones) {
        Map<String, Stone> byMark = new HashMap<>();
        stones.forEach(stone -> byMark.put(stone.mark(), stone));
        Map<Stone, UUID> found = inOneTransaction(owner -> {
            Map<Stone, UUID> cases = new LinkedHashMap<>();
            owner.sql("select id from prospect where dealership_id = :dealership")
                    .param("dealership", in.value())
                    .query(row -> {
                        UUID id = row.getObject("id", UUID.class);
                        Stone stone = byMark.get(tombstones.mark(in, id));
                        if (stone != null) {
                            cases.put(stone, id);
                        }
                    });
            new Eraser(dictionary, vault, json, owner, in).erase(new ArrayList<>(cases.values()));
            remember(owner, stones);
            return cases;
        });
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> found.forEach((stone, id) -> tell(stone, id, now)));
        return found.size();
    }

    private void tell(Stone stone, UUID id, Instant now) {
        Dealership dealership = dealerships.get(stone.dealership());
        Erasure again = new Erasure(
                stone.dealership(),
                stone.erasure(),
                new ProspectId(id),
                stone.reason(),
                null,
                stone.erasedAt(),
                dealership.dayOf(stone.erasedAt()),
                Erasure.Status.DONE,
                null,
                null,
                null,
                now,
                1,
                0);
        if (erasures.find(stone.dealership(), stone.erasure()).isEmpty()) {
            erasures.add(again);
        }
        events.publishEvent(ErasureFact.of(ErasureFact.Kind.CUSTOMER_ERASED_AGAIN, again, null, now));
    }
}
