package io.genjin.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** No customer is led to a dirty or locked show car (2.5). */
@GenjinTest
class ShowCarTest {

    private static final String CARS = "/api/v1/show-cars";
    private static final List<String> ALL = List.of("CLEAN", "UNLOCKED", "CHARGED", "PRICE_BOARD");

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @LocalServerPort
    int port;

    TestStores.Store store;
    Api li;
    Api chen;
    String car;

    @BeforeEach
    void found() {
        clock.set("2026-03-02T08:30");
        store = stores.found();
        li = Api.as(store.li().username(), port);
        chen = Api.as(store.chen().username(), port);
        String model = chen.post("/api/v1/models", Map.of("brand", "上汽大众", "name", "途观L", "body", "SUV"))
                .text("/id");
        Api.Answer added = chen.post(CARS, Map.of("model", model, "label", "380TSI 深海蓝", "place", "A1"));
        assertThat(added.status()).as(added.json().toString()).isEqualTo(201);
        car = added.text("/id");
    }

    private JsonNode now() {
        return li.get(CARS).json().path("items").path(0);
    }

    private Api.Answer check(List<String> right, String remark) {
        return li.post(CARS + "/" + car + "/checks", Map.of("right", right, "remark", remark));
    }

    @Test
    @DisplayName(
            "a car is unchecked until somebody looks; what is not right says what is to be done; a later look counts")
    void looked() {
        assertThat(now().path("readiness").asString("")).isEqualTo("UNCHECKED");
        assertThat(check(List.of("CLEAN", "CHARGED", "PRICE_BOARD"), "").status())
                .isEqualTo(422);
        assertThat(check(List.of("CLEAN", "CHARGED", "PRICE_BOARD"), "钥匙在前台，去开锁")
                        .status())
                .isEqualTo(200);
        assertThat(now().path("readiness").asString("")).isEqualTo("NOT_READY");
        assertThat(now().at("/today/missing/0").asString("")).isEqualTo("UNLOCKED");
        clock.set("2026-03-02T08:50");
        assertThat(check(ALL, "").status()).isEqualTo(200);
        assertThat(now().path("readiness").asString("")).isEqualTo("READY");
        clock.set("2026-03-03T08:00");
        assertThat(now().path("readiness").asString(""))
                .as("every morning anew")
                .isEqualTo("UNCHECKED");
    }

    @Test
    @DisplayName(
            "consultants look, managers say what stands in the showroom; what was taken out is gone, and twice is once")
    void whoMay() {
        assertThat(li.post(CARS, Map.of("model", "x", "label", "y", "place", "z"))
                        .status())
                .isEqualTo(403);
        assertThat(chen.post(CARS, Map.of("label", " ")).status()).isEqualTo(422);
        assertThat(Api.as(stores.found().li().username(), port)
                        .post(CARS + "/" + car + "/checks", Map.of("right", ALL))
                        .status())
                .isEqualTo(404);
        chen.post(CARS + "/" + car + "/removal", Map.of());
        assertThat(chen.post(CARS + "/" + car + "/removal", Map.of()).status()).isEqualTo(200);
        assertThat(li.get(CARS).json().path("items").size()).isZero();
        assertThat(check(ALL, "").status()).isEqualTo(404);
    }
}
