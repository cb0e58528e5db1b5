package io.genjin.testdrive;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The test drives of a month: rides and drives, whether each was agreed to, how the cars were used, and what looks wrong. Each
 * number is how many of the rows it opens.
 */
@Component
public class MonthOfDrives {

    private static final int DIGITS = 4;
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    /** What is counted; its words are the text {@code driveFigure.<CODE>}. */
    public enum Figure {
        TAKEN,
        RIDES,
        DRIVES,
        CUSTOMER_DAYS,
        AGREED,
        EVALUATED,
        UNASKED,
        MARKED
    }

    /** What looks wrong about a drive (2.6 failure modes); its words are the text {@code driveMark.<CODE>}. */
    public enum Mark {
        /** Recorded on the day on which the same customer took delivery. */
        DELIVERY_DAY,
        /** The same licence drove for several customers on one day, or two drives share kilometres of one car. */
        SEVERAL_CUSTOMERS,
        /** Nobody can have driven the route: not a kilometre, or not five minutes. */
        BARELY_MOVED,
        /** Back much later than booked, while others may have waited. */
        CAR_BLOCKED
    }

    /**
     * One ride or drive.
     *
     * @param customer the customer's name, when the reader may know it
     */
    public record Row(
            DriveId drive,
            ProspectId prospect,
            @Nullable String customer,
            StaffId consultant,
            CarId car,
            DriveMode mode,
            Instant returnedAt,
            LocalDate day,
            int km,
            long minutes,
            boolean agreed,
            boolean evaluated,
            Set<Mark> marks) {}

    /**
     * How one car was used.
     *
     * @param share of the open hours; nothing when there were none (4.1 rule 4)
     */
    public record Use(
            TestDriveCar car,
            int drives,
            int km,
            long minutes,
            @Nullable BigDecimal share) {}

    /**
     * The month.
     *
     * @param coverage        drives with a signed agreement of all: the target is 100 %
     * @param visitors        customers who came to the showroom in the month
     * @param driven          those of them who rode or drove in the month (K12)
     * @param drivenOrdered   those of them who ordered since (K13)
     */
    public record Month(
            YearMonth month,
            List<Row> rows,
            Map<Figure, Integer> figures,
            @Nullable BigDecimal coverage,
            List<Use> cars,
            Map<Declined.Reason, Integer> declined,
            int visitors,
            int driven,
            int drivenOrdered) {

        public @Nullable BigDecimal k12() {
            return share(driven, visitors);
        }

        public @Nullable BigDecimal k13() {
            return share(drivenOrdered, driven);
        }

        /** The rows that a number counts. */
        public List<Row> members(Figure figure) {
            Set<String> seen = new HashSet<>();
            return rows.stream()
                    .filter(row -> switch (figure) {
                        case TAKEN -> true;
                        case RIDES -> !row.mode().drives();
                        case DRIVES -> row.mode().drives();
                        case CUSTOMER_DAYS -> row.agreed() && seen.add(row.prospect() + "|" + row.day());
                        case AGREED -> row.agreed();
                        case EVALUATED -> row.evaluated();
                        case UNASKED -> !row.evaluated();
                        case MARKED -> !row.marks().isEmpty();
                    })
                    .toList();
        }
    }

    private final JdbcClient jdbc;
    private final Cars cars;
    private final Settings settings;
    private final Names names;
    private final ClosedDays closedDays;
    private final Dealerships dealerships;
    private final Clock clock;

    MonthOfDrives(
            JdbcClient jdbc,
            Cars cars,
            Settings settings,
            Names names,
            ClosedDays closedDays,
            Dealerships dealerships,
            Clock clock) {
        this.jdbc = jdbc;
        this.cars = cars;
        this.settings = settings;
        this.names = names;
        this.closedDays = closedDays;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }

    /**
     * The month asked for, this one unless another is named.
     *
     * @throws FieldsRefused naming {@code month} when it has not come yet
     */
    @Transactional(readOnly = true)
    public Month of(@Nullable YearMonth asked, StaffMember reader) {
        Dealership where = dealerships.get(reader.dealership());
        LocalDate today = where.today(clock);
        YearMonth month = asked == null ? YearMonth.from(today) : asked;
        if (month.isAfter(YearMonth.from(today))) {
            throw new FieldsRefused(Field.of("month", "field.drive.monthToCome"));
        }
        List<Row> rows = rows(month, where, reader);
        Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
        Month counted = new Month(
                month,
                rows,
                figures,
                share(rows.stream().filter(Row::agreed).count(), rows.size()),
                uses(rows, month, today, reader),
                declined(month, where),
                customers(VISITORS, month, where),
                customers(DRIVEN, month, where),
                customers(DRIVEN_ORDERED, month, where));
        for (Figure figure : Figure.values()) {
            figures.put(figure, counted.members(figure).size());
        }
        return counted;
    }

    private static final String ROWS = """
            select d.id, d.prospect_id, d.consultant_id, d.car_id, d.mode, d.started_at, d.returned_at, d.km_start, d.km_end,
                   s.to_at, a.drive_id is not null as agreed, e.drive_id is not null as evaluated,
                   exists (select 1
                             from journal_entry j
                            where j.dealership_id = :dealership
                              and j.prospect_id = d.prospect_id
                              and j.kind = 'DELIVERED'
                              and j.happened_on = (d.returned_at at time zone :zone)::date) as delivery_day,
                   exists (select 1
                             from test_drive_agreement b
                             join test_drive o on o.dealership_id = b.dealership_id and o.id = b.drive_id
                            where b.dealership_id = :dealership
                              and b.licence_hash = a.licence_hash
                              and o.prospect_id <> d.prospect_id
                              and (b.agreed_at at time zone :zone)::date = (a.agreed_at at time zone :zone)::date)
                   or exists (select 1
                                from test_drive o
                               where o.dealership_id = :dealership
                                 and o.car_id = d.car_id
                                 and o.prospect_id <> d.prospect_id
                                 and o.km_start < d.km_end
                                 and o.km_end > d.km_start) as several
              from test_drive d
              join test_drive_slot s on s.dealership_id = d.dealership_id and s.id = d.id
              left join test_drive_agreement a on a.dealership_id = d.dealership_id and a.drive_id = d.id
              left join test_drive_evaluation e on e.dealership_id = d.dealership_id and e.drive_id = d.id
             where d.dealership_id = :dealership
               and d.returned_at >= :from
               and d.returned_at < :to
             order by d.returned_at, d.id
            """;

    private List<Row> rows(YearMonth month, Dealership where, StaffMember reader) {
        List<Row> rows = jdbc.sql(ROWS)
                .param("dealership", where.id().value())
                .param("zone", where.zone().getId())
                .param("from", Moments.bound(where.startOf(month.atDay(1))))
                .param("to", Moments.bound(where.startOf(month.plusMonths(1).atDay(1))))
                .query((row, number) -> {
                    Instant started = Moments.read(row, "started_at");
                    Instant returned = Moments.read(row, "returned_at");
                    int km = row.getInt("km_end") - row.getInt("km_start");
                    Duration lasted = Duration.between(started, returned);
                    Set<Mark> marks = EnumSet.noneOf(Mark.class);
                    mark(marks, Mark.DELIVERY_DAY, row.getBoolean("delivery_day"));
                    mark(marks, Mark.SEVERAL_CUSTOMERS, row.getBoolean("several"));
                    mark(marks, Mark.BARELY_MOVED, km < 1 || lasted.compareTo(SHORTEST) < 0);
                    mark(
                            marks,
                            Mark.CAR_BLOCKED,
                            returned.isAfter(Moments.read(row, "to_at").plus(Duration.ofMinutes(30))));
                    return new Row(
                            new DriveId(row.getObject("id", UUID.class)),
                            new ProspectId(row.getObject("prospect_id", UUID.class)),
                            null,
                            new StaffId(row.getObject("consultant_id", UUID.class)),
                            new CarId(row.getObject("car_id", UUID.class)),
                            DriveMode.valueOf(row.getString("mode")),
                            returned,
                            where.dayOf(returned),
                            km,
                            Math.max(1, lasted.toMinutes()),
                            row.getBoolean("agreed"),
                            row.getBoolean("evaluated"),
                            marks);
                })
                .list();
        Map<ProspectId, String> known =
                names.of(rows.stream().map(Row::prospect).collect(Collectors.toSet()), reader);
        return rows.stream()
                .map(row -> new Row(
                        row.drive(),
                        row.prospect(),
                        known.get(row.prospect()),
                        row.consultant(),
                        row.car(),
                        row.mode(),
                        row.returnedAt(),
                        row.day(),
                        row.km(),
                        row.minutes(),
                        row.agreed(),
                        row.evaluated(),
                        row.marks()))
                .toList();
    }

    private static void mark(Set<Mark> marks, Mark mark, boolean holds) {
        if (holds) {
            marks.add(mark);
        }
    }

    private List<Use> uses(List<Row> rows, YearMonth month, LocalDate today, StaffMember reader) {
        LocalDate last = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        DriveRules rules = settings.rules(reader.dealership());
        long openMinutes = closedDays.calendar(reader.dealership()).openDays(month.atDay(1), last)
                * Duration.between(rules.opens(), rules.closes()).toMinutes();
        Map<CarId, List<Row>> byCar = new HashMap<>();
        rows.forEach(row ->
                byCar.computeIfAbsent(row.car(), car -> new ArrayList<>()).add(row));
        return cars.all(reader.dealership()).stream()
                .filter(car -> car.status() != TestDriveCar.Status.RETIRED || byCar.containsKey(car.id()))
                .map(car -> {
                    List<Row> own = byCar.getOrDefault(car.id(), List.of());
                    long minutes = own.stream().mapToLong(Row::minutes).sum();
                    return new Use(
                            car,
                            own.size(),
                            own.stream().mapToInt(Row::km).sum(),
                            minutes,
                            share(minutes, openMinutes));
                })
                .toList();
    }

    private Map<Declined.Reason, Integer> declined(YearMonth month, Dealership where) {
        Map<Declined.Reason, Integer> reasons = new EnumMap<>(Declined.Reason.class);
        jdbc.sql("""
                        select reason, count(*) as times
                          from test_drive_declined
                         where dealership_id = :dealership
                           and declined_at >= :from
                           and declined_at < :to
                         group by reason
                        """)
                .param("dealership", where.id().value())
                .param("from", Moments.bound(where.startOf(month.atDay(1))))
                .param("to", Moments.bound(where.startOf(month.plusMonths(1).atDay(1))))
                .query(row -> {
                    reasons.put(Declined.Reason.valueOf(row.getString("reason")), row.getInt("times"));
                });
        return reasons;
    }

    private static final String VISITORS = """
            select count(distinct e.prospect_id)
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :first and :last
               and e.kind in ('VISIT_RECORDED', 'TEST_DRIVEN')
               and e.prospect_id is not null
            """;

    private static final String DRIVEN = """
            select count(distinct e.prospect_id)
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :first and :last
               and e.kind = 'TEST_DRIVEN'
            """;

    private static final String DRIVEN_ORDERED = """
            select count(distinct e.prospect_id)
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :first and :last
               and e.kind = 'TEST_DRIVEN'
               and exists (select 1
                             from journal_entry o
                            where o.dealership_id = :dealership
                              and o.prospect_id = e.prospect_id
                              and o.kind = 'ORDERED'
                              and o.happened_at >= e.happened_at)
            """;

    private int customers(String sql, YearMonth month, Dealership where) {
        return jdbc.sql(sql)
                .param("dealership", where.id().value())
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(Integer.class)
                .single();
    }
}
