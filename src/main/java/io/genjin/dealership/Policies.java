package io.genjin.dealership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genjin.shared.DealershipId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads the policy of a dealership and adds new versions; a dealership that decided nothing follows the printed table. */
@Component
public class Policies {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate reading;
    private final Cache<DealershipId, PolicyHistory> recent =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build();

    Policies(JdbcClient jdbc, JsonMapper json, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    public PolicyHistory of(DealershipId dealership) {
        PolicyHistory history = recent.getIfPresent(dealership);
        if (history == null) {
            history = Objects.requireNonNull(reading.execute(status -> read(dealership)));
            recent.put(dealership, history);
        }
        return history;
    }

    public Policy current(DealershipId dealership, Instant at) {
        return of(dealership).at(at);
    }

    /** Adds a version that holds from {@code from} on; earlier versions stay for what happened in their time. */
    @Transactional
    public void change(DealershipId dealership, Policy policy, Instant from, String setBy, String reason) {
        jdbc.sql("""
                        insert into policy_version (dealership_id, id, effective_from, policy, set_by, reason)
                        values (:dealership, :id, :from, :policy::jsonb, :by, :reason)
                        """)
                .param("dealership", dealership.value())
                .param("id", io.genjin.shared.TypedId.newValue())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("policy", json.writeValueAsString(policy))
                .param("by", setBy)
                .param("reason", reason)
                .update();
        recent.invalidate(dealership);
    }

    private PolicyHistory read(DealershipId dealership) {
        List<PolicyHistory.Version> versions = new ArrayList<>();
        versions.add(new PolicyHistory.Version(Instant.EPOCH, Policy.asPrinted(), null, null));
        versions.addAll(jdbc.sql("""
                        select effective_from, policy::text as policy, set_by, reason
                          from policy_version
                         where dealership_id = :dealership
                         order by effective_from, id
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> new PolicyHistory.Version(
                        row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                        json.readValue(row.getString("policy"), Policy.class),
                        row.getString("set_by"),
                        row.getString("reason")))
                .list());
        return new PolicyHistory(versions);
    }
}
