package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.journal.Frozen;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.testing.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The five targets and actual versus target, against the running product (R-118, 3.13, 4.4). */
class TargetScenariosTest extends Stage {

    private static final String MARCH = "/api/v1/targets?month=2026-03";
    private static final String COMPARISON = "/api/v1/reports/actual-vs-target?month=2026-03";

    @Autowired
    Journal journal;

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
        assertThat(ofLi.path("pace").decimalValue())
                .as("3 / 31 after 10 of 30 days: the dealership began on 2 March, which is no matter of time lost")
                .isEqualByComparingTo("0.2903");
        assertThat(comparison.text("/begun")).isEqualTo("2026-03-02");
        assertThat(comparison.text("/yearBegins")).isEqualTo("2026-03-02");
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
        assertThat(april.json().at("/annual/spread/source").asString()).isEqualTo("USUAL");
        assertThat(april.json().at("/annual/share/TOTAL_CONTACTS").asInt())
                .isEqualTo(april.json()
                        .at("/annual/spread/months/3/parts/TOTAL_CONTACTS")
                        .asInt())
                .isBetween(25, 40);
        assertThat(april.json()
                        .at("/annual/spread/months/1/parts/TOTAL_CONTACTS")
                        .asInt(-1))
                .as("February was before the dealership began")
                .isZero();
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

    private Api.Answer spread(Object begins, Object weights, String reason, int version) {
        Map<String, Object> body = new HashMap<>();
        body.put("begins", begins);
        body.put("weights", weights);
        body.put("reason", reason);
        return zhou.send(
                "PUT", "/api/v1/targets/annual/spread?year=2026", body, Map.of("If-Match", "\"" + version + "\""));
    }

    private int sum(Api.Answer annual, String metric) {
        int sum = 0;
        for (var month : annual.json().at("/spread/months")) {
            sum += month.path("parts").path(metric).asInt();
        }
        return sum;
    }

    /** A car handed over, told to the journal as the delivery module tells it. */
    record Delivered(DealershipId dealership, UUID prospect, UUID actor, Instant happenedAt, Frozen frozen)
            implements JournalFact {
        @Override
        public String kind() {
            return "DELIVERED";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }
    }

    @Test
    @DisplayName(
            "4.2: the annual target over its months follows the dealership's own season and this year's selling days and Spring Festival, to the last one")
    void seasonOfTheYear() {
        clock.set("2024-12-30T09:00");
        UUID prospect = UUID.fromString(opened(li, card("B", "2025-01-02")));
        List<JournalFact> cars = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() == 2025; day = day.plusDays(1)) {
            int sold = day.getMonthValue() == 12 ? 2 : day.getDayOfMonth() % 2;
            for (int car = 0; car < sold; car++) {
                cars.add(new Delivered(
                        store.dealership().id(),
                        prospect,
                        store.li().id().value(),
                        day.atTime(15, car).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
                        new Frozen(store.li().id().value(), "H", "WALK_IN")));
            }
        }
        Tenancy.within(store.dealership().id(), () -> transaction.executeWithoutResult(none -> journal.writeAll(cars)));
        clock.set("2026-03-02T09:00");
        assertThat(set("/api/v1/targets/annual?year=2026", Map.of("SOLD", 997), null, 0)
                        .status())
                .isEqualTo(200);
        Api.Answer sheet = zhou.get("/api/v1/targets?month=2026-12");
        assertThat(sheet.text("/annual/spread/source")).isEqualTo("OWN");
        assertThat(sheet.json().at("/annual/spread/years/0").asInt()).isEqualTo(2025);
        assertThat(sheet.json().at("/annual/spread/sold").asInt()).isEqualTo(cars.size());
        assertThat(sheet.json().at("/annual/share/SOLD").asInt())
                .as("62 of %d cars were December's", cars.size())
                .isBetween(997 * 62 / cars.size() - 5, 997 * 62 / cars.size() + 5);
        int together = 0;
        for (var month : sheet.json().at("/annual/spread/months")) {
            together += month.path("parts").path("SOLD").asInt();
        }
        assertThat(together).isEqualTo(997);
    }

    @Test
    @DisplayName(
            "R-118: the sales manager sets the weights of the months, which make 100 % and are shown as theirs, and can have them computed again")
    void spread() {
        assertThat(set("/api/v1/targets/annual?year=2026", Map.of("SOLD", 101, "TEST_DRIVES", 7), null, 0)
                        .status())
                .isEqualTo(200);
        List<Object> weights = new ArrayList<>(List.of(8, 4, 8, 8, 8, 9, 8, 8.5, 9.5, 9, 9.5, 10.5));
        Api.Answer first = spread(null, weights, null, 1);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("/spread/source")).isEqualTo("SET");
        assertThat(first.json().at("/spread/months/7/weight").decimalValue()).isEqualByComparingTo("8.5");
        assertThat(first.json().at("/spread/months/11/parts/SOLD").asInt())
                .as("10.5 % of 101 are 10.6")
                .isEqualTo(11);
        assertThat(sum(first, "SOLD")).isEqualTo(101);
        assertThat(sum(first, "TEST_DRIVES")).isEqualTo(7);
        assertThat(spread(null, weights, null, 2).json().path("version").asInt())
                .as("the same again changes nothing")
                .isEqualTo(2);
        weights.set(0, 9);
        assertThat(spread(null, weights, null, 2).text("/errors/0/field")).isEqualTo("weights");
        weights.set(0, 8);
        weights.set(1, 3.95);
        assertThat(spread(null, weights, null, 2).text("/errors/0/field")).isEqualTo("weights.2");
        assertThat(spread(null, List.of(100), null, 2).status()).isEqualTo(422);
        assertThat(spread(null, java.util.Collections.nCopies(12, null), null, 2)
                        .status())
                .isEqualTo(422);
        assertThat(spread("2027-01-01", null, "明年", 2).text("/errors/0/field")).isEqualTo("begins");
        assertThat(spread(null, null, null, 2).text("/errors/0/field"))
                .as("the year has begun")
                .isEqualTo("reason");
        assertThat(spread(null, null, "按历史", 1).status()).as("seen before").isEqualTo(412);
        assertThat(spread(null, null, "按历史", 2).text("/spread/source")).isEqualTo("USUAL");
        assertThat(chen.send("PUT", "/api/v1/targets/annual/spread?year=2026", Map.of(), Map.of("If-Match", "\"3\""))
                        .status())
                .isEqualTo(403);
        assertThat(zhou.send("PUT", "/api/v1/targets/annual/spread?year=2025", Map.of(), Map.of("If-Match", "\"0\""))
                        .text("/errors/0/field"))
                .isEqualTo("year");
    }

    @Test
    @DisplayName(
            "4.4: a dealership opened mid-year is measured from its first day, or from the day that was agreed: weights, time progress and what is counted")
    void openedInMidYear() {
        clock.set("2026-07-16T09:00");
        set("/api/v1/targets/annual?year=2026", Map.of("TOTAL_CONTACTS", 169), null, 0);
        opened(li, card("B", "2026-07-18"));
        clock.set("2026-07-17T09:00");
        opened(li, card("B", "2026-07-19"));
        Api.Answer july = zhou.get("/api/v1/reports/actual-vs-target?month=2026-07");
        assertThat(july.text("/begun")).isEqualTo("2026-07-16");
        assertThat(july.json().at("/sellingDays/days").asInt()).isEqualTo(16);
        assertThat(july.json().at("/sellingDays/elapsed").asInt()).isEqualTo(2);
        var year = july.json().at("/year/standings/TOTAL_CONTACTS");
        assertThat(year.path("timeProgress").decimalValue())
                .as("2 of the 169 days from 16 July on")
                .isEqualByComparingTo("0.0118");
        assertThat(year.path("light").asString())
                .as("2 contacts in 2 of 169 days are what 169 in the year ask for")
                .isEqualTo("GREEN");
        Api.Answer annual = zhou.get("/api/v1/targets?month=2026-06");
        assertThat(annual.json().at("/annual/share/TOTAL_CONTACTS").asInt(-1)).isZero();
        assertThat(zhou.get("/api/v1/reports/actual-vs-target?month=2026-06")
                        .json()
                        .at("/sellingDays/days")
                        .asInt())
                .as("June was before it: nothing to divide by")
                .isZero();
        assertThat(spread("2026-07-17", null, null, 1).text("/spread/begins")).isEqualTo("2026-07-17");
        Api.Answer agreed = zhou.get("/api/v1/reports/actual-vs-target?month=2026-07");
        assertThat(agreed.text("/yearBegins")).isEqualTo("2026-07-17");
        assertThat(agreed.json().at("/year/standings/TOTAL_CONTACTS/actual").asInt())
                .as("what was before the agreed day is no part of the year's target")
                .isEqualTo(1);
        List<Object> weights = new ArrayList<>(List.of(0, 0, 0, 0, 0, 1, 9, 18, 18, 18, 18, 18));
        assertThat(spread("2026-07-17", weights, "年中", 2).text("/errors/0/field"))
                .as("June has no part of a year that begins in July")
                .isEqualTo("weights.6");
    }
}
