package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.coaching.DuePlans;
import io.genjin.testing.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The personal success plan (R-120, 3.11, scenario 32) against the running product. */
class SuccessPlanScenariosTest extends Stage {

    private static final String PLANS = "/api/v1/success-plans";
    private static final String STROKES = "100,300 160,80 240,320 330,100;400,200 460,90 540,310 620,120 700,280";

    @Autowired
    DuePlans duePlans;

    private String talk() {
        Api.Answer talk = chen.post(
                "/api/v1/one-to-ones",
                Map.of("consultant", store.li().username(), "choice", "联系数少", "said", "一起看了上周的数字"));
        assertThat(talk.status()).as(talk.json().toString()).isEqualTo(201);
        return talk.text("/id");
    }

    private Map<String, Object> plan(String talk) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("talk", talk);
        plan.put("chosenBecause", "上周总计联系 2,目标 8");
        plan.put("strengths", "产品熟悉");
        plan.put("weaknesses", "邀约少");
        plan.put("rootCause", "没有固定的电话时间");
        plan.put("goals", List.of(Map.of("yardstick", "TOTAL_CONTACTS", "to", 3, "by", "2026-03-20")));
        plan.put(
                "steps",
                List.of(Map.of(
                        "what",
                        "每天 10 点电话一小时",
                        "by",
                        "2026-03-13",
                        "support",
                        store.chen().username())));
        plan.put("followUpOn", "2026-03-23");
        return plan;
    }

    private Api.Answer made(Map<String, Object> plan) {
        Api.Answer answer = chen.post(PLANS, plan);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer;
    }

    private static List<String> wrong(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(422);
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString(""))
                .toList();
    }

    private static Api.Answer sign(Api who, String id, int version, Map<String, Object> signatures) {
        return who.post(PLANS + "/" + id + "/signature", signatures, Map.of("If-Match", "\"" + version + "\""));
    }

    private static JsonNode figures(Api who, String id) {
        return who.get(PLANS + "/" + id + "/figures").json();
    }

    /** Every entry of the journal that is a contact of Li's in a week, counted without the reports. */
    private long contactsInJournal(String from, String until) {
        return StreamSupport.stream(
                        zhou.get("/api/v1/reports/rows?figure=TOTAL_CONTACTS&from=" + from + "&until=" + until
                                        + "&consultant=" + store.li().username())
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .count();
    }

    @Test
    @DisplayName("32. Given plan created from last week's figures, then figures are frozen in the plan"
            + " and do not change with later corrections")
    void frozen() {
        zhou.send(
                "PUT",
                "/api/v1/targets?month=2026-03",
                Map.of("targets", Map.of(store.li().username(), Map.of("TOTAL_CONTACTS", 31))),
                Map.of("If-Match", "\"0\""));
        String first = opened(li, card("B", "2026-03-05"));
        clock.set("2026-03-04T10:00");
        recorded(li, first, contact("REACHED", "2026-03-08"));
        clock.set("2026-03-09T10:00");
        String id = made(plan(talk())).text("/id");
        JsonNode frozen = chen.get(PLANS + "/" + id).json();
        assertThat(frozen.at("/number").asString()).isEqualTo("2026-001");
        assertThat(frozen.at("/figures/week/from").asString()).isEqualTo("2026-03-02");
        assertThat(frozen.at("/figures/week/until").asString()).isEqualTo("2026-03-08");
        JsonNode contacts = frozen.at("/figures/targets/TOTAL_CONTACTS");
        assertThat(contacts.path("actual").asLong())
                .isEqualTo(2)
                .as("the number is the rows it opens")
                .isEqualTo(contactsInJournal("2026-03-02", "2026-03-08"));
        assertThat(contacts.path("target").decimalValue())
                .as("31 in 31 days is 7 in a week")
                .isEqualByComparingTo("7");
        assertThat(contacts.path("gap").decimalValue()).isEqualByComparingTo("-5");
        assertThat(contacts.path("trend").asString()).isEqualTo("UP");
        assertThat(frozen.at("/figures/targets/SOLD/target").isNull()).isTrue();
        assertThat(frozen.at("/figures/ratios/CONTACT_TO_VISIT/whole").asLong()).isEqualTo(2);
        assertThat(frozen.at("/figures/ratios/VISIT_TO_DRIVE/ratio").isNull()).isTrue();
        assertThat(figures(chen, id).path("frozen")).isEqualTo(figures(chen, id).path("today"));

        Map<String, Object> late = contact("REACHED", "2026-03-10");
        late.put("happenedAt", "2026-03-06T11:00:00+08:00");
        recorded(li, first, late);
        zhou.send(
                "PUT",
                "/api/v1/targets?month=2026-03",
                Map.of("targets", Map.of(store.li().username(), Map.of("TOTAL_CONTACTS", 62)), "reason", "展车到店"),
                Map.of("If-Match", "\"1\""));
        assertThat(chen.get(PLANS + "/" + id).json().path("figures"))
                .as("a correction of that week and of its target changes nothing in the plan")
                .isEqualTo(frozen.path("figures"));
        JsonNode both = figures(li, id);
        assertThat(both.at("/frozen/targets/TOTAL_CONTACTS/actual").asLong()).isEqualTo(2);
        assertThat(both.at("/today/targets/TOTAL_CONTACTS/actual").asLong())
                .as("what it would be today stands beside it")
                .isEqualTo(3)
                .isEqualTo(contactsInJournal("2026-03-02", "2026-03-08"));
        assertThat(both.at("/today/targets/TOTAL_CONTACTS/target").decimalValue())
                .isEqualByComparingTo("14");

        Map<String, Object> again = plan("");
        again.put("rootCause", "电话时间被接待打断");
        Api.Answer rewritten = chen.send("PUT", PLANS + "/" + id, again, Map.of("If-Match", "\"1\""));
        assertThat(rewritten.json().path("figures"))
                .as("writing it anew does not count it anew")
                .isEqualTo(frozen.path("figures"));
    }

    @Test
    @DisplayName("3.11: nothing is a goal that cannot be measured; all that is missing is named together")
    void measurable() {
        opened(li, card("B", "2026-03-05"));
        clock.set("2026-03-09T10:00");
        String talk = talk();
        assertThat(wrong(chen.post(PLANS, Map.of("talk", talk))))
                .containsExactlyInAnyOrder("chosenBecause", "weaknesses", "rootCause", "goals", "steps", "followUpOn");
        Map<String, Object> bad = plan(talk);
        List<Object> goals = new ArrayList<>();
        goals.add(Map.of("yardstick", "TOTAL_CONTACTS", "to", 1, "by", "2026-03-20"));
        goals.add(Map.of("to", 4));
        goals.add(Map.of("yardstick", "CONTACT_TO_VISIT", "to", 101, "by", "2026-03-10"));
        goals.add(Map.of("yardstick", "SOLD", "to", 2, "by", "2026-04-01"));
        bad.put("goals", goals);
        bad.put("steps", List.of(Map.of("what", "打电话", "by", "2026-03-08", "support", "nobody")));
        assertThat(wrong(chen.post(PLANS, bad)))
                .containsExactlyInAnyOrder(
                        "goals.0.to",
                        "goals.1.yardstick",
                        "goals.1.by",
                        "goals.2.to",
                        "goals.2.by",
                        "goals.3.by",
                        "steps.0.by",
                        "steps.0.support");
        assertThat(li.post(PLANS, plan(talk)).status()).isEqualTo(403);
        String id = made(plan(talk)).text("/id");
        assertThat(chen.post(PLANS, plan(talk)).status())
                .as("one talk, one plan")
                .isEqualTo(409);
        assertThat(chen.post(
                                "/api/v1/one-to-ones/" + talk + "/withdrawal",
                                Map.of("reason", "记错了"),
                                Map.of("If-Match", "\"1\""))
                        .status())
                .as("a talk with a plan was held")
                .isEqualTo(409);
        assertThat(wang.get(PLANS + "/" + id).status()).isEqualTo(404);
        assertThat(wang.get(PLANS).json().path("items").isEmpty()).isTrue();
        assertThat(li.get(PLANS).json().path("items").size()).isEqualTo(1);
        assertThat(sun.get(PLANS).status()).isEqualTo(403);
        assertThat(chen.get(PLANS + "?consultant=" + store.wang().username())
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName(
            "R-120: each signs for themselves what they read; signed by both nothing changes but by a plan that names it")
    void signatures() {
        opened(li, card("B", "2026-03-05"));
        clock.set("2026-03-09T10:00");
        String id = made(plan(talk())).text("/id");
        assertThat(bell(li)).as("to sign").contains("SUCCESS_PLAN_MADE");
        assertThat(sign(zhou, id, 1, Map.of("managerName", "周强")).status())
                .as("another manager signs for nobody")
                .isEqualTo(403);
        assertThat(sign(li, id, 1, Map.of("consultantName", "李娜", "managerName", "陈浩"))
                        .status())
                .isEqualTo(403);
        assertThat(wrong(sign(chen, id, 1, Map.of("consultantName", "李娜"))))
                .as("no manager types a consultant's name")
                .containsExactly("consultant");
        assertThat(wrong(sign(chen, id, 1, Map.of()))).containsExactly("manager");
        assertThat(sign(li, id, 1, Map.of("consultantName", "李娜"))
                        .json()
                        .at("/consultantSigned/takenBy")
                        .asString())
                .isEqualTo(store.li().username());
        assertThat(sign(li, id, 1, Map.of("consultantName", "李娜")).status()).isEqualTo(409);
        Map<String, Object> again = plan("");
        again.put("weaknesses", "邀约少,试驾少");
        assertThat(chen.send("PUT", PLANS + "/" + id, again, Map.of()).status()).isEqualTo(428);
        Api.Answer second = chen.send("PUT", PLANS + "/" + id, again, Map.of("If-Match", "\"1\""));
        assertThat(second.json().path("consultantSigned").isNull())
                .as("a signature was given for other words")
                .isTrue();
        assertThat(bell(li)).contains("SUCCESS_PLAN_CHANGED");
        assertThat(chen.send("PUT", PLANS + "/" + id, again, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(sign(li, id, 1, Map.of("consultantName", "李娜")).status())
                .as("what was read is another version")
                .isEqualTo(412);
        Api.Answer both = sign(chen, id, 2, Map.of("consultant", STROKES, "manager", STROKES));
        assertThat(both.text("/status")).as(both.json().toString()).isEqualTo("SIGNED");
        assertThat(both.text("/consultantSigned/takenBy"))
                .isEqualTo(store.chen().username());
        assertThat(both.json().at("/consultantSigned/drawn").asBoolean()).isTrue();
        assertThat(chen.send("PUT", PLANS + "/" + id, again, Map.of("If-Match", "\"2\""))
                        .status())
                .as("signed is signed")
                .isEqualTo(409);

        clock.set("2026-03-16T10:00");
        Map<String, Object> next = plan(talk());
        next.put("replaces", id);
        next.put("goals", List.of(Map.of("yardstick", "TOTAL_CONTACTS", "to", 5, "by", "2026-03-30")));
        next.put("steps", List.of(Map.of("what", "周末外展", "by", "2026-03-29")));
        next.put("followUpOn", "2026-04-02");
        Api.Answer version = made(next);
        assertThat(version.text("/replaces")).isEqualTo(id);
        assertThat(version.text("/number")).isEqualTo("2026-002");
        Api.Answer old = chen.get(PLANS + "/" + id);
        assertThat(old.text("/status")).isEqualTo("REPLACED");
        assertThat(old.json().path("goals")).isEqualTo(both.json().path("goals"));
        Map<String, Object> twice = plan(talk());
        twice.put("replaces", id);
        twice.put("steps", next.get("steps"));
        twice.put("goals", next.get("goals"));
        twice.put("followUpOn", "2026-04-02");
        assertThat(chen.post(PLANS, twice).status()).isEqualTo(409);
    }

    @Test
    @DisplayName("3.11: on the day of the follow-up its manager is told once, and each goal gets the figure of then")
    void followUp() {
        String prospect = opened(li, card("B", "2026-03-05"));
        clock.set("2026-03-09T10:00");
        Map<String, Object> plan = plan(talk());
        plan.put(
                "goals",
                List.of(
                        Map.of("yardstick", "TOTAL_CONTACTS", "to", 2, "by", "2026-03-20"),
                        Map.of("yardstick", "SOLD", "to", 1, "by", "2026-03-21"),
                        Map.of("yardstick", "VISIT_TO_DRIVE", "to", 50, "by", "2026-03-21")));
        String id = made(plan).text("/id");
        String look = PLANS + "/" + id + "/follow-up";
        assertThat(chen.post(look, Map.of("said", "好多了")).status())
                .as("not agreed yet")
                .isEqualTo(409);
        sign(chen, id, 1, Map.of("manager", STROKES));
        sign(li, id, 1, Map.of("consultantName", "李娜"));
        assertThat(bell(chen)).contains("SUCCESS_PLAN_SIGNED");
        clock.set("2026-03-17T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-20"));
        clock.set("2026-03-20T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-24"));
        clock.set("2026-03-22T10:00");
        assertThat(duePlans.tell(store.dealership().id())).isZero();
        assertThat(chen.get(PLANS + "?filter=DUE").json().path("items").isEmpty())
                .isTrue();
        assertThat(chen.post(look, Map.of("said", "好多了")).status()).isEqualTo(409);
        clock.set("2026-03-23T08:00");
        assertThat(duePlans.tell(store.dealership().id())).isEqualTo(1);
        assertThat(duePlans.tell(store.dealership().id())).as("once").isZero();
        assertThat(bell(chen))
                .filteredOn(kind -> kind.equals("SUCCESS_PLAN_DUE"))
                .hasSize(1);
        assertThat(chen.get(PLANS + "?filter=DUE").json().path("items").size()).isEqualTo(1);
        assertThat(wrong(chen.post(look, Map.of()))).containsExactly("said");
        assertThat(li.post(look, Map.of("said", "达成")).status()).isEqualTo(403);
        Api.Answer done = zhou.post(look, Map.of("said", "联系达成,成交还要一周"));
        assertThat(done.text("/status")).as(done.json().toString()).isEqualTo("FOLLOWED_UP");
        assertThat(done.json().at("/goals/0/value/part").asLong())
                .isEqualTo(2)
                .isEqualTo(contactsInJournal("2026-03-14", "2026-03-20"));
        assertThat(done.json().at("/goals/0/reached").asBoolean()).isTrue();
        assertThat(done.json().at("/goals/1/reached").asBoolean()).isFalse();
        assertThat(done.json().at("/goals/2/reached").isNull())
                .as("nothing to divide by is neither reached nor missed")
                .isTrue();
        assertThat(done.json().at("/goals/0/from/part").asLong()).isEqualTo(1);
        assertThat(chen.post(look, Map.of("said", "再看一次")).status()).isEqualTo(409);
        assertThat(bell(li)).contains("SUCCESS_PLAN_FOLLOWED_UP");
        assertThat(chen.get(PLANS + "?filter=DUE").json().path("items").isEmpty())
                .isTrue();
    }
}
