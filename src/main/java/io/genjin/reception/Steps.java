package io.genjin.reception;

import io.genjin.dealership.Dealership;
import io.genjin.shared.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the journal what was done with parties between their arrival and the end of that day. */
@Component
class Steps {

    private record Done(UUID prospect, String kind, Instant at) {}

    private final JdbcClient jdbc;

    Steps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<VisitId, Set<Step>> of(Dealership dealership, Collection<Visit> visits) {
        Map<VisitId, Set<Step>> steps = new HashMap<>();
        List<UUID> customers = new ArrayList<>();
        Instant from = null;
        for (Visit visit : visits) {
            Set<Step> done = EnumSet.noneOf(Step.class);
            if (visit.managerAt() != null) {
                done.add(Step.MANAGER);
            }
            steps.put(visit.id(), done);
            if (visit.prospect() != null) {
                customers.add(visit.prospect().value());
                from = from == null || visit.arrivedAt().isBefore(from) ? visit.arrivedAt() : from;
            }
        }
        if (from == null) {
            return steps;
        }
        List<Done> all = jdbc.sql("""
                        select prospect_id, kind, happened_at
                          from journal_entry
                         where dealership_id = :dealership
                           and prospect_id in (:customers)
                           and happened_at >= :from
                           and kind in (:kinds)
                        """)
                .param("dealership", dealership.id().value())
                .param("customers", customers)
                .param("from", Moments.bound(from))
                .param("kinds", Step.allKinds())
                .query((row, number) -> new Done(
                        row.getObject("prospect_id", UUID.class),
                        row.getString("kind"),
                        Moments.read(row, "happened_at")))
                .list();
        for (Visit visit : visits) {
            for (Done done : all) {
                boolean theirs = visit.prospect() != null
                        && done.prospect().equals(visit.prospect().value());
                if (theirs
                        && !done.at().isBefore(visit.arrivedAt())
                        && !done.at().isAfter(dealership.endOf(visit.day()))) {
                    Step.by(done.kind())
                            .ifPresent(steps.computeIfAbsent(visit.id(), id -> EnumSet.noneOf(Step.class))::add);
                }
            }
        }
        return steps;
    }
}
