package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.hlist.HListClosing;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The weekly joint analysis (scenario 29). */
class HListScenariosTest extends Stage {

    private static final String LISTS = "/api/v1/h-lists";

    @Autowired
    HListClosing closing;

    @Autowired
    ProspectDesk prospects;

    @Autowired
    LifeCycle lifeCycle;

    /** The customer signs, as the module of the deal will tell it. */
    private void ordered(String prospect) {
        DealershipId here = store.dealership().id();
        Tenancy.within(here, () -> {
            transaction.executeWithoutResult(
                    status -> lifeCycle.order(prospects.hold(ProspectId.of(prospect), here), Map.of(), store.li()));
            return null;
        });
    }

    private Map<String, Object> entry(String prospect, String expected) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("prospectId", prospect);
        entry.put("likelyReason", "已试驾，价格谈妥");
        entry.put("obstacle", "等家人确认");
        entry.put("action", "约周六到店签约");
        entry.put("responsible", store.li().username());
        entry.put("expectedDate", expected);
        return entry;
    }

    private Api.Answer listed(Api manager, String week, String consultant, String prospect, String expected) {
        Api.Answer answer = manager.post(LISTS + "/" + week + "/" + consultant + "/entries", entry(prospect, expected));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer;
    }

    private static JsonNode standing(Api.Answer week, String consultant) {
        return StreamSupport.stream(week.json().at("/coverage/consultants").spliterator(), false)
                .filter(one -> one.at("/consultant/username").asString("").equals(consultant))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "29: Monday meeting, one SC without analysis: the coverage report shows it; the list closes Sunday and results"
                    + " compare to orders (K27)")
    void weeklyHList() {
        closing.closeEnded(store.dealership().id());
        String buys = opened(li, card("H", "2026-03-03"));
        String waits = opened(li, card("H", "2026-03-03"));
        listed(chen, "2026-03-02", store.li().username(), buys, "2026-03-07");
        listed(chen, "2026-03-02", store.li().username(), waits, "2026-03-08");

        Api.Answer monday = chen.get(LISTS + "?week=2026-03-02");
        assertThat(standing(monday, store.li().username()).path("standing").asString(""))
                .isEqualTo("HELD");
        assertThat(standing(monday, store.wang().username()).path("standing").asString(""))
                .isEqualTo("MISSING");
        assertThat(monday.text("/coverage/held")).isEqualTo("1");
        assertThat(monday.text("/coverage/expected")).isEqualTo("2");
        assertThat(monday.json().at("/coverage/ratio").decimalValue()).isEqualByComparingTo("0.5");

        clock.set("2026-03-05T15:00");
        recorded(li, buys, contact("REACHED", "2026-03-06"));
        ordered(buys);
        clock.set("2026-03-08T23:59");
        assertThat(closing.closeEnded(store.dealership().id()))
                .as("Sunday is not over")
                .isZero();
        clock.set("2026-03-09T00:00");
        assertThat(closing.closeEnded(store.dealership().id())).isEqualTo(1);

        Api.Answer closed = chen.get(LISTS + "?week=2026-03-02");
        assertThat(closed.json().path("closed").asBoolean(false)).isTrue();
        assertThat(closed.json().at("/hitRate/ratio").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(ratio(chen, "K27", "2026-03-08", "2026-03-09")).isEqualTo("1 / 2");
        assertThat(ratio(chen, "K29_ANALYSIS", "2026-03-08", "2026-03-08"))
                .isEqualTo(closed.json().at("/coverage/held").asInt() + " / "
                        + closed.json().at("/coverage/expected").asInt());
        assertThat(results(closed)).containsEntry(buys, "ORDERED").containsEntry(waits, "SLIPPED");
        Api.Answer rates = zhou.get(LISTS + "/weeks");
        assertThat(rates.text("/items/0/week")).isEqualTo("2026-03-02");
        assertThat(rates.text("/items/0/hitRate/ordered")).isEqualTo("1");
        assertThat(rates.text("/items/0/hitRate/entries")).isEqualTo("2");
        assertThat(rates.text("/items/0/coverage/held")).isEqualTo("1");
        Api.Answer rows = zhou.get(LISTS + "/entries?week=2026-03-02&result=ORDERED");
        assertThat(rows.json().path("items").size()).isEqualTo(1);
        assertThat(rows.text("/items/0/prospectId")).isEqualTo(buys);
        assertThat(rows.text("/items/0/decidedBy")).isNotEmpty();
    }

    private static Map<String, String> results(Api.Answer week) {
        Map<String, String> results = new HashMap<>();
        week.json().path("lists").forEach(list -> list.path("entries")
                .forEach(entry -> results.put(
                        entry.path("prospectId").asString(""),
                        entry.path("result").asString(""))));
        return results;
    }

    @Test
    @DisplayName("a late correction changes no closed list, and a list of a week that is over is not held any more")
    void lateCorrection() {
        closing.closeEnded(store.dealership().id());
        String prospect = opened(li, card("H", "2026-03-03"));
        String id = listed(chen, "2026-03-02", store.li().username(), prospect, "2026-03-07")
                .text("/id");
        clock.set("2026-03-09T08:00");
        Api.Answer tooLate = chen.send(
                "PUT",
                LISTS + "/2026-03-02/" + store.li().username() + "/entries/" + id,
                entry(prospect, "2026-03-09"),
                Map.of("If-Match", "\"1\""));
        assertThat(tooLate.status()).as("not closed yet, and over").isIn(409, 422);
        Map<String, Object> contact = contact("APPOINTMENT", "2026-03-10");
        contact.put("happenedAt", "2026-03-06T10:00:00+08:00");
        recorded(li, prospect, contact);
        clock.set("2026-03-20T08:00");
        assertThat(closing.closeEnded(store.dealership().id()))
                .as("two weeks catch up")
                .isEqualTo(2);
        assertThat(closing.closeEnded(store.dealership().id()))
                .as("safe to run twice")
                .isZero();
        Api.Answer closed = chen.get(LISTS + "?week=2026-03-02");
        assertThat(results(closed)).containsEntry(prospect, "SLIPPED");
        assertThat(entries(prospect, "H_LIST_RESULT")).singleElement().satisfies(fact -> {
            assertThat(fact.at("/details/result").asString("")).isEqualTo("SLIPPED");
            assertThat(fact.path("happenedAt").asString("")).startsWith("2026-03-08T23:59:59");
        });
        Api.Answer second = chen.get(LISTS + "?week=2026-03-09");
        assertThat(second.json().path("closed").asBoolean(false)).isTrue();
        assertThat(second.text("/coverage/held")).isEqualTo("0");
        assertThat(second.json().at("/hitRate/ratio").isNull()).isTrue();
        Api.Answer refused =
                chen.post(LISTS + "/2026-03-02/" + store.wang().username() + "/nobody", Map.of("reason", "本周没有"));
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    @DisplayName("the list of next week is held from Thursday on; nobody likely is a list too, with the reason")
    void nextWeek() {
        clock.set("2026-03-04T09:00");
        String wang = store.wang().username();
        Api.Answer early = chen.post(LISTS + "/2026-03-09/" + wang + "/nobody", Map.of("reason", "都在比较"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.json().toString()).contains("3月5日");
        clock.set("2026-03-05T09:00");
        assertThat(chen.post(LISTS + "/2026-03-09/" + wang + "/nobody", Map.of())
                        .status())
                .isEqualTo(422);
        Api.Answer held = chen.post(LISTS + "/2026-03-09/" + wang + "/nobody", Map.of("reason", "都在比较"));
        assertThat(held.status()).as(held.json().toString()).isEqualTo(201);
        assertThat(standing(chen.get(LISTS + "?week=2026-03-09"), wang)
                        .path("standing")
                        .asString(""))
                .isEqualTo("NOBODY");
        assertThat(chen.get(LISTS + "?week=2026-03-09").text("/coverage/held")).isEqualTo("1");
    }

    @Test
    @DisplayName(
            "an entry needs reason, action, responsible and day; a customer of somebody else, or twice, is refused")
    void incomplete() {
        String prospect = opened(li, card("H", "2026-03-03"));
        String path = LISTS + "/2026-03-02/" + store.li().username() + "/entries";
        Api.Answer empty = chen.post(path, Map.of("prospectId", prospect));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(StreamSupport.stream(empty.json().path("errors").spliterator(), false)
                        .map(error -> error.path("field").asString("")))
                .containsExactlyInAnyOrder("likelyReason", "action", "responsible", "expectedDate");
        assertThat(chen.get(LISTS + "?week=2026-03-02").json().path("lists").size())
                .as("refused means unwritten")
                .isZero();
        Map<String, Object> far = entry(prospect, "2026-03-16");
        assertThat(chen.post(path, far).json().path("errors").toString()).contains("expectedDate");
        String others = opened(wang, card("A", "2026-03-04"));
        Api.Answer notTheirs = chen.post(path, entry(others, "2026-03-07"));
        assertThat(notTheirs.status()).isEqualTo(422);
        assertThat(notTheirs.json().path("errors").toString()).contains("prospectId");
        listed(chen, "2026-03-02", store.li().username(), prospect, "2026-03-07");
        assertThat(zhou.post(path, entry(prospect, "2026-03-07")).status()).isEqualTo(409);
        assertThat(li.post(path, entry(prospect, "2026-03-07")).status())
                .as("a consultant holds no list")
                .isEqualTo(403);
    }

    @Test
    @DisplayName("consultants read their own list, are told once in a sitting, and see no colleague's")
    void reading() {
        String first = opened(li, card("H", "2026-03-03"));
        String second = opened(li, card("H", "2026-03-03"));
        clock.set("2026-03-02T09:10");
        listed(chen, "2026-03-02", store.li().username(), first, "2026-03-07");
        clock.set("2026-03-02T09:15");
        listed(chen, "2026-03-02", store.li().username(), second, "2026-03-07");
        clock.set("2026-03-02T09:20");
        assertThat(li.get(LISTS + "?week=2026-03-04")
                        .json()
                        .at("/lists/0/entries")
                        .size())
                .isEqualTo(2);
        assertThat(wang.get(LISTS + "?week=2026-03-02").json().path("lists").size())
                .isZero();
        assertThat(wang.get(LISTS + "?week=2026-03-02&consultant=" + store.li().username())
                        .status())
                .isEqualTo(404);
        assertThat(entries(first, "H_LIST_ENTRY_ADDED")).hasSize(1);
        assertThat(held()).as("one sitting").isEqualTo(1);
        clock.set("2026-03-04T09:20");
        String third = opened(li, card("H", "2026-03-05"));
        listed(chen, "2026-03-02", store.li().username(), third, "2026-03-07");
        assertThat(held()).as("another day").isEqualTo(2);
    }

    private int held() {
        DealershipId here = store.dealership().id();
        return Tenancy.within(
                here,
                () -> transaction.execute(status -> jdbc.sql("""
                                select count(*)
                                  from journal_entry
                                 where dealership_id = :dealership
                                   and kind = 'H_LIST_HELD'
                                   and owner_id = :li
                                """)
                        .param("dealership", here.value())
                        .param("li", store.li().id().value())
                        .query(Integer.class)
                        .single()));
    }

    @Test
    @DisplayName("candidates come with what speaks for them, the most likely first; those listed are left out")
    void candidates() {
        String cold = opened(li, card("C", "2026-03-10"));
        String hot = opened(li, card("H", "2026-03-03"));
        String warm = opened(li, card("A", "2026-03-04"));
        Api.Answer offered = chen.get(LISTS + "/2026-03-02/" + store.li().username() + "/candidates");
        assertThat(ids(offered)).containsExactly(hot, warm, cold);
        assertThat(offered.json().at("/0/offered").asBoolean(false)).isTrue();
        assertThat(offered.json().at("/2/offered").asBoolean(true)).isFalse();
        assertThat(offered.json().at("/0/signs").toString()).contains("GRADE_H", "APPOINTMENT_IN_WEEK", "ALL_EVIDENCE");
        listed(chen, "2026-03-02", store.li().username(), cold, "2026-03-08");
        assertThat(ids(chen.get(LISTS + "/2026-03-02/" + store.li().username() + "/candidates")))
                .as("the manager may list anybody (O-11)")
                .containsExactly(hot, warm);
    }

    private static List<String> ids(Api.Answer candidates) {
        return StreamSupport.stream(candidates.json().spliterator(), false)
                .map(one -> one.path("prospectId").asString(""))
                .toList();
    }
}
