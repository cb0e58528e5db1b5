package io.genjin.coselling.web;

import io.genjin.coselling.CoSeller;
import io.genjin.coselling.CoSellingDesk;
import org.jspecify.annotations.Nullable;

/**
 * A partner as it was filled in, on the page or by a system.
 *
 * @param firm identity of the company behind the person among the partners that consents name
 */
record CoSellerForm(
        @Nullable String name,
        CoSeller.@Nullable Trade trade,
        @Nullable String mobile,
        @Nullable String firm) {

    CoSellingDesk.Draft draft() {
        return new CoSellingDesk.Draft(name, trade, mobile, firm);
    }
}
