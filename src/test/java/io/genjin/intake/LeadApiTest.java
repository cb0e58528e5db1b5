package io.genjin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import io.genjin.testing.Api;
import io.genjin.testing.Api.Answer;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import io.genjin.testing.TestStores.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Leads from HQ and other systems, and how they come to a consultant (FJ-MⅢ-09, R-101, R-102). */
@GenjinTest
class LeadApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestStores stores;

    @Autowired
    private Dealerships dealerships;

    @Autowired
    private MutableClock clock;

    private Store store;
    private Api wu;

    @BeforeEach
    void opensOnMonday() {
        clock.set("2026-03-02T10:00");
        store = stores.found();
        wu = Api.as(store.wu().username(), port);
    }

    @Test
    void a_lead_from_hq_is_a_prospect_at_once_with_24_hours_on_its_clock() {
        Answer answer = wu.post("/api/v1/leads", lead("13800138000", "X-1"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/status")).isEqualTo("LEAD_RECEIVED");
        assertThat(answer.text("/firstFollowUpDueAt")).isEqualTo("2026-03-03T10:00:00+08:00");
        assertThat(answer.text("/duplicateOf")).isEmpty();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/leads/" + answer.text("/id"));
        Answer prospect = wu.get("/api/v1/prospects/" + answer.text("/prospectId"));
        assertThat(prospect.status()).isEqualTo(200);
        assertThat(prospect.text("/status")).isEqualTo("LEAD_RECEIVED");
        assertThat(prospect.text("/owner/username")).isEqualTo(store.wu().username());
        assertThat(prospect.text("/grade")).isEqualTo("N");
        assertThat(prospect.text("/maskedMobile")).isEqualTo("138****8000");
    }

    @Test
    void the_clock_begins_when_hq_says_that_it_began() {
        Map<String, Object> lead = lead("13800138000", "X-1");
        lead.put("receivedAt", "2026-03-01T22:30:00+08:00");
        assertThat(wu.post("/api/v1/leads", lead).text("/firstFollowUpDueAt")).isEqualTo("2026-03-02T22:30:00+08:00");
    }

    @Test
    void the_same_source_and_number_again_is_the_same_lead() {
        Answer first = wu.post("/api/v1/leads", lead("13800138000", "X-1"));
        Answer second = wu.post("/api/v1/leads", lead("13800138000", "X-1"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(second.text("/prospectId")).isEqualTo(first.text("/prospectId"));
        assertThat(second.text("/duplicateOf")).isEmpty();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void a_repeated_idempotency_key_gives_the_same_answer_and_another_content_is_refused() {
        Map<String, String> once = Map.of("Idempotency-Key", "k-1");
        Answer first = wu.post("/api/v1/leads", lead("13800138000", null), once);
        Answer second = wu.post("/api/v1/leads", lead("13800138000", null), once);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(wu.post("/api/v1/leads", lead("13900139000", null), once).status())
                .isEqualTo(422);
    }

    @Test
    void a_customer_with_an_open_prospect_keeps_it_and_the_file_gets_another_contact_point() {
        Answer first = wu.post("/api/v1/leads", lead("13800138000", "X-1"));
        Answer again = wu.post("/api/v1/leads", lead("+86 138-0013-8000", "X-2"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/status")).isEqualTo("DUPLICATE");
        assertThat(again.text("/duplicateOf")).isEqualTo(first.text("/prospectId"));
        assertThat(again.text("/prospectId")).isEqualTo(first.text("/prospectId"));
        assertThat(waiting()).hasSize(1);
        JsonNode journal = wu.get("/api/v1/prospects/" + first.text("/prospectId") + "/journal")
                .json();
        assertThat(journal.at("/items").findValuesAsString("kind")).contains("LEAD_REPEATED", "LEAD_RECEIVED");
    }

    @Test
    void wrong_fields_are_named_all_at_once_and_nothing_is_kept() {
        Answer refused = wu.post(
                "/api/v1/leads",
                Map.of("mobile", "12", "receivedAt", "2026-03-02T10:00:01+08:00", "externalId", "x".repeat(101)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("source", "customerName", "mobile", "receivedAt", "externalId");
        assertThat(waiting()).isEmpty();
        assertThat(wu.post("/api/v1/leads", Map.of("source", "MOON")).status()).isEqualTo(422);
        assertThat(wu.post("/api/v1/leads", "{").status()).isEqualTo(400);
    }

    @Test
    void every_source_is_taken_though_a_lead_says_less_than_a_card() {
        for (String source : List.of("OTHER", "REFERRAL", "CO_SELLING", "PROMOTION_EVENT", "WALK_IN", "HOTLINE_800")) {
            Map<String, Object> lead = lead("138001380" + (10 + source.length()), "S-" + source);
            lead.put("source", source);
            assertThat(wu.post("/api/v1/leads", lead).status()).as(source).isEqualTo(201);
        }
    }

    @Test
    void hq_names_the_dealership_and_others_only_their_own() {
        String username = "hq" + store.dealership().id().value();
        stores.member(dealerships.get(DealershipId.HQ), username, "总部", Role.HQ);
        Api hq = Api.as(username + ".0", port);
        Map<String, Object> lead = lead("13800138000", "X-1");
        assertThat(hq.post("/api/v1/leads", lead).status()).isEqualTo(422);
        lead.put("dealership", "NOWHERE");
        assertThat(hq.post("/api/v1/leads", lead).status()).isEqualTo(422);
        lead.put("dealership", store.dealership().code());
        Answer sent = hq.post("/api/v1/leads", lead, Map.of("Idempotency-Key", "hq-1"));
        assertThat(sent.status()).isEqualTo(201);
        assertThat(hq.post("/api/v1/leads", lead, Map.of("Idempotency-Key", "hq-1"))
                        .text("/id"))
                .isEqualTo(sent.text("/id"));
        assertThat(waiting()).hasSize(1);
        assertThat(wu.get("/api/v1/prospects/" + sent.text("/prospectId") + "/journal")
                        .status())
                .isEqualTo(200);

        Store other = stores.found();
        Map<String, Object> elsewhere = lead("13900139000", "X-2");
        elsewhere.put("dealership", other.dealership().code());
        assertThat(wu.post("/api/v1/leads", elsewhere).status()).isEqualTo(422);
    }

    @Test
    void consultants_neither_report_nor_allocate_and_strangers_see_nothing() {
        Api li = Api.as(store.li().username(), port);
        assertThat(li.post("/api/v1/leads", lead("13800138000", "X-1")).status())
                .isEqualTo(403);
        assertThat(li.get("/api/v1/leads").status()).isEqualTo(403);
        assertThat(Api.stranger(port)
                        .post("/api/v1/leads", lead("13800138000", "X-1"))
                        .status())
                .isEqualTo(401);
        String id = wu.post("/api/v1/leads", lead("13800138000", "X-1")).text("/id");
        Store other = stores.found();
        Api stranger = Api.as(other.wu().username(), port);
        assertThat(stranger.get("/api/v1/leads/" + id).status()).isEqualTo(404);
        assertThat(stranger.post(
                                "/api/v1/leads/" + id + "/allocation",
                                Map.of("to", other.li().username()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void allocation_gives_the_customer_to_the_consultant_and_leaves_the_clock_running() {
        Answer lead = wu.post("/api/v1/leads", lead("13800138000", "X-1"));
        clock.set("2026-03-03T09:00");
        Answer given = allocate(lead, store.li().username());
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.text("/status")).isEqualTo("ASSIGNED");
        assertThat(given.text("/allocatedTo/username")).isEqualTo(store.li().username());
        assertThat(given.text("/firstFollowUpDueAt")).isEqualTo("2026-03-03T10:00:00+08:00");
        assertThat(waiting()).isEmpty();
        Answer prospect = Api.as(store.li().username(), port).get("/api/v1/prospects/" + lead.text("/prospectId"));
        assertThat(prospect.text("/status")).isEqualTo("ASSIGNED");
        assertThat(prospect.text("/nextFollowUp/dueAt")).isEqualTo("2026-03-03T10:00:00+08:00");
    }

    @Test
    void who_comes_second_is_told_who_was_first() {
        Answer lead = wu.post("/api/v1/leads", lead("13800138000", "X-1"));
        allocate(lead, store.li().username());
        Answer late = allocate(lead, store.wang().username());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/detail")).contains(store.li().name());
        assertThat(allocate(lead, "nobody").status()).isEqualTo(422);
        assertThat(wu.post("/api/v1/leads/" + lead.text("/id") + "/allocation", Map.of())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_transfer_by_a_manager_is_an_allocation_as_well() {
        Answer lead = wu.post("/api/v1/leads", lead("13800138000", "X-1"));
        Api chen = Api.as(store.chen().username(), port);
        assertThat(chen.post(
                                "/api/v1/prospects/" + lead.text("/prospectId") + "/transfers",
                                Map.of("to", store.wang().username(), "reason", "WORKLOAD"))
                        .status())
                .isEqualTo(200);
        Answer now = wu.get("/api/v1/leads/" + lead.text("/id"));
        assertThat(now.text("/status")).isEqualTo("ASSIGNED");
        assertThat(now.text("/allocatedTo/username")).isEqualTo(store.wang().username());
        assertThat(waiting()).isEmpty();
    }

    @Test
    void waiting_leads_suggest_consultants_in_turn() {
        wu.post("/api/v1/leads", lead("13800138001", "X-1"));
        clock.set("2026-03-02T10:05");
        wu.post("/api/v1/leads", lead("13800138002", "X-2"));
        assertThat(waiting())
                .extracting(item -> item.at("/suggestion/username").asString())
                .containsExactly(store.li().username(), store.wang().username());
        assertThat(waiting())
                .extracting(item -> item.at("/suggestion/why").asString())
                .containsOnly("ROTATION");
    }

    @Test
    void lists_are_read_page_by_page_without_gap_or_repeat() {
        for (int number = 1; number <= 5; number++) {
            wu.post("/api/v1/leads", lead("1380013800" + number, "X-" + number));
        }
        for (String status : List.of("waiting", "all")) {
            Answer first = wu.get("/api/v1/leads?status=" + status + "&limit=3");
            Answer second = wu.get("/api/v1/leads?status=" + status + "&limit=3&cursor=" + first.text("/next"));
            List<String> ids = new ArrayList<>(first.json().at("/items").findValuesAsString("id"));
            ids.addAll(second.json().at("/items").findValuesAsString("id"));
            assertThat(ids).hasSize(5).doesNotHaveDuplicates();
            assertThat(second.json().at("/next").isNull()
                            || second.json().at("/next").isMissingNode())
                    .isTrue();
        }
        assertThat(wu.get("/api/v1/leads?limit=0").status()).isEqualTo(422);
        assertThat(wu.get("/api/v1/leads?cursor=nonsense").status()).isEqualTo(422);
        assertThat(wu.get("/api/v1/leads?status=lost").status()).isEqualTo(422);
    }

    @Test
    void a_lead_that_is_none_is_closed_with_its_reason_and_frees_the_number() {
        Answer lead = wu.post("/api/v1/leads", lead("13800138000", "X-1"));
        String path = "/api/v1/leads/" + lead.text("/id") + "/invalidation";
        assertThat(wu.post(path, Map.of("reason", " ")).status()).isEqualTo(422);
        Answer closed = wu.post(path, Map.of("reason", "空号"));
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.text("/status")).isEqualTo("INVALID");
        assertThat(wu.post(path, Map.of("reason", "空号")).status()).isEqualTo(409);
        assertThat(allocate(lead, store.li().username()).status()).isEqualTo(409);
        assertThat(wu.post("/api/v1/leads", lead("13800138000", "X-2")).text("/status"))
                .isEqualTo("LEAD_RECEIVED");
    }

    @Test
    void twenty_at_once_with_one_number_open_one_prospect() throws Exception {
        List<Answer> answers = together(IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(
                        number -> () -> wu.post("/api/v1/leads", lead("13800138000", "R-" + number)))
                .toList());
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.text("/prospectId"))
                .containsOnly(answers.get(0).text("/prospectId"));
        assertThat(answers)
                .extracting(answer -> answer.text("/status"))
                .filteredOn("LEAD_RECEIVED"::equals)
                .hasSize(1);
    }

    @Test
    void twenty_at_once_with_one_external_number_are_one_lead() throws Exception {
        List<Answer> answers = together(IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(number -> () -> wu.post("/api/v1/leads", lead("13800138000", "R-1")))
                .toList());
        assertThat(answers)
                .extracting(answer -> answer.text("/id"))
                .containsOnly(answers.get(0).text("/id"));
        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 201)
                .hasSize(1);
    }

    @Test
    void twenty_at_once_allocate_one_lead_once() throws Exception {
        Answer lead = wu.post("/api/v1/leads", lead("13800138000", "X-1"));
        List<Answer> answers = together(IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(
                        number -> () -> allocate(lead, (number % 2 == 0 ? store.li() : store.wang()).username()))
                .toList());
        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 200)
                .hasSize(1);
        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 409)
                .hasSize(19);
    }

    private static List<Answer> together(List<Callable<Answer>> calls) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> call : callers.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        } finally {
            callers.shutdown();
        }
    }

    private Answer allocate(Answer lead, String to) {
        return wu.post("/api/v1/leads/" + lead.text("/id") + "/allocation", Map.of("to", to));
    }

    private List<JsonNode> waiting() {
        List<JsonNode> items = new ArrayList<>();
        wu.get("/api/v1/leads?status=waiting").json().at("/items").forEach(items::add);
        return items;
    }

    private static Map<String, Object> lead(String mobile, String externalId) {
        Map<String, Object> lead = new HashMap<>();
        lead.put("source", "HQ_ALLOCATED");
        lead.put("customerName", "刘洋");
        lead.put("mobile", mobile);
        lead.put("intentModels", List.of("朗逸 1.6"));
        lead.put("comments", "想周末试驾");
        if (externalId != null) {
            lead.put("externalId", externalId);
        }
        return lead;
    }
}
