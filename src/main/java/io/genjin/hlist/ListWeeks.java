package io.genjin.hlist;

import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The weeks for which lists are kept, from the first one on without gaps, and which of them are closed. */
@Repository
class ListWeeks {

    private final JdbcClient jdbc;

    ListWeeks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps lists for a week; its lists cannot be closed until the transaction ends. False when it is closed. */
    boolean keep(DealershipId dealership, ListWeek week) {
        insert(dealership, week);
        return !jdbc.sql("""
                        select closed
                          from h_list_week
                         where dealership_id = :dealership
                           and week_start = :week
                           for share
                        """)
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .query(Boolean.class)
                .single();
    }

    /** Keeps every week until {@code running}, from the first one or from the last closed one on. */
    void keepUntil(DealershipId dealership, ListWeek running) {
        LocalDate from = jdbc.sql("""
                        select coalesce(max(week_start) filter (where closed), min(week_start))
                          from h_list_week
                         where dealership_id = :dealership
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional()
                .orElse(null);
        for (ListWeek week : until(running, from)) {
            insert(dealership, week);
        }
    }

    private static List<ListWeek> until(ListWeek running, @Nullable LocalDate from) {
        List<ListWeek> weeks = new ArrayList<>(List.of(running));
        ListWeek week = running;
        while (from != null && week.monday().isAfter(from)) {
            week = week.previous();
            weeks.add(0, week);
        }
        return weeks;
    }

    private void insert(DealershipId dealership, ListWeek week) {
        jdbc.sql("""
                        insert into h_list_week (dealership_id, week_start)
                        values (:dealership, :week)
                            on conflict do nothing
                        """)
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .update();
    }

    /** The earliest week that is over and not closed, held until the transaction ends. */
    Optional<ListWeek> holdEnded(DealershipId dealership, ListWeek running) {
        return jdbc.sql("""
                        select week_start
                          from h_list_week
                         where dealership_id = :dealership
                           and not closed
                           and week_start < :running
                         order by week_start
                         limit 1
                           for update
                        """)
                .param("dealership", dealership.value())
                .param("running", running.monday())
                .query((row, number) -> new ListWeek(row.getObject("week_start", LocalDate.class)))
                .optional();
    }

    boolean isClosed(DealershipId dealership, ListWeek week) {
        return jdbc.sql("""
                        select closed
                          from h_list_week
                         where dealership_id = :dealership
                           and week_start = :week
                        """)
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void close(DealershipId dealership, ListWeek week, Instant at) {
        jdbc.sql("""
                        update h_list_week
                           set closed = true, closed_at = :at
                         where dealership_id = :dealership
                           and week_start = :week
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .update();
    }
}
