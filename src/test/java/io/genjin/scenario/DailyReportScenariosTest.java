package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.Tenancy;
import io.genjin.report.DailyFreezing;
import io.genjin.report.DayKeeping;
import io.genjin.testing.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The daily report at closing time and after it, against the running product (4.3, scenario 40). */
class DailyReportScenariosTest extends Stage {

    private static final String DAILY = "/api/v1/reports/daily?date=";
    private static final String ROWS = "/api/v1/reports/daily/frozen-rows?date=";

    @Autowired
    private DailyFreezing freezing;

    @Autowired
    private DayKeeping keeping;

    private void close(String at) {
        clock.set(at);
        freezing.freezeClosed(store.dealership().id());
    }

    private static Map<String, Object> visit(String happenedAt, String nextDate) {
        Map<String, Object> visit = new HashMap<>(contact("REACHED", nextDate));
        visit.put("way", "SHOWROOM");
        if (happenedAt != null) {
            visit.put("happenedAt", happenedAt);
        }
        return visit;
    }

    /** A number of Li's in the report: {@code day day-correction / month month-correction}. */
    private String ofLi(String day, String figure) {
        JsonNode value = li.get(DAILY + day).json().at("/rows/0/values/" + figure);
        return "%s %s / %s %s"
                .formatted(
                        value.path("day").asString("–"),
                        value.path("dayCorrection").asString("–"),
                        value.path("month").asString("–"),
                        value.path("monthCorrection").asString("–"));
    }

    private int rows(String question) {
        Api.Answer answer = li.get(ROWS + question);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json().path("items").size();
    }

    @Test
    @DisplayName(
            "40: given last month's daily report, when a visit is corrected today, then the frozen report is unchanged and the correction column shows it")
    void reproducible() {
        String customer = opened(li, card("B", "2026-03-05"));
        clock.set("2026-03-05T15:00");
        recorded(li, customer, visit(null, "2026-03-09"));
        close("2026-03-05T22:01");
        assertThat(ofLi("2026-03-05", "FIRST_VISITS")).isEqualTo("1 0 / 1 0");
        clock.set("2026-04-02T10:00");
        keeping.keep(store.dealership().id());
        assertThat(ofLi("2026-03-05", "FIRST_VISITS")).isEqualTo("1 0 / 1 0");
        assertThat(ofLi("2026-03-05", "RETURN_VISITS")).isEqualTo("0 0 / 0 0");
        recorded(li, customer, visit("2026-03-04T16:00:00+08:00", "2026-04-02"));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(ofLi("2026-03-05", "FIRST_VISITS"))
                    .as("the first visit was on the 4th after all, and still is the month's")
                    .isEqualTo("1 -1 / 1 0");
            assertThat(ofLi("2026-03-05", "RETURN_VISITS")).isEqualTo("0 1 / 0 1");
            assertThat(ofLi("2026-03-05", "TOTAL_CONTACTS")).isEqualTo("1 0 / 2 1");
            keeping.keep(store.dealership().id());
        }
        String first = "2026-03-05&figure=FIRST_VISITS&view=";
        assertThat(rows(first + "FROZEN")).isEqualTo(1);
        assertThat(rows(first + "GONE")).isEqualTo(1);
        assertThat(rows(first + "ADDED")).isZero();
        assertThat(rows("2026-03-05&figure=RETURN_VISITS&view=ADDED")).isEqualTo(1);
        assertThat(rows("2026-03-05&figure=TOTAL_CONTACTS&span=month&view=ADDED"))
                .isEqualTo(1);
        assertThatThrownBy(() -> Tenancy.within(
                        store.dealership().id(),
                        () -> transaction.execute(status -> jdbc.sql(
                                        "update daily_frozen_figure set of_day = 9 where dealership_id = :dealership")
                                .param("dealership", store.dealership().id().value())
                                .update())))
                .hasMessageContaining("daily_frozen_figure");
    }

    @Test
    @DisplayName(
            "4.3: the past day still tells what stood at closing time: base by grade, open promises, cards that waited")
    void stood() {
        opened(li, card("B", "2026-03-02"));
        String done = opened(li, card("A", "2026-03-02"));
        assertThat(li.post("/api/v1/prospects/" + done + "/submission", Map.of())
                        .status())
                .isEqualTo(200);
        close("2026-03-02T22:00:30");
        assertThat(li.get(DAILY + "2026-03-02").json().path("frozen").isNull())
                .as("a minute is left to whatever is being written")
                .isTrue();
        close("2026-03-02T22:01");
        clock.set("2026-03-03T10:00");
        recorded(li, done, contact("REACHED", "2026-03-05"));
        assertThat(li.get(DAILY + "2026-03-02").json().at("/frozen/stood").asBoolean(false))
                .isTrue();
        assertThat(ofLi("2026-03-02", "BASE_A")).isEqualTo("1 – / – –");
        assertThat(ofLi("2026-03-02", "CARDS_WAITING")).isEqualTo("1 – / – –");
        assertThat(ofLi("2026-03-02", "FOLLOW_UPS_OPEN")).isEqualTo("2 -2 / 2 -2");
        assertThat(ofLi("2026-03-02", "FOLLOW_UPS_LATE")).isEqualTo("0 1 / 0 1");
        assertThat(ofLi("2026-03-02", "FOLLOW_UPS_DUE")).isEqualTo("2 0 / 2 0");
        assertThat(rows("2026-03-02&figure=FOLLOW_UPS_DUE")).isEqualTo(2);
        assertThat(rows("2026-03-02&figure=FOLLOW_UPS_OPEN&view=GONE")).isEqualTo(2);
        assertThat(rows("2026-03-02&figure=FOLLOW_UPS_NOT_DONE&view=ADDED")).isEqualTo(1);
        assertThat(rows("2026-03-02&figure=BASE")).isEqualTo(2);
        assertThat(rows("2026-03-02&figure=BASE_A")).isEqualTo(1);
        assertThat(rows("2026-03-02&figure=CARDS_WAITING")).isEqualTo(1);
        assertThat(rows("2026-03-02&figure=FOLLOW_UPS_DUE&span=month")).isEqualTo(2);
        assertThat(refused(ROWS + "2026-03-02&figure=BASE&span=month")).isEqualTo("422 span");
        assertThat(refused(ROWS + "2026-03-02&figure=BASE&view=GONE")).isEqualTo("422 view");
        assertThat(refused(ROWS + "2026-03-02&figure=K03")).isEqualTo("422 figure");
        assertThat(refused(ROWS + "2026-03-01&figure=FOLLOW_UPS_DUE")).isEqualTo("422 date");
        assertThat(refused(ROWS + "2026-03-02&figure=FOLLOW_UPS_DUE&consultant="
                        + store.wang().username()))
                .isEqualTo("422 consultant");
    }

    private String refused(String path) {
        Api.Answer answer = li.get(path);
        return answer.status() + " " + answer.text("/errors/0/field");
    }

    @Test
    @DisplayName(
            "a day frozen only after downtime has the numbers of its closing time, but not what stood then; days before the first are not made up")
    void late() {
        opened(li, card("B", "2026-03-05"));
        close("2026-03-02T22:05");
        clock.set("2026-03-03T10:00");
        opened(li, card("B", "2026-03-05"));
        clock.set("2026-03-03T22:30");
        opened(li, card("B", "2026-03-05"));
        clock.set("2026-03-04T08:00");
        opened(li, card("B", "2026-03-05"));
        close("2026-03-04T09:00");
        assertThat(ofLi("2026-03-03", "CARDS_OPENED")).isEqualTo("1 1 / 2 1");
        assertThat(ofLi("2026-03-03", "BASE")).isEqualTo("– – / – –");
        assertThat(ofLi("2026-03-03", "FOLLOW_UPS_DUE")).isEqualTo("– – / – –");
        assertThat(refused(ROWS + "2026-03-03&figure=BASE")).isEqualTo("422 figure");
        Api.Answer before = li.get(DAILY + "2026-03-01");
        assertThat(before.json().path("frozen").isNull()).isTrue();
        assertThat(before.json().at("/rows/0/values/BASE/day").isNull()).isTrue();
        assertThat(before.json().at("/rows/0/values/CARDS_OPENED/dayCorrection").isNull())
                .isTrue();
    }

    @Test
    @DisplayName("the sales manager sets the closing time from tomorrow on, and the report is frozen then")
    void closingTime() {
        String path = "/api/v1/reports/closing-time";
        assertThat(li.get(path).status()).isEqualTo(403);
        assertThat(zhou.get(path).text("/today")).isEqualTo("22:00");
        Api.Answer set = zhou.send("PUT", path, Map.of("time", "20:30", "version", 0), Map.of());
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.text("/today") + " " + set.text("/tomorrow")).isEqualTo("22:00 20:30");
        assertThat(zhou.send("PUT", path, Map.of("time", "21:30", "version", 0), Map.of())
                        .status())
                .isEqualTo(412);
        assertThat(zhou.send("PUT", path, Map.of("time", "25:30", "version", 1), Map.of())
                        .text("/errors/0/field"))
                .isEqualTo("time");
        close("2026-03-02T20:31");
        assertThat(li.get(DAILY + "2026-03-02").json().path("frozen").isNull()).isTrue();
        close("2026-03-03T20:31");
        assertThat(li.get(DAILY + "2026-03-03").text("/frozen/knownUntil")).isEqualTo("2026-03-03T20:30:00+08:00");
    }

    @Test
    @DisplayName("4.3: the month's target stands beside the figure and is frozen with the day")
    void targets() {
        Map<String, Object> body = Map.of("targets", Map.of(store.li().username(), Map.of("TOTAL_CONTACTS", 4)));
        assertThat(zhou.send("PUT", "/api/v1/targets?month=2026-03", body, Map.of("If-Match", "\"0\""))
                        .status())
                .isEqualTo(200);
        opened(li, card("B", "2026-03-05"));
        JsonNode now = li.get(DAILY + "2026-03-02").json().at("/rows/0/values/TOTAL_CONTACTS");
        assertThat(now.path("target").asInt() + " " + now.path("achievement").asString("–"))
                .isEqualTo("4 0.25");
        close("2026-03-02T22:01");
        Map<String, Object> changed =
                Map.of("targets", Map.of(store.li().username(), Map.of("TOTAL_CONTACTS", 8)), "reason", "新车型上市");
        assertThat(zhou.send("PUT", "/api/v1/targets?month=2026-03", changed, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(200);
        assertThat(zhou.get(DAILY + "2026-03-02")
                        .json()
                        .at("/rows/0/values/TOTAL_CONTACTS/target")
                        .asInt())
                .as("the dealership's is the sum of its people's, as it was")
                .isEqualTo(4);
    }

    @Test
    @DisplayName("4.3: the sheet says every figure of everybody, names no customer, and its download is logged")
    void sheet() throws IOException {
        Map<String, Object> card = card("B", "2026-03-05");
        opened(li, card);
        Api.Answer answer = zhou.get("/api/v1/reports/daily.xlsx?date=2026-03-02");
        assertThat(answer.status()).isEqualTo(200);
        Path book = Files.write(
                Files.createTempFile("daily", ".xlsx"), answer.response().body());
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(book.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(book);
        assertThat(all.toString())
                .contains("K08", "R-118")
                .doesNotContain("<f>")
                .doesNotContain(card.get("mobile").toString());
        List<String> looks = Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select what from access_record where dealership_id = :dealership and look = 'DOWNLOADED'")
                        .param("dealership", store.dealership().id().value())
                        .query(String.class)
                        .list()));
        assertThat(looks).containsExactly("daily-2026-03-02.xlsx");
    }
}
