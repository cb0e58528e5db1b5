package io.genjin.defeat.web;

import io.genjin.defeat.CaseFile;
import io.genjin.prospect.web.People;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.web.Fields;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calls of customer relations about defeats: those that managers asked for, and those that chance chose.
 *
 * @param shown the call that was just answered wrongly, or whose number is shown
 */
public record CallsPage(
        List<CaseFile.Row> toVerify,
        List<CaseFile.CallRow> open,
        List<CaseFile.CallRow> made,
        People people,
        @Nullable UUID shown,
        @Nullable PhoneNumber revealed,
        Fields form) {

    public boolean isShown(UUID id) {
        return id.equals(shown);
    }
}
