package io.genjin.deal;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;

/** Somebody gave their word on the price of a version. */
public record PriceDecided(
        DealershipId dealership, QuotationId quotation, int version, boolean approved, StaffMember by) {}
