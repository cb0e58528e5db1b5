package io.genjin.report;

import io.genjin.dealership.Dealership;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the daily reports as they were at closing time; what is stored never changes. */
@Repository
class FrozenDays {

    /** Begins the part under which the month's target of a figure is frozen with the day. */
    static final String TARGET = "TARGET_";

    private static final UUID NOBODY = new UUID(0, 0);

    /** What a person's part came to when the day closed, and in its month until then. */
    record Count(String part, @Nullable UUID person, long ofDay, long ofMonth) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final FrozenStanding standing;

    FrozenDays(JdbcClient jdbc, JdbcTemplate template, FrozenStanding standing) {
        this.jdbc = jdbc;
        this.template = template;
        this.standing = standing;
    }

    Optional<LocalDate> last(DealershipId dealership) {
        return end("max", dealership);
    }

    Optional<LocalDate> first(DealershipId dealership) {
        return end("min", dealership);
    }

    private Optional<LocalDate> end(String which, DealershipId dealership) {
        return jdbc.sql("select %s(day) as day from daily_frozen where dealership_id = :dealership".formatted(which))
                .param("dealership", dealership.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single();
    }

    Optional<Freeze> find(LocalDate day, DealershipId dealership) {
        return jdbc.sql("""
                        select known_until, frozen_at, stood, standing_kept
                          from daily_frozen
                         where dealership_id = :dealership
                           and day = :day
                        """)
                .param("dealership", dealership.value())
                .param("day", day)
                .query((row, number) -> new Freeze(
                        Moments.read(row, "known_until"),
                        Moments.read(row, "frozen_at"),
                        row.getBoolean("stood"),
                        row.getBoolean("standing_kept")))
                .optional();
    }

    List<Count> counts(LocalDate day, DealershipId dealership) {
        return jdbc.sql("""
                        select part, person_id, of_day, of_month
                          from daily_frozen_figure
                         where dealership_id = :dealership
                           and day = :day
                        """)
                .param("dealership", dealership.value())
                .param("day", day)
                .query((row, number) -> {
                    UUID person = row.getObject("person_id", UUID.class);
                    return new Count(
                            row.getString("part"),
                            NOBODY.equals(person) ? null : person,
                            row.getLong("of_day"),
                            row.getLong("of_month"));
                })
                .list();
    }

    /** Whether somebody has written about a customer since a moment, so that what stood then cannot be told any more. */
    boolean isWrittenSince(Instant moment, DealershipId dealership) {
        return jdbc.sql("""
                        select exists (select 1
                                         from journal_entry
                                        where dealership_id = :dealership
                                          and recorded_at > :moment
                                          and prospect_id is not null
                                          and (actor_id is not null or kind = 'WOKEN'))
                        """)
                .param("dealership", dealership.value())
                .param("moment", Moments.bound(moment))
                .query(Boolean.class)
                .single();
    }

    /** Freezes a day as it was known at closing time; of two who try, one does. */
    void freeze(LocalDate day, Freeze freeze, List<DailyTargets.DailyTarget> targets, Dealership dealership) {
        int begun = jdbc.sql("""
                        insert into daily_frozen (dealership_id, day, known_until, frozen_at, stood, standing_kept)
                        values (:dealership, :day, :known, :at, :stood, :kept)
                            on conflict (dealership_id, day) do nothing
                        """)
                .param("dealership", dealership.id().value())
                .param("day", day)
                .param("known", Moments.bound(freeze.knownUntil()))
                .param("at", Moments.bound(freeze.frozenAt()))
                .param("stood", freeze.stood())
                .param("kept", freeze.standingKept())
                .update();
        if (begun == 0) {
            return;
        }
        EnumSet<FigureRows.Lasting> told =
                freeze.stood() ? EnumSet.allOf(FigureRows.Lasting.class) : EnumSet.of(FigureRows.Lasting.KEPT);
        Map<String, Object> params = FigureParams.of(day.withDayOfMonth(1), day, dealership, freeze.knownUntil());
        params.put("known", freeze.knownUntil().atOffset(ZoneOffset.UTC));
        List<Count> counts = new ArrayList<>(jdbc.sql("""
                        select part, person_id, count(*) filter (where day = :date) as of_day, count(*) as of_month
                          from %s
                         group by part, person_id
                        """.formatted(FigureRows.asKnown(told, List.of())))
                .params(params)
                .query((row, number) -> new Count(
                        row.getString("part"),
                        row.getObject("person_id", UUID.class),
                        row.getLong("of_day"),
                        row.getLong("of_month")))
                .list());
        targets.forEach(
                one -> counts.add(new Count(TARGET + one.figure(), one.person().value(), 0, one.target())));
        template.batchUpdate("""
                insert into daily_frozen_figure (dealership_id, day, part, person_id, of_day, of_month)
                values (?, ?, ?, ?, ?, ?)
                """, counts, 1000, (statement, count) -> {
            statement.setInt(1, dealership.id().value());
            statement.setObject(2, day);
            statement.setString(3, count.part());
            statement.setObject(4, Objects.requireNonNullElse(count.person(), NOBODY));
            statement.setLong(5, count.ofDay());
            statement.setLong(6, count.ofMonth());
        });
        if (freeze.standingKept()) {
            standing.keep(day, freeze.knownUntil(), params, dealership);
        }
    }
}
