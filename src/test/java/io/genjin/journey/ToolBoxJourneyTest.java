package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.genjin.database.Tenancy;
import io.genjin.testing.Api;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tool box in use: managers write its cards, the consultant opens it on the phone, and the month is read at the desk. */
class ToolBoxJourneyTest extends Journey {

    private Api api(String username) {
        return Api.as(username, port);
    }

    private void sellingPoint(String model, String focus, String feature, String advantage, String benefit) {
        Api.Answer answer = api(store.chen().username())
                .post(
                        "/api/v1/selling-points",
                        Map.of(
                                "model",
                                model,
                                "focus",
                                focus,
                                "feature",
                                feature,
                                "advantage",
                                advantage,
                                "benefit",
                                benefit));
        assertThat(answer.status()).isEqualTo(201);
    }

    private String contacted(String prospect, String outcome, String grade, String nextDate, String nextReason) {
        Api.Answer answer = api(store.li().username())
                .post(
                        "/api/v1/prospects/" + prospect + "/follow-ups",
                        Map.of(
                                "way",
                                "PHONE",
                                "outcome",
                                outcome,
                                "content",
                                "家里两个孩子，后排空间和油耗最在意",
                                "gradeAfter",
                                grade,
                                "gradeEvidence",
                                List.of("CONFIDENCE", "NEED", "PURCHASING_POWER"),
                                "gradeReason",
                                "电话里确认",
                                "nextDate",
                                nextDate,
                                "nextReason",
                                nextReason,
                                "lateReason",
                                "客户约定"));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return prospect;
    }

    /** A month that lived: some kept, some missed, one handed over. */
    private List<String> aMonth() {
        String h = card(store.li(), "H", "2026-03-03");
        String a = card(store.li(), "A", "2026-03-04");
        String b = card(store.li(), "B", "2026-03-05");
        String c = card(store.li(), "C", "2026-03-09");
        clock.set("2026-03-03T10:00");
        contacted(h, "REACHED", "H", "2026-03-05", "QUOTE_FOLLOW_UP");
        clock.set("2026-03-05T10:30");
        contacted(h, "APPOINTMENT", "A", "2026-03-07", "INVITE_TO_SHOWROOM");
        contacted(b, "NOT_REACHED", "B", "2026-03-06", "ROUTINE");
        clock.set("2026-03-06T16:00");
        contacted(b, "REACHED", "C", "2026-03-13", "INVITE_TEST_DRIVE");
        api(store.li().username())
                .post(
                        "/api/v1/prospects/" + c + "/reschedules",
                        Map.of("nextDate", "2026-03-12", "reason", "客户要等太太回来"));
        clock.set("2026-03-09T09:00");
        card(store.li(), "N", "2026-03-25");
        card(store.li(), "B", "2026-03-09");
        return List.of(h, a, b, c);
    }

    @Test
    @DisplayName("R-104: a manager makes the built-in card the store's own; a colleague's edition costs no typed word")
    void writesCards() {
        try (Visitor chen = desk(store.chen())) {
            chen.open("/catalog").look("catalog-built-in");
            Page page = chen.page();
            page.getByText("改成本店的").first().click();
            page.waitForSelector("#f-title");
            page.fill("#f-title", "电话接待（浦东店）");
            page.fill("#f-goal", "");
            page.click("form[action='/catalog/skill-cards'] button.btn-primary");
            page.waitForSelector("#form-errors");
            chen.look("skill-card-refused");
            assertThat(page.inputValue("#f-title")).isEqualTo("电话接待（浦东店）");
            page.fill("#f-goal", "三分钟内约好到店时间");
            page.click("form[action='/catalog/skill-cards'] button.btn-primary");
            page.waitForURL("**/catalog");
            page.click("text=新建亮点卡 >> nth=0");
            page.waitForSelector("#f-model");
            page.fill("#f-model", "途观");
            page.locator("label:has(input[name=focus][value=SPACE])").click();
            page.fill("#f-feature", "2791 毫米轴距，后排可前后移动");
            page.fill("#f-advantage", "座椅后移后，一米八的大人也能跷腿");
            page.fill("#f-benefit", "孩子的安全座椅装上，两边还能各坐一位老人");
            chen.look("selling-point-new");
            page.click("form[action='/catalog/selling-points'] button.btn-primary");
            page.waitForSelector("text=跷腿");
            chen.look("catalog");
            page.locator("article:has-text('浦东店') a:has-text('修改')").click();
            page.waitForSelector("#f-title");
            String here = page.url().replaceFirst("^.*?/catalog", "/api/v1");
            Api zhou = api(store.zhou().username());
            Api.Answer now = zhou.get(here);
            zhou.send(
                    "PUT",
                    here,
                    Map.of(
                            "title", "周强的电话接待卡",
                            "goal", "先问用车时间",
                            "steps", List.of("三声内接听", "问称呼")),
                    Map.of("If-Match", now.header("ETag")));
            page.fill("#f-goal", "我写的目标");
            page.click("form[action^='/catalog/skill-cards/'] button.btn-primary");
            page.waitForSelector("#conflict");
            chen.look("skill-card-conflict");
            assertThat(page.inputValue("#f-goal")).isEqualTo("我写的目标");
            assertThat(page.locator("#conflict").innerText()).contains("周强的电话接待卡");
            page.click("form[action^='/catalog/skill-cards/'] button.btn-primary");
            page.waitForURL("**/catalog");
            assertThat(chen.text()).contains("我写的目标");
        }
        try (Visitor li = phone(store.li())) {
            li.open("/catalog").look("catalog");
            assertThat(li.page().getByText("新建技巧卡").count()).isZero();
        }
    }

    @Test
    @DisplayName(
            "R-109: the box on the phone: overdue in front, a tap opens a compartment, another a card's record sheet")
    void opensTheBox() {
        aMonth();
        try (Visitor li = phone(store.li())) {
            li.open("/card-box").look("card-box");
            Page page = li.page();
            assertThat(page.locator("#cards-title").innerText()).contains("已逾期");
            page.locator(".g-box-day[aria-label^='3月13日']").click();
            page.waitForURL(Pattern.compile(".*at=2026-03-13.*"));
            assertThat(page.locator("#cards .g-work-item").count()).isEqualTo(1);
            assertThat((Boolean) page.evaluate("() => document.getElementById('cards').getBoundingClientRect().top"
                            + " < window.innerHeight"))
                    .as("the opened cards are in sight")
                    .isTrue();
            li.look("card-box-day");
            page.locator("#cards a.btn-primary").click();
            page.waitForSelector("form[action$='/follow-ups']");
        }
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/card-box?consultant=" + store.li().username()).look("card-box");
            zhou.open("/index-card?consultant=" + store.li().username()).look("index-card");
        }
        try (Visitor li = phone(store.li())) {
            li.open("/index-card").look("index-card");
        }
    }

    @Test
    @DisplayName(
            "the cards at hand: one line on the record sheet, opened with a tap, following the chips; the telephone card for a caller")
    void cardsAtHand() {
        sellingPoint("途观", "SPACE", "2791 毫米轴距", "后排可前后移动", "一家人长途都坐得舒服");
        sellingPoint("途观", "FUEL", "自动启停", "等红灯不费油", "市区每月省一箱油");
        String prospect = opened("途观 1.8T");
        clock.set("2026-03-03T10:00");
        contacted(prospect, "REACHED", "B", "2026-03-05", "INVITE_TEST_DRIVE");
        try (Visitor li = phone(store.li())) {
            li.open("/prospects/" + prospect + "/follow-ups/new");
            Page page = li.page();
            page.waitForSelector(".g-hand-card");
            Locator summaries = page.locator(".g-hand-card > summary");
            assertThat(names(summaries)).containsExactly("试乘试驾", "电话接待", "2 条亮点");
            li.look("record-cards");
            summaries.last().click();
            page.waitForSelector(".g-hand-point");
            li.look("record-cards-open");
            assertThat(page.locator(".g-hand-point").first().innerText()).contains("客户提到过");
            page.fill("#f-content", "写到一半的内容");
            page.locator("label:has(input[name=way][value=WECHAT])").click();
            page.waitForFunction("() => document.querySelectorAll('.g-hand-card').length === 2");
            assertThat(names(summaries)).containsExactly("试乘试驾", "2 条亮点");
            page.selectOption("#f-nextReason", "INVITE_TO_SHOWROOM");
            page.waitForFunction("() => document.querySelectorAll('.g-hand-card').length === 3");
            assertThat(page.inputValue("#f-content")).isEqualTo("写到一半的内容");
            li.open("/prospects/new");
            page.selectOption("#f-source", "WALK_IN");
            page.waitForFunction("() => !document.querySelector('.htmx-request')");
            assertThat(page.locator(".g-hand-card").count()).isZero();
            page.selectOption("#f-source", "INBOUND_CALL");
            page.waitForSelector(".g-hand-card >> text=电话接待");
            li.look("new-card-telephone");
            li.open("/prospects/" + prospect);
            page.waitForSelector(".g-hand-card");
            li.look("card-tool-box");
            li.open("/tool-box/cards?way=PHONE&prospect=" + prospect).look("tool-box-cards");
        }
    }

    /** What the closed cards are called, as they are seen. */
    private static List<String> names(Locator summaries) {
        return summaries.locator("span:not(.visually-hidden)").allInnerTexts();
    }

    private String opened(String model) {
        Api.Answer answer = api(store.li().username())
                .post(
                        "/api/v1/prospects",
                        Map.of(
                                "customerName", "林晓月",
                                "mobile", newMobile(),
                                "source", "INBOUND_CALL",
                                "intentModels", List.of(model),
                                "grade", "B",
                                "gradeEvidence", List.of("CONFIDENCE", "NEED"),
                                "nextFollowUpDate", "2026-03-03",
                                "nextFollowUpReason", "FIRST_CONTACT"));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    @Test
    @DisplayName("3.16: the month at the desk and on the phone, in both languages; on paper one sheet across, logged")
    void readsTheMonth() {
        List<String> prospects = aMonth();
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/grade-status-sheet").look("grade-sheet-all");
            zhou.open("/grade-status-sheet?consultant=" + store.li().username()).look("grade-sheet");
            Page page = zhou.page();
            assertThat(page.locator(".g-grades tbody tr").count()).isEqualTo(6);
            assertThat(page.locator("tr:has(a[href='/prospects/" + prospects.get(1) + "']) td.is-missed")
                            .count())
                    .isEqualTo(1);
            page.locator("a[href^='/grade-status-sheet/print']").click();
            page.waitForSelector(".g-grades-paper");
            zhou.look("grade-sheet-print");
            assertThat(pagesOnPaper(page)).isEqualTo(1);
            paper(page, "grade-sheet-paper");
            zhou.open("/index-card/print?consultant=" + store.li().username()).look("index-card-print");
            assertThat(pagesOnPaper(page)).isEqualTo(1);
            zhou.open("/prospects/" + prospects.get(0) + "/index-card").look("index-card-one");
            assertThat(printed()).containsExactlyInAnyOrder("grade-status-sheet 6", "index-card 6", "index-card 1");
            page.locator("form[action='/language'] button").click();
            page.waitForSelector("html[lang=en]");
            zhou.open("/grade-status-sheet").look("grade-sheet-english");
            zhou.open("/card-box").look("card-box-english");
            zhou.open("/catalog").look("catalog-english");
        }
        try (Visitor li = phone(store.li())) {
            li.open("/grade-status-sheet").look("grade-sheet");
            Page page = li.page();
            page.evaluate("() => document.querySelector('.g-grades-box').scrollLeft = 400");
            double left = ((Number)
                            page.evaluate("() => document.querySelector('tbody .g-grades-who').getBoundingClientRect()"
                                    + ".left - document.querySelector('.g-grades-box').getBoundingClientRect().left"))
                    .doubleValue();
            assertThat(left).as("the names stay in sight").isBetween(-1.0, 1.0);
            li.look("grade-sheet-scrolled");
            page.locator("#menu > summary").click();
            page.locator("form[action='/theme'] button").click();
            page.waitForSelector(
                    "html[data-bs-theme=dark]",
                    new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
            li.open("/card-box").look("card-box-dark");
            li.open("/grade-status-sheet").look("grade-sheet-dark");
        }
    }

    /** Keeps a picture of the page as paper shows it. */
    private static void paper(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
    }

    private static int pagesOnPaper(Page page) {
        String pdf =
                new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
        return pdf.split("/Type\\s*/Page[^s]").length - 1;
    }

    private List<String> printed() {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select what || ' ' || customers from access_record where dealership_id = :dealership"
                                        + " and look = 'PRINTED'")
                        .param("dealership", store.dealership().id().value())
                        .query(String.class)
                        .list()));
    }
}
