package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.needs.Needs;
import io.genjin.prospect.ProspectId;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Stage 4, needs analysis (2.4, 3.4): the talk, the grade it speaks for, and the card it feeds. */
class NeedsScenariosTest extends Stage {

    @Autowired
    Needs needs;

    private static Map<String, Object> sheet(String when, boolean power) {
        Map<String, Object> sheet = new HashMap<>();
        sheet.put("purpose", "PRIVATE");
        sheet.put("purchaseWhen", when);
        sheet.put("focus", List.of("SPACE", "SAFETY"));
        sheet.put("models", List.of("途观L", "途岳"));
        sheet.put("competitors", List.of("CR-V"));
        sheet.put("decisionMakers", List.of("本人", "爱人"));
        sheet.put("paymentWay", "LOAN");
        sheet.put("confidenceConfirmed", true);
        sheet.put("needConfirmed", true);
        sheet.put("purchasingPowerConfirmed", power);
        if (power) {
            sheet.put("budgetFrom", 180000);
            sheet.put("budgetTo", 230000.50);
        }
        return sheet;
    }

    private String path(String prospect) {
        return "/api/v1/prospects/" + prospect + "/needs";
    }

    private Api.Answer stored(String prospect, Map<String, Object> sheet, int version) {
        Api.Answer answer =
                li.post(path(prospect), sheet, version == 0 ? Map.of() : Map.of("If-Match", "\"" + version + "\""));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer;
    }

    private static List<String> errors(Api.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(one -> one.path("field").asString(""))
                .toList();
    }

    @Test
    @DisplayName(
            "17: purchasing power is not confirmed, the consultant grades A: B is suggested, A is accepted only with a reason")
    void override() {
        String prospect = opened(li, card("C", "2026-03-05"));
        Map<String, Object> sheet = sheet("DAYS_8_15", false);
        sheet.put("grade", "A");
        Api.Answer refused = li.post(path(prospect), sheet);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").toString())
                .contains("gradeReason")
                .contains("B");
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/grade")).isEqualTo("C");
        assertThat(entries(prospect, "NEEDS_ANALYSED"))
                .as("a refused sheet leaves nothing behind")
                .isEmpty();

        sheet.put("gradeReason", "周五带首付来签");
        Api.Answer kept = stored(prospect, sheet, 0);
        assertThat(kept.text("/suggestedGrade")).isEqualTo("B");
        assertThat(kept.text("/suggestedBecause")).isEqualTo("NO_PURCHASING_POWER");
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/grade")).isEqualTo("A");
        assertThat(entries(prospect, "GRADE_CHANGED")).first().satisfies(entry -> {
            assertThat(entry.at("/details/after").asString("")).isEqualTo("A");
            assertThat(entry.at("/details/reason").asString("")).isEqualTo("周五带首付来签");
            assertThat(entry.at("/details/evidence").toString())
                    .contains("NEED")
                    .doesNotContain("PURCHASING_POWER");
        });
    }

    @Test
    @DisplayName("the sheet's suggestion becomes the grade with its evidence, and the clocks follow")
    void takesGrade() {
        String prospect = opened(li, card("C", "2026-03-12"));
        stored(prospect, sheet("DAYS_0_7", true), 0);
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/grade"))
                .as("nothing grades by itself")
                .isEqualTo("C");
        assertThat(li.post(path(prospect) + "/grade", Map.of()).status()).isEqualTo(200);
        Api.Answer card = zhou.get("/api/v1/prospects/" + prospect);
        assertThat(card.text("/grade")).isEqualTo("H");
        assertThat(card.text("/nextFollowUp/date"))
                .as("the promise moved up to the rhythm of H")
                .isLessThan("2026-03-12");
    }

    @Test
    @DisplayName("what the card lacks is offered field by field and taken over as a change of the card")
    void feedsTheCard() {
        String prospect = opened(li, card("B", "2026-03-05"));
        stored(prospect, sheet("DAYS_16_30", true), 0);
        JsonNode proposals = li.get(path(prospect)).json().path("proposals");
        assertThat(proposals.valueStream().map(one -> one.path("field").asString("")))
                .contains(
                        "intentModels",
                        "purpose",
                        "budget",
                        "paymentWay",
                        "expectedPurchaseBand",
                        "decisionMaker",
                        "competitors");

        assertThat(li.post(path(prospect) + "/card", Map.of("fields", List.of("budget")))
                        .status())
                .isEqualTo(200);
        Api.Answer card = li.get("/api/v1/prospects/" + prospect);
        assertThat(card.json().path("budget").decimalValue()).isEqualByComparingTo("230000.50");
        assertThat(card.json().path("purpose").isMissingNode()
                        || card.json().path("purpose").isNull())
                .isTrue();

        Api.Answer rest =
                li.post(path(prospect) + "/card", Map.of("fields", List.of("purpose", "intentModels", "paymentWay")));
        assertThat(rest.status()).isEqualTo(200);
        card = li.get("/api/v1/prospects/" + prospect);
        assertThat(card.text("/purpose")).isEqualTo("PRIVATE");
        assertThat(card.text("/intentModels/0")).isEqualTo("途观L");
        assertThat(entries(prospect, "CARD_CHANGED")).hasSize(2);
        assertThat(errors(li.post(path(prospect) + "/card", Map.of("fields", List.of("mobile")))))
                .as("only what the talk can know")
                .containsExactly("fields");
    }

    @Test
    @DisplayName("each talk is a version: the latest counts, earlier ones stay, a sheet from an older one is refused")
    void versions() {
        String prospect = opened(li, card("B", "2026-03-05"));
        stored(prospect, sheet("DAYS_31_90", false), 0);
        assertThat(li.post(path(prospect), sheet("DAYS_16_30", true)).status())
                .as("without naming the version")
                .isEqualTo(428);
        clock.set("2026-03-04T15:00");
        stored(prospect, sheet("DAYS_16_30", true), 1);
        Api.Answer stale = zhou.post(path(prospect), sheet("DAYS_0_7", true), Map.of("If-Match", "\"1\""));
        assertThat(stale.status()).isEqualTo(412);
        Api.Answer list = li.get(path(prospect));
        assertThat(list.header("ETag")).isEqualTo("\"2\"");
        assertThat(list.json().path("items").valueStream().map(one -> one.path("purchaseWhen")
                        .asString("")))
                .containsExactly("DAYS_16_30", "DAYS_31_90");
        assertThat(entries(prospect, "NEEDS_ANALYSED")).hasSize(2);
        Tenancy.within(store.dealership().id(), () -> assertThat(
                        needs.latest(store.dealership().id(), ProspectId.of(prospect)))
                .hasValueSatisfying(one -> assertThat(one.version()).isEqualTo(2)));
    }

    @Test
    @DisplayName("a sheet sent twice is stored once; two people at the same time: one is stored, the other is told")
    void once() throws Exception {
        String prospect = opened(li, card("B", "2026-03-05"));
        Map<String, String> key = Map.of("Idempotency-Key", "needs-" + prospect);
        assertThat(li.post(path(prospect), sheet("DAYS_16_30", true), key).status())
                .isEqualTo(201);
        assertThat(li.post(path(prospect), sheet("DAYS_16_30", true), key)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(li.get(path(prospect)).json().path("items").size()).isEqualTo(1);

        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> acts = List.of(
                    () -> li.post(path(prospect), sheet("DAYS_0_7", true), Map.of("If-Match", "\"1\""))
                            .status(),
                    () -> zhou.post(path(prospect), sheet("DAYS_8_15", true), Map.of("If-Match", "\"1\""))
                            .status());
            List<Integer> answers = both.invokeAll(acts).stream()
                    .map(one -> {
                        try {
                            return one.get();
                        } catch (Exception broken) {
                            throw new IllegalStateException(broken);
                        }
                    })
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(201, 412);
        } finally {
            both.shutdown();
        }
        assertThat(li.get(path(prospect)).json().path("items").size()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "needs are due on the day of the card; a colleague's customer is not there; the journal keeps codes only")
    void deadlineAndReach() {
        Map<String, Object> card = card("B", "2026-03-05");
        String prospect = opened(li, card);
        assertThat(li.get(path(prospect)).text("/deadline")).isEqualTo("DUE");
        assertThat(li.get(path(prospect)).text("/dueAt")).startsWith("2026-03-02T23:59:59");
        clock.set("2026-03-03T00:01");
        assertThat(li.get(path(prospect)).text("/deadline")).isEqualTo("OVERDUE");
        Map<String, Object> sheet = sheet("DAYS_16_30", true);
        sheet.put("remark", "电话 " + card.get("mobile"));
        stored(prospect, sheet, 0);
        assertThat(li.get(path(prospect)).text("/deadline")).isEqualTo("LATE");
        assertThat(entries(prospect, "NEEDS_ANALYSED").toString())
                .doesNotContain(String.valueOf(card.get("mobile")), "爱人");
        sheet.put("saidAt", "2026-03-01T10:00:00+08:00");
        assertThat(errors(li.post(path(prospect), sheet, Map.of("If-Match", "\"1\""))))
                .as("no talk before the customer was known")
                .containsExactly("saidAt");
        sheet.remove("saidAt");
        assertThat(wang.get(path(prospect)).status()).isEqualTo(404);
        assertThat(wang.post(path(prospect), sheet).status()).isEqualTo(404);
        assertThat(sun.get(path(prospect)).status()).isEqualTo(403);
    }
}
