package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An HQ lead that its consultant did not follow is taken back and given to another (2.1, R-102). */
class TakeBackScenariosTest extends Stage {

    private String lead;

    private String receivedAndGivenToLi(String allocatedAt) {
        clock.set("2026-03-02T10:00:00");
        Api.Answer answer =
                wu.post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "陈静", "mobile", newMobile()));
        lead = answer.text("/id");
        clock.set(allocatedAt);
        given(store.li().username());
        return answer.text("/prospectId");
    }

    private void given(String to) {
        Api.Answer answer = wu.post("/api/v1/leads/" + lead + "/allocation", Map.of("to", to));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    private Api.Answer takenBack(Api who, String reason) {
        return who.post("/api/v1/leads/" + lead + "/take-back", Map.of("reason", reason));
    }

    @Test
    @DisplayName("taken back, the lead waits with the designated person, its clock runs on, and it is given again")
    void takenBackAndGivenAgain() {
        String prospect = receivedAndGivenToLi("2026-03-02T11:00:00");
        clock.set("2026-03-02T21:00:00");
        Api.Answer back = takenBack(zhou, "李娜一直没有联系客户");
        assertThat(back.status()).as(back.json().toString()).isEqualTo(200);
        assertThat(back.text("/status")).isEqualTo("LEAD_RECEIVED");
        assertThat(back.json().path("allocatedTo").isNull()).isTrue();
        Api.Answer card = zhou.get("/api/v1/prospects/" + prospect);
        assertThat(card.text("/status")).isEqualTo("LEAD_RECEIVED");
        assertThat(card.text("/owner/username")).isEqualTo(store.wu().username());
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-03-03T10:00:00"));
        assertThat(entries(prospect, "LEAD_TAKEN_BACK")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/reason").asString("")).isEqualTo("李娜一直没有联系客户");
            assertThat(entry.at("/details/from").asString(""))
                    .isEqualTo(store.li().id().value().toString());
        });
        assertThat(li.get("/api/v1/prospects/" + prospect).status()).isEqualTo(404);
        Api.Answer waiting = wu.get("/api/v1/leads?status=waiting");
        assertThat(waiting.text("/items/0/suggestion/username"))
                .isEqualTo(store.wang().username());
        clock.set("2026-03-02T22:00:00");
        given(store.wang().username());
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/owner/username"))
                .isEqualTo(store.wang().username());
    }

    @Test
    @DisplayName("whom it was taken from is not suggested again, also when it is their turn")
    void anotherIsSuggested() {
        receivedAndGivenToLi("2026-03-02T11:00:00");
        String first = lead;
        clock.set("2026-03-02T12:00:00");
        lead = wu.post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "刘洋", "mobile", newMobile()))
                .text("/id");
        given(store.wang().username());
        lead = first;
        clock.set("2026-03-02T13:00:00");
        takenBack(zhou, "李娜外出");
        assertThat(wu.get("/api/v1/leads?status=waiting").text("/items/0/suggestion/username"))
                .as("Wang was given one later than Li, so by the turns alone it would be Li")
                .isEqualTo(store.wang().username());
    }

    @Test
    @DisplayName("4: a breach after taking back adds up who had the lead for how long, and charges all of them")
    void sharesOfALeadTakenBack() {
        String prospect = receivedAndGivenToLi("2026-03-02T12:00:00");
        clock.set("2026-03-02T20:00:00");
        takenBack(wu, "李娜外出");
        clock.set("2026-03-02T21:30:00");
        given(store.wang().username());
        clock.set("2026-03-03T10:00:01");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).singleElement().satisfies(entry -> {
            JsonNode details = entry.path("details");
            assertThat(details.path("allocationMinutes").asInt(0)).isEqualTo(2 * 60 + 90);
            assertThat(details.path("consultantMinutes").asInt(0)).isEqualTo(8 * 60 + 12 * 60 + 30);
            assertThat(details.path("owner").asString(""))
                    .isEqualTo(store.wang().id().value().toString());
            assertThat(share(details, 0)).isEqualTo(store.wu().id().value() + " true " + (2 * 60 + 90));
            assertThat(share(details, 1)).isEqualTo(store.li().id().value() + " false " + 8 * 60);
            assertThat(share(details, 2)).isEqualTo(store.wang().id().value() + " false " + (12 * 60 + 30));
        });
    }

    private static String share(JsonNode details, int place) {
        JsonNode share = details.path("shares").path(place);
        return share.path("owner").asString("") + " " + share.path("waiting").asBoolean(false) + " "
                + share.path("minutes").asInt(-1);
    }

    @Test
    @DisplayName("what falls due while the lead waits again is the designated person's in the daily report")
    void dueWhileItWaits() {
        receivedAndGivenToLi("2026-03-02T11:00:00");
        clock.set("2026-03-02T21:00:00");
        takenBack(zhou, "李娜外出");
        clock.set("2026-03-04T08:00:00");
        sweep.settleFallen();
        assertThat(notDone(store.wu().username())).isEqualTo(1);
        assertThat(notDone(store.li().username())).isZero();
    }

    private int notDone(String username) {
        Api.Answer report = zhou.get("/api/v1/reports/daily?date=2026-03-03&consultant=" + username);
        assertThat(report.status()).as(report.json().toString()).isEqualTo(200);
        for (JsonNode row : report.json().path("rows")) {
            if (row.at("/consultant/username").asString("").equals(username)) {
                return row.at("/values/FOLLOW_UPS_NOT_DONE/day").asInt(-1);
            }
        }
        return 0;
    }

    @Test
    @DisplayName("the breach stays recorded when the lead is taken back after it")
    void theBreachStays() {
        String prospect = receivedAndGivenToLi("2026-03-02T11:00:00");
        clock.set("2026-03-03T10:00:01");
        sweep.settleFallen();
        clock.set("2026-03-03T11:00:00");
        assertThat(takenBack(zhou, "超时未跟进").status()).isEqualTo(200);
        given(store.wang().username());
        clock.set("2026-03-03T12:00:00");
        recorded(wang, prospect, contact("REACHED", "2026-03-10"));
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).singleElement().satisfies(entry -> assertThat(
                        entry.at("/details/owner").asString(""))
                .isEqualTo(store.li().id().value().toString()));
        assertThat(entries(prospect, "MISS_WITHDRAWN")).isEmpty();
    }

    @Test
    @DisplayName("refused: without a reason, twice, after a first attempt, and by others than sales manager and 专人")
    void refused() {
        String prospect = receivedAndGivenToLi("2026-03-02T11:00:00");
        Api.Answer unsaid = takenBack(wu, " ");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text("/errors/0/field")).isEqualTo("reason");
        assertThat(takenBack(li, "不想跟").status()).isEqualTo(403);
        assertThat(takenBack(chen, "换人").status()).isEqualTo(403);
        assertThat(takenBack(wu, "换人").status()).isEqualTo(200);
        Api.Answer twice = takenBack(zhou, "换人");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text("/type")).endsWith("lead-waits");
        given(store.li().username());
        recorded(li, prospect, contact("NOT_REACHED", "2026-03-03"));
        Api.Answer followed = takenBack(wu, "换人");
        assertThat(followed.status()).isEqualTo(409);
        assertThat(followed.text("/type")).endsWith("followed-already");
        assertThat(entries(prospect, "LEAD_TAKEN_BACK")).hasSize(1);
    }

    @Test
    @DisplayName(
            "a manager's transfer of a waiting lead is its allocation: the time before it is the designated person's")
    void transferAllocates() {
        clock.set("2026-03-02T10:00:00");
        String prospect = wu.post(
                        "/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "陈静", "mobile", newMobile()))
                .text("/prospectId");
        clock.set("2026-03-03T08:00:00");
        Api.Answer transfer = zhou.post(
                "/api/v1/prospects/" + prospect + "/transfers",
                Map.of("to", store.li().username(), "reason", "WORKLOAD"));
        assertThat(transfer.status()).as(transfer.json().toString()).isEqualTo(200);
        clock.set("2026-03-03T10:00:01");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/allocationMinutes").asInt(0)).isEqualTo(22 * 60);
            assertThat(entry.at("/details/consultantMinutes").asInt(0)).isEqualTo(2 * 60);
        });
    }
}
