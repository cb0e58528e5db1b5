package io.genjin.handover;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores plans of handing over, and what became of each customer. */
@Repository
class Handovers {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    Handovers(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(DealershipId dealership, Handover planned) {
        jdbc.sql("""
                        insert into handover (dealership_id, id, leaver_id, planned_by, planned_at)
                        values (:dealership, :id, :leaver, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", planned.id().value())
                .param("leaver", planned.leaver().value())
                .param("by", planned.plannedBy().value())
                .param("at", Moments.bound(planned.plannedAt()))
                .update();
        template.batchUpdate(
                """
                insert into handover_item (dealership_id, handover_id, prospect_id, grade, to_id)
                values (:dealership, :handover, :prospect, :grade, :to)
                """,
                planned.items().stream()
                        .map(item -> new MapSqlParameterSource("dealership", dealership.value())
                                .addValue("handover", planned.id().value())
                                .addValue("prospect", item.prospect().value())
                                .addValue("grade", item.grade().name())
                                .addValue("to", value(item.to())))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static @Nullable UUID value(@Nullable StaffId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable StaffId staff(@Nullable UUID id) {
        return id == null ? null : new StaffId(id);
    }

    Handover get(DealershipId dealership, HandoverId id) {
        List<Handover.Item> items = items(dealership, id);
        return jdbc.sql("""
                        select leaver_id, planned_by, planned_at, finished_at
                          from handover
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> new Handover(
                        id,
                        new StaffId(row.getObject("leaver_id", UUID.class)),
                        new StaffId(row.getObject("planned_by", UUID.class)),
                        Moments.read(row, "planned_at"),
                        Moments.readOrNull(row, "finished_at"),
                        items))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    private List<Handover.Item> items(DealershipId dealership, HandoverId id) {
        return jdbc.sql("""
                        select prospect_id, grade, to_id, outcome
                          from handover_item
                         where dealership_id = :dealership
                           and handover_id = :id
                         order by prospect_id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> new Handover.Item(
                        new ProspectId(row.getObject("prospect_id", UUID.class)),
                        Grade.valueOf(row.getString("grade")),
                        staff(row.getObject("to_id", UUID.class)),
                        row.getString("outcome")))
                .list();
    }

    /** Whether a customer waits to be given, held until the transaction ends. */
    boolean waits(DealershipId dealership, HandoverId id, ProspectId prospect) {
        return !jdbc.sql("""
                        select prospect_id
                          from handover_item
                         where dealership_id = :dealership
                           and handover_id = :id
                           and prospect_id = :prospect
                           and done_at is null
                           for update
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("prospect", prospect.value())
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    void done(DealershipId dealership, HandoverId id, Handover.Item item, String outcome, Instant at) {
        jdbc.sql("""
                        update handover_item
                           set done_at = :at, outcome = :outcome
                         where dealership_id = :dealership
                           and handover_id = :id
                           and prospect_id = :prospect
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("prospect", item.prospect().value())
                .param("outcome", outcome)
                .param("at", Moments.bound(at))
                .update();
    }

    /** True for the one who finishes it. */
    boolean finish(DealershipId dealership, HandoverId id, Instant at) {
        return jdbc.sql("""
                                update handover
                                   set finished_at = :at
                                 where dealership_id = :dealership
                                   and id = :id
                                   and finished_at is null
                                """)
                        .param("dealership", dealership.value())
                        .param("id", id.value())
                        .param("at", Moments.bound(at))
                        .update()
                == 1;
    }
}
