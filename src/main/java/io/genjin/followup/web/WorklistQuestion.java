package io.genjin.followup.web;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads whose list is asked for. */
@Component
class WorklistQuestion {

    private final StaffDirectory staff;

    WorklistQuestion(StaffDirectory staff) {
        this.staff = staff;
    }

    /** @throws FieldsRefused when nobody has this sign-in name */
    @Nullable
    StaffId consultant(@Nullable String username, StaffMember me) {
        if (username == null || username.isBlank()) {
            return null;
        }
        return staff.byUsername(me.dealership(), username.strip())
                .orElseThrow(() -> new FieldsRefused(Field.of("consultant", "field.owner")))
                .id();
    }
}
