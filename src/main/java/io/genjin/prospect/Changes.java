package io.genjin.prospect;

import io.genjin.dealership.Frequency;
import io.genjin.shared.Grade;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores each change of owner, grade, rhythm and status beside the prospect it concerns. */
@Repository
class Changes {

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void owner(Prospect after, StaffId from, String reason, @Nullable String note, @Nullable StaffId by, Instant at) {
        jdbc.sql("""
                        insert into ownership_change (dealership_id, id, prospect_id, from_id, to_id, reason, note,
                                                      changed_by, changed_at, waits)
                        values (:dealership, :id, :prospect, :from, :to, :reason, :note, :by, :at, :waits)
                        """)
                .param("dealership", after.dealership().value())
                .param("id", TypedId.newValue())
                .param("prospect", after.id().value())
                .param("from", from.value())
                .param("to", after.owner().value())
                .param("reason", reason)
                .param("note", note)
                .param("by", by == null ? null : by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("waits", after.status() == ProspectStatus.LEAD_RECEIVED)
                .update();
    }

    void grade(Prospect after, Grade before, @Nullable String reason, @Nullable StaffId by, Instant at) {
        jdbc.sql("""
                        insert into grade_change (dealership_id, id, prospect_id, grade_before, grade_after, evidence,
                                                  reason, changed_by, changed_at)
                        values (:dealership, :id, :prospect, :before, :after, :evidence, :reason, :by, :at)
                        """)
                .param("dealership", after.dealership().value())
                .param("id", TypedId.newValue())
                .param("prospect", after.id().value())
                .param("before", before.name())
                .param("after", after.grade().name())
                .param("evidence", codes(after.evidence()))
                .param("reason", reason)
                .param("by", by == null ? null : by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void status(Prospect after, ProspectStatus before, @Nullable StaffId by, Instant at) {
        jdbc.sql("""
                        insert into status_change (dealership_id, id, prospect_id, status_before, status_after, changed_by,
                                                   changed_at)
                        values (:dealership, :id, :prospect, :before, :after, :by, :at)
                        """)
                .param("dealership", after.dealership().value())
                .param("id", TypedId.newValue())
                .param("prospect", after.id().value())
                .param("before", before.name())
                .param("after", after.status().name())
                .param("by", by == null ? null : by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void rhythm(Prospect after, String reason, StaffId by, Instant at) {
        Frequency own = after.ownRhythm();
        jdbc.sql("""
                        insert into rhythm_change (dealership_id, id, prospect_id, times, days, reason, changed_by, changed_at)
                        values (:dealership, :id, :prospect, :times, :days, :reason, :by, :at)
                        """)
                .param("dealership", after.dealership().value())
                .param("id", TypedId.newValue())
                .param("prospect", after.id().value())
                .param("times", own == null ? null : own.times())
                .param("days", own == null ? null : own.days())
                .param("reason", reason)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String codes(Set<Evidence> evidence) {
        return evidence.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
