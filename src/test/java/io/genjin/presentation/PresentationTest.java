package io.genjin.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A car is shown from six positions, with the customer's reaction, before they leave (2.5). */
@GenjinTest
class PresentationTest {

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    TestStores.Store store;
    Api li;
    Api chen;
    String prospect;
    String model;

    @BeforeEach
    void found() {
        clock.set("2026-03-02T10:00");
        store = stores.found();
        li = Api.as(store.li().username(), port);
        chen = Api.as(store.chen().username(), port);
        prospect = opened("13900004001");
        model = chen.post("/api/v1/models", Map.of("brand", "上汽大众", "name", "途观L", "body", "SUV"))
                .text("/id");
    }

    private String opened(String mobile) {
        Api.Answer answer = li.post(
                "/api/v1/prospects",
                Map.of(
                        "customerName", "林晓月",
                        "mobile", mobile,
                        "source", "WALK_IN",
                        "intentModels", List.of("途观L 330TSI"),
                        "grade", "B",
                        "gradeEvidence", List.of("CONFIDENCE", "NEED"),
                        "nextFollowUpDate", "2026-03-03",
                        "nextFollowUpReason", "FIRST_CONTACT"));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private Map<String, Object> walk(Object... positions) {
        Map<String, Object> walk = new HashMap<>();
        walk.put("model", model);
        walk.put("startedAt", "2026-03-02T09:35:00+08:00");
        walk.put("positions", List.of(positions));
        walk.put("driveOffer", "ACCEPTED");
        return walk;
    }

    private static Map<String, Object> at(String position, String reaction) {
        return Map.of("position", position, "reaction", reaction, "words", "后排真宽");
    }

    private String here() {
        return "/api/v1/prospects/" + prospect + "/presentations";
    }

    private static List<String> fields(Api.Answer answer) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(item -> item.path("field").asString(""))
                .toList();
    }

    @Test
    @DisplayName(
            "positions and reactions are kept in the order of the walk; the journal knows codes and minutes, no words")
    void kept() {
        Api.Answer answer = li.post(here(), walk(at("REAR_SEATS", "LIKED"), at("LEFT_FRONT", "NEUTRAL")));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        JsonNode read = li.get(here()).json().path("items").get(0);
        assertThat(read.at("/positions/0/position").asString("")).isEqualTo("LEFT_FRONT");
        assertThat(read.at("/positions/1/words").asString("")).isEqualTo("后排真宽");
        assertThat(read.path("minutes").asInt(0)).isEqualTo(25);
        String entry = Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> journal
                        .about(store.dealership().id(), List.of(UUID.fromString(prospect)))
                        .get(UUID.fromString(prospect))
                        .stream()
                        .filter(one -> one.kind().equals("PRESENTED"))
                        .findFirst()
                        .orElseThrow()
                        .details()
                        .toString()));
        assertThat(entry)
                .contains("LEFT_FRONT")
                .contains("REAR_SEATS")
                .contains("25")
                .doesNotContain("真宽");
    }

    @Test
    @DisplayName(
            "no position ticked, words without a reaction, an end before the beginning: named at once, nothing is kept")
    void refused() {
        Map<String, Object> nothing = walk();
        nothing.remove("driveOffer");
        nothing.put("endedAt", "2026-03-02T09:00:00+08:00");
        assertThat(fields(li.post(here(), nothing))).containsExactlyInAnyOrder("endedAt", "positions", "driveOffer");
        assertThat(fields(li.post(here(), walk(Map.of("position", "REAR_BOOT", "words", "大")))))
                .containsExactly("reaction.REAR_BOOT");
        Map<String, Object> old = walk(at("REAR_BOOT", "LIKED"));
        old.put("startedAt", "2026-02-20T09:00:00+08:00");
        assertThat(fields(li.post(here(), old))).contains("startedAt");
        assertThat(li.get(here()).json().path("items").size()).isZero();
    }

    @Test
    @DisplayName(
            "a double click keeps one walk; a stranger finds no customer; a comparison of another model is refused")
    void once() {
        Map<String, String> key = Map.of("Idempotency-Key", "walk-1");
        String first =
                li.send("POST", here(), walk(at("REAR_BOOT", "LIKED")), key).text("/id");
        assertThat(li.send("POST", here(), walk(at("REAR_BOOT", "LIKED")), key).text("/id"))
                .isEqualTo(first);
        assertThat(li.get(here()).json().path("items").size()).isEqualTo(1);
        Api wang = Api.as(store.wang().username(), port);
        assertThat(wang.get(here()).status()).isEqualTo(404);
        assertThat(wang.post(here(), walk(at("REAR_BOOT", "LIKED"))).status()).isEqualTo(404);
        String other = chen.post("/api/v1/models", Map.of("brand", "上汽大众", "name", "途昂", "body", "SUV"))
                .text("/id");
        String comparison = chen.post(
                        "/api/v1/comparisons",
                        Map.of(
                                "model", other,
                                "brand", "丰田",
                                "rival", "汉兰达",
                                "source", "官网",
                                "asOf", "2026-03-01",
                                "rows",
                                        List.of(
                                                Map.of("focus", "SPACE", "ours", "大", "theirs", "小", "better", "OURS"),
                                                Map.of(
                                                        "focus", "FUEL", "ours", "9", "theirs", "6", "better",
                                                        "THEIRS"))))
                .text("/id");
        Map<String, Object> compared = walk(at("REAR_BOOT", "LIKED"));
        compared.put("comparison", comparison);
        assertThat(fields(li.post(here(), compared))).containsExactly("comparison");
        compared.put("model", other);
        assertThat(li.post(here(), compared).text("/rival")).isEqualTo("丰田 汉兰达");
    }

    /** What reception writes of a visit. */
    private record Visit(DealershipId dealership, String kind, UUID prospect, UUID actor, Instant happenedAt)
            implements JournalFact {

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }

        @Override
        public @Nullable UUID prospect() {
            return prospect;
        }
    }

    private void visit(String kind) {
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> {
                    journal.writeAll(List.of(new Visit(
                            store.dealership().id(),
                            kind,
                            UUID.fromString(prospect),
                            store.li().id().value(),
                            clock.instant())));
                    return true;
                }));
    }

    @Test
    @DisplayName(
            "while a visit is open a walk is recorded in time; after the customer left it is kept, and said to be late")
    void beforeLeaving() {
        assertThat(li.post(here(), walk(at("LEFT_FRONT", "LIKED"))).json().has("beforeLeaving")
                        && !li.get(here()).json().at("/items/0/beforeLeaving").isNull())
                .as("without a visit nobody knows")
                .isFalse();
        clock.set("2026-03-02T10:05");
        visit("VISIT_ARRIVED");
        assertThat(li.get(here()).json().path("visitOpen").asBoolean(false)).isTrue();
        clock.set("2026-03-02T10:30");
        Map<String, Object> during = walk(at("LEFT_FRONT", "LIKED"));
        during.put("startedAt", "2026-03-02T10:10:00+08:00");
        assertThat(li.post(here(), during).json().path("beforeLeaving").asBoolean(false))
                .isTrue();
        clock.set("2026-03-02T11:00");
        visit("VISIT_LEFT");
        clock.set("2026-03-02T15:00");
        during.put("endedAt", "2026-03-02T10:50:00+08:00");
        JsonNode late = li.post(here(), during).json();
        assertThat(late.path("beforeLeaving").isBoolean()).isTrue();
        assertThat(late.path("beforeLeaving").asBoolean(true)).isFalse();
        assertThat(li.get(here()).json().path("visitOpen").asBoolean(true)).isFalse();
    }
}
