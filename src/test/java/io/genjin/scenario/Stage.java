package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.followup.Sweep;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A dealership on which the acceptance scenarios of the process are played, each with people and customers of its own. */
@GenjinTest
abstract class Stage {

    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    Sweep sweep;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    TestStores.Store store;
    Api li;
    Api wang;
    Api chen;
    Api zhou;
    Api sun;
    Api wu;

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        li = Api.whenAsked(store.li().username(), port);
        wang = Api.whenAsked(store.wang().username(), port);
        chen = Api.whenAsked(store.chen().username(), port);
        zhou = Api.whenAsked(store.zhou().username(), port);
        sun = Api.whenAsked(store.sun().username(), port);
        wu = Api.whenAsked(store.wu().username(), port);
    }

    /** A number nobody else has. */
    static String newMobile() {
        return "138" + NUMBERS.incrementAndGet();
    }

    /** What a consultant fills in at the door; the time is the clock's. */
    static Map<String, Object> card(String grade, String nextDate) {
        Map<String, Object> card = new HashMap<>();
        card.put("customerName", "张伟");
        card.put("mobile", newMobile());
        card.put("source", "INBOUND_CALL");
        card.put("grade", grade);
        card.put("gradeEvidence", List.of("CONFIDENCE", "NEED", "PURCHASING_POWER"));
        card.put("nextFollowUpDate", nextDate);
        card.put("nextFollowUpReason", "INVITE_TO_SHOWROOM");
        return card;
    }

    String opened(Api who, Map<String, Object> card) {
        Api.Answer answer = who.post("/api/v1/prospects", card);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    static Map<String, Object> contact(String outcome, String nextDate) {
        Map<String, Object> contact = new HashMap<>();
        contact.put("way", "PHONE");
        contact.put("outcome", outcome);
        contact.put("content", "谈了购车时间和预算");
        contact.put("nextDate", nextDate);
        contact.put("nextReason", "ROUTINE");
        return contact;
    }

    /** The kinds of facts that a person is told of, newest first. */
    static List<String> bell(Api who) {
        return who.get("/api/v1/notices").json().path("items").findValuesAsString("kind");
    }

    /** Both numbers of a ratio as somebody reads it, {@code 1 / 2}; the rows that each opens add up to it. */
    static String ratio(Api who, String code, String from, String until) {
        String days = "from=" + from + "&until=" + until;
        Api.Answer answer = who.get("/api/v1/reports/ratios?" + days);
        assertThat(answer.status()).as(String.valueOf(answer.json())).isEqualTo(200);
        List<Long> sides = new ArrayList<>();
        for (String side : List.of("top", "bottom")) {
            long number =
                    answer.json().at("/rows/0/values/" + code + "/" + side).asLong(-1);
            long rows = 0;
            for (var row : who.get("/api/v1/reports/ratios/rows?limit=100&ratio=" + code + "&side=" + side + "&" + days)
                    .json()
                    .path("items")) {
                rows += row.path("counts").asLong(0);
            }
            assertThat(rows).as("%s, %s", code, side).isEqualTo(number);
            sides.add(number);
        }
        return sides.get(0) + " / " + sides.get(1);
    }

    Api.Answer recorded(Api who, String prospect, Map<String, Object> contact) {
        Api.Answer answer = who.post("/api/v1/prospects/" + prospect + "/follow-ups", contact);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer;
    }

    /** A lead from HQ at the clock's time, given to Li. */
    String hqLead(String allocatedAt) {
        Api.Answer lead =
                wu.post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "陈静", "mobile", newMobile()));
        assertThat(lead.status()).as(lead.json().toString()).isEqualTo(201);
        clock.set(allocatedAt);
        Api.Answer allocation = wu.post(
                "/api/v1/leads/" + lead.text("/id") + "/allocation",
                Map.of("to", store.li().username()));
        assertThat(allocation.status()).as(allocation.json().toString()).isEqualTo(200);
        return lead.text("/prospectId");
    }

    /** The journal's entries of a kind about a prospect, newest first. */
    List<tools.jackson.databind.JsonNode> entries(String prospect, String kind) {
        List<tools.jackson.databind.JsonNode> found = new ArrayList<>();
        zhou.get("/api/v1/prospects/" + prospect + "/journal?limit=100")
                .json()
                .path("items")
                .forEach(entry -> {
                    if (entry.path("kind").asString("").equals(kind)) {
                        found.add(entry);
                    }
                });
        return found;
    }

    String dueAt(String prospect) {
        return zhou.get("/api/v1/prospects/" + prospect).text("/nextFollowUp/dueAt");
    }

    /** When the rule, not the promise, wants the next contact. */
    Instant ruleDueAt(String prospect) {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select rule_due_at from prospect where dealership_id = :dealership and id = :id::uuid")
                        .param("dealership", store.dealership().id().value())
                        .param("id", prospect)
                        .query((row, number) ->
                                row.getObject(1, OffsetDateTime.class).toInstant())
                        .single()));
    }

    /** {@code 2026-03-05T23:59:59} in Shanghai as an instant. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
