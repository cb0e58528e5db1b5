package io.genjin.process;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Cursor;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dealership's funnel by event (4.6): how many customers reached each stage for the first time in a period, whatever the order in
 * which they came, and how many days lay between it and the stage they reached before. Merged cases are one customer (4.1 rule 7).
 */
@Component
public class Funnel {

    private static final int MOST_ROWS = 100;

    /** Each customer's first arrival at each stage, with the arrival before it; places are filled with constants only. */
    private static final String STEPS = """
            with arrival as (
                select m.survivor_id, %s as stage, min(e.happened_at) as first_at
                  from journal_entry e
                  join merged_prospect m on m.dealership_id = e.dealership_id and m.id = e.prospect_id
                 where e.dealership_id = :dealership
                   and e.kind in (:kinds)
                 group by m.survivor_id, %s
            ), step as (
                select survivor_id, stage, first_at, lag(first_at) over (partition by survivor_id order by first_at, stage) as before_at
                  from arrival
            )
            """.formatted(Stage.column("e.kind"), Stage.column("e.kind"));

    private final JdbcClient jdbc;
    private final Dealerships dealerships;

    Funnel(JdbcClient jdbc, Dealerships dealerships) {
        this.jdbc = jdbc;
        this.dealerships = dealerships;
    }

    /**
     * One stage of the funnel.
     *
     * @param reached    customers who reached it for the first time in the period
     * @param medianDays days since the stage reached before, in the middle of them; nothing when nobody had one
     */
    public record Level(Stage stage, long reached, @Nullable BigDecimal medianDays) {}

    /** A customer counted in a level. */
    public record Row(
            ProspectId prospect, Instant at, @Nullable Instant before) {}

    /** All ten stages for the days from {@code from} to {@code to}. */
    @Transactional(readOnly = true)
    public List<Level> levels(LocalDate from, LocalDate to, StaffMember reader) {
        record Counted(int stage, long reached, @Nullable BigDecimal median) {}
        Map<Integer, Counted> counted = new HashMap<>();
        jdbc.sql(STEPS + """
                        select stage, count(*) as reached,
                               percentile_cont(0.5) within group (order by extract(epoch from first_at - before_at) / 86400)
                                   filter (where before_at is not null) as median_days
                          from step
                         where first_at >= :from
                           and first_at < :until
                         group by stage
                        """)
                .params(params(from, to, reader))
                .query((row, number) ->
                        new Counted(row.getInt("stage"), row.getLong("reached"), row.getBigDecimal("median_days")))
                .list()
                .forEach(one -> counted.put(one.stage(), one));
        return Arrays.stream(Stage.values())
                .map(stage -> {
                    Counted one = counted.get(stage.ordinal());
                    BigDecimal median = one == null ? null : one.median();
                    return new Level(
                            stage,
                            one == null ? 0 : one.reached(),
                            median == null ? null : median.setScale(1, RoundingMode.HALF_UP));
                })
                .toList();
    }

    /** The customers counted in a level, newest first. */
    @Transactional(readOnly = true)
    public Page<Row> rows(
            Stage stage, LocalDate from, LocalDate to, int limit, @Nullable String cursor, StaffMember reader) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        Cursor after = Cursor.read(cursor, 2);
        Map<String, Object> params = params(from, to, reader);
        params.put("stage", stage.ordinal());
        params.put("rows", limit + 1);
        params.put(
                "lastAt",
                after == null
                        ? params.get("until")
                        : Moments.bound(Cursor.instant(after.values().get(0))));
        params.put(
                "lastId",
                after == null ? new UUID(-1, -1) : Cursor.uuid(after.values().get(1)));
        List<Row> rows = jdbc.sql(STEPS + """
                        select survivor_id, first_at, before_at
                          from step
                         where stage = :stage
                           and first_at >= :from
                           and first_at < :until
                           and (first_at, survivor_id) < (:lastAt, :lastId)
                         order by first_at desc, survivor_id desc
                         limit :rows
                        """)
                .params(params)
                .query((row, number) -> new Row(
                        new ProspectId(row.getObject("survivor_id", UUID.class)),
                        Moments.read(row, "first_at"),
                        Moments.readOrNull(row, "before_at")))
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.at(), last.prospect()));
    }

    private Map<String, Object> params(LocalDate from, LocalDate to, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Map<String, Object> params = new HashMap<>();
        params.put("dealership", dealership.id().value());
        params.put("kinds", Stage.reaching());
        OffsetDateTime begins = Moments.bound(dealership.startOf(PeriodDay.of("from", from)));
        params.put("from", begins);
        params.put(
                "until", Moments.bound(dealership.startOf(PeriodDay.of("to", to).plusDays(1))));
        return params;
    }
}
