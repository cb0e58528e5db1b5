package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.genjin.testing.Api;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Stage 7 in the browser: an objection on the phone, promised, answered with a colleague's words, and its lesson on the desk. */
class ObjectionJourneyTest extends Journey {

    private static void chip(Page page, String name, String value) {
        page.locator("label:has(input[name=" + name + "][value=" + value + "])").click();
    }

    @Test
    @DisplayName("a consultant hears that it is too dear, promises an answer, and finds one that worked before")
    void tooDear() {
        String before = card(store.wang(), "B", "2026-03-05");
        Api.as(store.wang().username(), port)
                .post(
                        "/api/v1/prospects/" + before + "/objections",
                        Map.of(
                                "type", "PRICE",
                                "wording", "网上便宜八千",
                                "answer", Map.of("answer", "网上报的是裸车价，我们把落地价一项一项对给客户看", "result", "RESOLVED")));
        String prospect = card(store.li(), "B", "2026-03-05");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect + "/objections/new").page();
            page.locator("form[action$='/objections'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            li.look("objection-refused");
            chip(page, "type", "PRICE");
            page.fill("#f-wording", "比隔壁店贵五千，我再看看");
            page.locator("form[action$='/objections'] button.btn-primary").click();
            page.waitForSelector(".g-objections li.is-open");
            li.look("objection");

            li.open("/prospects/" + prospect + "/follow-ups/new");
            page.waitForSelector(".g-open-point");
            page.locator("button[data-also-sets=f-nextNote]").click();
            assertThat(page.inputValue("#f-nextReason")).isEqualTo("QUOTE_FOLLOW_UP");
            assertThat(page.inputValue("#f-nextNote")).contains("价格");
            li.look("objection-record");

            li.open("/prospects/" + prospect + "/objections");
            page.locator(".g-objections a.btn-primary").click();
            page.waitForSelector(".g-known button");
            page.locator(".g-known button").first().click();
            assertThat(page.inputValue("#f-answer")).contains("落地价");
            chip(page, "result", "RESOLVED");
            li.look("objection-answer");
            page.locator("form[action$='/answers'] button.btn-primary").click();
            page.waitForSelector(".g-objections .g-state-good");
        }
        String open = card(store.li(), "A", "2026-03-04");
        Api.as(store.li().username(), port)
                .post(
                        "/api/v1/prospects/" + open + "/objections",
                        Map.of("type", "COMPETITOR", "wording", "CR-V 混动更省油", "competitor", "CR-V"));
        clock.set("2026-03-03T08:30");
        try (Visitor zhou = desk(store.zhou())) {
            Page page = zhou.open("/worklist").page();
            page.waitForSelector(".g-open-point");
            zhou.look("worklist-objection");
            zhou.open("/objections");
            page.waitForSelector("#types");
            zhou.look("objections");
            page.locator("#types ~ * a, section a[href*='type=PRICE']").first().click();
            page.waitForSelector(".g-work");
            zhou.look("objection-rows");
            zhou.open("/objections/answers");
            assertThat(zhou.text()).contains("落地价").contains("100 %");
            zhou.look("objection-answers");
        }
    }
}
