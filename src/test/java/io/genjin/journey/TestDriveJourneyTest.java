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
