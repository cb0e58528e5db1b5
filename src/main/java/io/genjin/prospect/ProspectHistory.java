package io.genjin.prospect;

import io.genjin.dealership.Frequency;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who owned a prospect, which grade and rhythm it had and when it rested, from the beginning until now: what the clocks are
 * computed from.
 */
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

    /** A rhythm of its own from a moment on, as a manager gave it; nothing when it was taken back. */
    public record RhythmGiven(Instant from, @Nullable Frequency rhythm) {}

    public List<RhythmGiven> rhythms(Prospect prospect) {
        return jdbc.sql("""
                        select times, days, changed_at
                          from rhythm_change
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                         order by changed_at, id
                        """)
                .params(key(prospect.dealership(), prospect.id()))
                .query((row, number) -> new RhythmGiven(
                        at(row.getObject("changed_at", OffsetDateTime.class)),
                        row.getObject("times") == null ? null : new Frequency(row.getInt("times"), row.getInt("days"))))
                .list();
    }

    /** A stretch in which the case was not followed; without end while it lasts. */
    public record Rest(Instant from, @Nullable Instant until) {}

    /** When nothing was owed: dormant, given up, ordered, or merged into another. */
    public List<Rest> rests(Prospect prospect) {
        record Step(ProspectStatus after, Instant at) {}
        List<Step> steps = jdbc.sql("""
                        select status_after, changed_at
                          from status_change
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                         order by changed_at, id
                        """)
                .params(key(prospect.dealership(), prospect.id()))
                .query((row, number) -> new Step(
                        ProspectStatus.valueOf(row.getString("status_after")),
                        at(row.getObject("changed_at", OffsetDateTime.class))))
                .list();
        List<Rest> rests = new ArrayList<>();
        Instant since = null;
        for (Step step : steps) {
            if (!step.after().isFollowed() && since == null) {
                since = step.at();
            } else if (step.after().isFollowed() && since != null) {
                rests.add(new Rest(since, step.at()));
                since = null;
            }
        }
        if (since != null) {
            rests.add(new Rest(since, null));
        }
        return rests;
    }

    private static Map<String, Object> key(DealershipId dealership, ProspectId id) {
        return Map.of("dealership", dealership.value(), "prospect", id.value());
    }

    private static Instant at(OffsetDateTime stored) {
        return stored.toInstant();
    }
}
