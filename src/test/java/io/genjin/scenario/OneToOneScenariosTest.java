package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.coaching.OneToOnes;
import io.genjin.database.Tenancy;
import io.genjin.staff.AbsencePlan;
import io.genjin.staff.StaffDesk;
import io.genjin.staff.StaffId;
import io.genjin.testing.Api;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** One-to-ones (R-119, K29, scenario 30) against the running product. */
class OneToOneScenariosTest extends Stage {

    private static final String TALKS = "/api/v1/one-to-ones";

    @Autowired
    OneToOnes talks;

    @Autowired
    StaffDesk desk;

    private Map<String, Object> talk(String username, String heldAt) {
        Map<String, Object> talk = new HashMap<>();
        talk.put("consultant", username);
        talk.put("choice", "两位老客户投诉没有回电");
        talk.put("said", "一起看了逾期客户,约定每天晨会前核对");
        if (heldAt != null) {
            talk.put("heldAt", heldAt + ":00+08:00");
        }
        return talk;
    }

    private Api.Answer held(Api who, Map<String, Object> talk) {
        Api.Answer answer = who.post(TALKS, talk);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer;
    }

    private static List<String> wrong(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(422);
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString(""))
                .toList();
    }

    private Set<StaffId> heldIn(String monday) {
        return Tenancy.within(
                store.dealership().id(),
                () -> talks.heldIn(LocalDate.parse(monday), store.dealership().id()));
    }

    private Api.Answer change(Api who, String id, Object body, int version) {
        return who.send("PUT", TALKS + "/" + id, body, Map.of("If-Match", "\"" + version + "\""));
    }

    @Test
    @DisplayName(
            "30. Given a week without one-to-one, then it is reported as a defect; K29 counts it and opens its weeks")
    void missing() {
        opened(li, card("B", "2026-03-04"));
        Api.Answer running = zhou.get(TALKS);
        assertThat(running.text("/week")).isEqualTo("2026-03-02");
        assertThat(running.json().at("/standing/minimum").asInt()).isEqualTo(1);
        assertThat(running.json().at("/standing/defect").asBoolean())
                .as("the week is not over")
                .isFalse();
        clock.set("2026-03-08T23:59");
        assertThat(zhou.get(TALKS).json().at("/standing/defect").asBoolean()).isFalse();

        clock.set("2026-03-09T09:00");
        Api.Answer over = zhou.get(TALKS + "?week=2026-03-02");
        assertThat(over.json().at("/standing/defect").asBoolean()).isTrue();
        assertThat(heldIn("2026-03-02")).isEmpty();
        Api.Answer k29 = zhou.get(TALKS + "/coverage");
        assertThat(k29.json().at("/talks/part").asInt()).isZero();
        assertThat(k29.json().at("/talks/whole").asInt())
                .as("only the week that is over, and none before the house began")
                .isEqualTo(1);

        held(chen, talk(store.li().username(), null));
        held(chen, talk(store.li().username(), null));
        clock.set("2026-03-16T09:00");
        assertThat(heldIn("2026-03-09")).containsExactly(store.li().id());
        assertThat(zhou.get(TALKS + "?week=2026-03-15")
                        .json()
                        .at("/standing/defect")
                        .asBoolean())
                .isFalse();
        k29 = zhou.get(TALKS + "/coverage");
        assertThat(k29.json().at("/talks/part").asInt()).isEqualTo(1);
        assertThat(k29.json().at("/talks/whole").asInt()).isEqualTo(2);
        assertThat(k29.json().at("/talks/ratio").decimalValue()).isEqualByComparingTo("0.5");
        long open = StreamSupport.stream(k29.json().path("weeks").spliterator(), false)
                .filter(week -> !week.path("talked").isEmpty())
                .count();
        assertThat(open).as("the number is the weeks it opens").isEqualTo(1);
        assertThat(zhou.get(TALKS + "/coverage?from=2026-03-09&until=2026-03-08")
                        .status())
                .isEqualTo(422);
        assertThat(zhou.get(TALKS + "/coverage?from=2026-05-01&until=2026-05-31")
                        .json()
                        .at("/talks/ratio")
                        .isNull())
                .as("nothing to divide by")
                .isTrue();
        assertThat(bell(li)).as("the consultant is told").contains("ONE_TO_ONE_HELD");
    }

    @Test
    @DisplayName(
            "R-119: with an active consultant other than oneself, not in the future, with a reason unless proposed")
    void rules() {
        assertThat(wrong(chen.post(TALKS, Map.of()))).containsExactlyInAnyOrder("consultant", "said");
        assertThat(wrong(chen.post(TALKS, talk("nobody", "2026-03-02T09:01"))))
                .containsExactlyInAnyOrder("consultant", "heldAt");
        assertThat(wrong(chen.post(TALKS, talk(store.sun().username(), null)))).containsExactly("consultant");
        assertThat(wrong(chen.post(TALKS, talk(store.li().username(), "2026-02-16T08:59"))))
                .as("more than fourteen days ago")
                .containsExactly("heldAt");
        var ranked = chen.get(TALKS + "/proposals").json();
        assertThat(ranked.path("missing").asInt()).isEqualTo(1);
        String proposed = ranked.at("/proposals/0/consultant").asString();
        assertThat(ranked.at("/proposals/0/proposed").asBoolean()).isTrue();
        String other = proposed.equals(store.li().username())
                ? store.wang().username()
                : store.li().username();
        Map<String, Object> bare = talk(other, null);
        bare.remove("choice");
        assertThat(wrong(chen.post(TALKS, bare))).containsExactly("choice");
        bare.put("consultant", proposed);
        Api.Answer held = held(chen, bare);
        assertThat(held.json().path("proposed").asBoolean()).isTrue();
        assertThat(held.json().path("evidence").isEmpty()).isFalse();
        assertThat(chen.get(TALKS + "/proposals").json().path("missing").asInt())
                .isZero();
        assertThat(li.post(TALKS, talk(other, null)).status())
                .as("consultants hold none")
                .isEqualTo(403);
        assertThat(li.get(TALKS + "/proposals").status()).isEqualTo(403);
        assertThat(sun.get(TALKS).status()).isEqualTo(403);
        Api reader = other.equals(store.li().username()) ? li : wang;
        assertThat(reader.get(TALKS + "/" + held.text("/id")).status())
                .as("a colleague's talk is not there")
                .isEqualTo(404);
        assertThat(reader.get(TALKS).json().path("talks").isEmpty()).isTrue();
        assertThat(reader.get(TALKS).json().path("standing").isNull()).isTrue();
    }

    @Test
    @DisplayName("a correction is another version with its reason, never an overwriting; taken back it counts no more")
    void corrections() {
        Api.Answer first = held(chen, talk(store.li().username(), "2026-03-01T17:30"));
        String id = first.text("/id");
        assertThat(first.text("/week")).isEqualTo("2026-02-23");
        Map<String, Object> again = new HashMap<>(Map.of("choice", "同上", "said", "还谈了试驾邀约"));
        assertThat(wrong(change(chen, id, again, 1))).containsExactly("reason");
        again.put("reason", "漏写了试驾");
        again.put("heldAt", "2026-03-02T08:30:00+08:00");
        assertThat(chen.send("PUT", TALKS + "/" + id, again, Map.of()).status()).isEqualTo(428);
        Api.Answer second = change(zhou, id, again, 1);
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(change(chen, id, again, 1).status())
                .as("seen before somebody else's")
                .isEqualTo(412);
        assertThat(heldIn("2026-02-23")).isEmpty();
        assertThat(heldIn("2026-03-02")).containsExactly(store.li().id());
        var versions = chen.get(TALKS + "/" + id + "/versions").json();
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.at("/1/said").asString())
                .as("what was written first still stands")
                .isEqualTo("一起看了逾期客户,约定每天晨会前核对");
        assertThat(versions.at("/0/manager").asString()).isEqualTo(store.chen().username());

        Api.Answer back =
                chen.post(TALKS + "/" + id + "/withdrawal", Map.of("reason", "其实没有进行"), Map.of("If-Match", "\"2\""));
        assertThat(back.json().path("takenBack").asBoolean()).isTrue();
        assertThat(heldIn("2026-03-02")).isEmpty();
        assertThat(change(chen, id, again, 3).status()).isEqualTo(409);
        assertThat(chen.get(TALKS + "/history").json().path("items").isEmpty()).isTrue();
        assertThat(chen.get(TALKS + "/" + id).json().path("takenBack").asBoolean())
                .as("it can still be read")
                .isTrue();
    }

    @Test
    @DisplayName(
            "absence does not count against anybody, who is away is not proposed, and each figure is the rows it opens")
    void fair() {
        for (int place = 0; place < 10; place++) {
            opened(li, card("B", "2026-03-05"));
            opened(wang, card("B", "2026-03-05"));
        }
        clock.set("2026-03-04T10:00");
        staff(() -> desk.recordAbsence(
                store.wang().id(),
                new AbsencePlan(
                        LocalDate.parse("2026-03-05"),
                        LocalDate.parse("2026-03-10"),
                        store.li().username(),
                        "婚假"),
                store.admin()));
        clock.set("2026-03-09T09:00");
        var ranked = chen.get(TALKS + "/proposals").json();
        var ofWang = proposal(ranked, store.wang().username());
        assertThat(ofWang.path("standing").asString()).isEqualTo("COMPARED");
        assertThat(ofWang.path("reasons").findValuesAsString("measure"))
                .as("what fell due while away says nothing of them")
                .containsExactly("LAST_TALK");
        assertThat(ofWang.path("tooFew").toString()).contains("ON_TIME", "OVERDUE");
        var ofLi = proposal(ranked, store.li().username());
        assertThat(ofLi.path("tooFew").toString())
                .as("and nobody is compared with somebody who was away")
                .contains("ON_TIME", "OVERDUE");

        clock.set("2026-03-11T09:00");
        staff(() -> desk.recordAbsence(
                store.li().id(),
                new AbsencePlan(
                        LocalDate.parse("2026-03-11"),
                        LocalDate.parse("2026-03-15"),
                        store.wang().username(),
                        "年假"),
                store.admin()));
        assertThat(proposal(chen.get(TALKS + "/proposals").json(), store.li().username())
                        .path("standing")
                        .asString())
                .as("there is nobody to talk to")
                .isEqualTo("AWAY");

        clock.set("2026-03-23T09:00");
        ranked = chen.get(TALKS + "/proposals").json();
        ofWang = proposal(ranked, store.wang().username());
        JsonNode overdue = StreamSupport.stream(ofWang.path("others").spliterator(), false)
                .filter(one -> one.path("measure").asString("").equals("OVERDUE"))
                .findFirst()
                .orElseThrow();
        assertThat(overdue.path("count").asInt())
                .as("two weeks later it counts again, and both are behind alike")
                .isEqualTo(10)
                .isEqualTo(chen.get("/api/v1/reports/rows?figure=OVERDUE&consultant="
                                + store.wang().username())
                        .json()
                        .path("items")
                        .size());
    }

    @Test
    @DisplayName("K29 among the ratios counts the same weeks; with somebody who left nothing is lost")
    void ratioAndLeavers() {
        opened(wang, card("B", "2026-03-04"));
        String id = held(chen, talk(store.li().username(), null)).text("/id");
        clock.set("2026-03-16T09:00");
        staff(() -> desk.deactivate(store.li().id(), store.admin()));
        var rows = zhou.get("/api/v1/reports/ratios/rows?ratio=K29&side=bottom&from=2026-03-01&until=2026-03-16")
                .json()
                .path("items");
        var kept = zhou.get("/api/v1/reports/ratios/rows?ratio=K29&side=top&from=2026-03-01&until=2026-03-16")
                .json()
                .path("items");
        var own = zhou.get(TALKS + "/coverage").json().path("talks");
        assertThat(rows.size()).isEqualTo(2).isEqualTo(own.path("whole").asInt());
        assertThat(kept.size()).isEqualTo(1).isEqualTo(own.path("part").asInt());
        assertThat(chen.get(TALKS + "/" + id).text("/consultant"))
                .as("who left keeps their history")
                .isEqualTo(store.li().username());
        assertThat(wrong(chen.post(TALKS, talk(store.li().username(), null)))).containsExactly("consultant");
        assertThat(chen.get(TALKS + "/proposals").json().path("proposals").size())
                .isEqualTo(1);
        assertThat(heldIn("2026-03-02")).containsExactly(store.li().id());
    }

    private static JsonNode proposal(JsonNode ranked, String username) {
        return StreamSupport.stream(ranked.path("proposals").spliterator(), false)
                .filter(one -> one.path("consultant").asString("").equals(username))
                .findFirst()
                .orElseThrow();
    }

    private void staff(Runnable act) {
        Tenancy.within(store.dealership().id(), () -> {
            act.run();
        });
    }
}
