package io.genjin.intake;

import io.genjin.prospect.CardContent;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal.Field;
import io.genjin.sheet.SheetRow;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row of a sheet was read as: a customer, or the reasons why not. */
public sealed interface SheetCustomer {

    SheetRow row();

    /**
     * A customer whose fields keep every rule.
     *
     * @param consultant who answers for the customer; nothing leaves it to allocation
     */
    record Readable(
            SheetRow row,
            CardContent content,
            Grade grade,
            Instant receivedAt,
            @Nullable String externalId,
            @Nullable StaffId consultant)
            implements SheetCustomer {}

    /** A row that is not imported, with each field that is wrong and why. */
    record Refused(SheetRow row, List<Field> reasons) implements SheetCustomer {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
