package io.genjin.hqlead;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.OpenTime;
import io.genjin.dealership.Policies;
import io.genjin.dealership.PolicyHistory;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the journal knew of HQ leads before a moment; later entries, also those about earlier days, do not change it. */
@Component
class HqJournal {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
    private static final int AT_ONCE = 1_000;
    private static final int YEARS_AHEAD = 3;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;
    private final Policies policies;
    private final ClosedDays closedDays;
    private final JsonMapper json;

    HqJournal(JdbcClient jdbc, Policies policies, ClosedDays closedDays, JsonMapper json) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.closedDays = closedDays;
        this.json = json;
    }

    /** How the dealership counts hours now. */
    HqClock clock(DealershipId dealership) {
        return new HqClock(policies.of(dealership), closedDays.openTime(dealership));
    }

    /** How the dealership counted hours as far as it had decided before {@code before}. */
    HqClock clock(Dealership dealership, Instant before) {
        PolicyHistory known = new PolicyHistory(policies.of(dealership.id()).versions().stream()
                .filter(version -> version.from().isBefore(before))
                .toList());
        List<LocalDate> pausing = KnownCalendar.read(calendar(dealership.id(), before))
                .closedUntil(dealership.dayOf(before).plusYears(YEARS_AHEAD))
                .stream()
                .filter(day -> known.at(dealership.endOf(day)).pauseOnClosedDays())
                .toList();
        return new HqClock(known, new OpenTime(pausing, dealership.zone()));
    }

    private List<JournalEntry> calendar(DealershipId dealership, Instant before) {
        return jdbc.sql("""
                        select e.id, e.prospect_id, e.kind, e.happened_at, e.recorded_at, e.actor_id, e.owner_id, e.grade,
                               e.source, e.corrects_id, e.details::text as details
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.kind in ('DAY_CLOSED', 'DAY_OPENED', 'DAY_AS_USUAL', 'WEEKLY_CLOSING_CHANGED', 'HOLIDAYS_TAKEN')
                           and e.recorded_at < :before
                         order by e.recorded_at, e.id
                        """)
                .param("dealership", dealership.value())
                .param("before", Moments.bound(before))
                .query((row, number) -> entry(row))
                .list();
    }

    /** The cases of these prospects as they stand. */
    List<HqCase> cases(DealershipId dealership, Collection<ProspectId> prospects) {
        return cases(dealership, prospects, END_OF_TIME);
    }

    /** The cases of these prospects as the entries written before {@code before} tell of them. */
    List<HqCase> cases(DealershipId dealership, Collection<ProspectId> prospects, Instant before) {
        List<ProspectId> all = List.copyOf(prospects);
        List<HqCase> cases = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            entries(dealership, all.subList(from, Math.min(all.size(), from + AT_ONCE)), before)
                    .values()
                    .forEach(entries -> cases.addAll(HqFold.read(entries)));
        }
        return cases;
    }

    private Map<UUID, List<JournalEntry>> entries(
            DealershipId dealership, Collection<ProspectId> prospects, Instant before) {
        Map<UUID, List<JournalEntry>> byProspect = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.id, e.prospect_id, e.kind, e.happened_at, e.recorded_at, e.actor_id, e.owner_id, e.grade,
                               e.source, e.corrects_id, e.details::text as details
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.prospect_id in (:prospects)
                           and e.kind in (:kinds)
                           and e.recorded_at < :before
                         order by e.prospect_id, e.recorded_at, e.happened_at, e.id
                        """)
                .param("dealership", dealership.value())
                .param("prospects", prospects.stream().map(ProspectId::value).toList())
                .param("kinds", HqFold.kinds())
                .param("before", Moments.bound(before))
                .query(row -> {
                    JournalEntry entry = entry(row);
                    byProspect
                            .computeIfAbsent(row.getObject("prospect_id", UUID.class), id -> new ArrayList<>())
                            .add(entry);
                });
        return byProspect;
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
                json.readValue(row.getString("details"), DETAILS));
    }

    /**
     * Prospects with a lead from HQ that was written down before {@code end} and that had not ended for good before
     * {@code start}; a few more than that, which the cases sort out.
     */
    List<ProspectId> between(DealershipId dealership, Instant start, Instant end) {
        return jdbc.sql("""
                        select distinct a.prospect_id
                          from (select e.prospect_id
                                  from journal_entry e
                                 where e.dealership_id = :dealership
                                   and e.kind in ('LEAD_RECEIVED', 'PROSPECT_OPENED')
                                   and e.source = 'HQ_ALLOCATED'
                                   and e.recorded_at < :end
                                union all
                                select e.prospect_id
                                  from journal_entry e
                                 where e.dealership_id = :dealership
                                   and e.kind = 'LEAD_REPEATED'
                                   and e.details ->> 'source' = 'HQ_ALLOCATED'
                                   and e.recorded_at < :end) a
                         where not exists (select 1
                                             from journal_entry c
                                            where c.dealership_id = :dealership
                                              and c.prospect_id = a.prospect_id
                                              and c.kind in ('LEAD_INVALID', 'IMPORT_TAKEN_BACK', 'DEFEATED', 'DELIVERED')
                                              and c.recorded_at < :start
                                              and not exists (select 1
                                                                from journal_entry r
                                                               where r.dealership_id = :dealership
                                                                 and r.prospect_id = a.prospect_id
                                                                 and r.kind in ('REACTIVATED', 'WOKEN')
                                                                 and r.recorded_at >= c.recorded_at
                                                                 and r.recorded_at < :end))
                         order by a.prospect_id
                        """)
                .param("dealership", dealership.value())
                .param("start", Moments.bound(start))
                .param("end", Moments.bound(end))
                .query((row, number) -> new ProspectId(row.getObject("prospect_id", UUID.class)))
                .list();
    }
}
