package io.genjin.catalog;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loads and stores skill cards. */
@Repository
class SkillCards {

    private static final String COLUMNS =
            "id, kind, title, goal, steps, phrases, pitfalls, retired, changed_by, changed_at, version";

    private final JdbcClient jdbc;

    SkillCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DealershipId dealership, SkillCard card) {
        jdbc.sql("""
                        insert into skill_card (dealership_id, id, kind, title, goal, steps, phrases, pitfalls, retired,
                                                changed_by, changed_at, version)
                        values (:dealership, :id, :kind, :title, :goal, :steps, :phrases, :pitfalls, :retired,
                                :by, :at, :version)
                        """).params(row(dealership, card)).update();
    }

    void update(DealershipId dealership, SkillCard card) {
        jdbc.sql("""
                        update skill_card
                           set title = :title, goal = :goal, steps = :steps, phrases = :phrases, pitfalls = :pitfalls,
                               retired = :retired, changed_by = :by, changed_at = :at, version = :version
                         where dealership_id = :dealership
                           and id = :id
                        """).params(row(dealership, card)).update();
    }

    /** All cards, those in use first, by kind and title. */
    List<SkillCard> all(DealershipId dealership) {
        return jdbc.sql("""
                        select %s
                          from skill_card
                         where dealership_id = :dealership
                         order by retired, kind, title, id
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .query((row, number) -> read(row))
                .list();
    }

    SkillCard get(DealershipId dealership, SkillCardId id) {
        return one(dealership, id, "");
    }

    /** Reads a card to be changed, holding it until the transaction ends. */
    SkillCard getForUpdate(DealershipId dealership, SkillCardId id) {
        return one(dealership, id, "for update");
    }

    private SkillCard one(DealershipId dealership, SkillCardId id, String lock) {
        return jdbc.sql("""
                        select %s
                          from skill_card
                         where dealership_id = :dealership
                           and id = :id
                           %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    private static Map<String, Object> row(DealershipId dealership, SkillCard card) {
        Map<String, Object> row = new HashMap<>();
        row.put("dealership", dealership.value());
        row.put("id", card.id().value());
        row.put("kind", card.kind().name());
        row.put("title", card.text().title());
        row.put("goal", card.text().goal());
        row.put("steps", String.join("\n", card.text().steps()));
        row.put("phrases", String.join("\n", card.text().phrases()));
        row.put("pitfalls", String.join("\n", card.text().pitfalls()));
        row.put("retired", card.edition().retired());
        row.put("by", card.edition().changedBy().value());
        row.put("at", Moments.bound(card.edition().changedAt()));
        row.put("version", card.edition().version());
        return row;
    }

    private static SkillCard read(ResultSet row) throws SQLException {
        return new SkillCard(
                new SkillCardId(row.getObject("id", UUID.class)),
                SkillCardKind.valueOf(row.getString("kind")),
                new SkillCardText(
                        row.getString("title"),
                        row.getString("goal"),
                        lines(row.getString("steps")),
                        lines(row.getString("phrases")),
                        lines(row.getString("pitfalls"))),
                edition(row));
    }

    private static List<String> lines(String stored) {
        return stored.isEmpty() ? List.of() : List.of(stored.split("\n"));
    }

    static CardEdition edition(ResultSet row) throws SQLException {
        return new CardEdition(
                row.getInt("version"),
                row.getBoolean("retired"),
                new StaffId(row.getObject("changed_by", UUID.class)),
                Moments.read(row, "changed_at"));
    }
}
