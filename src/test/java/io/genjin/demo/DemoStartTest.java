package io.genjin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.OpenDatabase;
import io.genjin.followup.NextStepAudit;
import io.genjin.followup.Sweep;
import io.genjin.lock.House;
import io.genjin.staff.Rights;
import io.genjin.testing.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What somebody finds who starts the demo for the first time, and that time may pass there. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "genjin.data=${genjin.test.data:target/test-data}/demo",
            "db-scheduler.enabled=false",
            "genjin.connections=8"
        })
@ActiveProfiles("demo")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoStartTest {

    /**
     * An evening in the week on which all that is asked here has happened: who forgets what differs from day to day, and a check
     * must say the same on each.
     */
    private static final Instant EVENING = Instant.parse("2026-11-25T15:05:00Z");

    @DynamicPropertySource
    static void onThatEvening(DynamicPropertyRegistry settings) throws IOException {
        Path data =
                Files.createDirectories(Path.of(System.getProperty("genjin.test.data", "target/test-data"), "demo"));
        Files.writeString(data.resolve("demo-clock"), Duration.between(Instant.now(), EVENING) + "\n");
    }

    @Autowired
    DemoStart start;

    @Autowired
    Sweep sweep;

    @Autowired
    NextStepAudit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OpenDatabase database;

    @Autowired
    Rights rights;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

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

    private LocalDate today() {
        return LocalDate.parse(as("chen.hao").get("/api/v1/worklist").text("/date"));
    }

    @Test
    @Order(2)
    void parties_came_called_left_no_number_and_came_again_and_sheets_are_signed_but_for_the_last_days() {
        for (String[] house : new String[][] {{"chen.hao", "he.fang"}, {"feng.gang", "tang.li"}}) {
            Api manager = as(house[0]);
            List<JsonNode> visits = new ArrayList<>();
            for (int daysAgo = 3; daysAgo < 17; daysAgo++) {
                LocalDate day = today().minusDays(daysAgo);
                manager.get("/api/v1/visits?date=" + day).json().forEach(visits::add);
                JsonNode sheet = manager.get("/api/v1/daily-sheets?date=" + day).json();
                // in a small house one person signs as both managers
                assertThat(sheet.get("signed")).as("%s", sheet).hasSize(3);
                assertThat(sheet.at("/heads/unexplained").asInt()).isZero();
            }
            assertThat(visits).extracting(one -> one.get("kind").asString()).contains("VISIT", "CALL", "INVITED");
            assertThat(visits).extracting(one -> one.get("nature").asString()).contains("FIRST", "RETURN");
            assertThat(visits)
                    .extracting(one -> one.path("follows").asString(""))
                    .doesNotContain("");
            assertThat(visits)
                    .anyMatch(one -> !one.path("notFiledReason").asString("").isEmpty());
            for (String step : List.of("NEEDS", "PRESENTATION", "DRIVE")) {
                assertThat(visits).as(step).anyMatch(one -> one.get("steps")
                        .valueStream()
                        .anyMatch(done -> done.asString().equals(step)));
            }
            JsonNode yesterday = as(house[1])
                    .get("/api/v1/daily-sheets?date=" + today().minusDays(1))
                    .json();
            assertThat(yesterday.get("sealed").asBoolean()).isFalse();
            assertThat(manager.get("/api/v1/show-cars").json().toString()).contains("A1");
            assertThat(manager.get("/api/v1/floor").json().size()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    @Order(2)
    void each_month_has_its_targets_and_weak_figures_have_led_to_actions_verified_overdue_and_open() {
        for (String manager : List.of("zhou.qiang", "feng.gang")) {
            for (YearMonth month = YearMonth.from(today()).minusMonths(2);
                    !month.isAfter(YearMonth.from(today()));
                    month = month.plusMonths(1)) {
                JsonNode rows = as(manager)
                        .get("/api/v1/reports/actual-vs-target?month=" + month)
                        .json()
                        .get("rows");
                assertThat(rows.get(0).get("standings").valueStream())
                        .allMatch(standing -> standing.path("target").asInt() > 0);
            }
            JsonNode counts = as(manager)
                    .get("/api/v1/improvement-actions/in-time?month="
                            + YearMonth.from(today()).minusMonths(1))
                    .json();
            assertThat(counts.path("due").asInt()).as("%s", counts).isPositive();
            assertThat(all(as(manager), "/api/v1/improvement-actions?filter=OPEN"))
                    .anyMatch(action -> action.get("overdue").asBoolean());
        }
        assertThat(all(as("zhou.qiang"), "/api/v1/improvement-actions?filter=VERIFIED"))
                .isNotEmpty();
        assertThat(all(as("zhou.qiang"), "/api/v1/weekly-reviews"))
                .extracting(week -> week.get("status").asString())
                .contains("ARCHIVED", "NOT_HELD");
        assertThat(all(as("chen.hao"), "/api/v1/success-plans?filter=ALL")).hasSizeGreaterThan(2);
    }

    @Test
    @Order(2)
    void who_agreed_to_come_came_or_did_not_and_some_are_expected() {
        Api manager = as("chen.hao");
        List<String> states = new ArrayList<>();
        manager.get("/api/v1/appointments?from=" + today().minusDays(20) + "&to=" + today().plusDays(3))
                .json()
                .forEach(one -> states.add(one.get("status").asString()));
        assertThat(states).contains("KEPT", "NO_SHOW", "MADE");
        assertThat(manager.get("/api/v1/appointments?from=" + today().plusDays(1) + "&to=" + today().plusDays(2))
                        .json())
                .anyMatch(one -> one.get("kind").asString().equals("TEST_DRIVE"));
    }

    @Test
    @Order(2)
    void cars_were_driven_and_more_drives_are_booked_doubts_are_answered_and_some_are_owed() {
        for (String[] house : new String[][] {{"chen.hao", "ma.jun"}, {"feng.gang", "qian.wei"}}) {
            JsonNode month = as(house[1])
                    .get("/api/v1/test-drive-month?month=" + YearMonth.from(today().minusDays(32)))
                    .json();
            assertThat(month.at("/figures/DRIVES").asInt()).as("%s", month).isGreaterThan(5);
            assertThat(month.at("/figures/AGREED")).isEqualTo(month.at("/figures/TAKEN"));
            assertThat(month.at("/figures/EVALUATED")).isEqualTo(month.at("/figures/TAKEN"));
            if (house[1].equals("ma.jun")) {
                assertThat(month.at("/figures/RIDES").asInt()).as("%s", month).isPositive();
            }
            Api manager = as(house[0]);
            for (String result : List.of("RESOLVED", "OPEN", "LOST")) {
                assertThat(all(manager, "/api/v1/objections?result=" + result))
                        .as(house[0] + " " + result)
                        .isNotEmpty();
            }
        }
    }

    @Test
    @Order(2)
    void an_event_brought_guests_and_cards_and_a_partner_was_rewarded() {
        JsonNode campaign = as("chen.hao").get("/api/v1/campaigns").json().at("/items/0");
        JsonNode result = as("chen.hao")
                .get("/api/v1/campaigns/" + campaign.get("id").asString() + "/result")
                .json();
        assertThat(result.get("figures").valueStream().mapToInt(JsonNode::asInt).sum())
                .as("%s", result)
                .isGreaterThan(20);
        assertThat(as("zhou.qiang").get("/api/v1/co-sellers").json().get("items"))
                .hasSize(2);
        assertThat(as("tan.xue").get("/api/v1/co-selling-rewards").json().get("items"))
                .extracting(one -> one.get("state").asString())
                .contains("PAID");
    }

    /** Of each line one number is opened; {@code -Dgenjin.numbers=9} opens them all. */
    @Test
    @Order(2)
    @DisplayName(
            "issue 5.6, 4.1: every number of every report opens, has as many rows as it says, and each row leads to a card")
    void every_number_of_every_report_opens() {
        EveryNumber.Walked walked = EveryNumber.walk(today(), port, Integer.getInteger("genjin.numbers", 1));
        assertThat(walked.faults()).isEmpty();
        assertThat(walked.opened())
                .as("numbers opened on each page")
                .allSatisfy((page, count) -> assertThat(count).as(page).isPositive());
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
    @Order(4)
    void each_morning_the_meeting_said_what_it_expects_of_the_day() throws SQLException {
        try (Connection owner = database.enterAsOwner();
                Statement statement = owner.createStatement();
                ResultSet said = statement.executeQuery("""
                        select dealership_id, count(distinct day) as mornings, sum(orders) as orders, sum(deliveries) as deliveries
                          from board_expectation
                         group by dealership_id
                        """)) {
            int houses = 0;
            while (said.next()) {
                houses++;
                assertThat(said.getInt("mornings")).isGreaterThan(60);
                assertThat(said.getInt("orders")).isPositive();
                assertThat(said.getInt("deliveries")).isPositive();
            }
            assertThat(houses).isEqualTo(2);
        }
    }

    @Test
    @Order(4)
    void no_detail_of_the_journal_holds_a_type_around_its_value() throws SQLException {
        try (Connection owner = database.enterAsOwner();
                Statement statement = owner.createStatement();
                ResultSet kinds = statement.executeQuery("""
                        select count(distinct kind),
                               string_agg(distinct kind, ' ') filter (where details::text ~ '[A-Za-z]\\[[a-z]+=|[{]"value": *"[0-9a-f-]{36}"[}]')
                          from journal_entry
                        """)) {
            kinds.next();
            assertThat(kinds.getInt(1)).isGreaterThan(60);
            assertThat(kinds.getString(2)).isNull();
        }
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

    @Test
    @Order(7)
    @DisplayName("S-R20 to S-R29: every door of the product, tried by everybody, answers as the matrix says")
    void every_door_of_the_product_answers_as_the_matrix_says() throws SQLException {
        boolean all = Boolean.getBoolean("genjin.long");
        try (Connection owner = database.enterAsOwner()) {
            House house = House.of(port, mappings, rights, owner);
            assertThat(house.routes()).isGreaterThan(900);
            assertThat(house.refusals()).as("S-R21, S-R28: not their duty").isEmpty();
            assertThat(house.elsewhere(all)).as("S-R22: another dealership's").isEmpty();
            assertThat(house.colleagues()).as("S-R22, S-R27: a colleague's").isEmpty();
            assertThat(house.hidden()).as("looks that found nothing").isGreaterThan(house.formFirst() * 8);
            assertThat(house.reads(all)).as("S-R21, S-R23: who may read").isEmpty();
            assertThat(house.writes(all)).as("S-R21: who may write").isEmpty();
        }
    }
}
