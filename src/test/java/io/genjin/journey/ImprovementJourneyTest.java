package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An improvement action from the weekly meeting to the look of another manager. */
class ImprovementJourneyTest extends Journey {

    @Test
    @DisplayName("a manager writes it down, is told what is missing, the consultant does it, the sales manager looks")
    void fromDefectToLook() {
        try (Visitor chen = desk(store.chen())) {
            var page = chen.open("/improvement/actions/new").page();
            page.fill("#f-defect", "H级客户逾期未跟进");
            page.locator("button.btn-primary").last().click();
            page.waitForSelector("#form-errors");
            assertThat(page.locator("#f-defect").inputValue()).isEqualTo("H级客户逾期未跟进");
            assertThat(page.locator(".invalid-feedback").count()).isEqualTo(5);
            chen.look("improvement-refused");
            page.locator("label:has(input[name=report][value=DAILY])").click();
            page.fill("#f-figure", "跟进及时率 72%,目标 90%");
            page.fill("#f-measure", "每天晨会前逐一核对到期客户");
            page.fill("#f-deadline", "2026-03-06");
            page.selectOption("#f-responsible", store.li().username());
            page.locator("button.btn-primary").last().click();
            page.waitForSelector("#steps-title");
        }
        try (Visitor li = phone(store.li());
                Visitor atDesk = desk(store.li())) {
            var page = li.open("/improvement/actions").look("improvement-list").page();
            page.locator("[data-row-link]").click();
            page.waitForSelector("#f-said");
            atDesk.open(URI.create(page.url()).getPath());
            page.fill("#f-said", "已逐一核对,逾期客户全部联系过");
            li.look("improvement-work");
            page.locator("button[formaction$='/completion']").click();
            page.waitForSelector(".alert-info");
            comesTooLate(atDesk);
        }
        try (Visitor zhou = desk(store.zhou())) {
            var page = zhou.open("/improvement/actions?filter=DONE").page();
            page.locator("[data-row-link]").click();
            page.waitForSelector("#f-said");
            page.fill("#f-said", "抽查五张客户卡,均已跟进");
            page.locator("button[formaction$='/reopening']").waitFor();
            page.locator("form[action$='/verification'] button.btn-primary").click();
            page.waitForSelector(".g-state-good");
            zhou.look("improvement-verified");
        }
    }

    /** The form is gone since the phone was quicker: the page says no, and gives the words back (S-R35). */
    private static void comesTooLate(Visitor atDesk) {
        String words = "还有两位客户没有联系上，\n明天上午再打一次";
        var page = atDesk.page();
        page.fill("#f-said", words);
        page.locator("form[action$='/progress'] button:not([formaction])").click();
        page.waitForSelector("#untold");
        assertThat(page.locator("#untold [role=alert]").innerText()).isNotBlank();
        assertThat(page.locator("#untold .g-typed").allInnerTexts()).containsExactly(words);
        atDesk.look("improvement-too-late");
        page.setViewportSize(360, 780);
        atDesk.look("improvement-too-late-narrow");
    }
}
