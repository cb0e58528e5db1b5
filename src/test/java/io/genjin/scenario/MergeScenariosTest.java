package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.duplicate.Finder;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One customer with two cases: found, merged, and parted again (4.1 rule 7, S-R54, S-R56). */
class MergeScenariosTest extends Stage {

    @Autowired
    Finder finder;

    Map<String, Object> card(String name, String mobile, String grade, String nextDate) {
        Map<String, Object> card = card(grade, nextDate);
        card.put("customerName", name);
        card.put("mobile", mobile);
        return card;
    }

    String versions(String survivor, String absorbed) {
        return "\"" + version(survivor) + "\", \"" + version(absorbed) + "\"";
    }

    int version(String prospect) {
        return zhou.get("/api/v1/prospects/" + prospect).json().path("version").asInt(-1);
    }

    Api.Answer merged(Api who, String survivor, String absorbed, Map<String, Object> chosen) {
        Map<String, Object> body = new HashMap<>(chosen);
        body.put("absorb", absorbed);
        return who.post(
                "/api/v1/prospects/" + survivor + "/merges", body, Map.of("If-Match", versions(survivor, absorbed)));
    }

    String mergedBy(Api who, String survivor, String absorbed, Map<String, Object> chosen) {
        Api.Answer answer = merged(who, survivor, absorbed, chosen);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    Api.Answer undone(Api who, String merge, String how) {
        return who.send("DELETE", "/api/v1/merges/" + merge + how, null, Map.of());
    }

    String text(String prospect, String path) {
        return zhou.get("/api/v1/prospects/" + prospect).text(path);
    }

    List<Map<String, Object>> rows(String sql, String prospect) {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(sql)
                        .param("dealership", store.dealership().id().value())
                        .param("id", prospect)
                        .query()
                        .listOfRows()));
    }

    @Test
    @DisplayName(
            "found in bulk with the reason of the match; dismissed pairs do not come back; who caused them is counted")
    void foundAndDismissed() {
        String mobile = newMobile();
        String second = newMobile();
        Map<String, Object> husband = card("张伟", mobile, "A", "2026-03-04");
        husband.put("phone", second);
        String first = opened(li, husband);
        clock.set("2026-03-02T10:00");
        String other = opened(wang, card("李静", second, "B", "2026-03-06"));
        opened(wang, card("王芳", newMobile(), "B", "2026-03-06"));
        assertThat(zhou.post("/api/v1/duplicates/looks", Map.of()).status()).isEqualTo(202);
        finder.goOn();
        assertThat(zhou.get("/api/v1/duplicates/looks/newest")
                        .json()
                        .path("looked")
                        .asInt(0))
                .isEqualTo(3);
        Api.Answer list = zhou.get("/api/v1/duplicates");
        assertThat(list.json().path("items")).hasSize(1);
        assertThat(list.text("/items/0/reasons/0")).isEqualTo("PHONE_IS_MOBILE");
        assertThat(list.text("/items/0/causedBy")).isEqualTo(store.wang().username());
        assertThat(List.of(list.text("/items/0/first/id"), list.text("/items/0/second/id")))
                .containsExactlyInAnyOrder(first, other);
        assertThat(zhou.get("/api/v1/duplicates/causes").json().at("/0/pairs").asInt(0))
                .isEqualTo(1);
        assertThat(zhou.get("/api/v1/duplicates?causedBy=" + store.wang().username())
                        .json()
                        .path("items"))
                .hasSize(1);
        String pair = list.text("/items/0/id");
        assertThat(li.get("/api/v1/duplicates").status()).isEqualTo(403);
        assertThat(sun.post("/api/v1/duplicates/" + pair + "/dismissal", Map.of("reason", "夫妻"))
                        .status())
                .isEqualTo(403);
        Api.Answer unsaid = zhou.post("/api/v1/duplicates/" + pair + "/dismissal", Map.of());
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text("/errors/0/field")).isEqualTo("reason");
        assertThat(zhou.post("/api/v1/duplicates/" + pair + "/dismissal", Map.of("reason", "夫妻，各买各的"))
                        .status())
                .isEqualTo(200);
        clock.set("2026-03-03T03:30");
        finder.lookEverywhere();
        assertThat(zhou.get("/api/v1/duplicates").json().path("items")).isEmpty();
        assertThat(zhou.get("/api/v1/duplicates/" + pair).text("/status")).isEqualTo("DISMISSED");
    }

    @Test
    @DisplayName("cards filed before are made findable once, and a pair that is no longer alike goes away")
    void findableAndGone() {
        String mobile = newMobile();
        Map<String, Object> one = card("周洁", newMobile(), "B", "2026-03-06");
        one.put("phone", mobile);
        String first = opened(li, one);
        opened(wang, card("吴敏", mobile, "B", "2026-03-06"));
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql("""
                                update prospect
                                   set phone_hash = null, name_sound = null, findable = false
                                 where dealership_id = :dealership
                                """)
                        .param("dealership", store.dealership().id().value())
                        .update()));
        finder.lookEverywhere();
        assertThat(zhou.get("/api/v1/duplicates").json().path("items")).hasSize(1);
        clock.set("2026-03-02T11:00");
        assertThat(zhou.send(
                                "PATCH",
                                "/api/v1/prospects/" + first,
                                Map.of("phone", ""),
                                Map.of("If-Match", "\"" + version(first) + "\""))
                        .status())
                .isEqualTo(200);
        finder.lookEverywhere();
        assertThat(zhou.get("/api/v1/duplicates").json().path("items")).isEmpty();
    }

    @Test
    @DisplayName(
            "merged: filled goes over empty, the earlier promise stays, both histories are read on one card, it counts once")
    void merged() {
        String oldMobile = newMobile();
        Map<String, Object> older = card("张伟", oldMobile, "B", "2026-03-06");
        older.put("decisionMaker", "教师");
        older.put("intentModels", List.of("朗逸"));
        String absorbed = opened(li, older);
        recorded(li, absorbed, contact("REACHED", "2026-03-05"));
        clock.set("2026-03-03T09:00");
        Map<String, Object> newer = card("张伟", newMobile(), "A", "2026-03-06");
        newer.put("intentModels", List.of("帕萨特"));
        String survivor = opened(wang, newer);
        recorded(wang, survivor, contact("REACHED", "2026-03-05"));
        clock.set("2026-03-03T10:00");
        String merge = mergedBy(zhou, survivor, absorbed, Map.of());
        Api.Answer card = zhou.get("/api/v1/prospects/" + survivor);
        assertThat(card.text("/decisionMaker")).isEqualTo("教师");
        assertThat(card.json().at("/intentModels").toString()).contains("帕萨特", "朗逸");
        assertThat(card.text("/grade")).isEqualTo("A");
        assertThat(card.text("/owner/username")).isEqualTo(store.wang().username());
        assertThat(card.text("/nextFollowUp/date")).isEqualTo("2026-03-05");
        assertThat(text(absorbed, "/status")).isEqualTo("DUPLICATE");
        assertThat(entries(survivor, "FOLLOW_UP_RECORDED")).hasSize(2);
        assertThat(entries(survivor, "MERGED")).hasSize(2);
        assertThat(entries(survivor, "PROSPECT_OPENED")).hasSize(2);
        assertThat(rows("""
                        select survivor_id, merged, received_at
                          from merged_prospect
                         where dealership_id = :dealership
                           and id = :id::uuid
                        """, absorbed)).singleElement().satisfies(row -> {
            assertThat(row.get("survivor_id")).hasToString(survivor);
            assertThat(row.get("merged")).isEqualTo(true);
            assertThat(((java.sql.Timestamp) row.get("received_at")).toInstant())
                    .isEqualTo(at("2026-03-02T09:00:00"));
        });
        assertThat(rows("""
                        select count(distinct survivor_id) as customers
                          from merged_prospect
                         where dealership_id = :dealership
                           and cast(:id as text) is not null
                        """, survivor).get(0).get("customers")).isEqualTo(1L);
        assertThat(zhou.get("/api/v1/prospects/" + survivor + "/merges").text("/0/id"))
                .isEqualTo(merge);
        clock.set("2026-03-10T09:00");
        assertThat(sweep.recompute(store.dealership().id())).isZero();
    }

    @Test
    @DisplayName(
            "every number of the merged cases leads to the case that goes on: card, lead, and a race of both (S-R56)")
    void numbersLeadToTheSurvivor() {
        String one = newMobile();
        String other = newMobile();
        String absorbed = opened(li, card("陈静", one, "B", "2026-03-06"));
        String survivor = opened(li, card("陈静", other, "B", "2026-03-06"));
        mergedBy(zhou, survivor, absorbed, Map.of("fields", Map.of("mobile", "ABSORBED")));
        for (String number : List.of(one, other)) {
            Api.Answer again = wang.post("/api/v1/prospects", card("陈女士", number, "C", "2026-03-09"));
            assertThat(again.status()).as(number).isEqualTo(409);
            Api.Answer lead =
                    wu.post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "陈静", "mobile", number));
            assertThat(lead.text("/duplicateOf")).as(number).isEqualTo(survivor);
        }
        assertThat(li.post("/api/v1/prospects", card("陈静", one, "C", "2026-03-09"))
                        .status())
                .isEqualTo(409);
        assertThat(entries(survivor, "LEAD_REPEATED")).hasSize(2);
        assertThat(rows("""
                        select id
                          from prospect
                         where dealership_id = :dealership
                           and cast(:id as text) is not null
                        """, survivor)).hasSize(2);
    }

    @Test
    @DisplayName("undone: each case stands where it stood; what was recorded since stays with the survivor")
    void undone() {
        String one = newMobile();
        Map<String, Object> older = card("刘洋", one, "B", "2026-03-06");
        older.put("decisionMaker", "医生");
        String absorbed = opened(li, older);
        recorded(li, absorbed, contact("REACHED", "2026-03-05"));
        String survivor = opened(wang, card("刘洋", newMobile(), "C", "2026-03-09"));
        recorded(wang, survivor, contact("REACHED", "2026-03-09"));
        String before = text(survivor, "/maskedMobile");
        String merge = mergedBy(
                zhou,
                survivor,
                absorbed,
                Map.of(
                        "fields",
                        Map.of("mobile", "ABSORBED"),
                        "owner",
                        store.li().username()));
        assertThat(text(survivor, "/owner/username")).isEqualTo(store.li().username());
        assertThat(text(survivor, "/grade")).isEqualTo("B");
        assertThat(text(survivor, "/nextFollowUp/date")).isEqualTo("2026-03-05");
        clock.set("2026-03-03T09:00");
        recorded(li, survivor, contact("REACHED", "2026-03-06"));
        Api.Answer undone = undone(zhou, merge, "");
        assertThat(undone.status()).as(undone.json().toString()).isEqualTo(200);
        assertThat(text(absorbed, "/status")).isEqualTo("FOLLOWING");
        assertThat(text(absorbed, "/owner/username")).isEqualTo(store.li().username());
        assertThat(text(absorbed, "/grade")).isEqualTo("B");
        assertThat(text(absorbed, "/nextFollowUp/date")).isEqualTo("2026-03-05");
        assertThat(text(survivor, "/owner/username")).isEqualTo(store.wang().username());
        assertThat(text(survivor, "/grade")).isEqualTo("C");
        assertThat(text(survivor, "/maskedMobile")).isEqualTo(before);
        assertThat(text(survivor, "/decisionMaker")).isEmpty();
        assertThat(text(survivor, "/nextFollowUp/date")).isEqualTo("2026-03-06");
        assertThat(entries(survivor, "FOLLOW_UP_RECORDED")).hasSize(2);
        assertThat(entries(absorbed, "FOLLOW_UP_RECORDED")).hasSize(1);
        assertThat(entries(absorbed, "MERGE_UNDONE")).hasSize(1);
        assertThat(undone(zhou, merge, "").text("/type")).endsWith("not-undoable");
        assertThat(li.post("/api/v1/prospects", card("刘洋", one, "C", "2026-03-09"))
                        .status())
                .isEqualTo(409);
        clock.set("2026-03-12T09:00");
        assertThat(sweep.recompute(store.dealership().id())).isZero();
    }

    @Test
    @DisplayName("a value changed since the merge is asked about before undoing")
    void changedSince() {
        String absorbed = opened(li, card("赵磊", newMobile(), "B", "2026-03-06"));
        Map<String, Object> richer = card("赵磊", newMobile(), "B", "2026-03-06");
        String survivor = opened(li, richer);
        assertThat(li.send(
                                "PATCH",
                                "/api/v1/prospects/" + absorbed,
                                Map.of("decisionMaker", "司机"),
                                Map.of("If-Match", "\"" + version(absorbed) + "\""))
                        .status())
                .isEqualTo(200);
        String merge = mergedBy(sun, survivor, absorbed, Map.of());
        assertThat(text(survivor, "/decisionMaker")).isEqualTo("司机");
        li.send(
                "PATCH",
                "/api/v1/prospects/" + survivor,
                Map.of("decisionMaker", "教练"),
                Map.of("If-Match", "\"" + version(survivor) + "\""));
        Api.Answer asked = undone(sun, merge, "");
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text("/errors/0/field")).isEqualTo("decisionMaker");
        assertThat(text(absorbed, "/status")).isEqualTo("DUPLICATE");
        assertThat(undone(sun, merge, "?keep=decisionMaker").status()).isEqualTo(200);
        assertThat(text(survivor, "/decisionMaker")).isEqualTo("教练");
    }

    @Test
    @DisplayName(
            "refused: other versions, no versions, a stranger's case, an administrator between two owners, twice, too late")
    void refused() {
        String absorbed = opened(li, card("黄丽", newMobile(), "B", "2026-03-06"));
        String survivor = opened(wang, card("黄丽", newMobile(), "B", "2026-03-06"));
        String path = "/api/v1/prospects/" + survivor + "/merges";
        assertThat(zhou.post(path, Map.of("absorb", absorbed)).status()).isEqualTo(428);
        Api.Answer stale = zhou.post(path, Map.of("absorb", absorbed), Map.of("If-Match", "\"7\", \"1\""));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("/type")).endsWith("cases-changed");
        assertThat(merged(li, survivor, absorbed, Map.of()).status()).isEqualTo(403);
        assertThat(merged(sun, survivor, absorbed, Map.of()).text("/type")).endsWith("owners-differ");
        assertThat(zhou.post(
                                path,
                                Map.of("absorb", java.util.UUID.randomUUID().toString()),
                                Map.of("If-Match", "\"1\", \"1\""))
                        .status())
                .isEqualTo(404);
        assertThat(merged(zhou, survivor, survivor, Map.of()).status()).isEqualTo(422);
        assertThat(merged(zhou, survivor, absorbed, Map.of("nextDate", "2026-03-08"))
                        .text("/type"))
                .endsWith("next-date-too-late");
        assertThat(merged(zhou, survivor, absorbed, Map.of("fields", Map.of("source", "ABSORBED")))
                        .text("/errors/0/field"))
                .isEqualTo("fields.source");
        String merge = mergedBy(zhou, survivor, absorbed, Map.of());
        assertThat(merged(zhou, survivor, absorbed, Map.of()).text("/type")).endsWith("not-mergeable");
        assertThat(undone(sun, merge, "").text("/type")).endsWith("owners-differ");
        assertThat(zhou.send(
                                "PATCH",
                                "/api/v1/prospects/" + absorbed,
                                Map.of("decisionMaker", "司机"),
                                Map.of("If-Match", "\"" + version(absorbed) + "\""))
                        .status())
                .isEqualTo(422);
        clock.set("2026-04-01T09:00:01");
        assertThat(undone(zhou, merge, "").text("/type")).endsWith("not-undoable");
    }

    @Test
    @DisplayName("the same request with the same key merges once and gets the same answer twice (S-R55)")
    void once() {
        String absorbed = opened(li, card("吴敏", newMobile(), "B", "2026-03-06"));
        String survivor = opened(li, card("吴敏", newMobile(), "B", "2026-03-06"));
        Map<String, String> headers =
                Map.of("If-Match", versions(survivor, absorbed), "Idempotency-Key", "merge-" + survivor);
        String path = "/api/v1/prospects/" + survivor + "/merges";
        Api.Answer first = zhou.post(path, Map.of("absorb", absorbed), headers);
        Api.Answer again = zhou.post(path, Map.of("absorb", absorbed), headers);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
    }

    @Test
    @DisplayName("a waiting lead follows its customer into the case that goes on, its hour with it, and back")
    void leadsFollow() {
        String survivor = opened(li, card("孙燕", newMobile(), "C", "2026-03-09"));
        recorded(li, survivor, contact("REACHED", "2026-03-09"));
        clock.set("2026-03-02T11:00");
        Api.Answer lead =
                wu.post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "孙燕", "mobile", newMobile()));
        String absorbed = lead.text("/prospectId");
        String merge = mergedBy(zhou, survivor, absorbed, Map.of());
        Api.Answer after = wu.get("/api/v1/leads/" + lead.text("/id"));
        assertThat(after.text("/status")).isEqualTo("DUPLICATE");
        assertThat(after.text("/duplicateOf")).isEqualTo(survivor);
        assertThat(zhou.get("/api/v1/prospects/" + survivor).text("/nextFollowUp/dueAt"))
                .startsWith("2026-03-03T11:00");
        assertThat(undone(zhou, merge, "").status()).isEqualTo(200);
        assertThat(wu.get("/api/v1/leads/" + lead.text("/id")).text("/status")).isEqualTo("LEAD_RECEIVED");
        assertThat(text(absorbed, "/status")).isEqualTo("LEAD_RECEIVED");
    }

    @Test
    @DisplayName("merged further: the first merge waits until the second is undone, and then each stands for itself")
    void mergedFurther() {
        String first = newMobile();
        String a = opened(li, card("徐强", first, "B", "2026-03-06"));
        String b = opened(li, card("徐强", newMobile(), "B", "2026-03-06"));
        String c = opened(li, card("徐强", newMobile(), "B", "2026-03-06"));
        String one = mergedBy(zhou, b, a, Map.of());
        String two = mergedBy(zhou, c, b, Map.of());
        assertThat(wang.post("/api/v1/prospects", card("徐强", first, "C", "2026-03-09"))
                        .status())
                .isEqualTo(409);
        assertThat(entries(c, "COURTESY_RECEPTION")).hasSize(1);
        assertThat(entries(c, "PROSPECT_OPENED")).hasSize(3);
        assertThat(undone(zhou, one, "").text("/type")).endsWith("not-undoable");
        assertThat(undone(zhou, two, "").status()).isEqualTo(200);
        assertThat(entries(b, "PROSPECT_OPENED")).hasSize(2);
        assertThat(entries(c, "PROSPECT_OPENED")).hasSize(1);
        assertThat(undone(zhou, one, "").status()).isEqualTo(200);
        assertThat(entries(b, "PROSPECT_OPENED")).hasSize(1);
        assertThat(text(a, "/status")).isEqualTo(text(b, "/status")).isEqualTo("ASSIGNED");
    }
}
