package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.genjin.database.Tenancy;
import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Managers and consultants look where customers stop, and open those who did. */
class FunnelJourneyTest extends Journey {

    private static final List<String> STEPS =
            List.of("CARD_ENTERED", "VISIT_RECORDED", "TEST_DRIVEN", "QUOTED", "ORDERED", "DELIVERED");

    @Autowired
    ApplicationEventPublisher events;

    /** A fact as the modules publish it; only the journal hears of it. */
    private record Told(
            DealershipId dealership, String kind, UUID prospect, UUID actor, Instant happenedAt, Frozen frozen)
            implements JournalFact {

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }
    }

    private void tell(String prospect, String kind, StaffMember owner, int days) {
        Instant at = clock.instant().plus(Duration.ofDays(days));
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> {
                    events.publishEvent(new Told(
                            store.dealership().id(),
                            kind,
                            ProspectId.of(prospect).value(),
                            owner.id().value(),
                            at,
                            new Frozen(owner.id().value(), "B", "WALK_IN")));
                    return kind;
                }));
    }

    @Test
    @DisplayName(
            "a manager cuts the funnel by consultant and grade, opens one slice and its customers; a consultant reads their own on the phone")
    void funnel() {
        for (int number = 0; number < 14; number++) {
            StaffMember owner = number % 3 == 0 ? store.wang() : store.li();
            String prospect = card(owner, number % 2 == 0 ? "A" : "B", "2026-03-03");
            for (int step = 0; step < STEPS.size() && step * 2 <= number; step++) {
                tell(prospect, STEPS.get(step), owner, step * 2);
            }
            if (number % 5 == 4) {
                tell(prospect, "DEFEATED", owner, 11);
            }
        }
        clock.set("2026-03-20T09:00");
        try (Visitor zhou = desk(store.zhou())) {
            Page page = zhou.open("/reports/funnel").page();
            page.selectOption("#by", "CONSULTANT");
            page.selectOption("#and", "GRADE");
            page.locator("form[action='/reports/funnel'] button").click();
            page.waitForSelector(".g-funnel-table");
            zhou.look("sales-funnel");
            assertThat(page.locator(".g-funnel-table tbody tr").count()).isEqualTo(5);
            page.locator(".g-funnel-table th a").first().click();
            page.waitForSelector(".g-funnel-fixed");
            String said =
                    page.locator(".g-funnel-stages .g-funnel-reached a").first().innerText();
            page.locator(".g-funnel-stages .g-funnel-reached a").first().click();
            page.waitForSelector(".g-rows");
            assertThat(page.locator("[data-row]").count()).isEqualTo(Integer.parseInt(said));
            zhou.look("sales-funnel-customers");
            zhou.open("/process/funnel")
                    .page()
                    .locator(".g-head-actions a[href^='/reports/funnel']")
                    .first()
                    .click();
            page.waitForSelector(".g-funnel-stages");
            assertThat(zhou.text()).contains("首次到达该阶段");
        }
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/reports/funnel?by=SOURCE").page();
            page.locator(".g-chart-numbers summary").click();
            li.look("sales-funnel");
            assertThat(li.text()).contains("阶段转化").doesNotContain(store.wang().name());
        }
    }
}
