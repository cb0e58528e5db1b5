package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Issue 4 item 10: each case shows the ten stages, the dealership its funnel, and the log leaves the house without anything personal. */
class ProcessScenariosTest extends Stage {

    private JsonNode step(String prospect, String stage) {
        return li.get("/api/v1/prospects/" + prospect + "/process")
                .json()
                .path("stages")
                .valueStream()
                .filter(one -> one.path("stage").asString("").equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode level(Api.Answer funnel, String stage) {
        return funnel.json()
                .path("stages")
                .valueStream()
                .filter(one -> one.path("stage").asString("").equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private String path(String prospect) {
        return "/api/v1/prospects/" + prospect + "/process/skips";
    }

    @Test
    @DisplayName("a case shows what was done, when and by whom, what comes next, and why a stage was left out")
    void course() {
        String prospect = opened(li, card("B", "2026-03-04"));
        assertThat(step(prospect, "PROSPECT_MANAGEMENT").path("state").asString(""))
                .isEqualTo("UNDER_WAY");
        clock.set("2026-03-04T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-06"));
        JsonNode followed = step(prospect, "PROSPECT_FOLLOW_UP");
        assertThat(followed.path("state").asString("")).isEqualTo("DONE");
        assertThat(followed.at("/by/name").asString("")).isEqualTo("李娜");
        assertThat(followed.path("place").asInt()).isEqualTo(2);
        assertThat(followed.path("daysSince").asInt()).isEqualTo(2);
        assertThat(step(prospect, "RECEPTION").path("current").asBoolean()).isTrue();

        assertThat(li.post(path(prospect), Map.of()).json().path("errors").size())
                .isEqualTo(2);
        assertThat(li.post(path(prospect), Map.of("stage", "TEST_DRIVE", "reason", "OTHER"))
                        .json()
                        .path("errors")
                        .toString())
                .contains("note");
        assertThat(li.post(path(prospect), Map.of("stage", "PROSPECT_FOLLOW_UP", "reason", "NO_TIME"))
                        .status())
                .as("what was done cannot have been left out")
                .isEqualTo(409);
        assertThat(wang.post(path(prospect), Map.of("stage", "TEST_DRIVE", "reason", "NO_TIME"))
                        .status())
                .isEqualTo(404);
        Map<String, Object> skip = new HashMap<>(Map.of("stage", "TEST_DRIVE", "reason", "OTHER", "note", "上周在别处试过"));
        assertThat(li.post(path(prospect), skip).status()).isEqualTo(201);
        assertThat(step(prospect, "TEST_DRIVE").path("state").asString("")).isEqualTo("SKIPPED");
        assertThat(step(prospect, "TEST_DRIVE").path("reason").asString("")).isEqualTo("OTHER");
        assertThat(entries(prospect, "STAGE_SKIPPED")).singleElement().satisfies(entry -> assertThat(entry.toString())
                .as("the journal keeps the code, not the words")
                .doesNotContain("别处"));
    }

    @Test
    @DisplayName(
            "the funnel counts each customer once per stage, with the median of the days between; a number opens its customers")
    void funnel() {
        for (int days : List.of(1, 3, 5)) {
            clock.set("2026-03-02T09:00");
            String prospect = opened(li, card("B", "2026-03-05"));
            clock.set("2026-03-0" + (2 + days) + "T09:00");
            recorded(li, prospect, contact("REACHED", "2026-03-0" + (3 + days)));
            recorded(li, prospect, contact("REACHED", "2026-03-0" + (3 + days)));
        }
        Api.Answer funnel = zhou.get("/api/v1/process/funnel?from=2026-03-01&to=2026-03-31");
        assertThat(level(funnel, "PROSPECT_MANAGEMENT").path("reached").asInt()).isEqualTo(3);
        assertThat(level(funnel, "PROSPECT_FOLLOW_UP").path("reached").asInt()).isEqualTo(3);
        assertThat(level(funnel, "PROSPECT_FOLLOW_UP").path("medianDays").decimalValue())
                .isEqualByComparingTo("3.0");
        assertThat(level(funnel, "DELIVERY").path("reached").asInt()).isZero();
        assertThat(level(zhou.get("/api/v1/process/funnel?from=2026-03-06&to=2026-03-31"), "PROSPECT_FOLLOW_UP")
                        .path("reached")
                        .asInt())
                .as("by the day of the event")
                .isEqualTo(1);
        assertThat(li.get("/api/v1/process/funnel").status()).isEqualTo(403);
    }

    @Test
    @DisplayName(
            "the event log is a workbook, too: one line per event, nothing personal in it, with a reason that is logged")
    void workbook() throws IOException {
        Map<String, Object> card = card("B", "2026-03-04");
        String prospect = opened(li, card);
        clock.set("2026-03-04T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-06"));
        PlainBrowser manager = PlainBrowser.of(store.zhou().username(), port);
        String file = "/process/events.xlsx?from=2026-03-01&to=2026-03-31";
        assertThat(manager.file(file).statusCode()).as("no reason").isEqualTo(422);
        assertThat(PlainBrowser.of(store.li().username(), port)
                        .file(file + "&reason=x")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<byte[]> answer = manager.file(file + "&reason=process-review");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
        int events = zhou.get("/api/v1/process/events?from=2026-03-01&to=2026-03-31")
                .json()
                .path("items")
                .size();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(events + 1);
            assertThat(rows.get(0).getCellAsString(1)).hasValue("concept:name");
            assertThat(rows.stream().map(row -> row.getCellText(1))).contains("FOLLOW_UP_RECORDED");
            assertThat(rows.stream().flatMap(Row::stream).map(Cell::getText).toList())
                    .doesNotContain("张伟", "李娜", String.valueOf(card.get("mobile")), prospect);
        }
        List<String> logged = Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select what from access_record where dealership_id = :dealership and staff_id = :zhou")
                        .param("dealership", store.dealership().id().value())
                        .param("zhou", store.zhou().id().value())
                        .query(String.class)
                        .list()));
        assertThat(logged)
                .as("the file with its reason, and the reading over the API")
                .containsExactlyInAnyOrder(
                        "process-events-2026-03-01-2026-03-31.xlsx · process-review",
                        "process-events 2026-03-01-2026-03-31");
    }

    @Test
    @DisplayName(
            "the event log is read page by page without gap or repeat, for managers only, with nothing personal in it")
    void events() {
        Map<String, Object> card = card("B", "2026-03-04");
        String prospect = opened(li, card);
        clock.set("2026-03-04T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-06"));
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Api.Answer page = zhou.get("/api/v1/process/events?from=2026-03-01&to=2026-03-31&limit=1" + cursor);
            assertThat(page.status()).as(page.json().toString()).isEqualTo(200);
            page.json().path("items").forEach(event -> ids.add(event.path("id").asString("")));
            cursor = page.text("/next").isEmpty() ? "" : "&cursor=" + page.text("/next");
        } while (!cursor.isEmpty());
        Api.Answer all = zhou.get("/api/v1/process/events?from=2026-03-01&to=2026-03-31");
        assertThat(ids).doesNotHaveDuplicates().hasSize(all.json().path("items").size());
        JsonNode contact = all.json()
                .path("items")
                .valueStream()
                .filter(event -> event.path("activity").asString("").equals("FOLLOW_UP_RECORDED"))
                .findFirst()
                .orElseThrow();
        assertThat(contact.path("timestamp").asString(""))
                .startsWith("2026-03-04T10:00")
                .endsWith("+08:00");
        assertThat(contact.path("stage").asString("")).isEqualTo("PROSPECT_FOLLOW_UP");
        assertThat(contact.path("resource").asString(""))
                .startsWith("P-")
                .isEqualTo(contact.path("owner").asString(""));
        assertThat(all.json().toString())
                .doesNotContain(
                        "张伟",
                        "李娜",
                        String.valueOf(card.get("mobile")),
                        prospect,
                        store.li().username());
        Api other = Api.as(stores.found().zhou().username(), port);
        assertThat(other.get("/api/v1/process/events").json().path("items").size())
                .isZero();
        assertThat(li.get("/api/v1/process/events").status()).isEqualTo(403);
        assertThat(zhou.get("/api/v1/process/events?from=2026-03-05&to=2026-03-01")
                        .status())
                .isEqualTo(422);
        for (String path : List.of("funnel", "events")) {
            assertThat(zhou.get("/api/v1/process/" + path + "?to=%2B999999999-12-31")
                            .status())
                    .as(path)
                    .isEqualTo(422);
            assertThat(zhou.get("/api/v1/process/" + path + "?to=-999999999-01-01")
                            .status())
                    .as(path)
                    .isEqualTo(422);
            assertThat(zhou.get("/api/v1/process/" + path + "?from=x").status())
                    .as(path)
                    .isEqualTo(422);
        }
        assertThat(zhou.get("/api/v1/process/events?from=2024-01-01&to=2026-03-01")
                        .status())
                .isEqualTo(422);
    }
}
