package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        assertThat(ratio(zhou, "K23", "2026-03-01", "2026-03-01"))
                .as("no order in hand, seven cars to be sold in April")
                .isEqualTo("0 / 7");
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

    private static final String COURSE = "/api/v1/reports/actual-vs-target/course?month=2026-03";

    /** How many rows a number opens; days to come have none, and are not asked for. */
    private int rows(String figure, String from, String until, @Nullable String consultant) {
        String today = clock.instant().plus(Duration.ofHours(8)).toString().substring(0, 10);
        if (from.compareTo(today) > 0) {
            return 0;
        }
        String last = until.compareTo(today) > 0 ? today : until;
        return zhou.get("/api/v1/reports/rows?limit=100&figure=" + figure + "&from=" + from + "&until=" + last
                        + (consultant == null ? "" : "&consultant=" + consultant))
                .json()
                .path("items")
                .size();
    }

    @Test
    @DisplayName(
            "4.4: the weeks of a month share its target by selling days to the last one, and each week and day is exactly its rows")
    void course() {
        set(MARCH, ofLi("TOTAL_CONTACTS", 45), null, 0);
        opened(li, card("B", "2026-03-04"));
        clock.set("2026-03-10T10:00");
        String second = opened(li, card("B", "2026-03-12"));
        opened(wang, card("B", "2026-03-12"));
        clock.set("2026-03-11T10:00");
        recorded(li, second, contact("REACHED", "2026-03-13"));
        for (String whose : new String[] {store.li().username(), null}) {
            var course = zhou.get(COURSE + (whose == null ? "" : "&consultant=" + whose))
                    .json();
            int shares = 0;
            int actual = 0;
            for (var week : course.path("weeks")) {
                var one = week.path("standings").path("TOTAL_CONTACTS");
                shares += one.path("target").asInt();
                actual += one.path("actual").asInt();
                assertThat(one.path("actual").asInt())
                        .as("%s", week)
                        .isEqualTo(rows(
                                "TOTAL_CONTACTS",
                                week.path("from").asString(),
                                week.path("until").asString(),
                                whose));
            }
            assertThat(course.path("weeks").size()).isEqualTo(6);
            assertThat(shares).isEqualTo(45);
            assertThat(actual)
                    .isEqualTo(course.at("/standings/TOTAL_CONTACTS/actual").asInt())
                    .isEqualTo(whose == null ? 4 : 3);
            for (var day : course.at("/days/TOTAL_CONTACTS")) {
                String date = day.path("day").asString();
                if (date.compareTo("2026-03-11") > 0) {
                    assertThat(day.path("actual").isNull()).isTrue();
                } else {
                    assertThat(day.path("actual").asInt()).isEqualTo(rows("TOTAL_CONTACTS", "2026-03-01", date, whose));
                }
            }
            assertThat(course.at("/days/TOTAL_CONTACTS/30/target").decimalValue())
                    .isEqualByComparingTo("45");
            assertThat(course.at("/days/TOTAL_CONTACTS/30/forecast").decimalValue())
                    .isEqualByComparingTo(
                            course.at("/standings/TOTAL_CONTACTS/forecast").decimalValue());
        }
        assertThat(li.get(COURSE).json().at("/consultant/username").asString())
                .isEqualTo(store.li().username());
        assertThat(li.get(COURSE + "&consultant=" + store.wang().username()).status())
                .isEqualTo(422);
        assertThat(sun.get(COURSE).status()).isEqualTo(403);
        assertThat(zhou.get("/api/v1/reports/actual-vs-target/course?month=1999-01")
                        .status())
                .isEqualTo(422);
        assertThat(zhou.get("/api/v1/reports/actual-vs-target/course?month=2026-05")
                        .json()
                        .path("asOf")
                        .isNull())
                .isTrue();
    }

    @Test
    @DisplayName(
            "issue 5: what is missing is said in contacts at the person's own ratio of three months, at the team's where theirs is too short, as a dash where there is none")
    void effort() {
        clock.set("2026-02-09T09:00");
        for (int number = 0; number < 10; number++) {
            Map<String, Object> card = card("B", "2026-02-12");
            if (number < 5) {
                card.put("source", "WALK_IN");
            }
            opened(li, card);
        }
        clock.set("2026-03-02T09:00");
        Map<String, Object> targets = new HashMap<>();
        for (var person : new String[] {store.li().username(), store.wang().username()}) {
            targets.put(person, Map.of("RETURN_VISITS", 6, "SOLD", 2));
        }
        assertThat(set(MARCH, targets, null, 0).status()).isEqualTo(200);
        var lis = li.get(COURSE).json();
        var rate = lis.at("/rates/steps/CONTACT_TO_VISIT");
        assertThat(rate.path("successes").asInt())
                .as("ten contacts in February, five of them came")
                .isEqualTo(5);
        assertThat(rate.path("tries").asInt()).isEqualTo(10);
        assertThat(rate.path("whose").asString()).isEqualTo("OWN");
        assertThat(lis.at("/rates/from").asString()).isEqualTo("2025-12-01");
        assertThat(lis.at("/rates/until").asString()).isEqualTo("2026-02-28");
        assertThat(lis.at("/efforts/0/metric").asString()).isEqualTo("RETURN_VISITS");
        assertThat(lis.at("/efforts/0/contacts").asInt()).isEqualTo(12);
        assertThat(lis.at("/efforts/1/metric").asString()).isEqualTo("SOLD");
        assertThat(lis.at("/efforts/1/drives").isNull())
                .as("nobody drove: no ratio, no number")
                .isTrue();
        assertThat(lis.at("/efforts/1/whose").asString()).isEqualTo("NOBODY");
        var wangs = wang.get(COURSE).json();
        assertThat(wangs.at("/efforts/0/contacts").asInt()).isEqualTo(12);
        assertThat(wangs.at("/efforts/0/whose").asString()).isEqualTo("TEAM");
        clock.set("2026-04-01T09:00");
        assertThat(li.get(COURSE).json().path("efforts").size())
                .as("March is over; no effort helps it")
                .isZero();
    }

    @Test
    @DisplayName("R-118: beside the mean of three months the same month of last year, for who was here then")
    void season() {
        clock.set("2025-03-04T09:00");
        opened(li, card("B", "2025-03-06"));
        opened(li, card("B", "2025-03-06"));
        clock.set("2026-03-02T09:00");
        var lines = zhou.get(MARCH).json().path("lines");
        assertThat(lines.get(0).path("lastYear").path("TOTAL_CONTACTS").asInt()).isEqualTo(2);
        assertThat(lines.get(0).path("lastYear").path("SOLD").isInt()).isTrue();
        assertThat(lines.get(0).path("suggested").size())
                .as("no history of three months")
                .isZero();
        assertThat(lines.get(1).path("lastYear").size()).as("was not here").isZero();
    }

    @Test
    @DisplayName(
            "4.2: beside what was developed stand the actions outside, beside what is sold the orders, each with its rows")
    void second() {
        Map<String, Object> card = card("B", "2026-03-04");
        card.put("source", "FIELD_SALES");
        String prospect = opened(li, card);
        Map<String, Object> visit = contact("REACHED", "2026-03-04");
        visit.put("way", "VISIT_OUT");
        clock.set("2026-03-03T10:00");
        recorded(li, prospect, visit);
        recorded(li, prospect, contact("REACHED", "2026-03-05"));
        var course = li.get(COURSE).json();
        assertThat(course.at("/standings/MARKET_DEVELOPMENT/actual").asInt()).isEqualTo(1);
        assertThat(course.at("/second/MARKET_DEVELOPMENT").asInt())
                .as("the first meeting outside and the visit of the next day; the call is none")
                .isEqualTo(2);
        assertThat(course.at("/second/SOLD").isInt()).isTrue();
        assertThat(course.at("/second/SOLD").asInt()).isZero();
        assertThat(rows(
                        "OUTBOUND_ACTIONS",
                        "2026-03-01",
                        "2026-03-31",
                        store.li().username()))
                .isEqualTo(2);
    }
}
