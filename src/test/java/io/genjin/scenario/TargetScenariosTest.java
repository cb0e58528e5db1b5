package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The five targets and actual versus target, against the running product (R-118, 3.13, 4.4). */
class TargetScenariosTest extends Stage {

    private static final String MARCH = "/api/v1/targets?month=2026-03";
    private static final String COMPARISON = "/api/v1/reports/actual-vs-target?month=2026-03";

    private Api.Answer set(String path, Object targets, String reason, int version) {
        Map<String, Object> body = new HashMap<>();
        body.put("targets", targets);
        body.put("reason", reason);
        return zhou.send("PUT", path, body, Map.of("If-Match", "\"" + version + "\""));
    }

    private Map<String, Object> ofLi(String metric, Object target) {
        return Map.of(store.li().username(), Map.of(metric, target));
    }

    @Test
    @DisplayName(
            "R-118: only the sales manager sets targets; a consultant sees their own comparison, a manager everybody's")
    void whoMay() {
        assertThat(chen.get(MARCH).status()).isEqualTo(403);
        assertThat(li.get(MARCH).status()).isEqualTo(403);
        assertThat(sun.get(COMPARISON).status()).isEqualTo(403);
        assertThat(set(MARCH, ofLi("TOTAL_CONTACTS", 31), null, 0).status()).isEqualTo(200);
        Api.Answer mine = li.get(COMPARISON);
        assertThat(mine.json().path("rows").size()).isEqualTo(1);
        assertThat(mine.text("/rows/0/consultant/username"))
                .isEqualTo(store.li().username());
        assertThat(mine.json().path("year").isNull()).isTrue();
        assertThat(chen.get(COMPARISON).json().path("rows").size()).isEqualTo(3);
    }

    @Test
    @DisplayName("4.4: what the journal counts against the target, and the actual is exactly the rows it opens")
    void actual() {
        set(MARCH, ofLi("TOTAL_CONTACTS", 31), null, 0);
        set("/api/v1/targets/annual?year=2026", Map.of("TOTAL_CONTACTS", 365), null, 0);
        opened(li, card("B", "2026-03-04"));
        clock.set("2026-03-10T10:00");
        String second = opened(li, card("B", "2026-03-12"));
        opened(wang, card("B", "2026-03-12"));
        clock.set("2026-03-11T10:00");
        recorded(li, second, contact("REACHED", "2026-03-13"));
        Api.Answer comparison = zhou.get(COMPARISON);
        var ofLi = comparison.json().at("/rows/1/standings/TOTAL_CONTACTS");
        assertThat(comparison.text("/rows/1/consultant/username"))
                .isEqualTo(store.li().username());
        assertThat(ofLi.path("actual").asInt()).isEqualTo(3);
        assertThat(ofLi.path("gap").asInt()).isEqualTo(-28);
        assertThat(ofLi.path("pace").decimalValue()).isEqualByComparingTo("0.2727");
        assertThat(ofLi.path("light").asString()).isEqualTo("RED");
        assertThat(ofLi.path("neededPerDay").decimalValue()).isEqualByComparingTo("1.4");
        assertThat(zhou.get("/api/v1/reports/daily/members?date=2026-03-11&figure=TOTAL_CONTACTS&span=month&consultant="
                                + store.li().username())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);
        assertThat(comparison
                        .json()
                        .at("/rows/0/standings/TOTAL_CONTACTS/actual")
                        .asInt())
                .isEqualTo(4);
        assertThat(comparison
                        .json()
                        .at("/rows/0/standings/TOTAL_CONTACTS/target")
                        .asInt())
                .isEqualTo(31);
        assertThat(comparison
                        .json()
                        .at("/rows/2/standings/TOTAL_CONTACTS/target")
                        .isNull())
                .isTrue();
        assertThat(comparison.json().at("/year/standings/TOTAL_CONTACTS/target").asInt())
                .isEqualTo(365);
        assertThat(comparison.json().at("/year/standings/TOTAL_CONTACTS/actual").asInt())
                .isEqualTo(4);
        Api.Answer april = zhou.get("/api/v1/targets?month=2026-04");
        assertThat(april.json().at("/annual/share/TOTAL_CONTACTS").asInt()).isEqualTo(30);
        assertThat(april.json().at("/lines/0/suggested/TOTAL_CONTACTS").asInt())
                .as("three in March, the first month of the history")
                .isEqualTo(3);
        Api.Answer future = zhou.get("/api/v1/reports/actual-vs-target?month=2026-04");
        assertThat(future.json().path("asOf").isNull()).isTrue();
        assertThat(future.json().at("/rows/0/standings/TOTAL_CONTACTS/pace").isNull())
                .isTrue();
        clock.set("2026-04-01T09:00");
        assertThat(zhou.get(COMPARISON)
                        .json()
                        .at("/rows/1/standings/TOTAL_CONTACTS/actual")
                        .asInt())
                .as("March stays as it was")
                .isEqualTo(3);
    }

    @Test
    @DisplayName(
            "3.13: a change after the month began needs its reason, the history is kept, and a month that is over stays")
    void changes() {
        assertThat(set(MARCH, ofLi("SOLD", 4), null, 0).header("ETag")).isEqualTo("\"1\"");
        Api.Answer bare = set(MARCH, ofLi("SOLD", 6), null, 1);
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.text("/errors/0/field")).isEqualTo("reason");
        assertThat(set(MARCH, ofLi("SOLD", 4), null, 1).header("ETag"))
                .as("the same again changes nothing")
                .isEqualTo("\"1\"");
        assertThat(set(MARCH, ofLi("SOLD", 6), "展车提前到店", 0).status())
                .as("seen before somebody else's")
                .isEqualTo(412);
        assertThat(set(MARCH, ofLi("SOLD", 6), "展车提前到店", 1).status()).isEqualTo(200);
        assertThat(set("/api/v1/targets?month=2026-04", ofLi("SOLD", 5), null, 0)
                        .status())
                .isEqualTo(200);
        assertThat(set("/api/v1/targets?month=2026-04", ofLi("SOLD", 7), null, 1)
                        .status())
                .as("April has not begun")
                .isEqualTo(200);
        assertThat(zhou.send("PUT", MARCH, Map.of("targets", ofLi("SOLD", 1)), Map.of())
                        .status())
                .isEqualTo(428);
        Api.Answer wrong = set(MARCH, ofLi("SOLD", 10_000), "x", 2);
        assertThat(wrong.text("/errors/0/field"))
                .isEqualTo("targets." + store.li().username() + ".SOLD");
        assertThat(set(MARCH, ofLi("SOLD", -1), "x", 2).status()).isEqualTo(422);
        assertThat(set(MARCH, Map.of("nobody", Map.of("SOLD", 1)), "x", 2).status())
                .isEqualTo(422);
        assertThat(set(MARCH, Map.of(store.chen().username(), Map.of("SOLD", 1)), "x", 2)
                        .status())
                .as("no sales consultant")
                .isEqualTo(422);
        assertThat(zhou.get("/api/v1/targets?month=1999-12").status()).isEqualTo(422);
        clock.set("2026-04-01T09:00");
        Api.Answer over = set(MARCH, ofLi("SOLD", 3), "太晚", 2);
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.text("/errors/0/field")).isEqualTo("month");
        assertThat(zhou.get(MARCH).json().at("/lines/0/targets/SOLD").asInt()).isEqualTo(6);
    }
}
