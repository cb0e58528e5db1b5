package io.genjin.campaign;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Money;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came of a campaign, read from its list and the journal. A figure is its customers, so a number and the rows behind it
 * cannot differ. Customers count once, however many of their cases were merged.
 */
@Component
public class CampaignResult {

    /** What is counted. Visits, orders and deliveries count among who came to it or was brought by it, since its first day. */
    public enum Figure {
        INVITED,
        ACCEPTED,
        DECLINED,
        ATTENDED,
        ABSENT,
        LEADS,
        VISITS,
        ORDERS,
        DELIVERIES
    }

    private static final List<String> VISIT = List.of("VISIT_RECORDED", "VISIT_ARRIVED");
    private static final int MERGES_FOLLOWED = 5;

    /**
     * The result on a day.
     *
     * @param members the customers that each figure counts
     * @param states  how each customer on the list stands
     */
    public record Reading(
            Campaign campaign,
            LocalDate today,
            Map<Figure, List<ProspectId>> members,
            Map<ProspectId, Invitation.State> states) {

        public int count(Figure figure) {
            return members.getOrDefault(figure, List.of()).size();
        }

        /** What one of {@code figure} cost, to the cent; nothing while there is none (division by zero says "–", 4.1). */
        public @Nullable Money costPer(Figure figure) {
            int count = count(figure);
            return count == 0
                    ? null
                    : new Money(
                            campaign.plan().cost().yuan().divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP));
        }
    }

    private record Entry(
            ProspectId prospect,
            String kind,
            Instant at,
            @Nullable UUID into) {}

    private final CampaignDesk desk;
    private final GuestLists guests;
    private final Dealerships dealerships;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignResult(CampaignDesk desk, GuestLists guests, Dealerships dealerships, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.guests = guests;
        this.dealerships = dealerships;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Reading of(CampaignId id, StaffMember reader) {
        Campaign campaign = desk.get(id, reader);
        Dealership dealership = dealerships.get(reader.dealership());
        LocalDate today = dealership.today(clock);
        List<Invitation> list = guests.to(dealership.id(), id);
        List<ProspectId> leads = guests.leads(dealership.id(), id);
        Set<ProspectId> named = new LinkedHashSet<>(leads);
        list.forEach(one -> named.add(one.prospect()));
        Map<ProspectId, ProspectId> goesOnAs = survivors(dealership.id(), named);

        Map<Figure, Set<ProspectId>> members = new EnumMap<>(Figure.class);
        Map<ProspectId, Invitation.State> states = new LinkedHashMap<>();
        for (Invitation one : list) {
            ProspectId customer = goesOnAs.getOrDefault(one.prospect(), one.prospect());
            Invitation.State state = one.state(campaign.plan(), today);
            states.merge(customer, state, CampaignResult::further);
            if (one.isInvited()) {
                add(members, Figure.INVITED, customer);
            }
            if (one.answer() == Invitation.Answer.ACCEPTED) {
                add(members, Figure.ACCEPTED, customer);
            }
        }
        states.forEach((customer, state) -> {
            switch (state) {
                case DECLINED -> add(members, Figure.DECLINED, customer);
                case ATTENDED -> add(members, Figure.ATTENDED, customer);
                case ABSENT -> add(members, Figure.ABSENT, customer);
                case INVITED, ACCEPTED -> {
                    // nothing came of it yet
                }
            }
        });
        Set<ProspectId> takenBack = new LinkedHashSet<>();
        entries(
                        dealership.id(),
                        leads,
                        List.of("IMPORT_TAKEN_BACK"),
                        campaign.plan().from())
                .forEach(entry -> takenBack.add(entry.prospect()));
        leads.stream()
                .filter(one -> !takenBack.contains(one))
                .forEach(one -> add(members, Figure.LEADS, goesOnAs.getOrDefault(one, one)));
        Set<ProspectId> reached = new LinkedHashSet<>(members.getOrDefault(Figure.LEADS, Set.of()));
        reached.addAll(members.getOrDefault(Figure.ATTENDED, Set.of()));
        count(members, reached, campaign, dealership);

        Map<Figure, List<ProspectId>> kept = new EnumMap<>(Figure.class);
        members.forEach((figure, customers) -> kept.put(figure, List.copyOf(customers)));
        return new Reading(campaign, today, Map.copyOf(kept), states);
    }

    private static void add(Map<Figure, Set<ProspectId>> members, Figure figure, ProspectId customer) {
        members.computeIfAbsent(figure, none -> new LinkedHashSet<>()).add(customer);
    }

    /** Of two cases of one customer, the one that was there tells. */
    private static Invitation.State further(Invitation.State one, Invitation.State other) {
        return one == Invitation.State.ATTENDED || other == Invitation.State.ATTENDED
                ? Invitation.State.ATTENDED
                : other;
    }

    private void count(
            Map<Figure, Set<ProspectId>> members, Set<ProspectId> reached, Campaign campaign, Dealership dealership) {
        Map<ProspectId, Boolean> ordered = new LinkedHashMap<>();
        for (Entry entry : entries(
                dealership.id(),
                reached,
                List.of("VISIT_RECORDED", "VISIT_ARRIVED", "ORDERED", "ORDER_CANCELLED", "DELIVERED"),
                campaign.plan().from())) {
            if (VISIT.contains(entry.kind())) {
                add(members, Figure.VISITS, entry.prospect());
            } else if (entry.kind().equals("DELIVERED")) {
                add(members, Figure.DELIVERIES, entry.prospect());
            } else {
                ordered.put(entry.prospect(), entry.kind().equals("ORDERED"));
            }
        }
        ordered.forEach((customer, stands) -> {
            if (stands) {
                add(members, Figure.ORDERS, customer);
            }
        });
    }

    /** For each case that was merged, the one that goes on for it; undone merges part them again. */
    private Map<ProspectId, ProspectId> survivors(DealershipId dealership, Set<ProspectId> named) {
        Map<ProspectId, ProspectId> direct = new HashMap<>();
        Set<ProspectId> asked = new LinkedHashSet<>(named);
        for (int round = 0; round < MERGES_FOLLOWED && !asked.isEmpty(); round++) {
            Set<ProspectId> found = new LinkedHashSet<>();
            for (Entry entry :
                    entries(dealership, asked, List.of("MERGED", "MERGE_UNDONE"), LocalDate.of(2000, 1, 1))) {
                UUID into = entry.into();
                if (entry.kind().equals("MERGE_UNDONE")) {
                    direct.remove(entry.prospect());
                } else if (into != null && !into.equals(entry.prospect().value())) {
                    direct.put(entry.prospect(), new ProspectId(into));
                    found.add(new ProspectId(into));
                }
            }
            found.removeAll(asked);
            asked = found;
        }
        Map<ProspectId, ProspectId> last = new HashMap<>();
        for (ProspectId one : named) {
            ProspectId at = one;
            for (int step = 0; step < MERGES_FOLLOWED && direct.containsKey(at); step++) {
                at = direct.getOrDefault(at, at);
            }
            last.put(one, at);
        }
        return last;
    }

    private List<Entry> entries(
            DealershipId dealership, Collection<ProspectId> prospects, Collection<String> kinds, LocalDate since) {
        if (prospects.isEmpty()) {
            return List.of();
        }
        return new ArrayList<>(jdbc.sql("""
                        select e.prospect_id, e.kind, e.happened_at, e.details ->> 'into' as into_id
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.prospect_id in (:prospects)
                           and e.kind in (:kinds)
                           and e.happened_on >= :since
                         order by e.recorded_at, e.id
                        """)
                .param("dealership", dealership.value())
                .param("prospects", prospects.stream().map(ProspectId::value).toList())
                .param("kinds", kinds)
                .param("since", since)
                .query((row, number) -> {
                    String into = row.getString("into_id");
                    return new Entry(
                            new ProspectId(row.getObject("prospect_id", UUID.class)),
                            row.getString("kind"),
                            Moments.read(row, "happened_at"),
                            into == null ? null : UUID.fromString(into));
                })
                .list());
    }
}
