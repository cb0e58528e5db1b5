package io.genjin.campaign.web;

import io.genjin.campaign.CampaignKind;
import io.genjin.campaign.CampaignPlan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A campaign as it was filled in, on the page or by a system.
 *
 * @param responsible sign-in name of the person who answers for it
 */
record CampaignForm(
        @Nullable CampaignKind kind,
        @Nullable String name,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until,

        @Nullable String place,
        @Nullable String budget,
        @Nullable String cost,
        @Nullable String responsible) {

    static CampaignForm of(CampaignPlan plan, String responsible) {
        return new CampaignForm(
                plan.kind(),
                plan.name(),
                plan.from(),
                plan.until(),
                plan.place(),
                plan.budget().toString(),
                plan.cost().toString(),
                responsible);
    }

    CampaignPlan.Draft draft() {
        return new CampaignPlan.Draft(kind, name, from, until, place, budget, cost, responsible);
    }
}
