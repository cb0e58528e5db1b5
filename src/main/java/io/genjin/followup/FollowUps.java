package io.genjin.followup;

import io.genjin.appointment.AppointmentId;
import io.genjin.followup.Cadence.Touch;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores contacts and reads them back; they are added, never changed. */
@Repository
class FollowUps {

    private final JdbcClient jdbc;

    FollowUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, FollowUp followUp) {
        jdbc.sql("""
                        insert into follow_up (dealership_id, id, prospect_id, planned_date, happened_at, recorded_at, by_id, way,
                                               reason, outcome, content, grade_before, grade_after, next_date, next_reason,
                                               qualifies, appointment_id)
                        values (:dealership, :id, :prospect, :plannedDate, :happenedAt, :recordedAt, :by, :way, :reason,
                                :outcome, :content, :gradeBefore, :gradeAfter, :nextDate, :nextReason, :qualifies, :appointment)
                        """)
                .param("dealership", dealership.value())
                .param("id", followUp.id())
                .param("prospect", followUp.prospect().value())
                .param("plannedDate", followUp.plannedDate())
                .param("happenedAt", Moments.bound(followUp.happenedAt()))
                .param("recordedAt", Moments.bound(followUp.recordedAt()))
                .param("by", followUp.by().value())
                .param("way", followUp.way().name())
                .param("reason", followUp.reason().name())
                .param("outcome", followUp.outcome().name())
                .param("content", followUp.content())
                .param("gradeBefore", followUp.gradeBefore().name())
                .param("gradeAfter", followUp.gradeAfter().name())
                .param("nextDate", followUp.nextDate())
                .param("nextReason", followUp.nextReason().name())
                .param("qualifies", followUp.qualifies())
                .param(
                        "appointment",
                        followUp.appointment() == null
                                ? null
                                : followUp.appointment().value())
                .update();
    }

    /** What the clocks must know of the contacts: those of consultants and sales managers. */
    List<Touch> touches(DealershipId dealership, ProspectId prospect) {
        return jdbc.sql("""
                        select happened_at, outcome
                          from follow_up
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                           and qualifies
                         order by happened_at, id
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .query((row, number) -> new Touch(
                        Moments.read(row, "happened_at"),
                        Outcome.valueOf(row.getString("outcome")).isAnswered()))
                .list();
    }

    List<FollowUp> newest(DealershipId dealership, ProspectId prospect, int most) {
        return jdbc.sql("""
                        select id, planned_date, happened_at, recorded_at, by_id, way, reason, outcome, content, grade_before,
                               grade_after, next_date, next_reason, qualifies, appointment_id
                          from follow_up
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                         order by happened_at desc, id desc
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("prospect", prospect.value())
                .param("most", most)
                .query((row, number) -> new FollowUp(
                        row.getObject("id", UUID.class),
                        prospect,
                        row.getObject("planned_date", LocalDate.class),
                        Moments.read(row, "happened_at"),
                        Moments.read(row, "recorded_at"),
                        new StaffId(row.getObject("by_id", UUID.class)),
                        ContactWay.valueOf(row.getString("way")),
                        NextStepReason.valueOf(row.getString("reason")),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("content"),
                        Grade.valueOf(row.getString("grade_before")),
                        Grade.valueOf(row.getString("grade_after")),
                        row.getObject("next_date", LocalDate.class),
                        NextStepReason.valueOf(row.getString("next_reason")),
                        row.getBoolean("qualifies"),
                        appointment(row.getObject("appointment_id", UUID.class))))
                .list();
    }

    private static @Nullable AppointmentId appointment(@Nullable UUID id) {
        return id == null ? null : new AppointmentId(id);
    }
}
