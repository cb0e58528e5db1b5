package io.genjin.privacy;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;

/**
 * How much one person may take out of the house in a day (S-R32, S-R33).
 *
 * @param consultant  customers in sheets and prints of a consultant
 * @param manager     the same of everybody else
 * @param revealAlarm numbers seen in full after which the managers and the administrator are told
 * @param revealMost  numbers seen in full after which there are no more
 */
public record ExportLimits(int consultant, int manager, int revealAlarm, int revealMost) {

    static final ExportLimits AT_FIRST = new ExportLimits(500, 2_000, 60, 200);

    private static final int MOST = 1_000_000;

    public ExportLimits {
        List<Field> wrong = new ArrayList<>();
        if (consultant < 0 || consultant > MOST) {
            wrong.add(Field.of("consultant", "export.range", MOST));
        }
        if (manager < 0 || manager > MOST) {
            wrong.add(Field.of("manager", "export.range", MOST));
        }
        if (revealMost < 1 || revealMost > MOST) {
            wrong.add(Field.of("revealMost", "export.range", MOST));
        }
        if (revealAlarm < 1 || revealAlarm > revealMost) {
            wrong.add(Field.of("revealAlarm", "export.alarm.range"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
    }

    /** With several duties the widest counts. */
    int rows(StaffMember member) {
        boolean more = member.roles().stream().anyMatch(role -> role != Role.SALES_CONSULTANT);
        return more ? Math.max(manager, consultant) : consultant;
    }
}
