package io.genjin.report;

import io.genjin.dealership.Dealership;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps, row by row, what stood when a day closed: stocks, and the month's promises that were open. A customer at grade B stands
 * there for weeks, so a day keeps only what came and what went since the frozen day before it; of a store with thousands of open
 * customers that is some hundred rows.
 */
@Repository
class FrozenStanding {

    /** Stands on one day alone: every day keeps its own, and none of them goes. */
    private static final Set<String> OF_ONE_DAY = Set.of("DUE_OPEN", "NOW_DUE_TOMORROW", "NOW_APPOINTMENT_TOMORROW");

    private static final String ONE_DAY = OF_ONE_DAY.stream().sorted().collect(Collectors.joining("', '", "('", "')"));

    private static final String COLUMNS =
            "part, id, day, stands, person_id, prospect_id, moment, promised_for, is_entry";

    /** What stands at the end of the frozen day {@code :date}, of the days {@code :from} to {@code :date}. */
    private static final String ROWS = """
            select s.part, s.id, s.person_id, coalesce(s.promised_for, :date) as day, s.moment, s.prospect_id, s.is_entry
              from (select distinct on (c.part, c.id) %1$s
                      from daily_frozen_standing c
                     where c.dealership_id = :dealership
                       and c.part in (:parts)
                       and c.part not in %2$s
                       and c.day <= :date
                     order by c.part, c.id, c.day desc) s
             where s.stands
               and coalesce(s.promised_for, :date) between :from and :date
            union all
            select o.part, o.id, o.person_id, coalesce(o.promised_for, :date), o.moment, o.prospect_id, o.is_entry
              from daily_frozen_standing o
             where o.dealership_id = :dealership
               and o.part in (:parts)
               and o.part in %2$s
               and o.day = :date
               and coalesce(o.promised_for, :date) between :from and :date
            union all
            select p.part, p.id, p.person_id, p.day, p.moment, p.prospect_id, p.is_entry
              from daily_frozen_promise p
             where p.dealership_id = :dealership
               and p.part in (:parts)
               and p.day = :date
               and :from = :date
            """.formatted(COLUMNS, ONE_DAY);

    private record Place(String part, UUID id) {}

    private record Standing(
            Place place,
            @Nullable UUID person,
            UUID prospect,
            Instant moment,
            @Nullable LocalDate promisedFor,
            boolean entry) {

        /** Whether the same stood before. Since when a customer has been in the base is told by the row that stands. */
        boolean isAs(@Nullable Standing before) {
            return before != null
                    && Objects.equals(person, before.person)
                    && prospect.equals(before.prospect)
                    && Objects.equals(promisedFor, before.promisedFor)
                    && (place.part().startsWith("BASE_") || moment.equals(before.moment));
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    FrozenStanding(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * The rows of {@code :parts} that stood at the end of the frozen day {@code :date}; of promises those for the days {@code :from}
     * to {@code :date}. Days frozen by an older version know their own promises alone.
     */
    static String rows() {
        return ROWS;
    }

    /** Keeps what stands as the day closes. Whoever calls has read its counts in the same transaction. */
    void keep(LocalDate day, Instant known, Map<String, Object> ofMonth, Dealership dealership) {
        Map<Place, Standing> gone = before(day, dealership.id());
        List<Standing> came = new ArrayList<>();
        for (Standing one : standing(known, ofMonth)) {
            if (!one.isAs(gone.remove(one.place()))) {
                came.add(one);
            }
        }
        LocalDate first = YearMonth.from(day).atDay(1);
        write(came, true, day, dealership.id());
        write(
                gone.values().stream()
                        .filter(one ->
                                one.promisedFor() == null || !one.promisedFor().isBefore(first))
                        .toList(),
                false,
                day,
                dealership.id());
    }

    private List<Standing> standing(Instant known, Map<String, Object> ofMonth) {
        return jdbc.sql("""
                        select part, id, person_id, prospect_id, moment, day, is_entry
                          from %s
                        """.formatted(FigureRows.asKnown(
                        EnumSet.of(FigureRows.Lasting.STANDING, FigureRows.Lasting.STOCK), List.of())))
                .params(ofMonth)
                .query((row, number) -> {
                    String part = row.getString("part");
                    boolean stock = !FigureRows.hasPart(FigureRows.Lasting.STANDING, part);
                    return new Standing(
                            place(row),
                            row.getObject("person_id", UUID.class),
                            row.getObject("prospect_id", UUID.class),
                            part.startsWith("BASE_") ? known : Moments.read(row, "moment"),
                            stock ? null : row.getObject("day", LocalDate.class),
                            row.getBoolean("is_entry"));
                })
                .list();
    }

    private Map<Place, Standing> before(LocalDate day, DealershipId dealership) {
        Map<Place, Standing> before = new HashMap<>();
        jdbc.sql("""
                        select distinct on (part, id) %s
                          from daily_frozen_standing
                         where dealership_id = :dealership
                           and part not in %s
                           and day < :day
                         order by part, id, day desc
                        """.formatted(COLUMNS, ONE_DAY))
                .param("dealership", dealership.value())
                .param("day", day)
                .query(row -> {
                    if (row.getBoolean("stands")) {
                        before.put(
                                place(row),
                                new Standing(
                                        place(row),
                                        row.getObject("person_id", UUID.class),
                                        row.getObject("prospect_id", UUID.class),
                                        Moments.read(row, "moment"),
                                        row.getObject("promised_for", LocalDate.class),
                                        row.getBoolean("is_entry")));
                    }
                });
        return before;
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("part"), row.getObject("id", UUID.class));
    }

    private void write(List<Standing> rows, boolean stands, LocalDate day, DealershipId dealership) {
        template.batchUpdate("""
                insert into daily_frozen_standing (dealership_id, part, day, id, stands, person_id, prospect_id, moment, promised_for,
                                                   is_entry)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, 1000, (statement, one) -> {
            statement.setInt(1, dealership.value());
            statement.setString(2, one.place().part());
            statement.setObject(3, day);
            statement.setObject(4, one.place().id());
            statement.setBoolean(5, stands);
            statement.setObject(6, one.person());
            statement.setObject(7, one.prospect());
            statement.setObject(8, Moments.bound(one.moment()));
            statement.setObject(9, one.promisedFor());
            statement.setBoolean(10, one.entry());
        });
    }
}
