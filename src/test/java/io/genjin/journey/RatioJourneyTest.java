package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.journal.Frozen;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager reads the ratios, their past and the grades, and opens what stands behind a number. */
class RatioJourneyTest extends Journey {

    @Autowired
    private Journal journal;

    private record Told(
            DealershipId dealership,
            UUID entryId,
            String kind,
            UUID prospect,
            UUID actor,
            Instant happenedAt,
            Frozen frozen,
            Map<String, Object> details)
            implements JournalFact {}

    private final List<Told> told = new ArrayList<>();

    private void tell(String kind, String prospect, StaffMember owner, Instant at) {
        told.add(new Told(
                store.dealership().id(),
                TypedId.newValue(),
                kind,
                UUID.fromString(prospect),
                owner.id().value(),
                at,
                new Frozen(owner.id().value(), "H", "WALK_IN"),
                Map.of()));
    }

    /** Customers of a year: some come again, some drive, some buy. */
    private void live() {
        int number = 0;
        for (LocalDate day = LocalDate.of(2025, 3, 3); day.isBefore(LocalDate.of(2026, 3, 12)); day = day.plusDays(9)) {
            clock.set(day + "T10:00");
            StaffMember owner = number % 3 == 0 ? store.wang() : store.li();
            String id = card(owner, number % 2 == 0 ? "H" : "B", day.plusDays(1).toString());
            Instant now = clock.instant();
            if (number % 4 != 3) {
                tell("VISIT_RECORDED", id, owner, now.plusSeconds(2 * 86_400));
                tell("TEST_DRIVEN", id, owner, now.plusSeconds(2 * 86_400 + 1_800));
            }
            if (number % 3 != 1) {
                tell("ORDERED", id, owner, now.plusSeconds((2 + number % 5) * 86_400L));
                tell("DELIVERED", id, owner, now.plusSeconds((8 + number % 9) * 86_400L));
            }
            number++;
        }
        clock.set("2026-03-24T10:00");
        told.removeIf(one -> one.happenedAt().isAfter(clock.instant()));
        Tenancy.within(
                store.dealership().id(), () -> transaction.executeWithoutResult(status -> journal.writeAll(told)));
    }

    @Test
    @DisplayName("the sales manager reads ratios, their past and the grades on desktop and phone, and opens a number")
    void ratios() {
        live();
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/reports/ratios").look("ratios");
            var page = zhou.page();
            assertThat(page.locator("tr[data-ratio='K15'] .g-ratio-value")
                            .first()
                            .textContent())
                    .contains("%");
            String number = page.locator("tr[data-ratio='K15'] td")
                    .first()
                    .locator("a")
                    .first()
                    .textContent();
            page.locator("tr[data-ratio='K15'] td").first().locator("a").first().click();
            page.waitForURL(url -> url.contains("/rows"));
            assertThat(page.locator("[data-row]").count()).isEqualTo(Integer.parseInt(number));
            zhou.look("ratio-rows");
            zhou.open("/reports/history").look("history");
            assertThat(page.locator("tr[data-measure='DELIVERIES']").count()).isEqualTo(1);
            page.locator("a[href*='group=CLOSING']").click();
            page.waitForSelector("tr[data-measure='K14']");
            zhou.look("history-closing");
            zhou.open("/reports/calibration").look("calibration");
            page.locator("a[href*='part=ordered']").first().click();
            page.waitForURL(url -> url.contains("/calibration/rows"));
            assertThat(page.locator("[data-row]").count()).isPositive();
        }
        try (Visitor zhou = phone(store.zhou())) {
            zhou.open("/reports/ratios?from=2026-01-01&until=2026-03-24").look("ratios");
            zhou.open("/reports/history?group=CLOSING").look("history");
            zhou.open("/reports/calibration?from=2025-10").look("calibration");
        }
        try (Visitor li = phone(store.li())) {
            li.open("/reports/ratios");
            assertThat(li.text()).contains("K15").doesNotContain(store.wang().name());
            li.open("/reports/history?date=1999-01-01");
            assertThat(li.text()).contains("2000");
        }
    }
}
