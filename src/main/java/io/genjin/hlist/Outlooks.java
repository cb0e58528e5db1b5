package io.genjin.hlist;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How do a consultant's open customers stand? Read from their cards and the journal, for the weekly analysis. */
@Component
class Outlooks {

    /** How far back contacts are looked for. */
    static final int KNOWN_DAYS = 90;

    private static final int MISSES_DAYS = 30;

    private record Contacts(@Nullable Instant reachedAt, boolean appointment, int misses) {

        static final Contacts NONE = new Contacts(null, false, 0);
    }

    private final JdbcClient jdbc;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final Clock clock;

    Outlooks(JdbcClient jdbc, ProspectDesk prospects, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** The candidates among a consultant's followed customers, in their order for {@code week}. */
    @Transactional(readOnly = true)
    List<Candidate> candidates(DealershipId in, StaffId consultant, ListWeek week) {
        Dealership dealership = dealerships.get(in);
        List<UUID> followed = followed(in, consultant);
        if (followed.isEmpty()) {
            return List.of();
        }
        Map<UUID, Contacts> contacts = contacts(dealership, followed);
        List<Outlook> outlooks = prospects
                .getAll(in, followed.stream().map(ProspectId::new).toList())
                .stream()
                .map(one -> outlook(one, contacts.getOrDefault(one.id().value(), Contacts.NONE), dealership))
                .toList();
        return Candidate.rank(outlooks, week, dealership.today(clock));
    }

    private Outlook outlook(Prospect prospect, Contacts contacts, Dealership dealership) {
        Instant lastVisit = prospect.visits().last();
        List<String> models = prospect.content().intentModels();
        return new Outlook(
                prospect.id(),
                prospect.grade(),
                prospect.evidence(),
                models.isEmpty() ? null : models.get(0),
                prospect.nextStep().date(),
                prospect.nextStep().reason(),
                prospect.isOverdue(clock.instant(), dealership.zone()),
                prospect.visits().count(),
                lastVisit == null ? null : dealership.dayOf(lastVisit),
                contacts.reachedAt() == null ? null : dealership.dayOf(contacts.reachedAt()),
                contacts.appointment(),
                prospect.content().expectedPurchaseDate(),
                prospect.content().expectedPurchaseBand(),
                contacts.misses());
    }

    private List<UUID> followed(DealershipId dealership, StaffId consultant) {
        return jdbc.sql("""
                        select id
                          from prospect_report
                         where dealership_id = :dealership
                           and owner_id = :consultant
                           and status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',
                                          'DEFEAT_PENDING')
                         order by id
                        """)
                .param("dealership", dealership.value())
                .param("consultant", consultant.value())
                .query(UUID.class)
                .list();
    }

    private Map<UUID, Contacts> contacts(Dealership dealership, List<UUID> prospects) {
        LocalDate today = dealership.today(clock);
        Map<UUID, Contacts> contacts = new HashMap<>();
        jdbc.sql("""
                        select e.prospect_id,
                               max(e.happened_at) filter (where e.kind = 'FOLLOW_UP_RECORDED') as reached_at,
                               (array_agg(e.details ->> 'outcome' order by e.happened_at desc, e.id desc)
                                    filter (where e.kind = 'FOLLOW_UP_RECORDED'))[1] as outcome,
                               count(*) filter (where e.kind <> 'FOLLOW_UP_RECORDED') as misses
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.prospect_id in (:prospects)
                           and (e.kind = 'FOLLOW_UP_RECORDED'
                                and e.happened_at >= :contactsSince
                                and e.details ->> 'outcome' not in ('NOT_REACHED', 'INVALID_NUMBER')
                                or e.kind in ('FIRST_FOLLOW_UP_MISSED', 'RHYTHM_MISSED')
                                and e.happened_at >= :missesSince
                                and not exists (select 1
                                                  from journal_entry w
                                                 where w.dealership_id = :dealership
                                                   and w.corrects_id = e.id))
                         group by e.prospect_id
                        """)
                .param("dealership", dealership.id().value())
                .param("prospects", prospects)
                .param("contactsSince", since(dealership, today.minusDays(KNOWN_DAYS)))
                .param("missesSince", since(dealership, today.minusDays(MISSES_DAYS)))
                .query(row -> {
                    OffsetDateTime reached = row.getObject("reached_at", OffsetDateTime.class);
                    contacts.put(
                            row.getObject("prospect_id", UUID.class),
                            new Contacts(
                                    reached == null ? null : reached.toInstant(),
                                    "APPOINTMENT".equals(row.getString("outcome")),
                                    row.getInt("misses")));
                });
        return contacts;
    }

    private static OffsetDateTime since(Dealership dealership, LocalDate day) {
        return dealership.startOf(day).atOffset(ZoneOffset.UTC);
    }
}
