package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.appointment.NoShows;
import io.genjin.staff.Role;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Customers who are invited, come, come late, come at another time, or do not come (2.2, 3.2). */
class AppointmentScenariosTest extends Stage {

    @Autowired
    NoShows noShows;

    private static Map<String, Object> invitation(String at) {
        Map<String, Object> contact = new HashMap<>(contact("APPOINTMENT", "2026-03-04"));
        contact.put("appointmentAt", at);
        return contact;
    }

    private JsonNode only(String prospect) {
        JsonNode all = li.get("/api/v1/prospects/" + prospect + "/appointments").json();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Api receptionist() {
        return Api.as(
                stores.member(store.dealership(), "he", "何芳", Role.RECEPTIONIST).username(), port);
    }

    @Test
    @DisplayName(
            "a contact that ends with an appointment names its time; the appointment knows the contact that invited")
    void invitedInAContact() {
        String prospect = opened(li, card("B", "2026-03-04"));
        clock.set("2026-03-02T10:00");
        Api.Answer contact = recorded(li, prospect, invitation("2026-03-03T10:30:00+08:00"));
        JsonNode one = only(prospect);
        assertThat(one.path("id").asString("")).isEqualTo(contact.text("/appointmentId"));
        assertThat(one.path("invitedIn").asString("")).isEqualTo(contact.text("/id"));
        assertThat(one.path("kind").asString("")).isEqualTo("SHOWROOM_VISIT");
        assertThat(one.path("status").asString("")).isEqualTo("MADE");
        assertThat(entries(prospect, "APPOINTMENT_MADE")).hasSize(1);
        JsonNode tomorrow = chen.get("/api/v1/appointments?from=2026-03-03").json();
        assertThat(tomorrow).hasSize(1);
        assertThat(tomorrow.get(0).path("customerName").asString("")).isEqualTo("张伟");
        assertThat(wang.get("/api/v1/appointments?from=2026-03-03").json()).isEmpty();
    }

    @Test
    @DisplayName("the outcome alone still works, without a time there is no appointment")
    void withoutATime() {
        String prospect = opened(li, card("B", "2026-03-04"));
        Api.Answer contact = recorded(li, prospect, contact("APPOINTMENT", "2026-03-04"));
        assertThat(contact.json().path("appointmentId").isNull()).isTrue();
        assertThat(li.get("/api/v1/prospects/" + prospect + "/appointments").json())
                .isEmpty();
    }

    @Test
    @DisplayName("a time in the past, or with another outcome, is refused at its field and nothing is recorded")
    void refusedTimes() {
        String prospect = opened(li, card("B", "2026-03-04"));
        Api.Answer past =
                li.post("/api/v1/prospects/" + prospect + "/follow-ups", invitation("2026-03-02T08:00:00+08:00"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.json().toString()).contains("appointmentAt");
        Map<String, Object> reached = invitation("2026-03-03T10:30:00+08:00");
        reached.put("outcome", "REACHED");
        assertThat(li.post("/api/v1/prospects/" + prospect + "/follow-ups", reached)
                        .status())
                .isEqualTo(422);
        assertThat(entries(prospect, "FOLLOW_UP_RECORDED")).isEmpty();
        assertThat(entries(prospect, "APPOINTMENT_MADE")).isEmpty();
    }

    @Test
    @DisplayName(
            "an hour after the time nobody came: no-show, told once and to the owner; a customer who comes late keeps it")
    void noShow() {
        String prospect = opened(li, card("B", "2026-03-04"));
        recorded(li, prospect, invitation("2026-03-02T14:00:00+08:00"));
        clock.set("2026-03-02T15:00");
        assertThat(noShows.find(store.dealership().id())).isZero();
        clock.set("2026-03-02T15:01");
        assertThat(noShows.find(store.dealership().id())).isEqualTo(1);
        assertThat(noShows.find(store.dealership().id())).isZero();
        assertThat(entries(prospect, "NO_SHOW")).hasSize(1);
        String id = only(prospect).path("id").asString("");
        assertThat(only(prospect).path("status").asString("")).isEqualTo("NO_SHOW");
        assertThat(wang.post("/api/v1/appointments/" + id + "/arrival", Map.of())
                        .status())
                .isEqualTo(404);
        clock.set("2026-03-02T15:30");
        assertThat(li.post("/api/v1/appointments/" + id + "/arrival", Map.of()).status())
                .isEqualTo(200);
        assertThat(li.post("/api/v1/appointments/" + id + "/arrival", Map.of()).status())
                .isEqualTo(200);
        assertThat(entries(prospect, "APPOINTMENT_KEPT")).hasSize(1);
        assertThat(only(prospect).path("status").asString("")).isEqualTo("KEPT");
    }

    @Test
    @DisplayName(
            "a second invitation moves the appointment, it does not double the customer; the old time stays readable")
    void moved() {
        String prospect = opened(li, card("B", "2026-03-04"));
        Api.Answer first = recorded(li, prospect, invitation("2026-03-03T10:30:00+08:00"));
        clock.set("2026-03-02T10:00");
        recorded(li, prospect, invitation("2026-03-03T16:00:00+08:00"));
        JsonNode one = only(prospect);
        assertThat(one.path("status").asString("")).isEqualTo("MOVED");
        assertThat(one.path("at").asString("")).startsWith("2026-03-03T16:00");
        assertThat(one.path("invitedIn").asString("")).isEqualTo(first.text("/id"));
        assertThat(entries(prospect, "APPOINTMENT_MOVED")).hasSize(1);
        Api.Answer cancelled =
                li.post("/api/v1/appointments/" + one.path("id").asString("") + "/cancellation", Map.of("reason", ""));
        assertThat(cancelled.status()).isEqualTo(422);
        assertThat(li.post(
                                "/api/v1/appointments/" + one.path("id").asString("") + "/cancellation",
                                Map.of("reason", "客户出差"))
                        .status())
                .isEqualTo(200);
        assertThat(li.post(
                                "/api/v1/appointments/" + one.path("id").asString("") + "/moves",
                                Map.of("at", "2026-03-05T10:00:00+08:00"))
                        .status())
                .isEqualTo(409);
        assertThat(li.get("/api/v1/appointments?from=2026-03-03").json()).isEmpty();
    }

    @Test
    @DisplayName(
            "reception sees when and by whom somebody is expected, not who it is; a repeated key makes one appointment")
    void atTheDoor() {
        String prospect = opened(li, card("B", "2026-03-04"));
        Map<String, Object> body = Map.of("kind", "DELIVERY", "at", "2026-03-03T09:00:00+08:00", "note", "带身份证");
        List<Api.Answer> twice = List.of(
                li.post("/api/v1/prospects/" + prospect + "/appointments", body, Map.of("Idempotency-Key", "one")),
                li.post("/api/v1/prospects/" + prospect + "/appointments", body, Map.of("Idempotency-Key", "one")));
        assertThat(twice).allMatch(answer -> answer.status() == 201);
        Api reception = receptionist();
        JsonNode expected =
                reception.get("/api/v1/appointments?from=2026-03-03").json();
        assertThat(expected).hasSize(1);
        assertThat(expected.get(0).at("/with/name").asString("")).isEqualTo("李娜");
        assertThat(expected.toString())
                .doesNotContain("张伟")
                .doesNotContain("带身份证")
                .doesNotContain(prospect);
        assertThat(reception
                        .get("/api/v1/prospects/" + prospect + "/appointments")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("after a transfer the new consultant expects the customer")
    void withTheNewOwner() {
        String prospect = opened(li, card("B", "2026-03-04"));
        recorded(li, prospect, invitation("2026-03-03T10:30:00+08:00"));
        chen.post(
                "/api/v1/prospects/" + prospect + "/transfers",
                Map.of("to", store.wang().username(), "reason", "CUSTOMER_REQUEST"));
        JsonNode expected = wang.get("/api/v1/appointments?from=2026-03-03").json();
        assertThat(expected).hasSize(1);
        assertThat(expected.get(0).at("/with/name").asString("")).isEqualTo("王磊");
    }
}
