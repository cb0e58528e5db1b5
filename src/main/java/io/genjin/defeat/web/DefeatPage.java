package io.genjin.defeat.web;

import io.genjin.defeat.CaseFile;
import io.genjin.defeat.Defeat;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.web.People;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application to give a customer up, with what the reader may do about it.
 *
 * @param others    who could follow the customer instead
 * @param verifiers who could ask the customer first
 * @param wakeUp    when the case would be taken up again, as suggested
 * @param decides   whether the reader may decide
 * @param verifies  whether the reader is to ask the customer
 * @param revealed  the whole number, once, for who is to call
 */
public record DefeatPage(
        CaseFile.Row row,
        People people,
        List<StaffMember> others,
        List<StaffMember> verifiers,
        @Nullable LocalDate wakeUp,
        boolean decides,
        boolean verifies,
        @Nullable PhoneNumber revealed,
        Fields form) {

    public Defeat defeat() {
        return row.defeat();
    }

    public Prospect prospect() {
        return row.prospect();
    }
}
