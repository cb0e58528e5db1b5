package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.OpenDatabase;
import io.genjin.testing.Api;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A customer asks to be forgotten: two people, clear refusals, nothing of the person left and no figure moved (S-R69, S-R70). */
class ErasureScenariosTest extends Stage {

    @Autowired
    OpenDatabase database;

    @Autowired
    ApplicationContext genjin;

    private static final String WORDS = "住在龙华路，太太姓欧阳，电话打到公司";

    private Map<String, Object> card;

    private String followed() {
        card = card("B", "2026-03-03");
        String prospect = opened(li, card);
        clock.set("2026-03-02T15:00");
        Map<String, Object> contact = new HashMap<>(contact("REACHED", "2026-03-03"));
        contact.put("content", WORDS);
        recorded(li, prospect, contact);
        return prospect;
    }

    private String givenUp() {
        String prospect = followed();
        Map<String, Object> review = new HashMap<>();
        review.put("summary", WORDS);
        review.put("reasons", List.of("PRICE"));
        review.put("revisit", "NO");
        review.put("applies", true);
        review.put("outcome", "GAVE_UP");
        review.put("stageReached", "VISITED");
        Api.Answer reviewed = li.post("/api/v1/prospects/" + prospect + "/reviews", review);
        assertThat(reviewed.status()).as(reviewed.json().toString()).isEqualTo(200);
        String defeat = zhou.get("/api/v1/defeats").text("/items/0/id");
        assertThat(chen.post("/api/v1/defeats/" + defeat + "/approval", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/status")).isEqualTo("DEFEATED");
        return prospect;
    }

    private static Api.Answer asked(Api who, String prospect) {
        return who.post("/api/v1/prospects/" + prospect + "/erasures", Map.of("reason", "CUSTOMER_ASKED"));
    }

    private static Api.Answer confirmed(Api who, Api.Answer asked) {
        return who.post("/api/v1/erasures/" + asked.text("/id") + "/confirmation", Map.of());
    }

    @Test
    @DisplayName(
            "S-R69: the sales manager asks, the customer administrator confirms: name, number and words are gone from card,"
                    + " list, search, journal and log, and no figure of the day has moved")
    void erased() {
        String prospect = givenUp();
        String mobile = String.valueOf(card.get("mobile"));
        String name = String.valueOf(card.get("customerName"));
        List<String> figures = List.of("/api/v1/reports/daily", "/api/v1/reports/ratios", "/api/v1/quality");
        List<String> before =
                figures.stream().map(path -> zhou.get(path).json().toString()).toList();

        Api.Answer asked = asked(zhou, prospect);
        assertThat(asked.status()).as(asked.json().toString()).isEqualTo(201);
        assertThat(asked.text("/dueOn")).as("fifteen working days").isEqualTo("2026-03-23");
        assertThat(confirmed(zhou, asked).status())
                .as("who asked does not decide")
                .isEqualTo(422);
        assertThat(confirmed(li, asked).status()).isEqualTo(403);
        Api.Answer done = confirmed(sun, asked);
        assertThat(done.status()).as(done.json().toString()).isEqualTo(200);
        assertThat(done.text("/status")).isEqualTo("DONE");
        assertThat(done.json().path("rows").asInt(0)).isGreaterThan(5);
        assertThat(confirmed(sun, asked).status()).as("twice").isEqualTo(409);

        assertThat(figures.stream()
                        .map(path -> zhou.get(path).json().toString())
                        .toList())
                .isEqualTo(before);
        for (String path : List.of(
                "/api/v1/prospects/" + prospect,
                "/api/v1/prospects/" + prospect + "/journal",
                "/api/v1/prospects?q=" + mobile,
                "/api/v1/erasures")) {
            Api.Answer answer = zhou.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.json().toString()).as(path).doesNotContain(name, mobile, WORDS, "龙华");
        }
        assertThat(zhou.get("/api/v1/prospects?q=" + mobile)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(entries(prospect, "CUSTOMER_ERASED")).hasSize(1).allSatisfy(entry -> {
            assertThat(entry.at("/details/reason").asString("")).isEqualTo("CUSTOMER_ASKED");
        });
        assertThat(opened(li, card))
                .as("the same number comes as a new customer")
                .isNotEqualTo(prospect);
    }

    @Test
    @DisplayName(
            "S-R69: an open case is refused with a sentence that says what to end first, and nothing is written down")
    void refused() {
        String prospect = followed();
        Api.Answer answer = asked(zhou, prospect);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().toString()).contains("erasure-blocked");
        assertThat(entries(prospect, "ERASURE_ASKED")).isEmpty();
        assertThat(asked(li, prospect).status()).as("a consultant may not").isEqualTo(403);
    }

    @Test
    @DisplayName("S-R69: a declined wish says why and leaves everything; the customer may ask again")
    void declined() {
        String prospect = givenUp();
        Api.Answer asked = asked(sun, prospect);
        assertThat(asked(zhou, prospect).status()).as("asked already").isEqualTo(409);
        Api.Answer declined =
                zhou.post("/api/v1/erasures/" + asked.text("/id") + "/refusal", Map.of("why", "NOT_THE_CUSTOMER"));
        assertThat(declined.status()).as(declined.json().toString()).isEqualTo(200);
        assertThat(declined.text("/declinedFor")).isEqualTo("NOT_THE_CUSTOMER");
        assertThat(zhou.get("/api/v1/prospects/" + prospect).json().toString())
                .contains(String.valueOf(card.get("customerName")));
        assertThat(asked(zhou, prospect).status()).isEqualTo(201);
    }

    @Test
    @DisplayName(
            "S-R79: an older backup brings the customer back; the next start erases them again before anybody can look, and the"
                    + " journal says so")
    void erasedAgain() throws SQLException {
        String prospect = givenUp();
        String name = String.valueOf(card.get("customerName"));
        String mobile = String.valueOf(card.get("mobile"));
        try (Connection owner = database.enterAsOwner();
                Statement as = owner.createStatement()) {
            String of = " where prospect_id = '" + prospect + "'";
            as.execute("create temporary table kept_prospect as select * from prospect where id = '" + prospect + "'");
            as.execute("create temporary table kept_card as select * from customer_info_card" + of);
            as.execute("create temporary table kept_term as select * from prospect_name_term" + of);
            as.execute("create temporary table kept_contact as select * from follow_up" + of);
            as.execute("create temporary table kept_entry as select * from journal_entry" + of);
            assertThat(confirmed(sun, asked(zhou, prospect)).status()).isEqualTo(200);
            assertThat(zhou.get("/api/v1/prospects/" + prospect).json().toString())
                    .doesNotContain(name);

            as.execute("delete from erased_case where erasure_id in (select id from erasure" + of + ")");
            as.execute("delete from erasure" + of);
            as.execute("update prospect p set customer_name = k.customer_name, mobile_sealed = k.mobile_sealed,"
                    + " mobile_hash = k.mobile_hash, mobile_last_four = k.mobile_last_four, next_note = k.next_note"
                    + " from kept_prospect k where p.id = k.id and p.dealership_id = k.dealership_id");
            as.execute(
                    "update customer_info_card c set remark = k.remark, contacts_sealed = k.contacts_sealed from kept_card k"
                            + " where c.prospect_id = k.prospect_id and c.dealership_id = k.dealership_id");
            as.execute("insert into prospect_name_term select * from kept_term");
            as.execute("update follow_up f set content = k.content from kept_contact k where f.id = k.id");
            as.execute(
                    "update journal_entry e set details = k.details, erased_digest = k.erased_digest from kept_entry k where e.id = k.id");
        }
        assertThat(zhou.get("/api/v1/prospects/" + prospect).json().toString())
                .as("the backup brought the customer back")
                .contains(name);

        genjin.getBean("erasing", SmartInitializingSingleton.class).afterSingletonsInstantiated();

        for (String path : List.of("", "/journal")) {
            assertThat(zhou.get("/api/v1/prospects/" + prospect + path).json().toString())
                    .doesNotContain(name, mobile, WORDS);
        }
        assertThat(zhou.get("/api/v1/prospects?q=" + mobile)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(entries(prospect, "CUSTOMER_ERASED_AGAIN")).hasSize(1);
        assertThat(zhou.get("/api/v1/erasures").text("/items/0/status")).isEqualTo("DONE");
        genjin.getBean("erasing", SmartInitializingSingleton.class).afterSingletonsInstantiated();
        assertThat(entries(prospect, "CUSTOMER_ERASED_AGAIN")).as("once").hasSize(1);
    }
}
