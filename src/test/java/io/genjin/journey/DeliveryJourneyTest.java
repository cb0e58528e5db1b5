package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.genjin.delivery.CheckItem;
import io.genjin.delivery.Section;
import io.genjin.order.OrderedCars;
import io.genjin.order.SalesOrderId;
import io.genjin.pdi.PdiGroup;
import io.genjin.pdi.PdiItem;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From the matched car to both signatures, with the failures on the way. */
class DeliveryJourneyTest extends Journey {

    private static final String VIN = "LSVNV2187E2100001";

    @Autowired
    ApplicationContext app;

    @Test
    @DisplayName(
            "a manager sets the car aside; the consultant agrees on the day, is stopped by PDI and payment, walks round"
                    + " the car with the customer on a tablet, and both sign")
    void delivery() {
        StaffMember lu = stores.member(store.dealership(), "lu", "陆斌", Role.PDI_TECHNICIAN);
        stores.member(store.dealership(), "tan", "谭雪", Role.CASHIER);
        String prospect = card(store.li(), "B", "2026-03-03");
        contacted(prospect);
        OrderedCars orders = new OrderedCars(app);
        SalesOrderId order = orders.confirmed(prospect, LocalDate.of(2026, 3, 6), store.li());
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.open("/prospects/" + prospect + "/delivery").page();
            page.fill("#f-vin", "lsvn v2187 e21o0001");
            page.locator("form[action$='/vehicle'] button").click();
            page.waitForSelector("text=第 13 位是字母「O」");
            chen.look("delivery-vin-refused");
            page.fill("#f-vin", VIN);
            page.locator("form[action$='/vehicle'] button").click();
            page.waitForSelector("text=预约交车");
            chen.look("delivery-matched");
        }
        String delivery;
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect + "/delivery").page();
            page.waitForSelector("text=谭雪");
            page.fill("#f-at", "2026-03-05T14:00");
            page.locator("form[action$='/delivery'] button").click();
            page.waitForSelector("#form-errors");
            page.fill("#f-place", "交车区 1");
            page.fill("#f-people", "张先生夫妇、展厅经理");
            li.look("delivery-scheduling");
            page.locator("form[action$='/delivery'] button").click();
            page.waitForURL("**/deliveries/*");
            delivery = page.url().substring(page.url().lastIndexOf('/') + 1);
            page.locator("label:has(input[value=CLEANED])").click();
            page.locator("form[action$='/preparation'] button").click();
            page.waitForSelector("text=李娜 今天");
            li.look("delivery-blocked");
            assertThat(li.text()).contains("PDI 尚未完成", "陆斌", "谭雪", "197,245.67");
            page.navigate("/deliveries/" + delivery + "/signature");
            page.waitForSelector("text=现在还不能签字");
            li.look("delivery-signature-blocked");
            page.navigate("/deliveries?view=week&date=2026-03-05");
            page.waitForSelector("text=交车区 1");
            li.look("delivery-calendar");
        }
        passed(lu);
        orders.paidUp(order, store.zhou());
        clock.set("2026-03-05T14:00");
        try (Visitor li = tablet()) {
            Page page = li.open("/deliveries/" + delivery).page();
            page.locator("a:has-text('继续')").click();
            page.waitForURL("**/sections/car");
            for (CheckItem item : CheckItem.of(Section.CAR)) {
                tick(page, item, item == CheckItem.SPARE_KEY ? "NOT_OK" : "OK");
            }
            page.locator(".g-check-foot button").click();
            page.waitForSelector("text=请写明缺什么");
            page.fill("[name='words.SPARE_KEY']", "备用钥匙在厂家，周五寄到");
            page.fill("[name='due.SPARE_KEY']", "2026-03-10");
            li.look("delivery-car");
            page.locator(".g-check-foot button").click();
            page.waitForURL("**/sections/documents");
            for (CheckItem item : CheckItem.of(Section.DOCUMENTS)) {
                tick(page, item, item == CheckItem.REGISTRATION ? "NA" : "OK");
            }
            li.look("delivery-documents");
            page.locator(".g-check-foot button").click();
            page.waitForURL("**/sections/explanations");
            page.navigate("/deliveries/" + delivery);
            page.waitForSelector("text=11 / 11");
            page.locator("a:has-text('继续')").click();
            page.waitForURL("**/sections/explanations");
            for (var label : page.locator("label:has(input[name=explained])").all()) {
                label.click();
            }
            page.fill("#f-serviceAdvisor", "周明");
            page.selectOption("#f-manager", store.chen().id().value().toString());
            li.look("delivery-explanations");
            page.locator(".g-check-foot button").click();
            page.waitForURL("**/sections/handover");
            page.fill("#f-mileage", "12");
            page.fill("#f-plate", "沪A12345");
            page.locator("label:has(input[name=ceremony])").click();
            page.locator("label:has(input[name=satisfaction][value='9'])").click();
            page.fill("#f-remarks", "客户带父母一起来提车");
            li.look("delivery-handover");
            page.locator(".g-check-foot button").click();
            page.waitForSelector("a:has-text('签字交车')");
            li.look("delivery-ready");
            page.locator("a:has-text('签字交车')").click();
            page.waitForURL("**/signature");
            page.locator("form[action$='/signature'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            sign(page, 0);
            page.fill("#f-staffName", "李娜");
            li.look("delivery-signing");
            page.locator("form[action$='/signature'] button.btn-primary").click();
            page.waitForURL("**/deliveries/" + delivery);
            page.waitForSelector("text=已交车");
            li.look("delivery-signed");
            page.navigate("/deliveries/" + delivery + "/print");
            page.waitForSelector(".g-paper svg.g-qr");
            li.look("delivery-paper");
        }
        clock.set("2026-03-11T09:00");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/deliveries/outstanding").page();
            page.waitForSelector("text=已逾期");
            li.look("delivery-outstanding");
            page.locator("summary:has-text('办结')").click();
            page.locator("[name=how]").fill("已寄到，客户签收");
            page.locator("form[action$='/settlement'] button").click();
            page.waitForSelector("text=没有遗留事项");
        }
        try (Visitor zhou = desk(store.zhou())) {
            Page page = zhou.open("/deliveries/figures?month=2026-03").page();
            page.waitForSelector("text=按期交车率");
            zhou.look("delivery-figures");
            page.locator("a[href*='ON_PROMISE']").click();
            page.waitForSelector("text=途观");
            zhou.look("delivery-figure-rows");
        }
    }

    private Visitor tablet() {
        return Visitor.onTablet(browser, base()).signIn(store.li().username());
    }

    private void contacted(String prospect) {
        Api.Answer answer = Api.as(store.li().username(), port)
                .post(
                        "/api/v1/prospects/" + prospect + "/follow-ups",
                        Map.of(
                                "way", "PHONE",
                                "outcome", "REACHED",
                                "content", "确认下订",
                                "nextDate", "2026-03-03",
                                "nextReason", "ROUTINE"));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
    }

    private void passed(StaffMember lu) {
        Api technician = Api.as(lu.username(), port);
        String inspection = technician
                .post("/api/v1/pdi/cars/" + VIN + "/inspections", Map.of())
                .text("/id");
        for (PdiGroup group : PdiGroup.values()) {
            Map<String, Object> marks = new HashMap<>();
            for (PdiItem item : group.items()) {
                marks.put(item.name(), Map.of("finding", "OK"));
            }
            technician.send(
                    "PUT",
                    "/api/v1/pdi/inspections/" + inspection + "/groups/" + group,
                    Map.of("marks", marks),
                    Map.of());
        }
        Api.Answer signed = technician.post(
                "/api/v1/pdi/inspections/" + inspection + "/signature",
                Map.of("result", "PASS", "mileageKm", 9, "signatureName", "陆斌"));
        assertThat(signed.status()).as(signed.json().toString()).isEqualTo(200);
    }

    private static void tick(Page page, CheckItem item, String finding) {
        page.locator("label:has(input[name='finding." + item + "'][value=" + finding + "])")
                .click();
    }

    private static void sign(Page page, int pad) {
        page.locator("svg.g-pad-sheet").nth(pad).scrollIntoViewIfNeeded();
        var box = page.locator("svg.g-pad-sheet").nth(pad).boundingBox();
        page.mouse().move(box.x + 30, box.y + 30);
        page.mouse().down();
        page.mouse().move(box.x + 90, box.y + 80);
        page.mouse().move(box.x + 150, box.y + 30);
        page.mouse().move(box.x + 210, box.y + 90);
        page.mouse().up();
    }
}
