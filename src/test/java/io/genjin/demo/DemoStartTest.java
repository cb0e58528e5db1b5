package io.genjin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.followup.NextStepAudit;
import io.genjin.followup.Sweep;
import io.genjin.testing.Api;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

/** What somebody finds who starts the demo for the first time, and that time may pass there. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"genjin.data=target/test-data/demo", "db-scheduler.enabled=false", "genjin.connections=8"})
@ActiveProfiles("demo")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoStartTest {

    @Autowired
    DemoStart start;

    @Autowired
    Sweep sweep;

    @Autowired
    NextStepAudit audit;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Api as(String username) {
        return Api.as(username, Cast.PASSWORD, port);
    }

    private List<JsonNode> all(Api reader, String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reader.get(path + (path.contains("?") ? "&" : "?") + "limit=100" + cursor)
                    .json();
            page.get("items").forEach(all::add);
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return all;
    }

    @Test
    @Order(1)
    void nothing_of_the_past_was_refused_and_its_clocks_say_what_is_stored() {
        assertThat(start.refused()).isZero();
        assertThat(sweep.compareAll()).isZero();
    }

    @Test
    @Order(1)
    void every_open_customer_has_one_owner_one_grade_and_one_next_step_and_the_journal_tells_the_same() {
        assertThat(audit.runAll()).isZero();
        for (String manager : List.of("chen.hao", "feng.gang")) {
            assertThat(all(as(manager), "/api/v1/prospects")).isNotEmpty().allSatisfy(prospect -> {
                assertThat(prospect.at("/owner/username").asString()).isNotBlank();
                assertThat(prospect.at("/grade").asString()).isNotBlank();
                assertThat(prospect.at("/nextFollowUp/date").asString()).isNotBlank();
            });
        }
    }

    @Test
    @Order(2)
    void cases_have_ended_in_every_way_and_about_a_third_of_them_lost() {
        Api manager = as("chen.hao");
        Map<String, Integer> count = new TreeMap<>();
        for (String status : List.of(
                "FOLLOWING",
                "NOT_CLOSED_REVIEW",
                "CAUSE_ANALYSIS",
                "DEFEAT_PENDING",
                "DEFEATED",
                "DORMANT",
                "ORDERED",
                "DELIVERED")) {
            count.put(status, all(manager, "/api/v1/prospects?status=" + status).size());
        }
        assertThat(count.values()).as("%s", count).doesNotContain(0);
        int everybody = count.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(count.get("DEFEATED")).as("%s", count).isBetween(everybody / 5, everybody * 2 / 5);
        int sold = count.get("ORDERED") + count.get("DELIVERED");
        assertThat(sold).as("%s", count).isBetween(everybody / 20, everybody / 6);
    }

    @Test
    @Order(2)
    void defeats_wait_were_refused_and_are_verified_and_courtesy_calls_are_to_be_made() {
        Api manager = as("chen.hao");
        for (String status : List.of("PENDING", "TO_VERIFY", "AGREED", "REJECTED", "RESCUED")) {
            assertThat(all(manager, "/api/v1/defeats?status=" + status))
                    .as(status)
                    .isNotEmpty();
        }
        Api relations = as("xu.hui");
        assertThat(all(relations, "/api/v1/courtesy-calls")).isNotEmpty();
        assertThat(all(relations, "/api/v1/courtesy-calls?open=false")).isNotEmpty();
    }

    @Test
    @Order(2)
    void weekly_lists_are_open_closed_with_hits_and_one_was_not_held() {
        Api manager = as("chen.hao");
        JsonNode running = manager.get("/api/v1/h-lists").json();
        assertThat(running.at("/coverage/held").asInt()).isEqualTo(3);
        List<JsonNode> weeks = all(manager, "/api/v1/h-lists/weeks");
        assertThat(weeks).hasSizeBetween(9, 13);
        assertThat(weeks.stream()
                        .mapToInt(week -> week.at("/hitRate/ordered").asInt())
                        .sum())
                .isPositive();
        assertThat(weeks)
                .filteredOn(week -> week.at("/coverage/held").asInt()
                        < week.at("/coverage/expected").asInt())
                .isNotEmpty();
    }

    @Test
    @Order(2)
    void leads_of_hq_are_warned_of_told_daily_and_one_dispute_waits() {
        List<JsonNode> leads = all(as("wu.jing"), "/api/v1/hq-leads");
        assertThat(leads).extracting(lead -> lead.path("warned").asString("")).anyMatch(step -> !step.isEmpty());
        LocalDate today = LocalDate.parse(as("chen.hao").get("/api/v1/worklist").text("/date"));
        JsonNode yesterday = as("wu.jing")
                .get("/api/v1/hq-feedback?date=" + today.minusDays(1))
                .json();
        assertThat(yesterday.get("leads"))
                .anyMatch(lead -> !lead.path("recordedStatus").asString("").isEmpty());
        assertThat(all(as("chen.hao"), "/api/v1/collisions")).isNotEmpty();
        assertThat(all(as("chen.hao"), "/api/v1/collisions?status=decided")).isNotEmpty();
        assertThat(all(as("li.na"), "/api/v1/selling-points")).hasSizeBetween(6, 8);
    }

    @Test
    @Order(2)
    void everybody_of_the_cast_signs_in() {
        for (Cast.House house : Cast.all()) {
            for (Cast.Person person : house.people()) {
                assertThat(as(person.username()).get("/api/v1/me").text("/dealership/code"))
                        .isEqualTo(house.dealership().code());
            }
        }
    }

    @Test
    @Order(2)
    void one_customer_let_the_bank_know_her_number_and_took_it_back_and_the_insurer_got_nothing() {
        Api consultant = as("li.na");
        String id = all(consultant, "/api/v1/prospects").stream()
                .filter(one -> one.get("customerName").asString().equals("罗书瑶"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        JsonNode consent =
                consultant.get("/api/v1/prospects/" + id + "/consents").json().at("/items/0");
        assertThat(consent.get("state").asString()).isEqualTo("WITHDRAWN");
        JsonNode attempts = consultant
                .get("/api/v1/prospects/" + id + "/disclosures")
                .json()
                .get("items");
        assertThat(attempts).extracting(one -> one.path("why").isString()).containsExactlyInAnyOrder(true, false);
    }

    @Test
    @Order(3)
    void every_consultant_of_shanghai_has_a_morning_list_to_work_off() {
        for (String consultant : List.of("li.na", "wang.lei", "zhao.min")) {
            List<JsonNode> items = new ArrayList<>();
            as(consultant).get("/api/v1/worklist").json().get("items").forEach(items::add);
            // before the showroom opens nobody has called yet, and the list is as long as the day
            assertThat(items).as(consultant).hasSizeBetween(5, 30);
        }
        JsonNode worst =
                as("zhao.min").get("/api/v1/worklist").json().get("items").get(0);
        assertThat(worst.get("grade").asString()).isEqualTo("H");
        assertThat(worst.get("overdueDays").asInt()).isPositive();
    }

    @Test
    @Order(4)
    void cards_wait_for_signature_and_entry_some_came_back_and_two_leads_wait() {
        Map<String, Integer> cards = new TreeMap<>();
        all(as("chen.hao"), "/api/v1/prospects")
                .forEach(prospect -> cards.merge(prospect.get("cardStatus").asString(), 1, Integer::sum));
        assertThat(cards.get("SUBMITTED")).isBetween(2, 9);
        assertThat(cards.get("SIGNED")).isBetween(2, 9);
        assertThat(cards.get("RETURNED")).isBetween(1, 3);
        assertThat(cards.get("ENTERED")).isGreaterThan(100);
        assertThat(all(as("wu.jing"), "/api/v1/leads"))
                .filteredOn(lead -> lead.get("status").asString().equals("LEAD_RECEIVED"))
                .hasSize(2);
    }

    @Test
    @Order(5)
    void another_start_adds_nothing() throws InterruptedException {
        int before = all(as("chen.hao"), "/api/v1/prospects").size();
        start.run(new DefaultApplicationArguments());
        assertThat(all(as("chen.hao"), "/api/v1/prospects")).hasSize(before);
        assertThat(jdbc.sql("select count(*) from dealership")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    @Order(6)
    void the_administrator_lets_a_day_pass_and_nobody_turns_it_back() {
        Api administrator = as("admin.sh");
        OffsetDateTime now =
                OffsetDateTime.parse(administrator.get("/api/v1/demo/clock").text("/now"));
        OffsetDateTime tomorrow =
                now.plusDays(1).withHour(7).withMinute(30).withSecond(0).withNano(0);
        Api.Answer moved =
                administrator.send("PUT", "/api/v1/demo/clock", Map.of("now", tomorrow.toString()), Map.of());
        assertThat(moved.status()).isEqualTo(200);
        assertThat(OffsetDateTime.parse(moved.text("/now"))).isEqualTo(tomorrow);
        assertThat(as("zhou.qiang").get("/api/v1/worklist").text("/date"))
                .isEqualTo(tomorrow.toLocalDate().toString());
        assertThat(sweep.compareAll()).isZero();
        Api.Answer back = administrator.send("PUT", "/api/v1/demo/clock", Map.of("now", now.toString()), Map.of());
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.text("/code")).isEqualTo("clock-never-back");
        assertThat(back.text("/errors/0/field")).isEqualTo("now");
        assertThat(administrator
                        .send("PUT", "/api/v1/demo/clock", Map.of(), Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(as("zhou.qiang").get("/api/v1/demo/clock").status()).isEqualTo(403);
    }
}
