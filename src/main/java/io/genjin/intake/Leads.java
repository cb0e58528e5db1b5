package io.genjin.intake;

import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and stores leads. */
@Repository
class Leads {

    static final String COLUMNS = """
            l.dealership_id, l.id, l.source, l.external_id, l.received_at, l.status, l.prospect_id, l.duplicate_of,
                   l.first_due_at, l.intent_models::text as intent_models, l.comments, l.allocated_to, l.allocated_at,
                   l.allocated_by, l.batch_id""";

    private static final TypeReference<List<String>> LINES = new TypeReference<>() {};

    private static final String INSERT = """
            insert into lead (dealership_id, id, source, external_id, received_at, status, prospect_id, duplicate_of,
                              first_due_at, intent_models, comments, allocated_to, allocated_at, allocated_by, batch_id,
                              recorded_by, recorded_at)
            values (:dealership, :id, :source, :externalId, :receivedAt, :status, :prospect, :duplicateOf,
                    :firstDueAt, :intentModels::jsonb, :comments, :allocatedTo, :allocatedAt, :allocatedBy, :batch,
                    :by, :now)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final JsonMapper json;

    Leads(JdbcClient jdbc, NamedParameterJdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** Stores a lead; false when its source and external number are known, and then nothing was written. */
    boolean insert(Lead lead, @Nullable StaffId by, Instant now) {
        return template.update(
                        INSERT + " on conflict (dealership_id, source, external_id) do nothing", row(lead, by, now))
                == 1;
    }

    /** Stores many leads at once; a known external number fails all of them. */
    void insertAll(List<Lead> leads, StaffId by, Instant now) {
        template.batchUpdate(
                INSERT, leads.stream().map(lead -> row(lead, by, now)).toArray(SqlParameterSource[]::new));
    }

    /** Stores what came of a lead. */
    void settle(Lead lead) {
        template.update("""
                update lead
                   set status = :status, prospect_id = :prospect, duplicate_of = :duplicateOf, first_due_at = :firstDueAt
                 where dealership_id = :dealership
                   and id = :id
                """, row(lead, null, lead.receivedAt()));
    }

    /** The waiting leads of a prospect have their consultant now. */
    void assigned(DealershipId in, ProspectId prospect, StaffId to, @Nullable UUID by, Instant at) {
        jdbc.sql("""
                        update lead
                           set status = 'ASSIGNED', allocated_to = :to, allocated_at = :at, allocated_by = :by
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                           and status = 'LEAD_RECEIVED'
                        """)
                .param("dealership", in.value())
                .param("prospect", prospect.value())
                .param("to", to.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** The leads of a prospect wait again. Who had them stays known to the turns, so that another comes next. */
    void waiting(DealershipId in, ProspectId prospect) {
        jdbc.sql("""
                        update lead
                           set status = 'LEAD_RECEIVED'
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                           and status = 'ASSIGNED'
                        """)
                .param("dealership", in.value())
                .param("prospect", prospect.value())
                .update();
    }

    /** The waiting leads of a case that was merged are repeats of the one that goes on. */
    void merged(DealershipId in, ProspectId from, ProspectId into) {
        jdbc.sql("""
                        update lead
                           set status = 'DUPLICATE', duplicate_of = :into, prospect_id = null, merged_from = :from
                         where dealership_id = :dealership
                           and prospect_id = :from
                           and status = 'LEAD_RECEIVED'
                        """)
                .param("dealership", in.value())
                .param("from", from.value())
                .param("into", into.value())
                .update();
    }

    /** The merge is undone: its leads wait again. */
    void parted(DealershipId in, ProspectId from) {
        jdbc.sql("""
                        update lead
                           set status = 'LEAD_RECEIVED', duplicate_of = null, prospect_id = merged_from, merged_from = null
                         where dealership_id = :dealership
                           and merged_from = :from
                        """)
                .param("dealership", in.value())
                .param("from", from.value())
                .update();
    }

    /** What the leads of a prospect reported was none. */
    void invalid(DealershipId in, ProspectId prospect) {
        jdbc.sql("""
                        update lead
                           set status = 'INVALID'
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                        """)
                .param("dealership", in.value())
                .param("prospect", prospect.value())
                .update();
    }

    /** The leads of prospects that a batch brought and that were taken back. */
    void invalid(DealershipId in, Collection<ProspectId> prospects) {
        if (prospects.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update lead
                           set status = 'INVALID', external_id = null
                         where dealership_id = :dealership
                           and prospect_id in (:prospects)
                        """)
                .param("dealership", in.value())
                .param("prospects", prospects.stream().map(ProspectId::value).toList())
                .update();
    }

    Optional<Lead> find(DealershipId in, LeadId id) {
        return jdbc.sql("""
                        select %s
                          from lead l
                         where l.dealership_id = :dealership
                           and l.id = :id
                        """.formatted(COLUMNS))
                .param("dealership", in.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    Optional<Lead> find(DealershipId in, Source source, String externalId) {
        return jdbc.sql("""
                        select %s
                          from lead l
                         where l.dealership_id = :dealership
                           and l.source = :source
                           and l.external_id = :externalId
                        """.formatted(COLUMNS))
                .param("dealership", in.value())
                .param("source", source.name())
                .param("externalId", externalId)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Which of a source's external numbers are known already. */
    Set<String> known(DealershipId in, Source source, Collection<String> externalIds) {
        if (externalIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        select l.external_id
                          from lead l
                         where l.dealership_id = :dealership
                           and l.source = :source
                           and l.external_id in (:externalIds)
                        """)
                .param("dealership", in.value())
                .param("source", source.name())
                .param("externalIds", externalIds)
                .query(String.class)
                .list());
    }

    /** Customers of a batch who were reported again since. */
    Set<ProspectId> askedAgain(DealershipId in, BatchId batch) {
        return new HashSet<>(jdbc.sql("""
                        select distinct later.duplicate_of
                          from lead l
                          join lead later
                            on later.dealership_id = l.dealership_id
                           and later.duplicate_of = l.prospect_id
                         where l.dealership_id = :dealership
                           and l.batch_id = :batch
                        """)
                .param("dealership", in.value())
                .param("batch", batch.value())
                .query((row, number) -> new ProspectId(row.getObject("duplicate_of", UUID.class)))
                .list());
    }

    /** When each consultant was last given a lead by hand since {@code since}; sheets with names in them do not count. */
    Map<StaffId, Instant> lastAllocations(DealershipId in, Instant since) {
        Map<StaffId, Instant> last = new HashMap<>();
        jdbc.sql("""
                        select l.allocated_to, max(l.allocated_at) as last
                          from lead l
                         where l.dealership_id = :dealership
                           and l.batch_id is null
                           and l.allocated_at >= :since
                         group by l.allocated_to
                        """)
                .param("dealership", in.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    last.put(new StaffId(row.getObject("allocated_to", UUID.class)), Moments.read(row, "last"));
                });
        return last;
    }

    /** From whom each waiting lead was taken back; those that never had a consultant are left out. */
    Map<LeadId, StaffId> takenFrom(DealershipId in, Collection<LeadId> ids) {
        Map<LeadId, StaffId> had = new HashMap<>();
        if (ids.isEmpty()) {
            return had;
        }
        jdbc.sql("""
                        select l.id, l.allocated_to
                          from lead l
                         where l.dealership_id = :dealership
                           and l.id in (:ids)
                           and l.status = 'LEAD_RECEIVED'
                           and l.allocated_to is not null
                        """)
                .param("dealership", in.value())
                .param("ids", ids.stream().map(LeadId::value).toList())
                .query(row -> {
                    had.put(
                            new LeadId(row.getObject("id", UUID.class)),
                            new StaffId(row.getObject("allocated_to", UUID.class)));
                });
        return had;
    }

    private MapSqlParameterSource row(Lead lead, @Nullable StaffId by, Instant now) {
        return new MapSqlParameterSource("dealership", lead.dealership().value())
                .addValue("id", lead.id().value())
                .addValue("source", lead.source().name())
                .addValue("externalId", lead.externalId())
                .addValue("receivedAt", Moments.boundOrNull(lead.receivedAt()))
                .addValue("status", lead.status().name())
                .addValue(
                        "prospect",
                        lead.prospect() == null ? null : lead.prospect().value())
                .addValue(
                        "duplicateOf",
                        lead.duplicateOf() == null ? null : lead.duplicateOf().value())
                .addValue("firstDueAt", Moments.boundOrNull(lead.firstFollowUpDueAt()))
                .addValue("intentModels", json.writeValueAsString(lead.intentModels()))
                .addValue("comments", lead.comments())
                .addValue("allocatedTo", value(lead.allocatedTo()))
                .addValue("allocatedAt", Moments.boundOrNull(lead.allocatedAt()))
                .addValue("allocatedBy", value(lead.allocatedBy()))
                .addValue("batch", lead.batch())
                .addValue("by", value(by))
                .addValue("now", Moments.boundOrNull(now));
    }

    Lead read(ResultSet row) throws SQLException {
        LeadStatus status = LeadStatus.valueOf(row.getString("status"));
        boolean waits = status == LeadStatus.LEAD_RECEIVED;
        return new Lead(
                new DealershipId(row.getInt("dealership_id")),
                new LeadId(row.getObject("id", UUID.class)),
                Source.valueOf(row.getString("source")),
                row.getString("external_id"),
                Moments.read(row, "received_at"),
                status,
                prospect(row, "prospect_id"),
                prospect(row, "duplicate_of"),
                Moments.read(row, "first_due_at"),
                json.readValue(row.getString("intent_models"), LINES),
                row.getString("comments"),
                waits ? null : staff(row, "allocated_to"),
                waits ? null : Moments.readOrNull(row, "allocated_at"),
                waits ? null : staff(row, "allocated_by"),
                row.getObject("batch_id", UUID.class));
    }

    private static @Nullable UUID value(@Nullable StaffId staff) {
        return staff == null ? null : staff.value();
    }

    private static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }

    private static @Nullable ProspectId prospect(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new ProspectId(id);
    }
}
