package io.genjin.report;

import io.genjin.dealership.Dealership;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the counts of days that are over, and says of which days they can be believed: those that were counted by today's
 * definition and about which nothing was written since.
 */
@Repository
class DayFigures {

    /**
     * A day is kept from an hour after its end on: whatever was being written at midnight has been committed by then, or is
     * dated back and marks the day itself.
     */
    static final Duration SETTLED_AFTER = Duration.ofHours(1);

    /** Before this day nobody counts anything. */
    static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private static final UUID NOBODY = new UUID(0, 0);

    /** Any change of how rows are found makes what was counted before worthless. */
    private static final long DEFINITION =
            FigureRows.sql(EnumSet.of(FigureRows.Lasting.KEPT), List.of()).hashCode();

    /** Over which days sums are made. */
    enum Period {
        ALL("date '2000-01-01'"),
        MONTH("date_trunc('month', day)::date"),
        DAY("day");

        private final String sql;

        Period(String sql) {
            this.sql = sql;
        }

        /** The day that stands for the period a day lies in. */
        LocalDate firstOf(LocalDate day) {
            return switch (this) {
                case ALL -> BEGINNING;
                case MONTH -> day.withDayOfMonth(1);
                case DAY -> day;
            };
        }
    }

    /** Days one after the other. */
    record Stretch(LocalDate first, LocalDate last) {}

    /** How many rows a part has on a day. */
    record Count(LocalDate day, @Nullable UUID person, String part, long rows) {

        /** The same under the first day of its period. */
        Count in(Period period) {
            return new Count(period.firstOf(day), person, part, rows);
        }
    }

    private record Held(long definition, Kept kept) {}

    /** Which days are kept, and which of them something was written about since. */
    record Kept(LocalDate first, LocalDate last, Set<LocalDate> stale) {

        boolean has(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last) && !stale.contains(day);
        }

        boolean isNothing() {
            return last.isBefore(first);
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    DayFigures(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** The last day that may be kept by now. */
    LocalDate lastSettled(Dealership dealership) {
        return dealership.dayOf(clock.instant().minus(SETTLED_AFTER)).minusDays(1);
    }

    Kept kept(LocalDate from, LocalDate until, Dealership dealership) {
        Kept all = jdbc.sql("""
                        select kept_from, kept_until
                          from figure_keeper
                         where dealership_id = :dealership
                           and definition = :definition
                        """)
                .param("dealership", dealership.id().value())
                .param("definition", DEFINITION)
                .query((row, number) -> new Kept(
                        row.getObject("kept_from", LocalDate.class),
                        row.getObject("kept_until", LocalDate.class),
                        Set.of()))
                .optional()
                .orElse(new Kept(BEGINNING.plusDays(1), BEGINNING, Set.of()));
        LocalDate first = all.first().isBefore(from) ? from : all.first();
        LocalDate settled = lastSettled(dealership);
        LocalDate last = settled.isBefore(all.last()) ? settled : all.last();
        last = last.isAfter(until) ? until : last;
        return last.isBefore(first)
                ? new Kept(first, last, Set.of())
                : new Kept(first, last, stale(first, last, dealership.id()));
    }

    private Set<LocalDate> stale(LocalDate first, LocalDate last, DealershipId dealership) {
        return new HashSet<>(jdbc.sql("""
                        select distinct day
                          from figure_stale
                         where dealership_id = :dealership
                           and day between :first and :last
                        """)
                .param("dealership", dealership.value())
                .param("first", first)
                .param("last", last)
                .query(LocalDate.class)
                .list());
    }

    /** Sums of what is kept, by person, part and period; the day of a sum is the first of its period. */
    List<Count> sums(Kept kept, Collection<String> parts, Period period, DealershipId dealership) {
        if (kept.isNothing()) {
            return List.of();
        }
        return jdbc.sql("""
                        select %1$s as period, person_id, part, sum(rows_counted)::bigint as rows_counted
                          from figure_day
                         where dealership_id = :dealership
                           and part in (:parts)
                           and day between :first and :last
                           %2$s
                         group by period, person_id, part
                        """.formatted(period.sql, kept.stale().isEmpty() ? "" : "and day not in (:stale)"))
                .param("dealership", dealership.value())
                .param("parts", parts)
                .param("first", kept.first())
                .param("last", kept.last())
                .param("stale", kept.stale())
                .query((row, number) -> {
                    UUID person = row.getObject("person_id", UUID.class);
                    return new Count(
                            row.getObject("period", LocalDate.class),
                            NOBODY.equals(person) ? null : person,
                            row.getString("part"),
                            row.getLong("rows_counted"));
                })
                .list();
    }

    /** Counts the rows of a stretch anew, as the journal tells them now. */
    List<Count> counted(Stretch stretch, Collection<String> parts, Dealership dealership) {
        return jdbc.sql("""
                        select day, person_id, part, count(*) as rows_counted
                          from %s
                         %s
                         group by day, person_id, part
                        """.formatted(
                                FigureRows.sql(EnumSet.of(FigureRows.Lasting.KEPT), parts),
                                parts.isEmpty() ? "" : "where part in (:parts)"))
                .params(FigureParams.of(stretch.first(), stretch.last(), dealership, clock.instant()))
                .param("parts", parts)
                .query((row, number) -> new Count(
                        row.getObject("day", LocalDate.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("part"),
                        row.getLong("rows_counted")))
                .list();
    }

    /** Everything that is kept of a stretch. */
    List<Count> stored(Stretch stretch, DealershipId dealership) {
        return jdbc.sql("""
                        select day, person_id, part, rows_counted
                          from figure_day
                         where dealership_id = :dealership
                           and part in (:parts)
                           and day between :first and :last
                        """)
                .param("dealership", dealership.value())
                .param("parts", FigureRows.KEPT_PARTS)
                .param("first", stretch.first())
                .param("last", stretch.last())
                .query((row, number) -> {
                    UUID person = row.getObject("person_id", UUID.class);
                    return new Count(
                            row.getObject("day", LocalDate.class),
                            NOBODY.equals(person) ? null : person,
                            row.getString("part"),
                            row.getLong("rows_counted"));
                })
                .list();
    }

    /** Stores a stretch anew; who does it holds the keeper. */
    void store(Stretch stretch, Dealership dealership) {
        List<Count> counts = counted(stretch, List.of(), dealership);
        jdbc.sql("""
                        delete from figure_day
                         where dealership_id = :dealership
                           and part in (:parts)
                           and day between :first and :last
                        """)
                .param("dealership", dealership.id().value())
                .param("parts", FigureRows.KEPT_PARTS)
                .param("first", stretch.first())
                .param("last", stretch.last())
                .update();
        template.batchUpdate("""
                insert into figure_day (dealership_id, part, day, person_id, rows_counted)
                values (?, ?, ?, ?, ?)
                """, counts, 1000, (statement, count) -> {
            statement.setInt(1, dealership.id().value());
            statement.setString(2, count.part());
            statement.setObject(3, count.day());
            statement.setObject(4, Objects.requireNonNullElse(count.person(), NOBODY));
            statement.setLong(5, count.rows());
        });
    }

    /** Whether everything that is over is kept and nothing was written about it since. */
    boolean isComplete(Dealership dealership) {
        return jdbc.sql("""
                        select k.definition = :definition and k.kept_from <= :beginning and k.kept_until >= :settled
                               and not exists (select 1
                                                 from figure_stale s
                                                where s.dealership_id = :dealership) as complete
                          from figure_keeper k
                         where k.dealership_id = :dealership
                        """)
                .param("dealership", dealership.id().value())
                .param("definition", DEFINITION)
                .param("beginning", BEGINNING)
                .param("settled", lastSettled(dealership))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Takes the keeper until the end of the transaction, so that two do not store the same days. What was counted by another
     * definition is forgotten.
     *
     * @return what is kept, or nothing while somebody else has it
     */
    @Nullable
    Kept hold(Dealership dealership) {
        LocalDate today = dealership.today(clock);
        jdbc.sql("""
                        insert into figure_keeper (dealership_id, definition, kept_from, kept_until)
                        values (:dealership, :definition, :from, :until)
                            on conflict (dealership_id) do nothing
                        """)
                .param("dealership", dealership.id().value())
                .param("definition", DEFINITION)
                .param("from", today)
                .param("until", today.minusDays(1))
                .update();
        Held held = jdbc.sql("""
                        select definition, kept_from, kept_until
                          from figure_keeper
                         where dealership_id = :dealership
                           for update skip locked
                        """)
                .param("dealership", dealership.id().value())
                .query((row, number) -> new Held(
                        row.getLong("definition"),
                        new Kept(
                                row.getObject("kept_from", LocalDate.class),
                                row.getObject("kept_until", LocalDate.class),
                                Set.of())))
                .optional()
                .orElse(null);
        if (held != null && held.definition() != DEFINITION) {
            forget(dealership);
            return new Kept(today, today.minusDays(1), Set.of());
        }
        return held == null ? null : held.kept();
    }

    /** Waits until nobody else has the keeper, and takes it. */
    Kept await(Dealership dealership) {
        jdbc.sql("select 1 from figure_keeper where dealership_id = :dealership for update")
                .param("dealership", dealership.id().value())
                .query(Integer.class)
                .optional();
        return Objects.requireNonNull(hold(dealership));
    }

    /** Forgets everything: nothing is kept until it is counted again. */
    void forget(Dealership dealership) {
        LocalDate today = dealership.today(clock);
        jdbc.sql("delete from figure_day where dealership_id = :dealership")
                .param("dealership", dealership.id().value())
                .update();
        keeps(today, today.minusDays(1), dealership.id());
    }

    void keeps(LocalDate from, LocalDate until, DealershipId dealership) {
        jdbc.sql("""
                        update figure_keeper
                           set definition = :definition,
                               kept_from = :from,
                               kept_until = :until
                         where dealership_id = :dealership
                        """)
                .param("dealership", dealership.value())
                .param("definition", DEFINITION)
                .param("from", from)
                .param("until", until)
                .update();
    }

    /** The first day on which anything may be counted; nothing when nothing was ever written. */
    @Nullable
    LocalDate firstDay(DealershipId dealership) {
        LocalDate first = jdbc.sql("""
                        select least(
                                 (select min(happened_on) from journal_entry where dealership_id = :dealership),
                                 (select min(promised_for) from journal_entry
                                   where dealership_id = :dealership
                                     and promised_for is not null)::date) as first_day
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> row.getObject("first_day", LocalDate.class))
                .list()
                .get(0);
        return first != null && first.isBefore(BEGINNING) ? BEGINNING : first;
    }

    /** Marks that stand, the oldest first. */
    record Mark(UUID id, LocalDate day) {}

    List<Mark> marks(int most, DealershipId dealership) {
        return jdbc.sql("""
                        select id, day
                          from figure_stale
                         where dealership_id = :dealership
                         order by id
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("most", most)
                .query((row, number) ->
                        new Mark(row.getObject("id", UUID.class), row.getObject("day", LocalDate.class)))
                .list();
    }

    /** Takes away the marks that were read, and no others. */
    void settle(List<Mark> marks, DealershipId dealership) {
        template.batchUpdate(
                "delete from figure_stale where dealership_id = ? and id = ?", marks, 1000, (statement, mark) -> {
                    statement.setInt(1, dealership.value());
                    statement.setObject(2, mark.id());
                });
    }

    /** Joins days to stretches; days that lie near each other become one, for each stretch costs a question. */
    static List<Stretch> stretches(Collection<LocalDate> sorted, int gap) {
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate day : sorted) {
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null && !day.isAfter(last.last().plusDays(1L + gap))) {
                stretches.set(stretches.size() - 1, new Stretch(last.first(), day));
            } else {
                stretches.add(new Stretch(day, day));
            }
        }
        return stretches;
    }
}
