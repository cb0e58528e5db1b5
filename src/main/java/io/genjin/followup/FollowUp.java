package io.genjin.followup;

import io.genjin.appointment.AppointmentId;
import io.genjin.journal.Backdated;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One contact or attempt (跟进记录, 3.2).
 *
 * @param plannedDate for which day it had been promised
 * @param reason      why it had been promised
 * @param qualifies   whether a consultant or sales manager made it; only then it stops or feeds a clock (1.11 rule 6)
 * @param appointment the appointment it ended with, if the time was agreed
 */
public record FollowUp(
        UUID id,
        ProspectId prospect,
        LocalDate plannedDate,
        Instant happenedAt,
        Instant recordedAt,
        StaffId by,
        ContactWay way,
        NextStepReason reason,
        Outcome outcome,
        String content,
        Grade gradeBefore,
        Grade gradeAfter,
        LocalDate nextDate,
        NextStepReason nextReason,
        boolean qualifies,
        @Nullable AppointmentId appointment) {

    /** How much later than it happened it was written down. */
    public Backdated backdated() {
        return Backdated.of(happenedAt, recordedAt);
    }
}
