package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The boards of the meeting room against the running product (R-110, 5). */
class BoardScenariosTest extends Stage {

    private static final String MORNING = "/api/v1/boards/morning";
    private static final List<String> GRADES = List.of("H", "A", "B", "C", "N");

    private static JsonNode line(JsonNode board, String username) {
        return board.path("lines")
                .valueStream()
                .filter(line -> line.at("/person/username").asString("").equals(username))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("20: for every consultant the morning board counts exactly the items of the morning list")
    void countsTheList() {
        clock.set("2026-02-27T09:00");
        opened(li, card("B", "2026-02-28"));
        opened(li, card("H", "2026-02-28"));
        clock.set("2026-03-02T07:30");
        opened(li, card("C", "2026-03-02"));
        opened(wang, card("B", "2026-03-02"));
        opened(wang, card("B", "2026-03-03"));
        JsonNode board = zhou.get(MORNING).json();
        JsonNode list = zhou.get("/api/v1/worklist?date=2026-03-02").json().path("items");
        Map<String, Integer> owed = new HashMap<>();
        Map<String, Integer> overdue = new HashMap<>();
        Map<String, Integer> due = new HashMap<>();
        for (JsonNode item : list) {
            String owner = item.at("/owner/username").asString();
            owed.merge(owner, 1, Integer::sum);
            if (item.path("overdueDays").asInt() > 0) {
                overdue.merge(owner, 1, Integer::sum);
            } else {
                due.merge(owner + item.path("grade").asString(), 1, Integer::sum);
            }
        }
        assertThat(list.size()).isEqualTo(4);
        for (String owner : List.of(store.li().username(), store.wang().username())) {
            JsonNode line = line(board, owner);
            assertThat(line.path("owed").asInt()).as(owner).isEqualTo(owed.getOrDefault(owner, 0));
            assertThat(line.path("overdue").asInt()).as(owner).isEqualTo(overdue.getOrDefault(owner, 0));
            for (String grade : GRADES) {
                assertThat(line.path("due").path(grade).asInt(0))
                        .as(owner + " " + grade)
                        .isEqualTo(due.getOrDefault(owner + grade, 0));
            }
        }
        assertThat(line(board, store.li().username()).path("overdue").asInt()).isEqualTo(2);
    }

    private record Promise(String owner, String grade, LocalDate on, LocalDate next) {}

    /** Whatever was promised and written down when, counting it by hand must give the numbers of both boards. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void any_history_counted_by_hand_gives_the_boards_numbers(long seed) {
        Random chance = new Random(seed);
        LocalDate monday = LocalDate.of(2026, 3, 2);
        LocalDate today = monday.plusDays(10);
        Map<String, Integer> farthest = Map.of("H", 1, "A", 2, "B", 4, "C", 7, "N", 12);
        List<Promise> promises = IntStream.range(0, 18)
                .mapToObj(one -> {
                    String grade = GRADES.get(chance.nextInt(GRADES.size()));
                    LocalDate on = monday.plusDays(chance.nextInt(11));
                    LocalDate next = on.plusDays(1 + chance.nextInt(farthest.get(grade)));
                    String owner = chance.nextBoolean()
                            ? store.li().username()
                            : store.wang().username();
                    return new Promise(owner, grade, on, next);
                })
                .sorted(Comparator.comparing(Promise::on))
                .toList();
        for (Promise one : promises) {
            clock.set(one.on() + "T08:30");
            opened(
                    one.owner().equals(store.li().username()) ? li : wang,
                    card(one.grade(), one.next().toString()));
        }
        clock.set(today + "T09:00");
        JsonNode morning = zhou.get(MORNING).json();
        for (String owner : List.of(store.li().username(), store.wang().username())) {
            JsonNode line = line(morning, owner);
            List<Promise> theirs =
                    promises.stream().filter(one -> one.owner().equals(owner)).toList();
            for (String grade : GRADES) {
                assertThat(line.path("due").path(grade).asInt(0))
                        .as("%s due %s", owner, grade)
                        .isEqualTo((int) theirs.stream()
                                .filter(one ->
                                        one.grade().equals(grade) && one.next().equals(today))
                                .count());
            }
            assertThat(line.path("overdue").asInt()).isEqualTo((int)
                    theirs.stream().filter(one -> one.next().isBefore(today)).count());
            assertThat(line.at("/before/contacts").asInt()).isEqualTo((int) theirs.stream()
                    .filter(one -> one.on().equals(today.minusDays(1)))
                    .count());
        }
        JsonNode week = zhou.get("/api/v1/boards/week").json();
        JsonNode fresh = week.path("figures")
                .valueStream()
                .filter(one -> one.path("figure").asString().equals("NEW_PROSPECTS"))
                .findFirst()
                .orElseThrow();
        assertThat(fresh.path("now").asInt()).isEqualTo(opened(promises, monday.plusDays(7), today));
        assertThat(fresh.path("before").asInt()).isEqualTo(opened(promises, monday, today.minusDays(7)));
        assertThat(week.at("/past/6/counts/NEW_PROSPECTS").asInt())
                .isEqualTo(opened(promises, monday, monday.plusDays(6)));
        assertThat(week.at("/past/7/counts/NEW_PROSPECTS").asInt())
                .isEqualTo(opened(promises, monday.plusDays(7), today));
    }

    private static int opened(List<Promise> promises, LocalDate from, LocalDate until) {
        return (int) promises.stream()
                .filter(one -> !one.on().isBefore(from) && !one.on().isAfter(until))
                .count();
    }

    @Test
    @DisplayName(
            "5: in the meeting each consultant's expected orders and deliveries are written down, on the day itself, by a manager")
    void expectations() {
        String path = MORNING + "/expectations";
        String li = store.li().username();
        Api.Answer said = zhou.send("PUT", path, Map.of("consultant", li, "orders", 2), Map.of());
        assertThat(said.status()).as(said.json().toString()).isEqualTo(200);
        JsonNode line = line(said.json(), li);
        assertThat(line.at("/orders/expected").asInt()).isEqualTo(2);
        assertThat(line.at("/deliveries/expected").asInt()).isZero();
        assertThat(line.at("/orders/came").asInt()).isZero();
        assertThat(line(said.json(), store.wang().username())
                        .at("/orders/expected")
                        .isNull())
                .as("nobody said anything is not none")
                .isTrue();
        assertThat(chen.send("PUT", path, Map.of("consultant", li, "deliveries", 1), Map.of())
                        .status())
                .isEqualTo(200);
        line = line(zhou.get(MORNING).json(), li);
        assertThat(line.at("/orders/expected").asInt()).isEqualTo(2);
        assertThat(line.at("/deliveries/expected").asInt()).isEqualTo(1);
        assertThat(zhou.send("PUT", path, Map.of("consultant", li, "orders", 100), Map.of())
                        .text("/errors/0/field"))
                .isEqualTo("orders");
        assertThat(zhou.send("PUT", path, Map.of("consultant", "nobody", "deliveries", -1), Map.of())
                        .json()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("consultant", "deliveries");
        assertThat(zhou.send("PUT", path, Map.of("consultant", store.chen().username(), "orders", 1), Map.of())
                        .status())
                .as("no consultant")
                .isEqualTo(422);
        assertThat(zhou.send("PUT", path, Map.of("date", "2026-03-01", "consultant", li, "orders", 1), Map.of())
                        .status())
                .as("yesterday's board, left open over night")
                .isEqualTo(409);
        assertThat(this.li.get(MORNING).status()).isEqualTo(403);
        assertThat(this.li
                        .send("PUT", path, Map.of("consultant", li, "orders", 9), Map.of())
                        .status())
                .isEqualTo(403);
        clock.set("2026-03-03T08:00");
        JsonNode tomorrow = zhou.get(MORNING).json();
        assertThat(tomorrow.path("before").asString()).isEqualTo("2026-03-02");
    }

    @Test
    @DisplayName("R-202: the boards show no customer's name until a manager decides, then its first letter and no more")
    void names() {
        String lead = hqLead("2026-03-02T09:30");
        opened(li, named("欧阳金丝雀"));
        JsonNode board = zhou.get(MORNING).json();
        assertThat(board.at("/leads/0/with/username").asString())
                .isEqualTo(store.li().username());
        assertThat(board.at("/leads/0/dueAt").asString()).startsWith("2026-03-03T09:00");
        assertThat(board.at("/leads/0/name").isNull()).isTrue();
        PlainBrowser screen = PlainBrowser.of(store.zhou().username(), port);
        assertThat(screen.get("/board/morning").body())
                .doesNotContain("陈静")
                .doesNotContain("陈**")
                .doesNotContain("欧阳")
                .doesNotContain(lead);
        assertThat(chen.send("PUT", "/api/v1/boards/names?names=MASKED", null, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(zhou.send("PUT", "/api/v1/boards/names?names=MASKED", null, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(screen.get("/board/morning").body()).contains("陈**").doesNotContain("陈静");
        assertThat(zhou.send("PUT", "/api/v1/boards/names?names=WHOLE", null, Map.of())
                        .status())
                .isBetween(400, 422);
    }

    private static Map<String, Object> named(String name) {
        Map<String, Object> card = card("B", "2026-03-02");
        card.put("customerName", name);
        return card;
    }

    @Test
    @DisplayName("what the day before brought is what the daily report says of it")
    void dayBefore() {
        String customer = opened(li, card("B", "2026-03-04"));
        clock.set("2026-03-02T15:00");
        recorded(li, customer, contact("REACHED", "2026-03-05"));
        opened(wang, card("B", "2026-03-04"));
        clock.set("2026-03-03T08:00");
        JsonNode board = zhou.get(MORNING).json();
        JsonNode report = zhou.get("/api/v1/reports/daily?date=2026-03-02").json();
        assertThat(board.at("/cameBefore/contacts").asInt())
                .isEqualTo(2)
                .isEqualTo(report.at("/rows/0/values/TOTAL_CONTACTS/day").asInt());
        assertThat(line(board, store.li().username()).at("/before/contacts").asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a board whose session has ended leads to signing in and back to itself")
    void signedOut() {
        Api stranger = Api.stranger(port);
        Api.Answer answer = stranger.send(
                "GET",
                "/board/morning",
                null,
                Map.of("HX-Request", "true", "HX-Current-URL", "http://localhost:" + port + "/board/morning"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/sign-in?back=%2Fboard%2Fmorning");
        Api.Answer elsewhere = stranger.send(
                "GET",
                "/board/morning",
                null,
                Map.of("HX-Request", "true", "HX-Current-URL", "https://elsewhere.example//evil.example/x"));
        assertThat(elsewhere.header("HX-Redirect")).isEqualTo("/sign-in");
    }

    @Test
    @DisplayName(
            "R-113 to R-119: the weekly board says who has no list and no one-to-one, which actions are overdue, and the week beside the last")
    void week() {
        clock.set("2026-03-03T10:00");
        String customer = opened(li, card("H", "2026-03-04"));
        opened(wang, card("B", "2026-03-06"));
        clock.set("2026-03-09T10:00");
        opened(li, card("C", "2026-03-12"));
        clock.set("2026-03-10T10:00");
        recorded(li, customer, contact("REACHED", "2026-03-11"));
        Map<String, Object> action = new HashMap<>();
        action.put("defect", "B级客户逾期多");
        action.put("report", "DAILY");
        action.put("figure", "K03 72%");
        action.put("measure", "每天晨会前逐一核对");
        action.put("deadline", "2026-03-10");
        action.put("responsible", store.li().username());
        assertThat(zhou.post("/api/v1/improvement-actions", action).status()).isEqualTo(201);
        clock.set("2026-03-11T09:00");
        JsonNode board = zhou.get("/api/v1/boards/week").json();
        assertThat(board.path("week").asString()).isEqualTo("2026-03-09");
        assertThat(board.path("until").asString()).isEqualTo("2026-03-11");
        assertThat(board.path("running").asBoolean()).isTrue();
        assertThat(board.path("talks").asInt()).isZero();
        assertThat(board.path("listsHeld").asInt()).isZero();
        assertThat(board.path("listsExpected").asInt()).isEqualTo(2);
        assertThat(line(board, store.li().username()).path("list").asString()).isEqualTo("MISSING");
        assertThat(line(board, store.li().username()).path("talked").asBoolean())
                .isFalse();
        assertThat(board.path("overdueActions").asInt()).isEqualTo(1);
        assertThat(board.at("/actions/0/responsible/username").asString())
                .isEqualTo(store.li().username());
        board.path("figures").forEach(one -> {
            String figure = one.path("figure").asString();
            assertThat(one.path("now").asInt()).as(figure).isEqualTo(rows(figure, "2026-03-09", "2026-03-11"));
            assertThat(one.path("before").asInt()).as(figure).isEqualTo(rows(figure, "2026-03-02", "2026-03-04"));
        });
        assertThat(board.at("/figures/0/now").asInt()).isEqualTo(2);
        assertThat(board.at("/figures/0/before").asInt()).isEqualTo(2);
        assertThat(board.path("past").size()).isEqualTo(8);
        assertThat(board.at("/past/6/counts/TOTAL_CONTACTS").asInt()).isEqualTo(2);
        JsonNode past = zhou.get("/api/v1/boards/week?week=2026-03-05").json();
        assertThat(past.path("until").asString()).isEqualTo("2026-03-08");
        assertThat(past.path("running").asBoolean()).isFalse();
        assertThat(zhou.get("/api/v1/boards/week?week=2026-03-16").text("/errors/0/field"))
                .isEqualTo("week");
        assertThat(zhou.get("/api/v1/boards/week?week=1999-01-01").status()).isEqualTo(422);
        assertThat(li.get("/api/v1/boards/week").status()).isEqualTo(403);
        clock.set("2026-03-16T09:00");
        assertThat(zhou.get("/api/v1/boards/week").json().path("week").asString())
                .as("on Monday the meeting looks back")
                .isEqualTo("2026-03-09");
    }

    /** How many rows a figure opens in these days: the second, naive way. */
    private int rows(String figure, String from, String until) {
        Api.Answer answer =
                zhou.get("/api/v1/reports/rows?figure=" + figure + "&from=" + from + "&until=" + until + "&limit=100");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json().path("items").size();
    }
}
