package io.genjin.catalog;

import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loads and stores comparisons; every edition keeps its rows. */
@Repository
class Comparisons {

    private final JdbcClient jdbc;

    Comparisons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All comparisons, those in use first, by competitor. */
    List<Comparison> all(DealershipId dealership) {
        return read(dealership, null, "");
    }

    Comparison get(DealershipId dealership, ComparisonId id) {
        return one(dealership, id, "");
    }

    /** Reads a comparison to be changed, holding it until the transaction ends. */
    Comparison getForUpdate(DealershipId dealership, ComparisonId id) {
        return one(dealership, id, "for update of c");
    }

    private Comparison one(DealershipId dealership, ComparisonId id, String lock) {
        return read(dealership, id, lock).stream().findFirst().orElseThrow(() -> new NothingHere(id));
    }

    private List<Comparison> read(DealershipId dealership, @Nullable ComparisonId only, String lock) {
        Map<String, Object> params = new HashMap<>(Map.of("dealership", dealership.value()));
        if (only != null) {
            params.put("id", only.value());
        }
        String which = only == null ? "" : "and c.id = :id";
        List<Head> heads = jdbc.sql("""
                        select c.id, c.model_id, c.brand, c.model, c.trim_name, c.source, c.as_of,
                               c.retired, c.changed_by, c.changed_at, c.version
                          from comparison c
                         where c.dealership_id = :dealership
                           %s
                         order by c.retired, c.brand, c.model, c.id
                           %s
                        """.formatted(which, lock))
                .params(params)
                .query((row, number) -> head(row))
                .list();
        Map<UUID, List<ComparisonRow>> rows = jdbc
                .sql("""
                        select r.comparison_id, r.focus, r.ours, r.theirs, r.better, r.source
                          from comparison_row r
                          join comparison c
                            on c.dealership_id = r.dealership_id
                           and c.id = r.comparison_id
                           and c.version = r.version
                         where r.dealership_id = :dealership
                           %s
                        """.formatted(which))
                .params(params)
                .query((row, number) -> Map.entry(row.getObject("comparison_id", UUID.class), row(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return heads.stream()
                .map(head -> head.with(rows.getOrDefault(head.id().value(), List.of())))
                .toList();
    }

    /** A comparison without its rows. */
    private record Head(
            ComparisonId id, CarModelId model, Rival rival, String source, LocalDate asOf, CardEdition edition) {

        Comparison with(List<ComparisonRow> rows) {
            return new Comparison(id, new ComparisonText(model, rival, source, asOf, rows), edition);
        }
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                new ComparisonId(row.getObject("id", UUID.class)),
                new CarModelId(row.getObject("model_id", UUID.class)),
                new Rival(row.getString("brand"), row.getString("model"), row.getString("trim_name")),
                row.getString("source"),
                row.getObject("as_of", LocalDate.class),
                SkillCards.edition(row));
    }

    private static ComparisonRow row(ResultSet row) throws SQLException {
        return new ComparisonRow(
                Focus.valueOf(row.getString("focus")),
                row.getString("ours"),
                row.getString("theirs"),
                Better.valueOf(row.getString("better")),
                row.getString("source"));
    }

    void insert(DealershipId dealership, Comparison comparison) {
        jdbc.sql("""
                        insert into comparison (dealership_id, id, model_id, brand, model, trim_name, source, as_of,
                                                retired, changed_by, changed_at, version)
                        values (:dealership, :id, :model, :brand, :rival, :trim, :source, :asOf,
                                :retired, :by, :at, :version)
                        """).params(row(dealership, comparison)).update();
        insertRows(dealership, comparison);
    }

    void update(DealershipId dealership, Comparison comparison) {
        jdbc.sql("""
                        update comparison
                           set model_id = :model, brand = :brand, model = :rival, trim_name = :trim, source = :source,
                               as_of = :asOf, retired = :retired, changed_by = :by, changed_at = :at, version = :version
                         where dealership_id = :dealership
                           and id = :id
                        """).params(row(dealership, comparison)).update();
        insertRows(dealership, comparison);
    }

    private void insertRows(DealershipId dealership, Comparison comparison) {
        for (ComparisonRow row : comparison.text().rows()) {
            jdbc.sql("""
                            insert into comparison_row (dealership_id, comparison_id, version, focus, ours, theirs, better, source)
                            values (:dealership, :id, :version, :focus, :ours, :theirs, :better, :source)
                            """)
                    .param("dealership", dealership.value())
                    .param("id", comparison.id().value())
                    .param("version", comparison.edition().version())
                    .param("focus", row.focus().name())
                    .param("ours", row.ours())
                    .param("theirs", row.theirs())
                    .param("better", row.better().name())
                    .param("source", row.source())
                    .update();
        }
    }

    private static Map<String, Object> row(DealershipId dealership, Comparison comparison) {
        ComparisonText text = comparison.text();
        Map<String, Object> row = ModelRange.row(dealership, comparison.id(), comparison.edition());
        row.put("model", text.model().value());
        row.put("brand", text.rival().brand());
        row.put("rival", text.rival().model());
        row.put("trim", text.rival().trim());
        row.put("source", text.source());
        row.put("asOf", text.asOf());
        return row;
    }
}
