package io.genjin.catalog;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loads and stores selling-point cards. */
@Repository
class SellingPointCards {

    private static final String COLUMNS =
            "id, model, focus, feature, advantage, benefit, proof, retired, changed_by, changed_at, version";

    private final JdbcClient jdbc;

    SellingPointCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DealershipId dealership, SellingPointCard card) {
        jdbc.sql("""
                        insert into selling_point_card (dealership_id, id, model, focus, feature, advantage, benefit, proof,
                                                        retired, changed_by, changed_at, version)
                        values (:dealership, :id, :model, :focus, :feature, :advantage, :benefit, :proof,
                                :retired, :by, :at, :version)
                        """).params(row(dealership, card)).update();
    }

    void update(DealershipId dealership, SellingPointCard card) {
        jdbc.sql("""
                        update selling_point_card
                           set model = :model, focus = :focus, feature = :feature, advantage = :advantage,
                               benefit = :benefit, proof = :proof, retired = :retired, changed_by = :by,
                               changed_at = :at, version = :version
                         where dealership_id = :dealership
                           and id = :id
                        """).params(row(dealership, card)).update();
    }

    /** All cards, those in use first, by model and need. */
    List<SellingPointCard> all(DealershipId dealership) {
        return jdbc.sql("""
                        select %s
                          from selling_point_card
                         where dealership_id = :dealership
                         order by retired, model, focus, id
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .query((row, number) -> read(row))
                .list();
    }

    SellingPointCard get(DealershipId dealership, SellingPointCardId id) {
        return one(dealership, id, "");
    }

    /** Reads a card to be changed, holding it until the transaction ends. */
    SellingPointCard getForUpdate(DealershipId dealership, SellingPointCardId id) {
        return one(dealership, id, "for update");
    }

    private SellingPointCard one(DealershipId dealership, SellingPointCardId id, String lock) {
        return jdbc.sql("""
                        select %s
                          from selling_point_card
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

    private static Map<String, Object> row(DealershipId dealership, SellingPointCard card) {
        SellingPoint point = card.point();
        Map<String, Object> row = new HashMap<>();
        row.put("dealership", dealership.value());
        row.put("id", card.id().value());
        row.put("model", point.model().text());
        row.put("focus", point.focus().name());
        row.put("feature", point.feature());
        row.put("advantage", point.advantage());
        row.put("benefit", point.benefit());
        row.put("proof", point.proof());
        row.put("retired", card.edition().retired());
        row.put("by", card.edition().changedBy().value());
        row.put("at", Moments.bound(card.edition().changedAt()));
        row.put("version", card.edition().version());
        return row;
    }

    private static SellingPointCard read(ResultSet row) throws SQLException {
        return new SellingPointCard(
                new SellingPointCardId(row.getObject("id", UUID.class)),
                new SellingPoint(
                        new ModelName(row.getString("model")),
                        Focus.valueOf(row.getString("focus")),
                        row.getString("feature"),
                        row.getString("advantage"),
                        row.getString("benefit"),
                        row.getString("proof")),
                SkillCards.edition(row));
    }
}
