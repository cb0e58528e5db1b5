package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Improvement actions (R-115, R-116, K28) against the running product. */
class ImprovementScenariosTest extends Stage {

    private static final String ACTIONS = "/api/v1/improvement-actions";

    private Map<String, Object> whole() {
        Map<String, Object> action = new HashMap<>();
        action.put("defect", "H级客户逾期未跟进");
        action.put("report", "DAILY");
        action.put("figure", "跟进及时率 72%");
        action.put("measure", "每天晨会前逐一核对到期客户");
        action.put("deadline", "2026-03-06");
        action.put("responsible", store.li().username());
        return action;
    }

    private String opened(Map<String, Object> action) {
        Api.Answer answer = chen.post(ACTIONS, action);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private static List<String> wrong(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(422);
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString(""))
                .toList();
    }

    private static Api.Answer say(Api who, String id, String what) {
        return who.post(ACTIONS + "/" + id + "/" + what, Map.of("said", "已逐一核对,见跟进记录"));
    }

    private int rows(Api who, String query) {
        Api.Answer answer = who.get(ACTIONS + "?" + query);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json().path("items").size();
    }

    private boolean overdue(String id) {
        return chen.get(ACTIONS + "/" + id).json().at("/action/overdue").asBoolean();
    }

    @Test
    @DisplayName("31. When an improvement item lacks measure, deadline or person, then it cannot be saved;"
            + " with all, overdue on deadline + 1")
    void actionPlan() {
        for (String field : whole().keySet()) {
            Map<String, Object> lacking = whole();
            lacking.remove(field);
            assertThat(wrong(chen.post(ACTIONS, lacking))).containsExactly(field);
        }
        assertThat(wrong(chen.post(ACTIONS, Map.of("defect", "  "))))
                .as("all that is missing is named together")
                .containsExactlyInAnyOrder("defect", "report", "figure", "measure", "deadline", "responsible");
        Map<String, Object> past = whole();
        past.put("deadline", "2026-03-01");
        past.put("responsible", "nobody");
        assertThat(wrong(chen.post(ACTIONS, past))).containsExactlyInAnyOrder("deadline", "responsible");
        assertThat(rows(chen, "filter=OPEN")).as("nothing of it was saved").isZero();

        String id = opened(whole());
        clock.set("2026-03-06T23:59");
        assertThat(overdue(id)).isFalse();
        assertThat(rows(chen, "filter=OVERDUE")).isZero();
        clock.set("2026-03-07T00:00");
        assertThat(overdue(id)).isTrue();
        assertThat(rows(chen, "filter=OVERDUE")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "done by the responsible, verified by somebody else, re-opened with words; never closed without a look")
    void verification() {
        String id = opened(whole());
        assertThat(say(wang, id, "progress").status())
                .as("a colleague's action is not there")
                .isEqualTo(404);
        assertThat(say(chen, id, "completion").status())
                .as("only the responsible says so")
                .isEqualTo(403);
        assertThat(say(chen, id, "verification").status())
                .as("nothing to look at yet")
                .isEqualTo(409);
        assertThat(say(li, id, "progress").text("/status")).isEqualTo("IN_PROGRESS");
        assertThat(wrong(li.post(ACTIONS + "/" + id + "/completion", Map.of()))).containsExactly("said");
        assertThat(say(li, id, "completion").text("/status")).isEqualTo("DONE");
        assertThat(say(li, id, "completion").status()).isEqualTo(409);
        assertThat(say(li, id, "verification").status())
                .as("consultants do not verify")
                .isEqualTo(403);
        assertThat(wrong(chen.post(ACTIONS + "/" + id + "/reopening", Map.of())))
                .containsExactly("said");
        assertThat(say(chen, id, "reopening").text("/status")).isEqualTo("IN_PROGRESS");
        assertThat(say(li, id, "completion").text("/status")).isEqualTo("DONE");
        assertThat(say(zhou, id, "verification").text("/verifiedBy"))
                .isEqualTo(store.zhou().username());
        assertThat(say(chen, id, "reopening").status()).as("closed is closed").isEqualTo(409);
        assertThat(StreamSupport.stream(
                                chen.get(ACTIONS + "/" + id)
                                        .json()
                                        .path("steps")
                                        .spliterator(),
                                false)
                        .map(step -> step.path("kind").asString(""))
                        .toList())
                .as("the latest first")
                .containsExactly("VERIFIED", "DONE", "REOPENED", "DONE", "PROGRESSED", "OPENED");

        Map<String, Object> managers = whole();
        managers.put("responsible", store.chen().username());
        String own = opened(managers);
        say(chen, own, "completion");
        Api.Answer oneself = say(chen, own, "verification");
        assertThat(oneself.status()).isEqualTo(403);
        assertThat(oneself.json().toString()).contains("verified-by-responsible");
        assertThat(rows(chen, "filter=DONE")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "K28 counts what fell due and was verified by the deadline, opens its rows, and divides nothing by nothing")
    void inTime() {
        assertThat(zhou.get(ACTIONS + "/in-time").json().get("permille").isNull())
                .isTrue();
        String kept = opened(whole());
        String late = opened(whole());
        opened(whole());
        Map<String, Object> next = whole();
        next.put("deadline", "2026-04-02");
        next.put("responsible", store.wang().username());
        opened(next);
        clock.set("2026-03-06T18:00");
        say(li, kept, "completion");
        say(li, late, "completion");
        say(zhou, kept, "verification");
        assertThat(zhou.get(ACTIONS + "/in-time").json().path("due").asInt())
                .as("the deadline's day is not over")
                .isZero();
        clock.set("2026-03-07T09:00");
        say(zhou, late, "verification");

        var k28 = zhou.get(ACTIONS + "/in-time?month=2026-03").json();
        assertThat(k28.path("verified").asInt()).isEqualTo(1);
        assertThat(k28.path("due").asInt()).isEqualTo(3);
        assertThat(k28.path("permille").asInt()).isEqualTo(333);
        assertThat(ratio(zhou, "K28", "2026-03-01", "2026-03-07")).isEqualTo("1 / 3");
        assertThat(rows(zhou, "filter=IN_TIME&month=2026-03")).isEqualTo(1);
        assertThat(rows(zhou, "filter=DUE&month=2026-03")).isEqualTo(3);
        assertThat(wang.get(ACTIONS + "/in-time?month=2026-03")
                        .json()
                        .path("due")
                        .asInt())
                .as("a consultant sees their own")
                .isZero();
        assertThat(rows(wang, "filter=OPEN")).isEqualTo(1);
        assertThat(rows(chen, "filter=OPEN&mine=true")).isZero();
        assertThat(rows(zhou, "filter=VERIFIED")).isEqualTo(2);
    }

    @Test
    @DisplayName("given to another the first no longer sees it; the same request twice notes progress once")
    void handedOn() {
        String id = opened(whole());
        Map<String, String> key = Map.of("Idempotency-Key", "progress-" + id);
        li.post(ACTIONS + "/" + id + "/progress", Map.of("said", "开始了"), key);
        li.post(ACTIONS + "/" + id + "/progress", Map.of("said", "开始了"), key);
        assertThat(chen.get(ACTIONS + "/" + id).json().path("steps").size()).isEqualTo(2);
        assertThat(chen.post(
                                ACTIONS + "/" + id + "/responsible",
                                Map.of("to", store.wang().username()))
                        .text("/responsible"))
                .isEqualTo(store.wang().username());
        assertThat(li.get(ACTIONS + "/" + id).status()).isEqualTo(404);
        assertThat(say(wang, id, "completion").text("/status")).isEqualTo("DONE");
    }
}
