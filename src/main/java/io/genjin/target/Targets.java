package io.genjin.target;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores every act of setting targets; the newest value of each counts. */
@Repository
class Targets {

    private final JdbcClient jdbc;

    Targets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often the targets of a period were set: the version a reader saw. */
    int number(DealershipId dealership, String period) {
        return jdbc.sql("""
                        select coalesce(max(number), 0)
                          from target_change
                         where dealership_id = :dealership
                           and period = :period
                        """)
                .param("dealership", dealership.value())
                .param("period", period)
                .query(Integer.class)
                .single();
    }

    Map<StaffId, Map<Metric, Integer>> of(DealershipId dealership, YearMonth month) {
        Map<StaffId, Map<Metric, Integer>> targets = new HashMap<>();
        for (TargetChange change : history(dealership, month)) {
            StaffId consultant = change.consultant();
            if (consultant != null) {
                targets.computeIfAbsent(consultant, who -> new EnumMap<>(Metric.class))
                        .put(change.metric(), change.target());
            }
        }
        return targets;
    }

    Map<Metric, Integer> of(DealershipId dealership, Year year) {
        Map<Metric, Integer> targets = new EnumMap<>(Metric.class);
        history(dealership, year).forEach(change -> targets.put(change.metric(), change.target()));
        return targets;
    }

    /** Earliest first. */
    List<TargetChange> history(DealershipId dealership, YearMonth month) {
        return changes(dealership, month.toString(), """
                select c.number, t.consultant_id, t.metric, t.target, c.reason, c.set_by, c.set_at
                  from target_change c
                  join sales_target t
                    on t.dealership_id = c.dealership_id
                   and t.period = c.period
                   and t.number = c.number
                 where c.dealership_id = :dealership
                   and c.period = :period
                 order by c.number, t.consultant_id, t.metric
                """);
    }

    /** Earliest first. */
    List<TargetChange> history(DealershipId dealership, Year year) {
        return changes(dealership, year.toString(), """
                select c.number, null::uuid as consultant_id, t.metric, t.target, c.reason, c.set_by, c.set_at
                  from target_change c
                  join annual_target t
                    on t.dealership_id = c.dealership_id
                   and t.period = c.period
                   and t.number = c.number
                 where c.dealership_id = :dealership
                   and c.period = :period
                 order by c.number, t.metric
                """);
    }

    private List<TargetChange> changes(DealershipId dealership, String period, String sql) {
        Map<String, Integer> known = new HashMap<>();
        List<TargetChange> changes = new ArrayList<>();
        jdbc.sql(sql)
                .param("dealership", dealership.value())
                .param("period", period)
                .query(row -> {
                    UUID consultant = row.getObject("consultant_id", UUID.class);
                    int target = row.getInt("target");
                    changes.add(new TargetChange(
                            row.getInt("number"),
                            consultant == null ? null : new StaffId(consultant),
                            Metric.valueOf(row.getString("metric")),
                            known.put(consultant + row.getString("metric"), target),
                            target,
                            row.getString("reason"),
                            new StaffId(row.getObject("set_by", UUID.class)),
                            Moments.read(row, "set_at")));
                });
        return changes;
    }

    void set(
            DealershipId dealership,
            YearMonth month,
            int number,
            List<SalesTarget> targets,
            @Nullable String reason,
            StaffId by,
            Instant at) {
        begin(dealership, month.toString(), number, reason, by, at);
        targets.forEach(target -> jdbc.sql("""
                        insert into sales_target (dealership_id, period, number, consultant_id, metric, target)
                        values (:dealership, :period, :number, :consultant, :metric, :target)
                        """)
                .param("dealership", dealership.value())
                .param("period", month.toString())
                .param("number", number)
                .param("consultant", target.consultant().value())
                .param("metric", target.metric().name())
                .param("target", target.target())
                .update());
    }

    void set(
            DealershipId dealership,
            Year year,
            int number,
            Map<Metric, Integer> targets,
            @Nullable String reason,
            StaffId by,
            Instant at) {
        begin(dealership, year.toString(), number, reason, by, at);
        targets.forEach((metric, target) -> jdbc.sql("""
                        insert into annual_target (dealership_id, period, number, metric, target)
                        values (:dealership, :period, :number, :metric, :target)
                        """)
                .param("dealership", dealership.value())
                .param("period", year.toString())
                .param("number", number)
                .param("metric", metric.name())
                .param("target", target)
                .update());
    }

    /** What was said of the spread of a year, earliest first; the last one counts. */
    List<SpreadChange> spreads(DealershipId dealership, Year year) {
        Map<Integer, List<Integer>> weights = new HashMap<>();
        jdbc.sql("""
                        select number, weight
                          from annual_spread_month
                         where dealership_id = :dealership
                           and period = :period
                         order by number, month
                        """)
                .param("dealership", dealership.value())
                .param("period", year.toString())
                .query(row -> {
                    weights.computeIfAbsent(row.getInt("number"), none -> new ArrayList<>())
                            .add(row.getInt("weight"));
                });
        return jdbc.sql("""
                        select s.number, s.begins, c.reason, c.set_by, c.set_at
                          from annual_spread s
                          join target_change c
                            on c.dealership_id = s.dealership_id
                           and c.period = s.period
                           and c.number = s.number
                         where s.dealership_id = :dealership
                           and s.period = :period
                         order by s.number
                        """)
                .param("dealership", dealership.value())
                .param("period", year.toString())
                .query((row, place) -> new SpreadChange(
                        row.getInt("number"),
                        row.getObject("begins", LocalDate.class),
                        weights.get(row.getInt("number")),
                        row.getString("reason"),
                        new StaffId(row.getObject("set_by", UUID.class)),
                        Moments.read(row, "set_at")))
                .list();
    }

    void spread(DealershipId dealership, Year year, SpreadChange change) {
        begin(dealership, year.toString(), change.number(), change.reason(), change.by(), change.at());
        jdbc.sql("""
                        insert into annual_spread (dealership_id, period, number, begins)
                        values (:dealership, :period, :number, :begins)
                        """)
                .param("dealership", dealership.value())
                .param("period", year.toString())
                .param("number", change.number())
                .param("begins", change.begins())
                .update();
        List<Integer> weights = change.weights();
        for (int month = 1; weights != null && month <= weights.size(); month++) {
            jdbc.sql("""
                            insert into annual_spread_month (dealership_id, period, number, month, weight)
                            values (:dealership, :period, :number, :month, :weight)
                            """)
                    .param("dealership", dealership.value())
                    .param("period", year.toString())
                    .param("number", change.number())
                    .param("month", month)
                    .param("weight", weights.get(month - 1))
                    .update();
        }
    }

    private void begin(
            DealershipId dealership, String period, int number, @Nullable String reason, StaffId by, Instant at) {
        try {
            jdbc.sql("""
                            insert into target_change (dealership_id, period, number, reason, set_by, set_at)
                            values (:dealership, :period, :number, :reason, :by, :at)
                            """)
                    .param("dealership", dealership.value())
                    .param("period", period)
                    .param("number", number)
                    .param("reason", reason)
                    .param("by", by.value())
                    .param("at", Moments.bound(at))
                    .update();
        } catch (DuplicateKeyException somebodyElse) {
            throw new TargetsChanged(number);
        }
    }
}
