package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.genjin.testing.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Stage 5 in the browser: the walk around the car on a phone, begun where the needs sheet says, and its own failure. */
class PresentationJourneyTest extends Journey {

    private static void chip(Page page, String name, String value) {
        page.locator("label:has(input[name='" + name + "'][value=" + value + "])")
                .click();
    }

    private void range() {
        try (Visitor chen = desk(store.chen())) {
            chen.open("/catalog/models");
            chen.page().click("form[action='/catalog/range/example'] button");
            chen.page().waitForSelector(".g-model");
        }
        Api.Answer point = Api.as(store.chen().username(), port)
                .post(
                        "/api/v1/selling-points",
                        Map.of(
                                "model", "途观L",
                                "focus", "SPACE",
                                "feature", "2791 毫米轴距，后排可前后移动",
                                "advantage", "座椅后移后，一米八的大人也能跷腿",
                                "benefit", "孩子的安全座椅装上，两边还能各坐一位老人"));
        assertThat(point.status()).isEqualTo(201);
    }

    private String analysed() {
        String prospect = card(store.li(), "B", "2026-03-05");
        Api.Answer needs = Api.as(store.li().username(), port)
                .post(
                        "/api/v1/prospects/" + prospect + "/needs",
                        Map.of(
                                "purpose",
                                "PRIVATE",
                                "purchaseWhen",
                                "DAYS_16_30",
                                "focus",
                                List.of("SPACE", "SAFETY"),
                                "models",
                                List.of("途观L"),
                                "competitors",
                                List.of("本田 CR-V"),
                                "confidenceConfirmed",
                                true,
                                "needConfirmed",
                                true,
                                "purchasingPowerConfirmed",
                                false));
        assertThat(needs.status()).as(needs.json().toString()).isEqualTo(201);
        return prospect;
    }

    @Test
    @DisplayName(
            "2.5: the walk begins where the needs sheet says; no position ticked is refused in place; twice saved is once kept")
    void walksAround() {
        range();
        String prospect = analysed();
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.open("/show-cars").page();
            page.click("form[action='/show-cars'] button");
            page.waitForSelector("#form-errors");
            page.selectOption("#f-model", new SelectOption().setLabel("途观L"));
            page.fill("#f-label", "380TSI 四驱 深海蓝");
            page.fill("#f-place", "A1");
            page.click("form[action='/show-cars'] button");
            page.waitForSelector("article.card");
        }
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/show-cars").page();
            page.locator("label:has(input[name=right][value=CLEAN])").click();
            page.click("form[action$='/checks'] button");
            page.waitForSelector("article .invalid-feedback");
            li.look("show-cars-refused");
            assertThat(page.isChecked("input[name=right][value=CLEAN]")).isTrue();
            page.fill("input[name=remark]", "开锁，充电，放价格牌");
            page.click("form[action$='/checks'] button");
            page.waitForSelector("article .g-state-bad");
            li.look("show-cars");
        }
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect + "/presentations").page();
            li.look("presentation-none");
            page.locator("a[href$='/presentations/new']").click();
            page.waitForSelector("#save-walk");
            assertThat(li.text()).contains("建议从“副驾驶侧”开始").contains("还不能看");
            li.look("presentation-walk");
            page.fill("#f-questions", "后备厢能放婴儿车吗");
            page.click("#save-walk");
            page.waitForSelector("#e-positions");
            li.look("presentation-refused");
            assertThat(page.inputValue("#f-questions")).isEqualTo("后备厢能放婴儿车吗");
            chip(page, "reaction.PASSENGER_SIDE", "LIKED");
            chip(page, "reaction.REAR_BOOT", "LIKED");
            page.locator("[name='words.REAR_BOOT']").fill("婴儿车能放平");
            chip(page, "reaction.DRIVERS_SEAT", "DISLIKED");
            page.locator("[name='words.DRIVERS_SEAT']").fill("屏幕反光");
            page.locator("details:has(.g-versus) > summary").first().click();
            page.selectOption("[name=comparison]", new SelectOption().setIndex(1));
            chip(page, "driveOffer", "ACCEPTED");
            page.locator("#save-walk").dblclick();
            page.waitForSelector(".g-shown");
            li.look("presentation");
            assertThat(page.locator(".g-shown").count()).isEqualTo(1);
            assertThat(li.text()).contains("婴儿车能放平").contains("愿意试驾");
        }
        try (Visitor chen = desk(store.chen())) {
            chen.open("/prospects/" + prospect);
            chen.page().waitForSelector(".g-shown");
            chen.look("presentation-on-card");
            chen.open("/prospects/" + prospect + "/presentations/new");
            chen.look("presentation-walk");
            chen.page().locator("form[action='/language'] button").click();
            chen.page().waitForSelector("html[lang=en]");
            chen.open("/prospects/" + prospect + "/presentations/new").look("presentation-walk-english");
        }
    }
}
