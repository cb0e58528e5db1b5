package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.Tenancy;
import io.genjin.pdi.PdiGroup;
import io.genjin.pdi.PdiItem;
import io.genjin.staff.Role;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Inspection before delivery against the running product (2.9, 3.7). */
class PdiScenariosTest extends Stage {

    private static final String VIN = "LSVNV2187E2100001";

    private Api lu;

    @BeforeEach
    void technicianComesToWork() {
        lu = Api.as(
                stores.member(store.dealership(), "lu", "陆斌", Role.PDI_TECHNICIAN)
                        .username(),
                port);
    }

    private static Api.Answer ok(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        return answer;
    }

    private String begun() {
        ok(lu.post("/api/v1/pdi/cars", Map.of("vin", VIN, "model", "途观 1.8T")), 201);
        return ok(lu.post("/api/v1/pdi/cars/" + VIN + "/inspections", Map.of()), 201)
                .text("/id");
    }

    private Api.Answer marked(String inspection, PdiGroup group, PdiItem... notOk) {
        Map<String, Object> marks = new HashMap<>();
        for (PdiItem item : group.items()) {
            marks.put(
                    item.name(),
                    Set.of(notOk).contains(item)
                            ? Map.of("finding", "NOT_OK", "words", "右前轮 1.6 bar")
                            : Map.of("finding", "OK"));
        }
        return lu.send(
                "PUT", "/api/v1/pdi/inspections/" + inspection + "/groups/" + group, Map.of("marks", marks), Map.of());
    }

    private void markedAll(String inspection, PdiItem... notOk) {
        for (PdiGroup group : PdiGroup.values()) {
            ok(marked(inspection, group, notOk), 200);
        }
    }

    private Api.Answer signed(String inspection, String result) {
        return lu.post(
                "/api/v1/pdi/inspections/" + inspection + "/signature",
                Map.of("result", result, "mileageKm", 9, "signatureName", "陆斌"));
    }

    private String state() {
        return lu.get("/api/v1/pdi/cars/" + VIN).text("/car/state");
    }

    @Test
    @DisplayName("one item not in order: rework, re-inspection of that item only, then pass; both inspections stay")
    void reworkAndReInspection() {
        String first = begun();
        assertThat(state()).isEqualTo("UNDER_WAY");
        markedAll(first, PdiItem.TYRE_PRESSURE);
        Api.Answer tooEarly = signed(first, "PASS");
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.json().toString()).contains("\"result\"");
        Api.Answer rework = ok(signed(first, "REWORK"), 200);
        assertThat(rework.json().path("rework").toString()).isEqualTo("[\"TYRE_PRESSURE\"]");
        assertThat(state()).isEqualTo("REWORK");

        clock.set("2026-03-02T14:00");
        Api.Answer second = ok(lu.post("/api/v1/pdi/cars/" + VIN + "/inspections", Map.of()), 201);
        assertThat(second.json().path("round").asInt()).isEqualTo(2);
        assertThat(second.json().path("missing").toString()).isEqualTo("[\"TYRE_PRESSURE\"]");
        String id = second.text("/id");
        ok(
                lu.send(
                        "PUT",
                        "/api/v1/pdi/inspections/" + id + "/groups/BODY",
                        Map.of("marks", Map.of("TYRE_PRESSURE", Map.of("finding", "OK", "words", "已补气 2.3 bar"))),
                        Map.of()),
                200);
        ok(signed(id, "PASS"), 200);
        assertThat(state()).isEqualTo("PASSED");
        Api.Answer file = lu.get("/api/v1/pdi/cars/" + VIN);
        assertThat(file.json().path("inspections").size()).isEqualTo(2);
        assertThat(file.json().at("/inspections/1/result").asString("")).isEqualTo("REWORK");
        assertThat(file.json().at("/inspections/1/marks/TYRE_PRESSURE/words").asString(""))
                .isEqualTo("右前轮 1.6 bar");
        assertThat(lu.get("/api/v1/pdi/cars").json().path("items").size()).isZero();
    }

    @Test
    @DisplayName("signed is signed: neither a second signature, nor a mark, nor the database changes it")
    void signedIsSigned() {
        String inspection = begun();
        markedAll(inspection);
        ok(signed(inspection, "PASS"), 200);
        assertThat(signed(inspection, "PASS").status()).isEqualTo(409);
        assertThat(marked(inspection, PdiGroup.BODY, PdiItem.PAINT).status()).isEqualTo(409);
        for (String change : List.of(
                "update pdi_inspection set result = 'FAIL', fail_reason = 'x'",
                "update pdi_inspection set marks = '{}'::jsonb",
                "delete from pdi_inspection")) {
            assertThatThrownBy(() -> Tenancy.within(
                            store.dealership().id(),
                            () -> transaction.execute(status -> jdbc.sql(change).update())))
                    .as(change)
                    .rootCause()
                    .hasMessageMatching("(?s).*(never changed|permission denied).*");
        }
    }

    @Test
    @DisplayName("a wrong VIN says which character; one item without words, and a failure without reason, are refused"
            + " at their field")
    void refusals() {
        Api.Answer letter = lu.post("/api/v1/pdi/cars", Map.of("vin", "LSVNV2187E21O0001", "model", "途观"));
        assertThat(letter.status()).isEqualTo(422);
        assertThat(letter.json().toString()).contains("第 13 位", "\"vin\"");
        assertThat(lu.post("/api/v1/pdi/cars", Map.of("vin", "LSVNV2186E2100001", "model", "途观"))
                        .json()
                        .toString())
                .contains("第 9 位");
        String inspection = begun();
        Api.Answer wordless = lu.send(
                "PUT",
                "/api/v1/pdi/inspections/" + inspection + "/groups/BODY",
                Map.of("marks", Map.of("PAINT", Map.of("finding", "NOT_OK"))),
                Map.of());
        assertThat(wordless.status()).isEqualTo(422);
        assertThat(wordless.json().toString()).contains("words.PAINT");
        Api.Answer reasonless = signed(inspection, "FAIL");
        assertThat(reasonless.status()).isEqualTo(422);
        assertThat(reasonless.json().toString()).contains("failReason");
        Api.Answer failed = ok(
                lu.post(
                        "/api/v1/pdi/inspections/" + inspection + "/signature",
                        Map.of("result", "FAIL", "failReason", "运输中受损", "mileageKm", 9, "signatureName", "陆斌")),
                200);
        assertThat(failed.text("/failReason")).isEqualTo("运输中受损");
        assertThat(state()).isEqualTo("FAILED");
    }

    @Test
    @DisplayName("two technicians who begin and sign at the same time begin and sign one inspection")
    void atOnce() {
        ok(lu.post("/api/v1/pdi/cars", Map.of("vin", VIN, "model", "途观 1.8T")), 201);
        Set<String> begun = new java.util.HashSet<>(Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> ok(lu.post("/api/v1/pdi/cars/" + VIN + "/inspections", Map.of()), 201)
                                .text("/id")))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList());
        assertThat(begun).hasSize(1);
        String inspection = begun.iterator().next();
        markedAll(inspection);
        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> signed(inspection, "PASS").status()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 409, 409, 409);
    }

    @Test
    @DisplayName("consultants read an inspection and never write one; another dealership knows nothing of the car")
    void whoMay() {
        String inspection = begun();
        assertThat(li.get("/api/v1/pdi/inspections/" + inspection).status()).isEqualTo(200);
        assertThat(li.post("/api/v1/pdi/cars/" + VIN + "/inspections", Map.of()).status())
                .isEqualTo(403);
        assertThat(li.post(
                                "/api/v1/pdi/inspections/" + inspection + "/signature",
                                Map.of("result", "PASS", "mileageKm", 9, "signatureName", "李娜"))
                        .status())
                .isEqualTo(403);
        assertThat(sun.get("/api/v1/pdi/cars").status()).isEqualTo(403);
        Api elsewhere = Api.as(
                stores.member(stores.found().dealership(), "bai", "白露", Role.PDI_TECHNICIAN)
                        .username(),
                port);
        assertThat(elsewhere.get("/api/v1/pdi/cars/" + VIN).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/v1/pdi/inspections/" + inspection).status())
                .isEqualTo(404);
    }
}
