package io.genjin.delivery.web;

import io.genjin.delivery.DeliveryBook;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is still owed, the longest overdue first.
 *
 * @param settled the item whose settling was refused
 */
public record OutstandingPage(
        List<DeliveryBook.Owed> owed,
        People people,
        LocalDate today,
        @Nullable UUID settled,
        Fields form) {

    public Fields form(DeliveryBook.Owed one) {
        return one.item().id().equals(settled) ? form : Fields.empty();
    }
}
