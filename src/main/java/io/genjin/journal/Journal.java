package io.genjin.journal;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.shared.TypedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes facts down and reads them back in order. Writing happens in the transaction of the fact itself; the application's
 * database role can neither change nor delete what is written.
 */
@Component
public class Journal {

    private static final String INSERT = """
            insert into journal_entry (dealership_id, id, prospect_id, kind, happened_at, happened_on, recorded_at,
                                       actor_id, owner_id, grade, source, corrects_id, details)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
    private static final Pattern TYPED = Pattern.compile("[A-Za-z]+Id\\[value=([0-9a-f-]{36})]");

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Dealerships dealerships;
    private final List<JournalListener> listeners;
    private final JsonMapper json;
    private final Clock clock;

    Journal(
            JdbcTemplate template,
            JdbcClient jdbc,
            Dealerships dealerships,
            List<JournalListener> listeners,
            JsonMapper json,
            Clock clock) {
        this.template = template;
        this.jdbc = jdbc;
        this.dealerships = dealerships;
        this.listeners = listeners;
        this.json = json;
        this.clock = clock;
    }

    /** Before any other listener, so that what they do because of the fact is written down after it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    void write(JournalFact fact) {
        writeAll(List.of(fact));
    }

    /** Writes many facts of one dealership at once, as imports and sweeps have them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void writeAll(Collection<? extends JournalFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        OffsetDateTime recordedAt = now.atOffset(ZoneOffset.UTC);
        template.batchUpdate(INSERT, facts, 500, (statement, fact) -> {
            Dealership dealership = dealerships.get(fact.dealership());
            UUID given = fact.entryId();
            statement.setInt(1, fact.dealership().value());
            statement.setObject(2, given == null ? TypedId.newValue() : given);
            statement.setObject(3, fact.prospect());
            statement.setString(4, fact.kind());
            statement.setObject(5, fact.happenedAt().atOffset(ZoneOffset.UTC));
            statement.setObject(6, dealership.dayOf(fact.happenedAt()));
            statement.setObject(7, recordedAt);
            statement.setObject(8, fact.actor());
            statement.setObject(9, fact.frozen().owner());
            statement.setString(10, fact.frozen().grade());
            statement.setString(11, fact.frozen().source());
            statement.setObject(12, fact.corrects());
            statement.setString(13, json.writeValueAsString(fact.details()));
        });
        Dealership where = dealerships.get(facts.iterator().next().dealership());
        listeners.forEach(listener -> listener.written(where, facts, now));
    }

    /** What happened to a prospect, newest first. */
    @Transactional(readOnly = true)
    public Page<JournalEntry> timeline(DealershipId dealership, UUID prospect, int limit, @Nullable String cursor) {
        return timeline(dealership, List.of(prospect), limit, cursor);
    }

    /** What happened to a customer who has several cases, newest first. */
    @Transactional(readOnly = true)
    public Page<JournalEntry> timeline(
            DealershipId dealership, Collection<UUID> prospects, int limit, @Nullable String cursor) {
        Cursor after = Cursor.read(cursor, 2);
        Conditions where = Conditions.in(dealership, "dealership_id")
                .and("prospect_id in (:prospects)")
                .with("prospects", prospects);
        if (after != null) {
            where.and("(happened_at, id) < (:happenedAt, :id)")
                    .with("happenedAt", Cursor.instant(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<JournalEntry> rows = jdbc.sql("""
                        select id, prospect_id, kind, happened_at, recorded_at, actor_id, owner_id, grade, source,
                               corrects_id, details::text
                          from journal_entry
                         where %s
                         order by happened_at desc, id desc
                         limit :rows
                        """.formatted(where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> entry(row))
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.happenedAt(), last.id()));
    }

    /** Everything that was written about each of these prospects, oldest first. */
    @Transactional(readOnly = true)
    public Map<UUID, List<JournalEntry>> about(DealershipId dealership, Collection<UUID> prospects) {
        if (prospects.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<JournalEntry>> entries = new HashMap<>();
        jdbc.sql("""
                        select id, prospect_id, kind, happened_at, recorded_at, actor_id, owner_id, grade, source,
                               corrects_id, details::text
                          from journal_entry
                         where dealership_id = :dealership
                           and prospect_id in (:prospects)
                         order by prospect_id, recorded_at, id
                        """)
                .param("dealership", dealership.value())
                .param("prospects", prospects)
                .query((row, number) -> entry(row))
                .list()
                .forEach(entry -> entries.computeIfAbsent(
                                Objects.requireNonNull(entry.prospect()), one -> new ArrayList<>())
                        .add(entry));
        return entries;
    }

    /** The entries with these identities, in no order; those of other dealerships are not there. */
    @Transactional(readOnly = true)
    public List<JournalEntry> find(DealershipId dealership, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, prospect_id, kind, happened_at, recorded_at, actor_id, owner_id, grade, source,
                               corrects_id, details::text
                          from journal_entry
                         where dealership_id = :dealership
                           and id in (:ids)
                        """)
                .param("dealership", dealership.value())
                .param("ids", ids)
                .query((row, number) -> entry(row))
                .list();
    }

    private JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getObject("id", UUID.class),
                row.getObject("prospect_id", UUID.class),
                row.getString("kind"),
                Moments.read(row, "happened_at"),
                Moments.read(row, "recorded_at"),
                row.getObject("actor_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("grade"),
                row.getString("source"),
                row.getObject("corrects_id", UUID.class),
                details(row.getString("details")));
    }

    /** Entries once wrote some identities with their type around them, and the journal keeps them; they are read bare. */
    private Map<String, Object> details(String written) {
        Map<String, Object> details = json.readValue(written, DETAILS);
        if (written.contains("Id[value=")) {
            details.replaceAll((name, value) ->
                    value instanceof String text ? TYPED.matcher(text).replaceFirst("$1") : value);
        }
        return details;
    }
}
