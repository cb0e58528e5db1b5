package io.genjin.funnel;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.funnel.FunnelCounts.Reached;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.Cursor;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sales funnel (漏斗, 4.6), whole and in slices, and the prospects behind each number. A consultant sees the funnel of their own,
 * managers that of all.
 */
@Component
public class FunnelReport {

    /** What stands in an address for a value that is not known: no model on the card, no owner. */
    public static final String UNKNOWN = "-";

    static final String OPERATION = "funnel.read";

    private static final int MOST_DAYS = 366;
    private static final int MOST_ROWS = 100;
    private static final int DAYS_BACK = 89;

    /**
     * One part of a funnel.
     *
     * @param values what its prospects are, in the order in which the question cuts: a source's code, a person's id, a model, a grade, a
     *               Monday; {@code ""} where it is not known
     */
    public record Slice(List<String> values, FunnelCounts counts) {}

    /** @param slices in the order of their values; none when the question cuts nothing */
    public record Reading(FunnelQuestion question, FunnelCounts whole, List<Slice> slices) {}

    /**
     * A prospect that a number counts.
     *
     * @param days calendar days since the stage before; nothing when that was not reached, or later
     */
    public record Row(
            ProspectId prospect,
            LocalDate receivedOn,
            Instant at,
            @Nullable Integer days,
            @Nullable StaffId consultant) {}

    private final JdbcClient jdbc;
    private final Rights rights;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    FunnelReport(JdbcClient jdbc, Rights rights, StaffDirectory staff, Dealerships dealerships, Clock clock) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** What somebody asks, in the words of an address; nothing where they said nothing. */
    public record Asked(
            @Nullable Basis basis,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate until,
            Map<Dimension, String> only,
            List<Dimension> by) {}

    /**
     * Reads the question: the last 90 days as a cohort until today, unless told otherwise.
     *
     * @throws FieldsRefused naming the days, or the value that nobody has
     */
    @Transactional(readOnly = true)
    public FunnelQuestion question(Asked asked, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        LocalDate today = dealership.today(clock);
        LocalDate to = PeriodDay.of("to", asked.to() == null ? today : asked.to());
        LocalDate from = PeriodDay.of("from", asked.from() == null ? to.minusDays(DAYS_BACK) : asked.from());
        if (to.isBefore(from)) {
            throw new FieldsRefused(Field.of("to", "field.periodOrder"));
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new FieldsRefused(Field.of("to", "field.periodLong", MOST_DAYS));
        }
        Basis basis = asked.basis() == null ? Basis.COHORT : asked.basis();
        LocalDate until = basis == Basis.PERIOD ? to : until(asked.until(), from, today);
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        asked.only().forEach((dimension, value) -> {
            if (!value.isBlank()) {
                only.put(dimension, known(dimension, value.strip(), reader));
            }
        });
        if (!seesAll(reader)) {
            only.put(Dimension.CONSULTANT, reader.id().toString());
        }
        List<Dimension> by = asked.by().stream()
                .distinct()
                .filter(dimension -> !only.containsKey(dimension))
                .limit(2)
                .toList();
        return new FunnelQuestion(basis, from, to, until, only, by);
    }

    private static LocalDate until(@Nullable LocalDate asked, LocalDate from, LocalDate today) {
        if (asked == null) {
            return today.isBefore(from) ? from : today;
        }
        PeriodDay.of("until", asked);
        if (asked.isBefore(from)) {
            throw new FieldsRefused(Field.of("until", "field.funnelUntil"));
        }
        return asked;
    }

    private String known(Dimension dimension, String value, StaffMember reader) {
        if (value.equals(UNKNOWN)) {
            return "";
        }
        boolean exists =
                switch (dimension) {
                    case SOURCE ->
                        Arrays.stream(Source.values())
                                .anyMatch(one -> one.name().equals(value));
                    case GRADE ->
                        Arrays.stream(Grade.values()).anyMatch(one -> one.name().equals(value));
                    case WEEK -> isMonday(value);
                    case MODEL, CONSULTANT -> true;
                };
        if (!exists) {
            throw new FieldsRefused(Field.of(dimension.column(), "field.funnelValue"));
        }
        return dimension == Dimension.CONSULTANT
                ? staff.byUsername(reader.dealership(), value)
                        .filter(member -> seesAll(reader) || member.id().equals(reader.id()))
                        .map(member -> member.id().toString())
                        .orElseThrow(() -> new FieldsRefused(Field.of("consultant", "field.consultant")))
                : value;
    }

    private static boolean isMonday(String value) {
        try {
            return LocalDate.parse(value).getDayOfWeek().getValue() == 1;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    public boolean seesAll(StaffMember reader) {
        return rights.reachOf(reader, OPERATION) == Reach.ALL;
    }

    /** The funnel that was asked for. */
    @Transactional(readOnly = true)
    public Reading read(FunnelQuestion question, StaffMember reader) {
        List<String> columns = question.by().stream().map(Dimension::column).toList();
        String named = columns.isEmpty() ? "" : String.join(", ", columns) + ", ";
        Map<FunnelStage, Reached> whole = new EnumMap<>(FunnelStage.class);
        Map<List<String>, Map<FunnelStage, Reached>> slices = new LinkedHashMap<>();
        jdbc.sql(FunnelRows.sql(question.basis(), FunnelRows.asksModel(question))
                        + """
                        select %s stage, %s as whole, count(*) as reached, count(*) filter (where straight) as straight,
                               count(days) as timed, percentile_cont(0.5) within group (order by days) as median_days
                          from counted
                         where true
                           %s
                         group by grouping sets ((stage)%s)
                        """.formatted(
                                        named,
                                        columns.isEmpty() ? "1" : "grouping(" + columns.get(0) + ")",
                                        FunnelRows.only(question),
                                        columns.isEmpty() ? "" : ", (" + named + "stage)"))
                .params(params(question, reader))
                .query(row -> {
                    BigDecimal median = row.getBigDecimal("median_days");
                    Reached reached = new Reached(
                            row.getLong("reached"),
                            row.getLong("straight"),
                            median == null ? null : median.setScale(1, RoundingMode.HALF_UP),
                            row.getLong("timed"));
                    FunnelStage stage = FunnelStage.values()[row.getInt("stage")];
                    if (row.getInt("whole") == 1) {
                        whole.put(stage, reached);
                    } else {
                        List<String> values = new ArrayList<>();
                        for (String column : columns) {
                            values.add(row.getString(column));
                        }
                        slices.computeIfAbsent(values, none -> new EnumMap<>(FunnelStage.class))
                                .put(stage, reached);
                    }
                });
        return new Reading(
                question,
                new FunnelCounts(whole),
                slices.entrySet().stream()
                        .map(one -> new Slice(one.getKey(), new FunnelCounts(one.getValue())))
                        .sorted(Comparator.comparing((Slice slice) -> sortKey(question, slice)))
                        .toList());
    }

    /** Sources and grades in the house's order, the rest by itself, what is not known last. */
    private static String sortKey(FunnelQuestion question, Slice slice) {
        StringBuilder key = new StringBuilder();
        for (int place = 0; place < question.by().size(); place++) {
            String value = slice.values().get(place);
            key.append(
                    value.isEmpty()
                            ? "\uffff"
                            : switch (question.by().get(place)) {
                                case SOURCE ->
                                    "%02d".formatted(Source.valueOf(value).ordinal());
                                case GRADE ->
                                    "%02d".formatted(Grade.valueOf(value).ordinal());
                                case CONSULTANT, MODEL, WEEK -> value;
                            });
            key.append('\u0000');
        }
        return key.toString();
    }

    /** The prospects that a number counts, latest first. */
    @Transactional(readOnly = true)
    public Page<Row> rows(
            FunnelQuestion question, FunnelStage stage, int limit, @Nullable String cursor, StaffMember reader) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new FieldsRefused(Field.of("limit", "field.limit"));
        }
        Cursor after = Cursor.read(cursor, 2);
        Map<String, Object> params = params(question, reader);
        params.put("stage", stage.ordinal());
        params.put("rows", limit + 1);
        if (after != null) {
            params.put("lastAt", Moments.bound(Cursor.instant(after.values().get(0))));
            params.put("lastId", Cursor.uuid(after.values().get(1)));
        }
        List<Row> rows = jdbc.sql(FunnelRows.sql(question.basis(), FunnelRows.asksModel(question))
                        + """
                        select survivor_id, received_on, happened_at, days, consultant
                          from counted
                         where stage = :stage
                           %s
                           %s
                         order by happened_at desc, survivor_id desc
                         limit :rows
                        """.formatted(
                                        FunnelRows.only(question),
                                        after == null ? "" : "and (happened_at, survivor_id) < (:lastAt, :lastId)"))
                .params(params)
                .query((row, number) -> {
                    String consultant = row.getString("consultant");
                    return new Row(
                            new ProspectId(row.getObject("survivor_id", UUID.class)),
                            row.getObject("received_on", LocalDate.class),
                            Moments.read(row, "happened_at"),
                            row.getObject("days", Integer.class),
                            consultant.isEmpty() ? null : new StaffId(UUID.fromString(consultant)));
                })
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.at(), last.prospect()));
    }

    private static Map<String, Object> params(FunnelQuestion question, StaffMember reader) {
        Map<String, Object> params = new HashMap<>();
        params.put("dealership", reader.dealership().value());
        params.put("from", question.from());
        params.put("to", question.to());
        params.put("until", question.until());
        question.only().forEach((dimension, value) -> params.put(dimension.column(), value));
        return params;
    }
}
