package io.genjin.prospect;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owned a prospect and which grade it had, from the beginning until now: what the clocks are computed from. */
@Component
public class ProspectHistory {

    private final JdbcClient jdbc;

    ProspectHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Ownership> owners(Prospect prospect) {
        List<Moved> moves = jdbc.sql("""
                        select to_id, changed_at, reason, waits
                          from ownership_change
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                         order by changed_at, id
                        """)
                .params(key(prospect.dealership(), prospect.id()))
                .query((row, number) -> new Moved(
                        new Ownership(
                                at(row.getObject("changed_at", OffsetDateTime.class)),
                                new StaffId(row.getObject("to_id", UUID.class)),
                                row.getBoolean("waits")),
                        row.getString("reason").equals(ProspectDesk.ALLOCATION)))
                .list();
        boolean waited = moves.isEmpty()
                ? prospect.status() == ProspectStatus.LEAD_RECEIVED
                : moves.get(0).allocation() && !moves.get(0).ownership().waiting();
        List<Ownership> owners = new ArrayList<>();
        owners.add(new Ownership(prospect.receivedAt(), prospect.firstOwner(), waited));
        moves.forEach(move -> owners.add(move.ownership()));
        return owners;
    }

    /** A change of owner, and whether it gave a waiting lead to its consultant. */
    private record Moved(Ownership ownership, boolean allocation) {}

    public List<GradeHeld> grades(Prospect prospect) {
        List<GradeHeld> grades = new ArrayList<>();
        grades.add(new GradeHeld(prospect.receivedAt(), prospect.initialGrade()));
        grades.addAll(jdbc.sql("""
                        select grade_after, changed_at
                          from grade_change
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                         order by changed_at, id
                        """)
                .params(key(prospect.dealership(), prospect.id()))
                .query((row, number) -> new GradeHeld(
                        at(row.getObject("changed_at", OffsetDateTime.class)),
                        Grade.valueOf(row.getString("grade_after"))))
                .list());
        return grades;
    }

    private static Map<String, Object> key(DealershipId dealership, ProspectId id) {
        return Map.of("dealership", dealership.value(), "prospect", id.value());
    }

    private static Instant at(OffsetDateTime stored) {
        return stored.toInstant();
    }
}
