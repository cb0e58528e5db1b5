package io.genjin.prospect.web;

import io.genjin.prospect.CardStatus;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One prospect on screen: who, how hot, what next, how far confirmed, and the panels that other modules add. */
public record CardPage(
        Prospect prospect,
        People people,
        LocalDate suggested,
        ZoneId zone,
        List<ProspectPanel> panels,
        List<StaffMember> others,
        List<TransferReason> transferReasons,
        boolean own,
        @Nullable String notice,
        @Nullable PhoneNumber revealed,
        Fields form) {

    public boolean canSubmit() {
        return own
                && prospect.approval().status().isWithConsultant()
                && prospect.status().isOpen();
    }

    public boolean canSign() {
        return !own && prospect.approval().status() == CardStatus.SUBMITTED;
    }

    public boolean canEnter() {
        return prospect.approval().status() == CardStatus.SIGNED;
    }
}
