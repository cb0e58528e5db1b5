package io.genjin.report;

import io.genjin.dealership.Dealership;
import io.genjin.journal.JournalFact;
import io.genjin.journal.JournalListener;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks the past days whose kept figures an entry of the journal may change, in the transaction of that entry: whoever sees
 * the entry sees its marks. A mark is a row of its own, so that no two writers meet and no reader waits.
 *
 * <p>Which days an entry reaches, by the rows of {@link FigureRows} that last:
 *
 * <ul>
 *   <li>Every row stands on the day it happened, on the day that was promised, or on a day whose demand is called met: so an
 *       entry reaches its own day, its promised day, and the days it calls met or unmet.
 *   <li>A withdrawn miss leaves the day on which it fell: the day of the entry that a correction points at.
 *   <li>A promise moved too late is done when the next contact is written down, whenever that is: a contact reaches the days
 *       of all promises of the customer that were moved too late.
 *   <li>An import taken back never happened: all days of the customer.
 *   <li>What came earlier decides what is a first visit or the first contact, until when a first limit ran, and who owned the
 *       customer when a promise fell due. Only an entry that is itself dated back can come earlier than rows of a past day:
 *       {@link FigureRows#LOOKED_BACK_AT}, dated back, reach all days of the customer.
 * </ul>
 */
@Component
class StaleDays implements JournalListener {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    StaleDays(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Override
    public void written(Dealership dealership, Collection<? extends JournalFact> facts, Instant recordedAt) {
        LocalDate today = dealership.dayOf(recordedAt);
        Set<LocalDate> days = new TreeSet<>();
        Set<UUID> corrected = new HashSet<>();
        Set<UUID> contacted = new HashSet<>();
        Set<UUID> altered = new HashSet<>();
        for (JournalFact fact : facts) {
            if (!FigureRows.KINDS.contains(fact.kind())) {
                continue;
            }
            LocalDate day = dealership.dayOf(fact.happenedAt());
            days.add(day);
            days.addAll(promised(fact.details()));
            days.addAll(days(fact.details().get("met")));
            days.addAll(days(fact.details().get("unmet")));
            if (fact.corrects() != null) {
                corrected.add(fact.corrects());
            }
            UUID prospect = fact.prospect();
            if (prospect == null) {
                continue;
            }
            if (fact.kind().equals("FOLLOW_UP_RECORDED")) {
                contacted.add(prospect);
            }
            if (fact.kind().equals("IMPORT_TAKEN_BACK")
                    || day.isBefore(today) && FigureRows.LOOKED_BACK_AT.contains(fact.kind())) {
                altered.add(prospect);
            }
        }
        days.addAll(of(dealership.id(), corrected));
        days.addAll(movedTooLate(dealership.id(), contacted));
        days.addAll(all(dealership.id(), altered));
        mark(dealership.id(), days.stream().filter(day -> day.isBefore(today)).toList());
    }

    private static List<LocalDate> promised(Map<String, Object> details) {
        Object day = details.getOrDefault("plannedDate", details.get("oldDate"));
        return day == null ? List.of() : List.of(LocalDate.parse(day.toString()));
    }

    private static List<LocalDate> days(@Nullable Object days) {
        return days instanceof Collection<?> many
                ? many.stream().map(day -> LocalDate.parse(day.toString())).toList()
                : List.of();
    }

    private List<LocalDate> of(DealershipId dealership, Set<UUID> entries) {
        return entries.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select distinct happened_on
                          from journal_entry
                         where dealership_id = :dealership
                           and id in (:entries)
                        """)
                        .param("dealership", dealership.value())
                        .param("entries", entries)
                        .query(LocalDate.class)
                        .list();
    }

    private List<LocalDate> movedTooLate(DealershipId dealership, Set<UUID> prospects) {
        return prospects.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select distinct promised_for::date
                          from journal_entry
                         where dealership_id = :dealership
                           and prospect_id in (:prospects)
                           and kind = 'RESCHEDULED'
                           and happened_on > promised_for::date
                        """)
                        .param("dealership", dealership.value())
                        .param("prospects", prospects)
                        .query(LocalDate.class)
                        .list();
    }

    private Set<LocalDate> all(DealershipId dealership, Set<UUID> prospects) {
        return prospects.isEmpty()
                ? Set.of()
                : jdbc
                        .sql("""
                        select e.happened_on::text as day
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.prospect_id in (:prospects)
                        union
                        select e.promised_for
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.prospect_id in (:prospects)
                           and e.promised_for is not null
                        union
                        select d.day
                          from journal_entry e
                         cross join lateral jsonb_array_elements_text(coalesce(e.details -> 'met', '[]'::jsonb)) as d (day)
                         where e.dealership_id = :dealership
                           and e.prospect_id in (:prospects)
                           and e.kind = 'FOLLOW_UP_RECORDED'
                        """)
                        .param("dealership", dealership.value())
                        .param("prospects", prospects)
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(Objects::nonNull)
                        .map(LocalDate::parse)
                        .collect(Collectors.toSet());
    }

    private void mark(DealershipId dealership, List<LocalDate> days) {
        if (!days.isEmpty()) {
            template.batchUpdate(
                    "insert into figure_stale (dealership_id, id, day) values (?, ?, ?)",
                    days,
                    days.size(),
                    (statement, day) -> {
                        statement.setInt(1, dealership.value());
                        statement.setObject(2, TypedId.newValue());
                        statement.setObject(3, day);
                    });
        }
    }
}
