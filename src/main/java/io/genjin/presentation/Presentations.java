package io.genjin.presentation;

import io.genjin.catalog.CarModelId;
import io.genjin.catalog.ComparisonId;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores presentations; none is ever changed. */
@Repository
class Presentations {

    private final JdbcClient jdbc;

    Presentations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Presentation one) {
        jdbc.sql("""
                        insert into presentation (dealership_id, id, prospect_id, model_id, model_name, started_at, ended_at,
                                                  questions, comparison_id, rival, drive_offer, was_there,
                                                  recorded_by, recorded_at)
                        values (:dealership, :id, :prospect, :model, :modelName, :startedAt, :endedAt,
                                :questions, :comparison, :rival, :driveOffer, :wasThere, :by, :at)
                        """)
                .param("dealership", one.dealership().value())
                .param("id", one.id().value())
                .param("prospect", one.prospect().value())
                .param("model", one.model().value())
                .param("modelName", one.modelName())
                .param("startedAt", Moments.bound(one.startedAt()))
                .param("endedAt", Moments.bound(one.endedAt()))
                .param("questions", one.questions())
                .param(
                        "comparison",
                        one.comparison() == null ? null : one.comparison().value())
                .param("rival", one.rival())
                .param("driveOffer", one.driveOffer().name())
                .param("wasThere", one.wasThere())
                .param("by", one.recordedBy().value())
                .param("at", Moments.bound(one.recordedAt()))
                .update();
        for (ShownPosition shown : one.positions()) {
            jdbc.sql("""
                            insert into presentation_position (dealership_id, presentation_id, position, reaction, words)
                            values (:dealership, :id, :position, :reaction, :words)
                            """)
                    .param("dealership", one.dealership().value())
                    .param("id", one.id().value())
                    .param("position", shown.position().name())
                    .param("reaction", shown.reaction().name())
                    .param("words", shown.words())
                    .update();
        }
    }

    /** All presentations of a customer's cases, the latest first. */
    List<Presentation> of(DealershipId dealership, Collection<ProspectId> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = cases.stream().map(ProspectId::value).toList();
        Map<UUID, List<ShownPosition>> positions = jdbc
                .sql("""
                        select s.presentation_id, s.position, s.reaction, s.words
                          from presentation_position s
                          join presentation p
                            on p.dealership_id = s.dealership_id
                           and p.id = s.presentation_id
                         where s.dealership_id = :dealership
                           and p.prospect_id in (:cases)
                        """)
                .param("dealership", dealership.value())
                .param("cases", ids)
                .query((row, number) -> Map.entry(row.getObject("presentation_id", UUID.class), shown(row)))
                .list()
                .stream()
                .sorted(Comparator.comparing(one -> one.getValue().position()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("""
                        select id, prospect_id, model_id, model_name, started_at, ended_at, questions, comparison_id, rival,
                               drive_offer, was_there, recorded_by, recorded_at
                          from presentation
                         where dealership_id = :dealership
                           and prospect_id in (:cases)
                         order by started_at desc, id desc
                        """)
                .param("dealership", dealership.value())
                .param("cases", ids)
                .query((row, number) -> read(row, dealership, positions))
                .list();
    }

    private static ShownPosition shown(ResultSet row) throws SQLException {
        return new ShownPosition(
                Position.valueOf(row.getString("position")),
                Reaction.valueOf(row.getString("reaction")),
                row.getString("words"));
    }

    private static Presentation read(ResultSet row, DealershipId dealership, Map<UUID, List<ShownPosition>> positions)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID comparison = row.getObject("comparison_id", UUID.class);
        return new Presentation(
                new PresentationId(id),
                dealership,
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new CarModelId(row.getObject("model_id", UUID.class)),
                row.getString("model_name"),
                Moments.read(row, "started_at"),
                Moments.read(row, "ended_at"),
                positions.getOrDefault(id, List.of()),
                row.getString("questions"),
                comparison == null ? null : new ComparisonId(comparison),
                row.getString("rival"),
                DriveOffer.valueOf(row.getString("drive_offer")),
                row.getObject("was_there", Boolean.class),
                new StaffId(row.getObject("recorded_by", UUID.class)),
                Moments.read(row, "recorded_at"));
    }
}
