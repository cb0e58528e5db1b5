package io.genjin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.shared.Money;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The range: models, trims, prices, colours and comparisons, kept up by managers, read by all, never deleted (2.5). */
@GenjinTest
class CarModelsTest {

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    CarModels models;

    @LocalServerPort
    int port;

    TestStores.Store store;
    Api li;
    Api chen;
    Api zhou;

    @BeforeEach
    void found() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        li = Api.as(store.li().username(), port);
        chen = Api.as(store.chen().username(), port);
        zhou = Api.as(store.zhou().username(), port);
    }

    private static Map<String, Object> model(String name) {
        return Map.of("brand", "上汽大众", "name", name, "body", "SUV", "description", "五座家用 SUV");
    }

    private static Map<String, Object> trim(String name, String listPrice) {
        Map<String, Object> trim = new HashMap<>();
        trim.put("name", name);
        trim.put("modelYear", 2026);
        trim.put("energy", "PETROL");
        trim.put("powerKw", 137);
        trim.put("gearbox", "DUAL_CLUTCH");
        trim.put("seats", 5);
        trim.put("listPrice", listPrice);
        return trim;
    }

    private static Map<String, Object> comparison(String model, String secondBetter) {
        return Map.of(
                "model", model,
                "brand", "东风本田",
                "rival", "CR-V",
                "source", "两家官网",
                "asOf", "2026-03-01",
                "rows",
                        List.of(
                                Map.of("focus", "SPACE", "ours", "2791 毫米轴距", "theirs", "2701 毫米", "better", "OURS"),
                                Map.of("focus", "FUEL", "ours", "7.3 升", "theirs", "5.8 升", "better", secondBetter)));
    }

    private String added(String name) {
        Api.Answer answer = chen.post("/api/v1/models", model(name));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asString(""))
                .toList();
    }

    @Test
    @DisplayName("a manager builds a model with trims and colours; a consultant reads it, the cheapest trim first")
    void built() {
        String model = added("途观L");
        String here = "/api/v1/models/" + model;
        assertThat(chen.post(here + "/trims", trim("380TSI 四驱", "258,600")).status())
                .isEqualTo(201);
        assertThat(chen.post(here + "/trims", trim("330TSI", "206800.00")).status())
                .isEqualTo(201);
        assertThat(chen.post(
                                here + "/colours",
                                Map.of("place", "EXTERIOR", "name", "极地白", "swatch", "f4f5f0", "surcharge", "1500"))
                        .text("/swatch"))
                .isEqualTo("#F4F5F0");
        JsonNode read = li.get(here).json();
        assertThat(texts(read.path("trims"), "name")).containsExactly("330TSI", "380TSI 四驱");
        assertThat(read.at("/trims/0/listPrice").decimalValue()).isEqualByComparingTo("206800");
        assertThat(read.at("/colours/0/surcharge").decimalValue()).isEqualByComparingTo("1500");
        assertThat(li.post("/api/v1/models", model("途昂")).status()).isEqualTo(403);
        assertThat(Api.as(stores.found().chen().username(), port).get(here).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("a new price from the first of next month: today's stays, and the old one is never lost")
    void priced() {
        String model = added("途观L");
        Api.Answer trim = chen.post("/api/v1/models/" + model + "/trims", trim("330TSI", "206800"));
        String here = "/api/v1/trims/" + trim.text("/id");
        Map<String, Object> cheaper = trim("330TSI", "199800");
        cheaper.put("priceFrom", "2026-04-01");
        Api.Answer changed = chen.send("PUT", here, cheaper, Map.of("If-Match", trim.header("ETag")));
        assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
        assertThat(changed.json().path("listPrice").decimalValue()).isEqualByComparingTo("206800");
        clock.set("2026-04-01T08:00");
        JsonNode later = li.get(here).json();
        assertThat(later.path("listPrice").decimalValue()).isEqualByComparingTo("199800");
        assertThat(texts(later.path("prices"), "validFrom")).containsExactly("2026-04-01", "2026-03-02");
        Trim read = Tenancy.within(
                store.dealership().id(),
                () -> models.trim(
                        new TrimId(UUID.fromString(trim.text("/id"))),
                        store.dealership().id()));
        assertThat(read.listPrice(LocalDate.of(2026, 3, 31))).contains(Money.of("206800.00"));
    }

    @Test
    @DisplayName("two managers change one trim: the second is told, and nothing of the first is lost")
    void twoEditors() {
        String model = added("途观L");
        Api.Answer trim = chen.post("/api/v1/models/" + model + "/trims", trim("330TSI", "206800"));
        String here = "/api/v1/trims/" + trim.text("/id");
        assertThat(chen.send("PUT", here, trim("330TSI 豪华", "206800"), Map.of()).status())
                .isEqualTo(428);
        assertThat(chen.send("PUT", here, trim("330TSI 豪华", "206800"), Map.of("If-Match", trim.header("ETag")))
                        .status())
                .isEqualTo(200);
        Api.Answer second =
                zhou.send("PUT", here, trim("330TSI 旗舰", "210000"), Map.of("If-Match", trim.header("ETag")));
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.text("/code")).isEqualTo("catalog-card-changed");
        assertThat(li.get(here).text("/name")).isEqualTo("330TSI 豪华");
    }

    @Test
    @DisplayName(
            "a name that is taken, and all that is missing, is refused at its field; the same click twice adds once")
    void refused() {
        String model = added("途观L");
        Api.Answer again = chen.post("/api/v1/models", model("途观L"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(texts(again.json().path("errors"), "field")).containsExactly("name");
        Api.Answer nothing = chen.post("/api/v1/models/" + model + "/trims", Map.of("powerKw", 5));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(texts(nothing.json().path("errors"), "field"))
                .containsExactlyInAnyOrder("name", "modelYear", "powerKw", "seats", "energy", "gearbox", "listPrice");
        Map<String, String> key = Map.of("Idempotency-Key", "click-1");
        String trims = "/api/v1/models/" + model + "/trims";
        String first = chen.send("POST", trims, trim("330TSI", "206800"), key).text("/id");
        assertThat(chen.send("POST", trims, trim("330TSI", "206800"), key).text("/id"))
                .isEqualTo(first);
        assertThat(li.get("/api/v1/models/" + model).json().path("trims").size())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("off sale a model leaves the list and stays readable; back on sale it is the same one")
    void retired() {
        String model = added("桑塔纳");
        added("桑塔纳 尚纳");
        chen.post("/api/v1/models/" + model + "/retirement", Map.of());
        assertThat(texts(li.get("/api/v1/models").json().path("items"), "name")).containsExactly("桑塔纳 尚纳");
        assertThat(texts(li.get("/api/v1/models?onSale=false").json().path("items"), "name"))
                .containsExactly("桑塔纳");
        assertThat(li.get("/api/v1/models/" + model).status()).isEqualTo(200);
        chen.post("/api/v1/models/" + model + "/return", Map.of());
        assertThat(texts(
                        li.get(
                                        "/api/v1/models?wish=%E6%A1%91%E5%A1%94%E7%BA%B3%20%E5%B0%9A%E7%BA%B3%20%E9%A3%8E%E5%B0%9A")
                                .json()
                                .path("items"),
                        "name"))
                .containsExactly("桑塔纳", "桑塔纳 尚纳");
        String meant = Tenancy.within(store.dealership().id(), () -> models.meant(
                        "桑塔纳 尚纳 风尚", store.dealership().id())
                .orElseThrow()
                .name()
                .text());
        assertThat(meant).isEqualTo("桑塔纳 尚纳");
    }

    @Test
    @DisplayName(
            "a comparison where all is ours is refused with a sentence; a fair one is kept, and changed in editions")
    void compared() {
        String model = added("途观L");
        Api.Answer unfair = chen.post("/api/v1/comparisons", comparison(model, "OURS"));
        assertThat(unfair.status()).isEqualTo(422);
        assertThat(unfair.text("/code")).isEqualTo("only-ours-better");
        Api.Answer fair = chen.post("/api/v1/comparisons", comparison(model, "THEIRS"));
        assertThat(fair.status()).as(fair.json().toString()).isEqualTo(201);
        String here = "/api/v1/comparisons/" + fair.text("/id");
        Api.Answer even = chen.send("PUT", here, comparison(model, "EVEN"), Map.of("If-Match", fair.header("ETag")));
        assertThat(even.status()).isEqualTo(200);
        assertThat(zhou.send("PUT", here, comparison(model, "EVEN"), Map.of("If-Match", fair.header("ETag")))
                        .status())
                .isEqualTo(412);
        assertThat(li.get(here).json().at("/rows/0/better").asString("")).isEqualTo("EVEN");
        chen.post(here + "/retirement", Map.of());
        assertThat(li.get("/api/v1/comparisons?model=" + model)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(li.get(here).json().path("rows").size()).isEqualTo(2);
        clock.set("2026-12-01T09:00");
        assertThat(li.get(here).json().path("stale").asBoolean(false)).isTrue();
    }
}
