package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.genjin.testing.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The ten stages in the browser: the strip of a case on the phone, the funnel and the log on the desk. */
class ProcessJourneyTest extends Journey {

    @Test
    @DisplayName(
            "a consultant says why the drive was left out; the manager reads the funnel and takes the log with a reason")
    void stages() throws IOException {
        String prospect = card(store.li(), "B", "2026-03-05");
        Api li = Api.as(store.li().username(), port);
        li.post(
                "/api/v1/prospects/" + prospect + "/needs",
                Map.of(
                        "purpose",
                        "PRIVATE",
                        "purchaseWhen",
                        "DAYS_16_30",
                        "focus",
                        List.of("SPACE"),
                        "models",
                        List.of("途观L"),
                        "confidenceConfirmed",
                        true,
                        "needConfirmed",
                        true,
                        "purchasingPowerConfirmed",
                        false));
        clock.set("2026-03-04T10:00");
        li.post("/api/v1/prospects/" + prospect + "/objections", Map.of("type", "PRICE", "wording", "比隔壁贵五千"));
        try (Visitor visitor = phone(store.li())) {
            Page page = visitor.open("/prospects/" + prospect + "/process").page();
            visitor.look("process");
            page.locator("summary:has-text('说明原因')").click();
            page.locator("form[action$='/skips'] button").click();
            page.waitForSelector("#form-errors");
            visitor.look("process-refused");
            page.selectOption("#f-stage", "TEST_DRIVE");
            page.locator("label:has(input[name=reason][value=NO_TIME])").click();
            page.locator("form[action$='/skips'] button").click();
            page.waitForSelector(".g-stages .is-skipped");
        }
        try (Visitor zhou = desk(store.zhou())) {
            Page page = zhou.open("/prospects/" + prospect).page();
            page.waitForSelector(".g-stages");
            zhou.look("process-on-card");
            zhou.open("/process/funnel");
            zhou.look("process-funnel");
            page.locator("form[action='/process/events.csv'] button").first().click();
            page.waitForSelector("#form-errors");
            zhou.look("process-export-refused");
            page.fill("#f-reason", "三月流程复盘");
            Download file = page.waitForDownload(() -> page.locator("form[action='/process/events.csv'] button")
                    .first()
                    .click());
            String text = Files.readString(file.path());
            assertThat(text).startsWith("case:concept:name,concept:name,time:timestamp,org:resource,stage");
            assertThat(text).contains("NEEDS_ANALYSED").contains("+08:00").doesNotContain(prospect);
            zhou.open("/process/funnel");
            page.locator(".g-funnel a").first().click();
            page.waitForSelector(".g-work");
            zhou.look("process-customers");
        }
        try (Visitor zhou = phone(store.zhou())) {
            zhou.open("/process/funnel");
            zhou.look("process-funnel");
        }
    }
}
