package io.genjin.objection;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.Conditions;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the dealership has learned from its objections: answers that worked, and the shares of 2.7, of this house only. */
@Component
public class Learned {

    private static final int MOST_ANSWERS = 60;
    private static final int HUNDRED = 100;

    private final JdbcClient jdbc;
    private final ObjectionFile file;
    private final Dealerships dealerships;
    private final Clock clock;

    Learned(JdbcClient jdbc, ObjectionFile file, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.file = file;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** A part of a whole; of nothing there is no share (4.1 rule 4). */
    public record Rate(long part, long whole) {

        public @Nullable BigDecimal percent() {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part * HUNDRED).divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
        }

        /** {@code 67 %}, or a dash when there is nothing to divide by. */
        public String shown() {
            BigDecimal percent = percent();
            return percent == null ? "–" : percent.toPlainString() + " %";
        }
    }

    /**
     * An answer that convinced somebody, without anything of a customer.
     *
     * @param model nothing when it was given about no certain car
     * @param used  how often it was given to objections of this kind about this model
     */
    public record KnownAnswer(ObjectionType type, @Nullable String model, String words, long used, long worked) {

        public Rate rate() {
            return new Rate(worked, used);
        }
    }

    /** Objections of one kind. */
    public record OfType(ObjectionType type, long all, long resolved, long open, long lost) {

        /** Resolved of those that are settled. */
        public Rate rate() {
            return new Rate(resolved, resolved + lost);
        }
    }

    /** Objections about a model in which a competitor was named. */
    public record OfCompetitor(@Nullable String model, String competitor, long named, long ofModel) {

        public Rate share() {
            return new Rate(named, ofModel);
        }
    }

    /** The figures of a time; each opens the objections it counts. */
    public record Figures(List<OfType> types, List<OfCompetitor> competitors) {

        public OfType sum() {
            return new OfType(
                    ObjectionType.OTHER,
                    types.stream().mapToLong(OfType::all).sum(),
                    types.stream().mapToLong(OfType::resolved).sum(),
                    types.stream().mapToLong(OfType::open).sum(),
                    types.stream().mapToLong(OfType::lost).sum());
        }
    }

    /** Answers that worked at least once in the last year, the most reliable first. */
    @Transactional(readOnly = true)
    public List<KnownAnswer> answers(@Nullable ObjectionType type, @Nullable String model, StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        Conditions where = Conditions.in(reader.dealership(), "o.dealership_id")
                .and("a.answered_at >= :since")
                .with("since", dealerships.get(reader.dealership()).startOf(today.minusYears(1)))
                .given("type", type, "o.type = :type")
                .given("model", model == null || model.isBlank() ? null : model, "o.model = :model");
        return jdbc.sql("""
                        select o.type, o.model, min(a.answer) as words, count(*) as used,
                               count(*) filter (where a.result = 'RESOLVED' and a.failed_at is null) as worked
                          from objection_answer a
                          join objection o on o.dealership_id = a.dealership_id and o.id = a.objection_id
                         where %s
                         group by o.type, o.model, a.answer_plain
                        having count(*) filter (where a.result = 'RESOLVED' and a.failed_at is null) > 0
                         order by count(*) filter (where a.result = 'RESOLVED' and a.failed_at is null)::numeric / count(*) desc,
                                  count(*) desc, o.type, o.model nulls last, words
                         limit :rows
                        """.formatted(where.sql()))
                .params(where.params())
                .param("rows", MOST_ANSWERS)
                .query((row, number) -> new KnownAnswer(
                        ObjectionType.valueOf(row.getString("type")),
                        row.getString("model"),
                        row.getString("words"),
                        row.getLong("used"),
                        row.getLong("worked")))
                .list();
    }

    /** Shares by type and competitor among the objections that the reader may see. */
    @Transactional(readOnly = true)
    public Figures figures(LocalDate from, LocalDate to, StaffMember reader) {
        Conditions where = file.seen(new ObjectionFile.Filter(null, null, null, null, from, to), reader);
        List<OfType> types = jdbc.sql("""
                        select o.type, count(*) as everything, count(*) filter (where o.result = 'RESOLVED') as resolved,
                               count(*) filter (where o.result = 'OPEN') as open, count(*) filter (where o.result = 'LOST') as lost
                          from objection o
                          join prospect_report p on p.dealership_id = o.dealership_id and p.id = o.prospect_id
                         where %s
                         group by o.type
                         order by count(*) desc, o.type
                        """.formatted(where.sql()))
                .params(where.params())
                .query((row, number) -> new OfType(
                        ObjectionType.valueOf(row.getString("type")),
                        row.getLong("everything"),
                        row.getLong("resolved"),
                        row.getLong("open"),
                        row.getLong("lost")))
                .list();
        List<OfCompetitor> competitors = jdbc.sql("""
                        select counted.model, counted.competitor, counted.named, counted.of_model
                          from (select o.model, o.competitor, count(*) as named,
                                       sum(count(*)) over (partition by o.model) as of_model
                                  from objection o
                                  join prospect_report p on p.dealership_id = o.dealership_id and p.id = o.prospect_id
                                 where %s
                                 group by o.model, o.competitor) counted
                         where counted.competitor is not null
                         order by counted.named desc, counted.model nulls last, counted.competitor
                         limit :rows
                        """.formatted(where.sql()))
                .params(where.params())
                .param("rows", MOST_ANSWERS)
                .query((row, number) -> new OfCompetitor(
                        row.getString("model"),
                        row.getString("competitor"),
                        row.getLong("named"),
                        row.getLong("of_model")))
                .list();
        return new Figures(types, competitors);
    }
}
