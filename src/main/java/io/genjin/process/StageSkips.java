package io.genjin.process;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores why stages were left out; what was said last about a stage counts. */
@Repository
class StageSkips {

    private final JdbcClient jdbc;

    StageSkips(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            DealershipId dealership,
            ProspectId prospect,
            Stage stage,
            SkipReason reason,
            @Nullable String note,
            StaffId by,
            Instant at) {
        jdbc.sql("""
                        insert into stage_skip (dealership_id, id, prospect_id, stage, reason, note, said_by, said_at)
                        values (:dealership, :id, :prospect, :stage, :reason, :note, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("prospect", prospect.value())
                .param("stage", stage.name())
                .param("reason", reason.name())
                .param("note", note)
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    Map<Stage, String> notes(DealershipId dealership, Collection<ProspectId> cases) {
        Map<Stage, String> notes = new EnumMap<>(Stage.class);
        jdbc.sql("""
                        select stage, coalesce(note, '') as note
                          from stage_skip
                         where dealership_id = :dealership
                           and prospect_id in (:cases)
                         order by said_at, id
                        """)
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .query((row, number) -> Map.entry(Stage.valueOf(row.getString("stage")), row.getString("note")))
                .list()
                .forEach(note -> notes.put(note.getKey(), note.getValue()));
        return notes;
    }
}
