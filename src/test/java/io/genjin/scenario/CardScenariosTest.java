package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The customer information card from the door to the archive (BG-MⅢ-07; scenarios 8 to 11, 17, 21, 22). */
class CardScenariosTest extends Stage {

    private static List<String> fields(Api.Answer answer) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString(""))
                .toList();
    }

    @Test
    @DisplayName("8: a grade without next date or reason is rejected with the missing fields named")
    void incomplete() {
        Map<String, Object> card = card("B", "2026-03-05");
        card.remove("nextFollowUpDate");
        card.remove("nextFollowUpReason");
        Api.Answer answer = li.post("/api/v1/prospects", card);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(fields(answer)).containsExactlyInAnyOrder("nextFollowUpDate", "nextFollowUpReason");
        assertThat(li.get("/api/v1/prospects").json().path("items").size()).isZero();
    }

    @Test
    @DisplayName("9: a returned card cannot be entered, is the consultant's task, and its clock runs on")
    void signOffRefused() {
        String prospect = opened(li, card("H", "2026-03-03"));
        String here = "/api/v1/prospects/" + prospect;
        Instant due = ruleDueAt(prospect);
        li.post(here + "/submission", Map.of());
        assertThat(chen.post(here + "/return", Map.of()).status()).isEqualTo(422);
        assertThat(chen.post(here + "/return", Map.of("comment", "请补充预算")).text("/cardStatus"))
                .isEqualTo("RETURNED");
        assertThat(sun.post(here + "/entry", Map.of()).status()).isEqualTo(409);
        assertThat(ruleDueAt(prospect)).isEqualTo(due);
        assertThat(li.get("/api/v1/prospects?cardStatus=RETURNED").text("/items/0/id"))
                .isEqualTo(prospect);
        assertThat(entries(prospect, "CARD_RETURNED")).hasSize(1);
        clock.set("2026-03-03T09:00:01");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
    }

    @Test
    @DisplayName("10: signed 17:50 and entered 23:59 is the same day; 00:01 is not")
    void sameDayEntry() {
        String first = signedAt("2026-03-02T17:50:00");
        String second = signedAt("2026-03-02T17:50:00");
        clock.set("2026-03-02T23:59:00");
        assertThat(sun.post("/api/v1/prospects/" + first + "/entry", Map.of()).text("/cardStatus"))
                .isEqualTo("ENTERED");
        clock.set("2026-03-03T00:01:00");
        sun.post("/api/v1/prospects/" + second + "/entry", Map.of());
        assertThat(entries(first, "CARD_ENTERED").get(0).at("/details/sameDay").asBoolean(false))
                .isTrue();
        assertThat(entries(second, "CARD_ENTERED").get(0).at("/details/sameDay").asBoolean(true))
                .isFalse();
        assertThat(entries(second, "CARD_ENTERED").get(0).at("/actor/username").asString(""))
                .isEqualTo(store.sun().username());
    }

    private String signedAt(String time) {
        clock.set("2026-03-02T09:00");
        String prospect = opened(li, card("B", "2026-03-05"));
        li.post("/api/v1/prospects/" + prospect + "/submission", Map.of());
        clock.set(time);
        Api.Answer signed = chen.post("/api/v1/prospects/" + prospect + "/signature", Map.of("comment", "已沟通"));
        assertThat(signed.text("/cardStatus")).isEqualTo("SIGNED");
        return prospect;
    }

    @Test
    @DisplayName("11: nobody signs their own card, even with both duties")
    void selfSignOff() {
        StaffMember both =
                stores.member(store.dealership(), "both", "双岗", Role.SALES_CONSULTANT, Role.SHOWROOM_MANAGER);
        Api own = Api.as(both.username(), port);
        String prospect = opened(own, card("B", "2026-03-05"));
        own.post("/api/v1/prospects/" + prospect + "/submission", Map.of());
        assertThat(own.post("/api/v1/prospects/" + prospect + "/signature", Map.of())
                        .status())
                .isBetween(400, 499);
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/cardStatus"))
                .isEqualTo("SUBMITTED");
    }

    @Test
    @DisplayName("17: purchasing power not confirmed: the system suggests B and takes A only with a reason")
    void override() {
        Map<String, Object> card = card("A", "2026-03-04");
        card.put("gradeEvidence", List.of("CONFIDENCE", "NEED"));
        Api.Answer refused = li.post("/api/v1/prospects", card);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused)).contains("gradeOverrideReason");
        assertThat(refused.text("/detail")).contains("B");
        card.put("gradeOverrideReason", "客户已约好周末带家人看车");
        String prospect = opened(li, card);
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/gradeOverrideReason"))
                .contains("周末");
    }

    @Test
    @DisplayName("21: a number that a colleague has gives no second prospect; the colleague learns of the courtesy")
    void onFileWithAColleague() {
        Map<String, Object> card = card("B", "2026-03-05");
        String prospect = opened(wang, card);
        wang.post("/api/v1/prospects/" + prospect + "/submission", Map.of());
        chen.post("/api/v1/prospects/" + prospect + "/signature", Map.of());
        Map<String, Object> again = card("B", "2026-03-05");
        again.put("mobile", card.get("mobile"));
        again.put("source", "WALK_IN");
        Api.Answer answer = li.post("/api/v1/prospects", again);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().toString()).doesNotContain(store.wang().name()).doesNotContain("张伟");
        assertThat(entries(prospect, "COURTESY_RECEPTION")).hasSize(1);
        assertThat(entries(prospect, "VISIT_RECORDED")).singleElement().satisfies(entry -> assertThat(
                        entry.at("/details/nature").asString(""))
                .isEqualTo("FILED_FIRST"));
        assertThat(zhou.get("/api/v1/prospects").json().path("items").size()).isEqualTo(1);
    }

    @Test
    @DisplayName("22: two consultants save one number at once: one prospect, one conflict message, one case")
    void sameMinute() throws Exception {
        Map<String, Object> one = card("B", "2026-03-05");
        Map<String, Object> other = card("B", "2026-03-05");
        other.put("mobile", one.get("mobile"));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Api.Answer>> answers = both.invokeAll(List.<Callable<Api.Answer>>of(
                    () -> li.post("/api/v1/prospects", one), () -> wang.post("/api/v1/prospects", other)));
            List<Integer> statuses =
                    List.of(answers.get(0).get().status(), answers.get(1).get().status());
            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        } finally {
            both.shutdown();
        }
        Api.Answer list = zhou.get("/api/v1/prospects");
        assertThat(list.json().path("items").size()).isEqualTo(1);
        assertThat(entries(list.text("/items/0/id"), "COLLISION_OPENED")).hasSize(1);
    }

    @Test
    @DisplayName("the same request with the same key creates once")
    void once() {
        Map<String, Object> card = card("B", "2026-03-05");
        Map<String, String> key = Map.of("Idempotency-Key", "k-1");
        Api.Answer first = li.post("/api/v1/prospects", card, key);
        Api.Answer again = li.post("/api/v1/prospects", card, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        Map<String, Object> other = card("C", "2026-03-05");
        assertThat(li.post("/api/v1/prospects", other, key).status()).isBetween(409, 422);
    }

    @Test
    @DisplayName("a change needs the version it was made from, and an old version changes nothing")
    void versions() {
        String prospect = opened(li, card("B", "2026-03-05"));
        String here = "/api/v1/prospects/" + prospect;
        assertThat(li.send("PATCH", here, Map.of("remark", "喜欢白色"), Map.of()).status())
                .isEqualTo(428);
        String tag = li.get(here).header("ETag");
        Api.Answer changed = li.send("PATCH", here, Map.of("remark", "喜欢白色"), Map.of("If-Match", tag));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/remark")).isEqualTo("喜欢白色");
        Api.Answer stale = li.send("PATCH", here, Map.of("remark", "喜欢黑色"), Map.of("If-Match", tag));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(li.get(here).text("/remark")).isEqualTo("喜欢白色");
    }

    @Test
    @DisplayName("a colleague's prospect is as if it were not there; another dealership's as well")
    void nobodyPoaches() {
        String prospect = opened(wang, card("B", "2026-03-05"));
        String here = "/api/v1/prospects/" + prospect;
        assertThat(li.get(here).status()).isEqualTo(404);
        assertThat(li.post(here + "/follow-ups", contact("REACHED", "2026-03-05"))
                        .status())
                .isEqualTo(404);
        assertThat(li.post(here + "/transfers", Map.of("to", store.li().username(), "reason", "WORKLOAD"))
                        .status())
                .isEqualTo(403);
        Api elsewhere = Api.as(stores.found().zhou().username(), port);
        assertThat(elsewhere.get(here).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/v1/prospects?q=张伟").json().path("items").size())
                .isZero();
    }

    @Test
    @DisplayName("names are found by characters, pinyin and initials; numbers by their last four digits")
    void search() {
        Map<String, Object> card = card("B", "2026-03-05");
        String prospect = opened(li, card);
        String lastFour = card.get("mobile").toString().substring(7);
        for (String typed : List.of(
                "张伟", "zhangwei", "zw", "zhang", lastFour, card.get("mobile").toString())) {
            Api.Answer found = li.get("/api/v1/prospects?q="
                    + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(found.json().path("items").toString()).as(typed).contains(prospect);
        }
        assertThat(li.get("/api/v1/prospects/" + prospect).text("/maskedMobile"))
                .contains("****")
                .doesNotContain(card.get("mobile").toString());
    }
}
