package io.genjin.handover.web;

import io.genjin.handover.HandoverDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All open customers of a person who leaves, each with a successor to choose. */
public record HandoverPage(
        StaffMember leaver,
        List<ProspectList.Row> open,
        List<StaffMember> successors,
        @Nullable LocalDate noticeFrom,
        Fields form) {

    public String here() {
        return "/staff/" + leaver.id().value();
    }

    /** Whether {@code choice} is chosen for the customer; rotation at first. */
    public boolean isChosen(ProspectId prospect, String choice) {
        String typed = form.value("to-" + prospect);
        return typed.isEmpty() ? choice.equals(HandoverDesk.ROTATION) : typed.equals(choice);
    }
}
