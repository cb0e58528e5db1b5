package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Customers that change hands beside a transfer: pool, important customers, buying groups (domain 5; scenarios 24 and 28). */
class PoolScenariosTest extends Stage {

    private static final Map<String, String> NO_TIME = Map.of("reason", "顾问太忙");

    private String released(Api owner, Map<String, Object> card) {
        String prospect = opened(owner, card);
        Api.Answer released = chen.post("/api/v1/prospects/" + prospect + "/release", NO_TIME);
        assertThat(released.status()).as(released.json().toString()).isEqualTo(200);
        return prospect;
    }

    private int count(String sql, String prospect) {
        return Objects.requireNonNull(Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(sql)
                        .param("dealership", store.dealership().id().value())
                        .param("id", prospect)
                        .query(Integer.class)
                        .single())));
    }

    @Test
    @DisplayName(
            "a released customer belongs to the manager, shows surname and wish only, and the claim owes a contact in 24 hours")
    void releasedAndClaimed() {
        Map<String, Object> card = card("H", "2026-03-03");
        card.put("customerName", "欧阳静");
        card.put("gender", "FEMALE");
        card.put("intentModels", List.of("途观 1.8T"));
        String prospect = opened(wang, card);
        String here = "/api/v1/prospects/" + prospect;
        assertThat(chen.post(here + "/release", Map.of()).status()).isEqualTo(422);
        assertThat(wang.post(here + "/release", NO_TIME).status()).isEqualTo(403);
        assertThat(chen.post(here + "/release", NO_TIME).text("/inPool")).isEqualTo("true");
        assertThat(chen.post(here + "/release", NO_TIME).status()).isEqualTo(409);
        assertThat(zhou.get(here).text("/owner/username"))
                .isEqualTo(store.chen().username());
        assertThat(wang.get(here).status()).isEqualTo(404);
        clock.set("2026-03-03T12:00");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).singleElement().satisfies(miss -> assertThat(
                        miss.at("/details/owner").asString(""))
                .isEqualTo(store.chen().id().value().toString()));
        Api.Answer pool = li.get("/api/v1/pool");
        assertThat(pool.text("/items/0/surname")).isEqualTo("欧阳");
        assertThat(pool.text("/items/0/mainModel")).isEqualTo("途观 1.8T");
        String mobile = card.get("mobile").toString();
        assertThat(pool.json().toString())
                .doesNotContain("欧阳静")
                .doesNotContain(mobile)
                .doesNotContain(mobile.substring(7));
        assertThat(li.post("/api/v1/pool/" + prospect + "/claim", Map.of()).status())
                .isEqualTo(200);
        assertThat(li.get(here).text("/nextFollowUp/handoverDueAt")).startsWith("2026-03-04T12:00");
        assertThat(li.get("/api/v1/pool").json().path("items").size()).isZero();
        assertThat(li.get(here + "/journal").json().toString()).contains("PROSPECT_OPENED");
    }

    @Test
    @DisplayName("a hundred claims at once: one wins, ninety-nine are refused clearly, one change of owner is written")
    void race() throws Exception {
        List<Api> claimants = new ArrayList<>();
        for (int one = 0; one < 20; one++) {
            StaffMember member = stores.member(store.dealership(), "c" + one, "顾问" + one, Role.SALES_CONSULTANT);
            claimants.add(Api.as(member.username(), port));
        }
        String prospect = released(wang, card("B", "2026-03-05"));
        ExecutorService many = Executors.newFixedThreadPool(20);
        List<Api.Answer> answers = new ArrayList<>();
        try {
            List<Callable<Api.Answer>> claims = new ArrayList<>();
            for (int claim = 0; claim < 100; claim++) {
                Api by = claimants.get(claim % 20);
                claims.add(() -> by.post("/api/v1/pool/" + prospect + "/claim", Map.of()));
            }
            for (var answer : many.invokeAll(claims)) {
                answers.add(answer.get());
            }
        } finally {
            many.shutdown();
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(99)
                .allSatisfy(answer -> assertThat(answer.text("/code")).isEqualTo("already-claimed"));
        assertThat(count(
                        "select count(*) from ownership_change where dealership_id = :dealership and prospect_id = :id::uuid"
                                + " and reason = 'CLAIMED'",
                        prospect))
                .isEqualTo(1);
        assertThat(entries(prospect, "CLAIMED")).hasSize(1);
    }

    @Test
    @DisplayName("five claims a day, none of one's own former customer for seven days, none while more than ten wait")
    void limits() {
        String former = released(li, card("B", "2026-03-05"));
        assertThat(li.post("/api/v1/pool/" + former + "/claim", Map.of()).text("/code"))
                .isEqualTo("own-customer-before");
        List<String> pool = new ArrayList<>();
        for (int one = 0; one < 6; one++) {
            pool.add(released(wang, card("C", "2026-03-09")));
        }
        for (int one = 0; one < 5; one++) {
            assertThat(li.post("/api/v1/pool/" + pool.get(one) + "/claim", Map.of())
                            .status())
                    .isEqualTo(200);
        }
        assertThat(li.post("/api/v1/pool/" + pool.get(5) + "/claim", Map.of()).text("/code"))
                .isEqualTo("claimed-enough");
        clock.set("2026-03-09T09:00");
        assertThat(li.post("/api/v1/pool/" + former + "/claim", Map.of()).status())
                .isEqualTo(200);
        for (int one = 0; one < 6; one++) {
            opened(li, card("H", "2026-03-10"));
        }
        clock.set("2026-03-12T09:00");
        assertThat(li.post("/api/v1/pool/" + pool.get(5) + "/claim", Map.of()).text("/code"))
                .isEqualTo("too-many-overdue");
    }

    @Test
    @DisplayName(
            "28: marked important, the customer is the sales manager's at once; the transfer is recorded and the consultant assists")
    void important() {
        String prospect = opened(wang, card("A", "2026-03-04"));
        String here = "/api/v1/prospects/" + prospect;
        assertThat(wang.post(here + "/importance", Map.of("important", true)).status())
                .isEqualTo(403);
        Api.Answer marked = chen.post(here + "/importance", Map.of("important", true, "assist", true));
        assertThat(marked.status()).as(marked.json().toString()).isEqualTo(200);
        assertThat(marked.text("/owner/username")).isEqualTo(store.zhou().username());
        assertThat(marked.text("/assistants/0/username")).isEqualTo(store.wang().username());
        assertThat(entries(prospect, "TRANSFERRED").get(0).at("/details/reason").asString(""))
                .isEqualTo("IMPORTANT");
        assertThat(entries(prospect, "IMPORTANT_CHANGED")).hasSize(1);
        assertThat(wang.get(here).status()).isEqualTo(200);
        assertThat(wang.get("/api/v1/assisting").json().toString()).contains(prospect);
        assertThat(wang.get("/api/v1/worklist?date=2026-03-04").json().toString())
                .doesNotContain(prospect);
        clock.set("2026-03-03T10:00");
        recorded(wang, prospect, contact("REACHED", "2026-03-04"));
        assertThat(zhou.get(here).text("/lastContactAt")).startsWith("2026-03-03");
        assertThat(li.get(here).status()).isEqualTo(404);
        assertThat(wang.send(
                                "PATCH",
                                here,
                                Map.of("remark", "改"),
                                Map.of("If-Match", wang.get(here).header("ETag")))
                        .status())
                .isEqualTo(404);
        assertThat(chen.post(here + "/transfers", Map.of("to", store.li().username(), "reason", "WORKLOAD"))
                        .status())
                .isEqualTo(422);
        clock.set("2026-03-07T10:00");
        sweep.settleFallen();
        assertThat(entries(prospect, "RHYTHM_MISSED")).isNotEmpty().allSatisfy(miss -> assertThat(
                        miss.at("/details/owner").asString(""))
                .isEqualTo(store.zhou().id().value().toString()));
        chen.post(here + "/assistants/end", Map.of("assistant", store.wang().username()));
        assertThat(wang.get(here).status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "28: with two sales managers one must be named; on the card a manager's mark moves the customer as well")
    void whichSalesManager() {
        StaffMember second = stores.member(store.dealership(), "qian", "钱进", Role.SALES_MANAGER);
        String prospect = opened(wang, card("B", "2026-03-05"));
        String here = "/api/v1/prospects/" + prospect;
        assertThat(chen.post(here + "/importance", Map.of("important", true)).status())
                .isEqualTo(422);
        assertThat(chen.post(here + "/importance", Map.of("important", true, "salesManager", second.username()))
                        .text("/owner/username"))
                .isEqualTo(second.username());
        String other = opened(wang, card("B", "2026-03-05"));
        String there = "/api/v1/prospects/" + other;
        assertThat(wang.send(
                                "PATCH",
                                there,
                                Map.of("importantCustomer", true),
                                Map.of("If-Match", wang.get(there).header("ETag")))
                        .status())
                .isEqualTo(422);
        Api.Answer changed = zhou.send(
                "PATCH",
                there,
                Map.of("importantCustomer", true),
                Map.of("If-Match", zhou.get(there).header("ETag")));
        assertThat(changed.text("/owner/username")).isEqualTo(store.zhou().username());
        assertThat(changed.text("/importantCustomer")).isEqualTo("true");
    }

    @Test
    @DisplayName(
            "24: husband with B and wife with C are linked: one buying group, one owner, both histories kept, one funnel count")
    void family() {
        Map<String, Object> wife = card("B", "2026-03-05");
        String hers = opened(li, wife);
        Map<String, Object> husband = card("A", "2026-03-04");
        husband.put("phone", wife.get("mobile"));
        String his = opened(wang, husband);
        wang.post("/api/v1/prospects/" + his + "/submission", Map.of());
        chen.post("/api/v1/prospects/" + his + "/signature", Map.of());
        recorded(li, hers, contact("REACHED", "2026-03-05"));
        String here = "/api/v1/prospects/" + his;
        Api.Answer wrong = chen.post(here + "/group-links", Map.of("mobile", newMobile(), "reason", "夫妻"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wang.post(here + "/group-links", Map.of("mobile", wife.get("mobile"), "reason", "夫妻"))
                        .status())
                .isEqualTo(403);
        Api.Answer linked = chen.post(here + "/group-links", Map.of("mobile", wife.get("mobile"), "reason", "夫妻"));
        assertThat(linked.status()).as(linked.json().toString()).isEqualTo(200);
        assertThat(linked.json().path("group").size()).isEqualTo(2);
        assertThat(zhou.get("/api/v1/prospects/" + hers).text("/owner/username"))
                .isEqualTo(store.wang().username());
        assertThat(entries(hers, "FOLLOW_UP_RECORDED")).hasSize(1);
        assertThat(entries(hers, "GROUP_LINKED")).hasSize(1);
        assertThat(entries(his, "GROUP_LINKED")).hasSize(1);
        String buyers = "select count(distinct buyer_id) from buying_group_report where dealership_id = :dealership"
                + " and :id <> ''";
        assertThat(count(buyers, his)).isEqualTo(1);
        assertThat(chen.post(here + "/release", NO_TIME).text("/code")).isEqualTo("grouped-customer");
        chen.post(here + "/transfers", Map.of("to", store.li().username(), "reason", "WORKLOAD"));
        assertThat(zhou.get("/api/v1/prospects/" + hers).text("/owner/username"))
                .isEqualTo(store.li().username());
        assertThat(chen.post(here + "/group-links/end", Map.of()).status()).isEqualTo(422);
        chen.post(here + "/group-links/end", Map.of("reason", "弄错了"));
        assertThat(count(buyers, his)).isEqualTo(2);
        assertThat(entries(hers, "GROUP_UNLINKED")).hasSize(1);
        assertThat(li.get("/api/v1/prospects/" + hers + "/ownership")
                        .json()
                        .path("group")
                        .size())
                .isEqualTo(1);
    }
}
