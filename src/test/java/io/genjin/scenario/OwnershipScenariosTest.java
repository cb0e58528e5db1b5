package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.ownership.LateCollisions;
import io.genjin.staff.Role;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose customer it is (domain 5; scenarios 21 to 24 and 28). */
class OwnershipScenariosTest extends Stage {

    @Autowired
    LateCollisions late;

    private String signed(Api owner, Map<String, Object> card) {
        String prospect = opened(owner, card);
        owner.post("/api/v1/prospects/" + prospect + "/submission", Map.of());
        assertThat(chen.post("/api/v1/prospects/" + prospect + "/signature", Map.of())
                        .status())
                .isEqualTo(200);
        return prospect;
    }

    private Api.Answer received(Api by, Map<String, Object> of) {
        Map<String, Object> again = new HashMap<>(of);
        again.put("source", "WALK_IN");
        again.put(
                "nextFollowUpDate",
                java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"))
                        .toString());
        return by.post("/api/v1/prospects", again);
    }

    private static Map<String, Object> decision(String owner, String reason) {
        Map<String, Object> decision = new HashMap<>();
        decision.put("owner", owner);
        decision.put("reason", reason);
        decision.put("words", "按记录裁定");
        return decision;
    }

    private Api.Answer collision(Api reader) {
        Api.Answer list = reader.get("/api/v1/collisions");
        assertThat(list.json().path("items").size()).isEqualTo(1);
        return reader.get("/api/v1/collisions/" + list.text("/items/0/id"));
    }

    @Test
    @DisplayName(
            "21: within the grace a second consultant serves as a courtesy: the owner is told, and a claim is refused")
    void courtesyOnly() {
        Map<String, Object> card = card("B", "2026-03-06");
        String prospect = signed(wang, card);
        recorded(wang, prospect, contact("REACHED", "2026-03-06"));
        clock.set("2026-03-14T23:00");
        assertThat(received(li, card).status()).isEqualTo(409);
        assertThat(entries(prospect, "COLLISION_OPENED")).isEmpty();
        assertThat(wang.get("/api/v1/notices").json().toString()).contains("COURTESY_RECEPTION");
        Api.Answer claim = li.post("/api/v1/collisions", Map.of("mobile", card.get("mobile"), "words", "今天由我接待"));
        assertThat(claim.status()).isEqualTo(422);
        assertThat(claim.text("/type")).contains("grace-not-over");
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/owner/username"))
                .isEqualTo(store.wang().username());
    }

    @Test
    @DisplayName(
            "23: B is overdue beyond the grace, C claims, the showroom manager transfers with reason; old misses stay with B")
    void neglectedOwner() {
        Map<String, Object> card = card("B", "2026-03-06");
        String prospect = signed(wang, card);
        recorded(wang, prospect, contact("REACHED", "2026-03-06"));
        clock.set("2026-03-15T10:00");
        sweep.settleFallen();
        int misses = entries(prospect, "RHYTHM_MISSED").size();
        assertThat(misses).isEqualTo(3);
        Map<String, Object> claim = Map.of("mobile", card.get("mobile"), "words", "客户今天到店，由我接待");
        assertThat(li.post("/api/v1/collisions", claim).text("/type")).contains("not-received-yet");
        received(li, card);
        Api.Answer opened = li.post("/api/v1/collisions", claim);
        assertThat(opened.status()).as(opened.json().toString()).isEqualTo(201);
        String here = "/api/v1/collisions/" + opened.text("/id");
        assertThat(opened.text("/evidence/owner/misses")).isEqualTo("3");
        assertThat(opened.text("/evidence/because")).isEqualTo("NEGLECTED");
        assertThat(opened.text("/evidence/suggested/username"))
                .isEqualTo(store.li().username());
        assertThat(opened.text("/decideBy")).startsWith("2026-03-17T23:59:59");
        assertThat(opened.json().path("prospectId").isNull()).isTrue();
        assertThat(opened.json().toString()).doesNotContain("张伟");
        assertThat(wang.get(here).text("/prospectId")).isEqualTo(prospect);
        assertThat(li.post("/api/v1/collisions", claim).status()).isEqualTo(409);
        assertThat(wang.post(here + "/statements", Map.of("words", "上周客户出差")).status())
                .isEqualTo(200);
        assertThat(li.post(here + "/decision", decision(store.li().username(), "NEGLECTED"))
                        .status())
                .isEqualTo(403);
        Map<String, Object> wrong = decision(store.li().username(), "NEGLECTED");
        wrong.put("shareA", 30);
        wrong.put("shareB", 60);
        wrong.remove("words");
        Api.Answer refused = chen.post(here + "/decision", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().toString()).contains("\"shareA\"").contains("\"words\"");
        Map<String, Object> split = decision(store.li().username(), "NEGLECTED");
        split.put("shareA", 30);
        split.put("shareB", 70);
        Api.Answer decided = chen.post(here + "/decision", split);
        assertThat(decided.text("/status")).isEqualTo("DECIDED");
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/owner/username"))
                .isEqualTo(store.li().username());
        assertThat(entries(prospect, "TRANSFERRED").get(0).at("/details/reason").asString(""))
                .isEqualTo("CONFLICT");
        clock.set("2026-03-19T10:00");
        sweep.settleFallen();
        assertThat(entries(prospect, "RHYTHM_MISSED"))
                .filteredOn(entry -> entry.at("/details/owner")
                        .asString("")
                        .equals(store.wang().id().value().toString()))
                .hasSize(misses);
        assertThat(wang.get(here).status()).isEqualTo(200);
        assertThat(wang.get("/api/v1/prospects/" + prospect).status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "a side appeals within seven days; the sales manager decides finally, and the customer's wish overrides all")
    void appeal() {
        Map<String, Object> card = card("B", "2026-03-05");
        String prospect = opened(wang, card);
        received(li, card);
        String here = "/api/v1/collisions/" + collision(chen).text("/id");
        assertThat(zhou.post(here + "/decision", decision(store.li().username(), "CAME_FIRST"))
                        .status())
                .isEqualTo(403);
        assertThat(chen.post(here + "/decision", decision(store.wang().username(), "CAME_FIRST"))
                        .text("/status"))
                .isEqualTo("DECIDED");
        assertThat(chen.post(here + "/decision", decision(store.li().username(), "OTHER"))
                        .status())
                .isEqualTo(409);
        clock.set("2026-03-09T09:00");
        assertThat(li.post(here + "/appeal", Map.of("words", "客户指定由我服务")).text("/status"))
                .isEqualTo("APPEALED");
        assertThat(chen.post(here + "/decision", decision(store.li().username(), "CUSTOMER_WISH"))
                        .status())
                .isEqualTo(403);
        Api third = Api.as(
                stores.member(store.dealership(), "ma", "马超", Role.SALES_CONSULTANT)
                        .username(),
                port);
        String ma = third.get("/api/v1/me").text("/username");
        assertThat(zhou.post(here + "/decision", decision(ma, "OTHER")).status())
                .isEqualTo(422);
        Api.Answer last = zhou.post(here + "/decision", decision(ma, "CUSTOMER_WISH"));
        assertThat(last.text("/status")).isEqualTo("FINAL");
        assertThat(last.json().path("decisions").size()).isEqualTo(2);
        assertThat(wang.post(here + "/appeal", Map.of("words", "不同意")).status()).isEqualTo(409);
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/owner/username"))
                .isEqualTo(ma);
    }

    @Test
    @DisplayName("after seven days nobody appeals any more")
    void appealTooLate() {
        Map<String, Object> card = card("B", "2026-03-05");
        opened(wang, card);
        received(li, card);
        String here = "/api/v1/collisions/" + collision(chen).text("/id");
        chen.post(here + "/decision", decision(store.wang().username(), "CAME_FIRST"));
        clock.set("2026-03-09T09:00:01");
        assertThat(li.post(here + "/appeal", Map.of("words", "不同意")).status()).isEqualTo(409);
    }

    @Test
    @DisplayName("after two working days without a decision the sales manager is told once, and may decide")
    void notDecidedInTime() {
        Map<String, Object> card = card("B", "2026-03-09");
        String prospect = opened(wang, card);
        received(li, card);
        String here = "/api/v1/collisions/" + collision(chen).text("/id");
        clock.set("2026-03-04T23:59:59");
        late.raise();
        assertThat(entries(prospect, "COLLISION_LATE")).isEmpty();
        clock.set("2026-03-05T00:00");
        late.raise();
        late.raise();
        assertThat(entries(prospect, "COLLISION_LATE")).hasSize(1);
        assertThat(zhou.get("/api/v1/notices").json().toString()).contains("COLLISION_LATE");
        assertThat(chen.get("/api/v1/notices").json().toString()).doesNotContain("COLLISION_LATE");
        assertThat(zhou.post(here + "/decision", decision(store.wang().username(), "CAME_FIRST"))
                        .text("/status"))
                .isEqualTo("FINAL");
    }

    @Test
    @DisplayName("a stranger to the dispute finds nothing, and a side cannot leave while it is undecided")
    void onlyTheSides() {
        Map<String, Object> card = card("B", "2026-03-05");
        opened(wang, card);
        received(li, card);
        String id = collision(chen).text("/id");
        Api third = Api.as(
                stores.member(store.dealership(), "ma", "马超", Role.SALES_CONSULTANT)
                        .username(),
                port);
        assertThat(third.get("/api/v1/collisions/" + id).status()).isEqualTo(404);
        assertThat(third.get("/api/v1/collisions").json().path("items").size()).isZero();
        assertThat(third.post("/api/v1/collisions/" + id + "/statements", Map.of("words", "我也要"))
                        .status())
                .isEqualTo(404);
        assertThat(collision(li).json().toString()).doesNotContain("张伟");
    }

    @Test
    @DisplayName(
            "at the door reception hears whose customer it is, a consultant only that it is on file; every look is logged")
    void door() {
        Map<String, Object> card = card("B", "2026-03-05");
        String prospect = opened(wang, card);
        recorded(wang, prospect, contact("REACHED", "2026-03-05"));
        Map<String, Object> number = Map.of("mobile", card.get("mobile"));
        Api reception = Api.as(
                stores.member(store.dealership(), "re", "前台", Role.RECEPTIONIST).username(), port);
        Api.Answer told = reception.post("/api/v1/door-checks", number);
        assertThat(told.text("/owner/name")).isEqualTo(store.wang().name());
        assertThat(told.text("/lastContactAt")).startsWith("2026-03-02");
        assertThat(told.json().toString())
                .doesNotContain("张伟")
                .doesNotContain(card.get("mobile").toString())
                .doesNotContain(prospect);
        Api.Answer colleague = li.post("/api/v1/door-checks", number);
        assertThat(colleague.json().toString())
                .isEqualTo("{\"onFile\":true,\"prospectId\":null,\"owner\":null,\"lastContactAt\":null}");
        assertThat(wang.post("/api/v1/door-checks", number).text("/prospectId")).isEqualTo(prospect);
        assertThat(li.post("/api/v1/door-checks", Map.of("mobile", newMobile())).text("/onFile"))
                .isEqualTo("false");
        assertThat(li.post("/api/v1/door-checks", Map.of("mobile", "12")).status())
                .isEqualTo(422);
        assertThat(looks()).isEqualTo(4);
    }

    private int looks() {
        return io.genjin.database.Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select count(*) from access_record where dealership_id = :dealership and look = 'CHECKED'")
                        .param("dealership", store.dealership().id().value())
                        .query(Integer.class)
                        .single()));
    }

    @Test
    @DisplayName("thirty looks in ten minutes, then 429 with the seconds to wait; also for many at once")
    void doorLimit() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> looks = java.util.Collections.nCopies(
                    40, () -> li.post("/api/v1/door-checks", Map.of("mobile", newMobile()))
                            .status());
            List<Integer> statuses = new java.util.ArrayList<>();
            for (var answer : many.invokeAll(looks)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(30);
            assertThat(statuses).filteredOn(status -> status == 429).hasSize(10);
        } finally {
            many.shutdown();
        }
        Api.Answer refused = li.post("/api/v1/door-checks", Map.of("mobile", newMobile()));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);
        assertThat(wang.post("/api/v1/door-checks", Map.of("mobile", newMobile()))
                        .status())
                .isEqualTo(200);
        clock.set("2026-03-02T09:10");
        assertThat(li.post("/api/v1/door-checks", Map.of("mobile", newMobile())).status())
                .isEqualTo(200);
    }
}
