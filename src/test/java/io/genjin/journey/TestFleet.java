package io.genjin.journey;

import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.Map;

/** The cars and routes that a dealership keeps for test drives. */
final class TestFleet {

    private final Api manager;

    TestFleet(Api manager) {
        this.manager = manager;
    }

    String car(String plate, String vin, String model, String gearbox) {
        Map<String, Object> body = new HashMap<>();
        body.put("plate", plate);
        body.put("vin", vin);
        body.put("model", model);
        body.put("gearbox", gearbox);
        body.put("licensedOn", "2026-01-05");
        body.put("insuredUntil", "2027-01-04");
        body.put("km", 1200);
        return kept(manager.post("/api/v1/test-cars", body)).text("/id");
    }

    void route() {
        kept(manager.post(
                "/api/v1/test-drive-routes",
                Map.of("name", "高架线", "metres", 8500, "minutes", 30, "description", "门店—中环—门店，换位点：体育中心停车场")));
    }

    /** The morning's look at a car, without which it does not leave. */
    void checked(String car) {
        kept(manager.post(
                "/api/v1/test-cars/" + car + "/checks",
                Map.of("clean", true, "fuelEighths", 6, "stickers", true, "documents", true)));
    }

    private static Api.Answer kept(Api.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.json().toString());
        }
        return answer;
    }
}
