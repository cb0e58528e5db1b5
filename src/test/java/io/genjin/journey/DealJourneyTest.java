package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From the quotation to the money in the till, as consultant, manager and cashier go through it in the browser (2.8). */
class DealJourneyTest extends Journey {

    private String followed() {
        String prospect = card(store.li(), "H", "2026-03-03");
        clock.set("2026-03-02T15:00");
        Map<String, Object> contact = new HashMap<>(
                Map.of("way", "SHOWROOM", "outcome", "REACHED", "content", "看车，谈价格", "nextReason", "QUOTE_FOLLOW_UP"));
        contact.put("nextDate", "2026-03-03");
        Api.Answer answer =
                Api.as(store.li().username(), port).post("/api/v1/prospects/" + prospect + "/follow-ups", contact);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return prospect;
    }

    private static void send(Page page, String form) {
        page.locator(form + " button.btn-primary").first().click();
    }

    @Test
    @DisplayName(
            "a quotation over the consultant's limit is approved on a phone with one tap; the second tap learns that it is")
    void priceOnThePhone() {
        String prospect = followed();
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect + "/quotes/new").page();
            page.fill("#f-model", "途观L");
            page.fill("#f-trim", "330TSI 四驱豪华版");
            page.fill("#f-colour", "雪域白");
            page.fill("#f-listPrice", "200000");
            page.fill("#f-discount", "210000");
            send(page, "form[action$='/quotes']");
            page.waitForSelector("#form-errors");
            li.look("quote-refused");
            assertThat(page.inputValue("#f-colour")).as("nothing typed is lost").isEqualTo("雪域白");
            page.fill("#f-discount", "9000");
            page.locator("[name=lineAmount]").nth(5).fill("500");
            page.locator("[name=lineWhat]").last().fill("全车脚垫");
            page.locator("[name=lineAmount]").last().fill("680");
            send(page, "form[action$='/quotes']");
            page.waitForSelector(".g-sums");
            li.look("quote");
            page.fill("#f-words", "客户手里有竞品 19.2 万的报价");
            send(page, "form[action$='/price-requests']");
            page.waitForSelector("text=等待销售经理批价");
            li.look("quote-waiting");
        }
        String request =
                Api.as(store.zhou().username(), port).get("/api/v1/prices").text("/items/0/request/id");
        clock.set("2026-03-02T15:04");
        try (Visitor zhou = phone(store.zhou())) {
            Page page = zhou.open("/prices").page();
            page.waitForSelector("text=客户手里有竞品");
            zhou.look("prices");
            Api other = Api.as(
                    stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER)
                            .username(),
                    port);
            assertThat(other.post("/api/v1/prices/" + request + "/approval", Map.of())
                            .status())
                    .isEqualTo(200);
            page.locator("form[action$='/approval'] button").click();
            page.waitForSelector("#form-errors");
            zhou.look("prices-decided-already");
        }
        try (Visitor li = desk(store.li())) {
            Page page = li.open("/prospects/" + prospect).page();
            page.waitForSelector(".g-deal");
            page.locator(".g-deal").first().click();
            page.waitForSelector("text=价格已批准");
            page.locator("form[action$='/showing'] button").click();
            page.waitForSelector("text=按此报价填写订单");
            page.locator("a[href$='/edit']").click();
            page.waitForSelector("#f-discount");
            page.fill("#f-discount", "10000");
            send(page, "form.card");
            page.waitForSelector("text=需要批价");
            li.look("quote-second-version");
            page.locator("a[href$='/comparison']").click();
            page.waitForSelector(".g-versions");
            li.look("quote-comparison");
            page.goBack();
            page.locator("a[href*='/print']").click();
            page.waitForSelector(".g-paper");
            li.look("quote-paper");
        }
    }

    @Test
    @DisplayName("a colleague changes the quotation meanwhile: both are shown, nothing typed is lost")
    void conflict() {
        String prospect = followed();
        Api api = Api.as(store.li().username(), port);
        String quote = quoted(api, prospect, "1000.00");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/quotes/" + quote + "/edit").page();
            Map<String, Object> other = quoteBody("1500.00");
            String tag = api.get("/api/v1/quotes/" + quote).header("ETag");
            assertThat(api.send("PUT", "/api/v1/quotes/" + quote, other, Map.of("If-Match", tag))
                            .status())
                    .isEqualTo(200);
            page.fill("#f-discount", "1800");
            send(page, "form.card");
            page.waitForSelector("text=同事刚保存的版本");
            assertThat(page.inputValue("#f-discount")).isEqualTo("1800");
            li.look("quote-conflict");
            send(page, "form.card");
            page.waitForSelector("text=-¥1,800.00");
        }
    }

    private static Map<String, Object> quoteBody(String discount) {
        return Map.of(
                "model",
                "途观L",
                "trim",
                "330TSI 四驱豪华版",
                "colour",
                "雪域白",
                "listPrice",
                "200000.00",
                "discount",
                discount,
                "items",
                List.of(Map.of("kind", "LICENCE_FEE", "amount", "500.00"), Map.of("kind", "PURCHASE_TAX")));
    }

    private static String quoted(Api api, String prospect, String discount) {
        Api.Answer answer = api.post("/api/v1/prospects/" + prospect + "/quotes", quoteBody(discount));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    @Test
    @DisplayName(
            "an order is written on the phone, a wrong identity number is refused at its field, the cashier takes the deposit,"
                    + " the manager cancels")
    void orderAndTill() {
        String prospect = followed();
        Api api = Api.as(store.li().username(), port);
        String quote = quoted(api, prospect, "1000.00");
        assertThat(api.post("/api/v1/quotes/" + quote + "/showing", Map.of()).status())
                .isEqualTo(200);
        String order;
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect + "/orders/new?quotation=" + quote)
                    .page();
            page.selectOption("#f-quotation", new SelectOption().setIndex(1));
            page.fill("#f-buyerIdNo", "310115198803020014");
            page.fill("#f-deposit", "5000");
            page.locator("label:has(input[name=paymentWay][value=CASH_FULL])").click();
            page.fill("#f-promisedDelivery", "2026-03-20");
            send(page, "form[action$='/orders']");
            page.waitForSelector("#e-buyerIdNo");
            li.look("order-wrong-number");
            page.fill("#f-buyerIdNo", "310115198803020013");
            send(page, "form[action$='/orders']");
            page.waitForSelector(".g-steps");
            order = page.url().replaceAll(".*/orders/", "");
            li.look("order-draft");
            page.locator("form[action$='/submission'] button").click();
            page.waitForSelector("text=待收定金");
        }
        StaffMember tan = stores.member(store.dealership(), "tan", "谭雪", Role.CASHIER);
        try (Visitor cashier = desk(tan)) {
            Page page = cashier.page();
            page.waitForSelector(".g-prices");
            assertThat(page.url()).as("the till is the cashier's first screen").endsWith("/till");
            page.locator(".g-prices summary").first().click();
            page.locator("[name=amount]").first().fill("4000");
            page.locator("[name=receiptNo]").first().fill("SJ-20260302-01");
            page.locator("label:has(input[name=way][value=CARD])").first().click();
            send(page, "form[action$='/payments']");
            page.waitForSelector("#form-errors");
            cashier.look("till-refused");
            page.locator("[name=amount]").first().fill("5000");
            send(page, "form[action$='/payments']");
            page.waitForSelector("text=待收车款");
            cashier.look("till");
        }
        try (Visitor li = desk(store.li())) {
            Page page = li.open("/orders/" + order).page();
            page.waitForSelector("text=已生效");
            li.look("order");
            page.locator("a[href$='/print']").click();
            page.waitForSelector(".g-paper");
            li.look("order-contract");
            li.open("/orders").page().waitForSelector(".g-order-row");
            li.look("orders");
        }
        try (Visitor chen = phone(store.chen())) {
            Page page = chen.open("/orders/" + order + "/cancellation").page();
            page.locator("label:has(input[name=reason][value=FAMILY])").click();
            send(page, "form[action$='/cancellation']");
            page.waitForSelector("#e-refund");
            chen.look("order-cancel");
            page.fill("#f-refund", "0");
            send(page, "form[action$='/cancellation']");
            page.waitForSelector("text=已退订");
            chen.look("order-cancelled");
        }
        assertThat(Api.as(store.zhou().username(), port)
                        .get("/api/v1/prospects/" + prospect)
                        .text("/status"))
                .isEqualTo("FOLLOWING");
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/price-limits").page().waitForSelector("text=默认");
            zhou.look("price-limits");
        }
    }
}
