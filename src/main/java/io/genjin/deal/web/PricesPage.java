package io.genjin.deal.web;

import io.genjin.deal.PriceRequestId;
import io.genjin.deal.QuoteFile;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * The prices to decide.
 *
 * @param refused the question whose answer was refused, with what was typed in {@code form}
 */
public record PricesPage(
        Page<QuoteFile.Waiting> waiting,
        People people,
        StaffMember me,
        @Nullable PriceRequestId refused,
        Fields form) {

    public Fields formOf(QuoteFile.Waiting one) {
        return one.request().id().equals(refused) ? form : Fields.empty();
    }

    /** A refusal about a question that waits no more stands above the list. */
    public boolean refusedIsGone() {
        return form.isRefused()
                && waiting.items().stream().noneMatch(one -> one.request().id().equals(refused));
    }

    public boolean isOwn(QuoteFile.Waiting one) {
        return one.request().level().isWithin(me) && !one.mayDecide(me);
    }
}
