package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.reception.UnclosedVisits;
import io.genjin.staff.Role;
import io.genjin.testing.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Parties at the door and on the telephone (2.3, 3.3), from the first word to the signed sheet. */
class ReceptionScenariosTest extends Stage {

    @Autowired
    UnclosedVisits unclosed;

    Api he;

    @BeforeEach
    void atTheDoor() {
        he = Api.as(
                stores.member(store.dealership(), "he", "何芳", Role.RECEPTIONIST).username(), port);
    }

    private Api.Answer arrives(Api who, Map<String, Object> party) {
        Api.Answer answer = who.post("/api/v1/visits", party);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer;
    }

    private static Map<String, Object> filing(String mobile, String grade, String nextDate) {
        Map<String, Object> filing = new HashMap<>();
        filing.put("customerName", "张伟");
        filing.put("mobile", mobile);
        filing.put("grade", grade);
        filing.put("gradeEvidence", List.of("CONFIDENCE", "NEED", "PURCHASING_POWER"));
        filing.put("gradeReason", "当面确认");
        filing.put("nextFollowUpDate", nextDate);
        filing.put("nextFollowUpReason", "LEFT_SHOWROOM_CALLBACK");
        return filing;
    }

    private static Map<String, Object> closing(String follows) {
        Map<String, Object> closing = new HashMap<>();
        closing.put("follows", follows);
        closing.put("course", "看了车，谈了价格");
        closing.put("nextDate", "2026-03-04");
        closing.put("nextReason", "ROUTINE");
        return closing;
    }

    private Api.Answer ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer;
    }

    private Map<String, Object> walkIn(String mobile) {
        Map<String, Object> card = card("B", "2026-03-04");
        card.put("mobile", mobile);
        card.put("source", "WALK_IN");
        card.put("gradeOverrideReason", "当面确认");
        return card;
    }

    @Test
    @DisplayName(
            "turns are fair: by turn each gets one, who is asked for keeps the turn, who is away or off the floor has none")
    void rotation() {
        assertThat(arrives(he, Map.of("people", 3)).text("/consultant/username"))
                .isEqualTo(store.li().username());
        Api.Answer asked = arrives(he, Map.of("requested", store.wang().username()));
        assertThat(asked.text("/given")).isEqualTo("REQUESTED");
        assertThat(asked.text("/requested/username")).isEqualTo(store.wang().username());
        he.post("/api/v1/visits/" + asked.text("/id") + "/departure", Map.of());
        assertThat(arrives(he, Map.of()).text("/consultant/username"))
                .isEqualTo(store.wang().username());
        ok(chen.post("/api/v1/floor/people", Map.of("consultant", store.li().username(), "onFloor", false)));
        assertThat(arrives(he, Map.of()).text("/consultant/username"))
                .isEqualTo(store.wang().username());
        ok(chen.post("/api/v1/floor/people", Map.of("consultant", store.wang().username(), "onFloor", false)));
        assertThat(he.post("/api/v1/visits", Map.of()).status()).isEqualTo(422);
        assertThat(arrives(he, Map.of("purpose", "SERVICE"))
                        .json()
                        .path("consultant")
                        .isNull())
                .isTrue();
    }

    @Test
    @DisplayName("two parties at once get two consultants; a repeated click registers one party")
    void atOnce() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Api.Answer> party = () -> he.post("/api/v1/visits", Map.of("people", 2));
            List<Future<Api.Answer>> answers = two.invokeAll(List.of(party, party));
            List<String> who = new ArrayList<>();
            for (Future<Api.Answer> answer : answers) {
                who.add(answer.get().text("/consultant/username"));
            }
            assertThat(who)
                    .containsExactlyInAnyOrder(
                            store.li().username(), store.wang().username());
        } finally {
            two.shutdownNow();
        }
        Map<String, String> key = Map.of("Idempotency-Key", "one-click");
        Api.Answer once = he.post("/api/v1/visits", Map.of("people", 1), key);
        assertThat(once.status()).as(once.json().toString()).isEqualTo(201);
        String first = once.text("/id");
        assertThat(he.post("/api/v1/visits", Map.of("people", 1), key).text("/id"))
                .isEqualTo(first);
        assertThat(chen.get("/api/v1/visits").json()).hasSize(3);
    }

    @Test
    @DisplayName(
            "21: a walk-in on file with another consultant: no second prospect, courtesy, the owner is told, and it is one visit")
    void courtesy() {
        String mobile = newMobile();
        String prospect = opened(wang, walkIn(mobile));
        clock.set("2026-03-03T10:00");
        Api.Answer visit =
                arrives(he, Map.of("mobile", mobile, "requested", store.li().username()));
        assertThat(visit.text("/nature")).isEqualTo("RETURN");
        assertThat(visit.json().path("filed").asBoolean()).isTrue();
        assertThat(visit.json().toString()).doesNotContain("张伟").doesNotContain(prospect);
        assertThat(entries(prospect, "COURTESY_RECEPTION")).hasSize(1);
        assertThat(entries(prospect, "VISIT_RECORDED")).hasSize(2);
        String path = "/api/v1/visits/" + visit.text("/id");
        assertThat(li.post(path + "/closing", closing("NEXT_CONTACT")).status()).isEqualTo(422);
        ok(li.post(path + "/closing", Map.of("follows", "OWNER_GOES_ON", "course", "介绍了朗逸，客户问了交期")));
        Map<String, Object> contact = contact("REACHED", "2026-03-06");
        contact.put("way", "SHOWROOM");
        clock.set("2026-03-03T11:00");
        recorded(wang, prospect, contact);
        assertThat(entries(prospect, "VISIT_RECORDED")).hasSize(2);
        assertThat(zhou.get("/api/v1/prospects/" + prospect)
                        .json()
                        .path("visitCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName(
            "a first party leaves its number at the door; the consultant files it and closes the visit with the card's promise")
    void firstVisit() {
        String mobile = newMobile();
        Api.Answer visit = arrives(he, Map.of("mobile", mobile, "people", 3, "transport", "CAR"));
        String path = "/api/v1/visits/" + visit.text("/id");
        assertThat(visit.json().path("filed").asBoolean()).isFalse();
        assertThat(li.post(path + "/closing", closing("NEXT_CONTACT")).status()).isEqualTo(422);
        assertThat(wang.get(path).status()).isEqualTo(404);
        clock.set("2026-03-02T09:40");
        Map<String, Object> incomplete = filing("", "B", "2026-03-04");
        incomplete.remove("nextFollowUpDate");
        assertThat(li.post(path + "/filing", incomplete).status()).isEqualTo(422);
        Api.Answer filed = ok(li.post(path + "/filing", filing("", "B", "2026-03-04")));
        assertThat(filed.text("/result")).isEqualTo("OPENED");
        String prospect = filed.text("/visit/prospectId");
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/source")).isEqualTo("WALK_IN");
        Api.Answer closed = ok(li.post(path + "/closing", Map.of("follows", "NEXT_CONTACT")));
        assertThat(closed.text("/follows")).isEqualTo("NEXT_CONTACT");
        assertThat(entries(prospect, "VISIT_CLOSED")).hasSize(1);
        assertThat(entries(prospect, "FOLLOW_UP_RECORDED")).isEmpty();
        assertThat(zhou.get("/api/v1/prospects/" + prospect)
                        .json()
                        .path("visitCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(li.post(path + "/closing", closing("ORDER")).status()).isEqualTo(409);
    }

    @Test
    @DisplayName("a card opened on its own with the number left at the door files the party")
    void filedElsewhere() {
        String mobile = newMobile();
        Api.Answer visit = arrives(he, Map.of("mobile", mobile, "kind", "CALL"));
        Map<String, Object> card = card("B", "2026-03-04");
        card.put("mobile", mobile);
        String prospect = opened(li, card);
        Api.Answer seen = ok(li.get("/api/v1/visits/" + visit.text("/id")));
        assertThat(seen.text("/prospectId")).isEqualTo(prospect);
        assertThat(seen.text("/nature")).isEqualTo("FIRST");
    }

    @Test
    @DisplayName(
            "a return visit keeps its appointment, is the same case, and closing it is the contact with the next promise")
    void returnVisit() {
        String mobile = newMobile();
        String prospect = opened(li, walkIn(mobile));
        Map<String, Object> invitation = contact("APPOINTMENT", "2026-03-04");
        invitation.put("appointmentAt", "2026-03-03T10:00:00+08:00");
        recorded(li, prospect, invitation);
        clock.set("2026-03-03T10:05");
        String appointment =
                he.get("/api/v1/appointments").json().get(0).path("id").asString("");
        Api.Answer visit = arrives(he, Map.of("appointment", appointment));
        assertThat(visit.text("/consultant/username")).isEqualTo(store.li().username());
        assertThat(visit.text("/given")).isEqualTo("OWNER");
        assertThat(visit.text("/kind")).isEqualTo("INVITED");
        assertThat(visit.text("/appointment")).isEqualTo(appointment);
        assertThat(entries(prospect, "APPOINTMENT_KEPT")).hasSize(1);
        clock.set("2026-03-03T10:50");
        Map<String, Object> noDate = closing("NEXT_CONTACT");
        noDate.remove("nextDate");
        String path = "/api/v1/visits/" + visit.text("/id");
        assertThat(li.post(path + "/closing", noDate).json().toString()).contains("nextDate");
        ok(li.post(path + "/closing", closing("NEXT_CONTACT")));
        assertThat(entries(prospect, "FOLLOW_UP_RECORDED")).hasSize(2);
        assertThat(zhou.get("/api/v1/prospects/" + prospect)
                        .json()
                        .path("visitCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(entries(prospect, "VISIT_LEFT")
                        .get(0)
                        .at("/details/stayMinutes")
                        .asInt())
                .isEqualTo(45);
    }

    @Test
    @DisplayName(
            "the floor shows minutes and steps; a manager joins once; next morning an open visit is late and told once")
    void floor() {
        Api.Answer visit = arrives(he, Map.of("people", 2));
        String path = "/api/v1/visits/" + visit.text("/id");
        clock.set("2026-03-02T09:35");
        ok(chen.post(path + "/manager", Map.of()));
        ok(chen.post(path + "/manager", Map.of()));
        JsonNode row = chen.get("/api/v1/floor").json().get(0);
        assertThat(row.path("stayMinutes").asInt()).isEqualTo(35);
        assertThat(row.path("steps").toString()).contains("MANAGER");
        assertThat(li.get("/api/v1/floor").status()).isEqualTo(403);
        clock.set("2026-03-02T21:59");
        assertThat(unclosed.remind(store.dealership().id())).isZero();
        clock.set("2026-03-02T22:00");
        assertThat(unclosed.remind(store.dealership().id())).isEqualTo(1);
        assertThat(unclosed.remind(store.dealership().id())).isZero();
        clock.set("2026-03-03T08:30");
        assertThat(chen.get("/api/v1/floor").json().get(0).path("late").asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName(
            "counted = filed + declined + unexplained, until a manager explains; K08 opens its rows; three signatures seal the day")
    void sheet() {
        String first = arrives(he, Map.of("mobile", newMobile())).text("/id");
        String second = arrives(he, Map.of("people", 2)).text("/id");
        ok(he.post("/api/v1/daily-sheets/2026-03-02/counts", Map.of("hour", 9, "parties", 3)));
        Map<String, Object> mine = Map.of("signatureName", "陈浩");
        assertThat(chen.post("/api/v1/daily-sheets/2026-03-02/signatures", mine).status())
                .isEqualTo(422);
        ok(li.post("/api/v1/visits/" + first + "/filing", filing("", "B", "2026-03-04")));
        ok(li.post("/api/v1/visits/" + first + "/closing", Map.of("follows", "NEXT_CONTACT")));
        assertThat(wang.post("/api/v1/visits/" + second + "/no-filing", Map.of())
                        .status())
                .isEqualTo(422);
        ok(wang.post("/api/v1/visits/" + second + "/no-filing", Map.of("notFiledReason", "HURRY")));
        JsonNode sheet = chen.get("/api/v1/daily-sheets").json();
        assertThat(sheet.path("k08").asDouble()).isEqualTo(50.0);
        assertThat(sheet.at("/members/K08")).hasSize(2);
        assertThat(sheet.at("/members/K08_FILED")).hasSize(1);
        assertThat(ratio(chen, "K08", "2026-03-02", "2026-03-02")).isEqualTo("1 / 2");
        assertThat(sheet.at("/heads/unexplained").asInt()).isEqualTo(1);
        ok(he.post("/api/v1/daily-sheets/2026-03-02/signatures", Map.of("signatureName", "何芳")));
        assertThat(chen.post("/api/v1/daily-sheets/2026-03-02/signatures", mine).status())
                .isEqualTo(422);
        assertThat(chen.post("/api/v1/daily-sheets/2026-03-02/explanations", Map.of("parties", 2, "reason", "问路"))
                        .status())
                .isEqualTo(422);
        ok(chen.post("/api/v1/daily-sheets/2026-03-02/explanations", Map.of("parties", 1, "reason", "只是问路")));
        ok(chen.post("/api/v1/daily-sheets/2026-03-02/signatures", mine));
        assertThat(chen.post("/api/v1/daily-sheets/2026-03-02/signatures", mine).status())
                .isEqualTo(409);
        Api.Answer sealed = ok(zhou.post("/api/v1/daily-sheets/2026-03-02/signatures", Map.of("signatureName", "周强")));
        assertThat(sealed.json().path("sealed").asBoolean()).isTrue();
        assertThat(he.post("/api/v1/visits", Map.of()).status()).isEqualTo(409);
        assertThat(he.post("/api/v1/daily-sheets/2026-03-02/counts", Map.of("hour", 9, "parties", 4))
                        .status())
                .isEqualTo(409);
        ok(chen.post("/api/v1/daily-sheets/2026-03-02/corrections", Map.of("words", "第二批是三个人", "visit", second)));
        assertThat(chen.get("/api/v1/daily-sheets").json().path("corrections")).hasSize(1);
    }

    @Test
    @DisplayName(
            "in a small house one person signs as showroom and as sales manager; the door's signature is somebody else's")
    void smallHouse() {
        Api feng = Api.as(
                stores.member(store.dealership(), "feng", "冯刚", Role.SHOWROOM_MANAGER, Role.SALES_MANAGER)
                        .username(),
                port);
        Api tang = Api.as(
                stores.member(store.dealership(), "tang", "唐丽", Role.RECEPTIONIST, Role.SHOWROOM_MANAGER)
                        .username(),
                port);
        String signatures = "/api/v1/daily-sheets/2026-03-02/signatures";
        ok(tang.post(signatures, Map.of("signatureName", "唐丽", "duty", "RECEPTIONIST")));
        assertThat(tang.post(signatures, Map.of("signatureName", "唐丽", "duty", "SHOWROOM_MANAGER"))
                        .status())
                .isEqualTo(409);
        ok(feng.post(signatures, Map.of("signatureName", "冯刚", "duty", "SHOWROOM_MANAGER")));
        assertThat(feng.post(signatures, Map.of("signatureName", "冯刚", "duty", "SHOWROOM_MANAGER"))
                        .status())
                .isEqualTo(409);
        Api.Answer sealed = ok(feng.post(signatures, Map.of("signatureName", "冯刚", "duty", "SALES_MANAGER")));
        assertThat(sealed.json().path("sealed").asBoolean()).isTrue();
    }
}
