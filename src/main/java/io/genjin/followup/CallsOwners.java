package io.genjin.followup;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says which customers who bought are to be called back, so that the morning list shows them after those who are to be followed
 * (4.3: … → N → call-backs). The module that keeps the owners contributes a bean; the list never learns who does.
 */
public interface CallsOwners {

    /**
     * One call to an owner.
     *
     * @param type   code of the plan, whose text is {@code callbackType.<type>}
     * @param path   where the call is written down
     * @param caller who makes it that day
     */
    record Call(
            UUID id,
            ProspectId prospect,
            String customerName,
            String maskedMobile,
            Grade grade,
            Instant dueAt,
            boolean overdue,
            long overdueDays,
            String type,
            String path,
            StaffId caller,
            String model,
            @Nullable Instant lastContactAt) {}

    /**
     * What is to be called for until the end of {@code until} by these callers; by all that the reader may see without any.
     *
     * @param today the day from which is judged what is overdue and who calls
     */
    List<Call> due(LocalDate until, LocalDate today, Set<StaffId> callers, StaffMember reader);
}
