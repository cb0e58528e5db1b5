package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.genjin.testing.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Looking at how honestly things are written down: by the manager who reads all, and by the consultant whose it is. */
class QualityJourneyTest extends Journey {

    private static final String SHANGHAI = "+08:00";

    private void contact(Api who, String prospect, Map<String, Object> more) {
        Map<String, Object> contact = new HashMap<>(
                Map.of("way", "PHONE", "outcome", "NOT_REACHED", "content", "未接通，稍后再打", "nextReason", "ROUTINE"));
        contact.putAll(more);
        Api.Answer answer = who.post("/api/v1/prospects/" + prospect + "/follow-ups", contact);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
    }

    /** Li catches up at month end: fifteen calls in six minutes, and one talk of the day before. */
    private String monthEnd() {
        List<String> customers = new ArrayList<>();
        for (int customer = 0; customer < 15; customer++) {
            customers.add(card(store.li(), customer % 2 == 0 ? "B" : "N", "2026-03-03"));
        }
        card(store.wang(), "H", "2026-03-03");
        clock.set("2026-03-31T18:00");
        Api li = Api.as(store.li().username(), port);
        for (String one : customers) {
            contact(li, one, Map.of("nextDate", "2026-04-02"));
            clock.set(clock.instant().plusSeconds(25));
        }
        clock.set("2026-03-31T18:40");
        String first = customers.get(0);
        contact(
                li,
                first,
                Map.of(
                        "outcome",
                        "REACHED",
                        "content",
                        "谈了置换",
                        "happenedAt",
                        "2026-03-30T10:00:00" + SHANGHAI,
                        "nextDate",
                        "2026-04-03"));
        for (String day : List.of("2026-04-01", "2026-04-02", "2026-04-03")) {
            li.post("/api/v1/prospects/" + first + "/reschedules", Map.of("nextDate", day, "reason", "客户出差"));
        }
        sweep.settleFallen(store.dealership().id());
        return first;
    }

    @Test
    @DisplayName("the showroom manager sees what deserves a look, opens the burst and from it its fifteen contacts")
    void manager() {
        monthEnd();
        try (Visitor chen = desk(store.chen())) {
            chen.open("/quality").look("quality");
            assertThat(chen.text()).contains("集中录入", "留意", "没有理由的变更", "必须为 0", "正常", "同一人 1 小时内");
            chen.page()
                    .locator("a[href*='finding=BURSTS'][href*='consultant=li']")
                    .first()
                    .click();
            chen.page().waitForURL(url -> url.contains("finding=BURSTS"));
            chen.look("quality-burst");
            assertThat(chen.text()).contains("录入 15 条");
            chen.page().locator("a[href*='BURST_CONTACTS']").click();
            chen.page().waitForURL(url -> url.contains("BURST_CONTACTS"));
            assertThat(chen.page().locator("[data-row]").count()).isEqualTo(15);
            chen.open("/quality");
            chen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            chen.look("quality-print");
            chen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            chen.open("/quality/members?finding=DATE_CHANGES&consultant="
                            + store.li().username())
                    .look("quality-ledger");
            assertThat(chen.text()).contains("理由：客户出差");
            chen.open("/quality/members?finding=BURSTS&consultant="
                            + store.wang().username())
                    .look("quality-none");
            assertThat(chen.text()).contains("没有记录");
            chen.open("/quality?from=2026-02-01&to=2026-02-28");
            chen.page().locator("form[action='/language'] button").first().click();
            chen.page().waitForSelector("html[lang=en]");
            chen.open("/quality").look("quality-english");
            assertThat(chen.text()).contains("Worth a look", "Bursts", "must be 0");
            chen.page().locator("form[action='/theme'] button").first().click();
            chen.page().waitForSelector("html[data-bs-theme=dark]");
            chen.look("quality-dark");
        }
        try (Visitor chen = phone(store.chen())) {
            chen.open("/quality").look("quality");
            chen.open("/quality?consultant=" + store.li().username()).look("quality-of-one");
            assertThat(chen.text()).contains("反复使用的改期理由", "客户出差");
        }
    }

    @Test
    @DisplayName("the consultant reads their own, and a contact written down late says so on the customer's page")
    void consultant() {
        String first = monthEnd();
        try (Visitor li = phone(store.li())) {
            li.open("/quality").look("quality-own");
            assertThat(li.text()).doesNotContain("王磊");
            li.open("/prospects/" + first);
            li.page().waitForSelector("text=隔日补录");
            li.look("card-written-later");
            assertThat(li.page().locator("text=隔日补录").count())
                    .as("among the contacts and in the timeline")
                    .isEqualTo(2);
            li.open("/quality/members?finding=WRITTEN_DAYS_LATER").look("quality-later");
            assertThat(li.text()).contains("发生于 3月30日", "录入于 3月31日");
        }
    }
}
