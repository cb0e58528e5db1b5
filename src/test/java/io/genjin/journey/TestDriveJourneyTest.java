package io.genjin.journey;

import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A test drive as customer, consultant, specialist and manager live through it. */
class TestDriveJourneyTest extends Journey {

    private StaffMember ma;
    private String car;

    @BeforeEach
    void aFleet() {
        ma = stores.member(store.dealership(), "ma", "马俊", Role.TEST_DRIVE_SPECIALIST);
        car = car("沪A12345", "1M8GDM9AXKP042788", "朗逸 1.4T", "AUTOMATIC");
        car("沪A67890", "11111111111111111", "途观 1.8T", "MANUAL");
        manager()
                .post(
                        "/api/v1/test-drive-routes",
                        Map.of("name", "高架线", "metres", 8500, "minutes", 30, "description", "门店—中环—门店，换位点：体育中心停车场"));
    }

    private Api manager() {
        return Api.as(store.chen().username(), port);
    }

    private String car(String plate, String vin, String model, String gearbox) {
        Map<String, Object> body = new HashMap<>();
        body.put("plate", plate);
        body.put("vin", vin);
        body.put("model", model);
        body.put("gearbox", gearbox);
        body.put("licensedOn", "2026-01-05");
        body.put("insuredUntil", "2027-01-04");
        body.put("km", 1200);
        Api.Answer answer = manager().post("/api/v1/test-cars", body);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.json().toString());
        }
        return answer.text("/id");
    }

    private static void draw(com.microsoft.playwright.Page page, String name) {
        var sheet = page.locator("fieldset:has(input[name=" + name + "]) [data-signature-sheet]");
        sheet.scrollIntoViewIfNeeded();
        var box = sheet.boundingBox();
        double[][] points = {{.15, .6}, {.3, .25}, {.42, .75}, {.55, .3}, {.7, .65}, {.85, .35}};
        page.mouse().move(box.x + box.width * points[0][0], box.y + box.height * points[0][1]);
        page.mouse().down();
        for (double[] point : points) {
            page.mouse()
                    .move(
                            box.x + box.width * point[0],
                            box.y + box.height * point[1],
                            new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        }
        page.mouse().up();
    }

    @Test
    @DisplayName(
            "A consultant books on the phone, a young licence may only ride, the customer signs, rides and is asked")
    void fromBookingToEvaluation() {
        String prospect = card(store.li(), "B", "2026-03-04");
        Api.as(ma.username(), port)
                .post(
                        "/api/v1/test-cars/" + car + "/checks",
                        Map.of("clean", true, "fuelEighths", 6, "stickers", true, "documents", true));
        try (Visitor li = phone(store.li())) {
            var page = li.open("/test-drive-calendar?prospect=" + prospect).page();
            li.look("drive-calendar");
            page.locator("section:has-text('沪A12345') .is-free a >> nth=2").click();
            page.waitForSelector("form[action='/test-drives']");
            page.locator("label:has(input[name=mode][value=DRIVE])").click();
            li.look("drive-book");
            page.locator("form[action='/test-drives'] button.btn-primary").click();
            page.waitForSelector("text=出发前须由客户和陪同人员签署协议");
            page.locator("a:has-text('签署协议')").click();
            page.waitForSelector("[data-signature-sheet]");
            page.fill("#f-licenceNumber", "110101194912310024");
            page.selectOption("#f-licenceClass", "C1");
            page.fill("#f-licenceIssuedOn", "2025-06-01");
            page.fill("#f-licenceValidUntil", "2031-06-01");
            draw(page, "customerSignature");
            page.fill("#f-staffSignatureName", "李娜");
            page.locator("form[action$='/agreement'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            li.look("drive-young-licence");
            page.locator("label:has(input[name=mode][value=RIDE])").click();
            page.locator("form[action$='/agreement'] button.btn-primary").click();
            page.waitForSelector("form[action$='/start']");
            li.look("drive-signed");
            clock.set("2026-03-02T10:00");
            page.locator("form[action$='/start'] button.btn-primary").click();
            page.waitForSelector("form[action$='/return']");
            li.look("drive-out");
            clock.set("2026-03-02T10:27");
            page.fill("#f-km", "1209");
            page.locator("form[action$='/return'] button.btn-primary").click();
            page.waitForSelector("form[action$='/evaluation']");
            page.locator("form[action$='/evaluation'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            page.locator("label:has(input[name=overall][value='4'])").click();
            page.locator("label:has(input[name=comfort][value='5'])").click();
            page.locator("label:has(input[name=staffScore][value='5'])").click();
            page.locator("label:has(input[name=wouldBuy][value=PERHAPS])").click();
            page.fill("#f-objections", "后排空间偏小，想再看看途观");
            li.look("drive-evaluation");
            page.locator("form[action$='/evaluation'] button.btn-primary").click();
            page.waitForSelector("text=4 / 5");
            li.look("drive-evaluated");
            page = li.open("/prospects/" + prospect + "/test-drives").page();
            page.waitForSelector("text=已试驾");
            li.look("drive-panel");
        }
        try (Visitor li = desk(store.li())) {
            var page = li.open("/prospects/" + prospect + "/test-drives").page();
            page.locator("a[data-row-link]").first().click();
            page.waitForSelector("a:has-text('打印协议')");
            page.locator("a:has-text('打印协议')").click();
            page.waitForSelector(".g-qr");
            li.look("drive-print");
        }
    }

    @Test
    @DisplayName(
            "The specialist's morning: checks, bookings, an overdue car; two want one slot and the second reads the next free")
    void theSpecialistsDay() {
        String prospect = card(store.li(), "B", "2026-03-04");
        String other = card(store.wang(), "A", "2026-03-03");
        try (Visitor specialist = desk(ma)) {
            var page = specialist.open("/test-drives").page();
            specialist.look("cars-today");
            page.locator("section[aria-label='沪A12345'] a.btn-primary").click();
            page.waitForSelector("form[action$='/checks']");
            page.locator("input[name=clean]").check();
            page.locator("input[name=stickers]").check();
            page.locator("input[name=documents]").check();
            page.locator("label:has(input[name=fuelEighths][value='6'])").click();
            specialist.look("car-check");
            page.locator("form[action$='/checks'] button.btn-primary").click();
            page.waitForSelector("text=可以出车");
        }
        try (Visitor wang = desk(store.wang())) {
            var page = wang.open("/test-drive-calendar?prospect=" + other).page();
            page.locator("section:has-text('沪A12345') .is-free a >> nth=2").click();
            page.waitForSelector("form[action='/test-drives']");
            manager()
                    .post(
                            "/api/v1/prospects/" + prospect + "/test-drives",
                            Map.of(
                                    "car",
                                    car,
                                    "route",
                                    page.inputValue("#f-route"),
                                    "mode",
                                    "BOTH",
                                    "from",
                                    "2026-03-02T10:00:00+08:00"));
            page.locator("form[action='/test-drives'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            wang.look("drive-slot-taken");
            page.locator("button[data-sets='f-from'] >> text=10:30").click();
            page.locator("form[action='/test-drives'] button.btn-primary").click();
            page.waitForSelector("text=出发前须由客户和陪同人员签署协议");
            wang.open("/test-drive-calendar");
            wang.look("drive-calendar");
            wang.open("/test-drive-calendar?car=" + car);
            wang.look("drive-week");
        }
        try (Visitor specialist = phone(ma)) {
            specialist.open("/test-drives");
            specialist.look("cars-today");
        }
        try (Visitor chen = desk(store.chen())) {
            chen.open("/test-cars");
            chen.look("test-cars");
            chen.open("/test-drive-month");
            chen.look("drive-month");
        }
    }
}
