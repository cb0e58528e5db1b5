package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.staff.AbsencePlan;
import io.genjin.staff.StaffDesk;
import io.genjin.testing.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The tool box at work (R-103, R-104, R-109, 3.16): what lies where, for whom, and what it says of past months. */
class ToolBoxScenariosTest extends Stage {

    @Autowired
    StaffDesk people;

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asString(""))
                .toList();
    }

    /** In which compartment a customer's card lies; empty when it is not in the box. */
    private static String compartmentOf(String prospect, Api.Answer box) {
        for (JsonNode compartment : box.json().path("compartments")) {
            if (texts(compartment.path("cards"), "prospectId").contains(prospect)) {
                return compartment.path("key").asString("");
            }
        }
        return "";
    }

    private String named(String name, String grade, String nextDate) {
        Map<String, Object> card = card(grade, nextDate);
        card.put("customerName", name);
        return opened(li, card);
    }

    private List<String> looks(String look) {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select what || ' ' || customers from access_record where dealership_id = :dealership"
                                        + " and look = :look order by looked_at, id")
                        .param("dealership", store.dealership().id().value())
                        .param("look", look)
                        .query(String.class)
                        .list()));
    }

    @Test
    @DisplayName("R-109: a card lies under its day, moves by itself with every new date, and lies in front when late")
    void filesItself() {
        String prospect = opened(li, card("B", "2026-03-05"));
        assertThat(compartmentOf(prospect, li.get("/api/v1/card-box"))).isEqualTo("2026-03-05");
        li.post("/api/v1/prospects/" + prospect + "/reschedules", Map.of("nextDate", "2026-03-06", "reason", "客户出差"));
        assertThat(compartmentOf(prospect, li.get("/api/v1/card-box"))).isEqualTo("2026-03-06");
        clock.set("2026-03-06T23:59:59");
        assertThat(compartmentOf(prospect, li.get("/api/v1/card-box"))).isEqualTo("2026-03-06");
        clock.set("2026-03-07T00:00:00");
        Api.Answer late = li.get("/api/v1/card-box");
        assertThat(compartmentOf(prospect, late)).isEqualTo("overdue");
        assertThat(late.json().at("/compartments/0/cards/0/overdueDays").asInt(0))
                .isEqualTo(1);
        Map<String, Object> contact = contact("REACHED", "2026-04-20");
        contact.put("lateReason", "客户出国，约好回国再谈");
        recorded(li, prospect, contact);
        Api.Answer box = li.get("/api/v1/card-box");
        assertThat(compartmentOf(prospect, box)).isEqualTo("2026-04");
        JsonNode card = li.get("/api/v1/index-card").json().at("/items/0");
        assertThat(card.path("beyondLatestDay").asBoolean(false)).isTrue();
        assertThat(card.path("dateChanges").asInt(0)).isEqualTo(1);
    }

    @Test
    @DisplayName("one opens one's own box and that of a colleague one stands in for; managers open everybody's")
    void whoseBox() {
        String lis = opened(li, card("B", "2026-03-05"));
        String wangs = opened(wang, card("B", "2026-03-05"));
        String wangsName = store.wang().username();
        assertThat(compartmentOf(wangs, li.get("/api/v1/card-box"))).isEmpty();
        assertThat(li.get("/api/v1/card-box?consultant=" + wangsName).status()).isEqualTo(422);
        assertThat(li.get("/api/v1/card-box?consultant=nobody").status()).isEqualTo(422);
        assertThat(compartmentOf(wangs, zhou.get("/api/v1/card-box?consultant=" + wangsName)))
                .isEqualTo("2026-03-05");
        assertThat(compartmentOf(lis, zhou.get("/api/v1/card-box?consultant=" + wangsName)))
                .isEmpty();
        assertThat(zhou.get("/api/v1/card-box").json().path("count").asInt(0)).isEqualTo(2);
        assertThat(sun.get("/api/v1/card-box").status()).isEqualTo(403);
        LocalDate today = LocalDate.of(2026, 3, 2);
        Tenancy.within(
                store.dealership().id(),
                () -> people.recordAbsence(
                        store.wang().id(),
                        new AbsencePlan(today, today.plusDays(4), store.li().username(), "培训"),
                        store.admin()));
        assertThat(li.get("/api/v1/card-box").json().path("count").asInt(0)).isEqualTo(2);
        assertThat(compartmentOf(wangs, li.get("/api/v1/card-box?consultant=" + wangsName)))
                .isEqualTo("2026-03-05");
    }

    @Test
    @DisplayName("the index is sorted by pinyin or by date and says how often a person moved the date, not the clock")
    void index() {
        String zhang = named("张伟", "B", "2026-03-03");
        named("单雄", "B", "2026-03-05");
        named("阿明", "B", "2026-03-04");
        assertThat(texts(li.get("/api/v1/index-card").json().path("items"), "customerName"))
                .containsExactly("阿明", "单雄", "张伟");
        assertThat(texts(li.get("/api/v1/index-card?sort=date").json().path("items"), "customerName"))
                .containsExactly("张伟", "阿明", "单雄");
        recorded(li, zhang, contact("REACHED", "2026-03-06"));
        li.post(
                "/api/v1/prospects/" + zhang + "/grade-changes",
                Map.of("grade", "H", "evidence", List.of("CONFIDENCE", "NEED", "PURCHASING_POWER")));
        assertThat(entries(zhang, "RESCHEDULED"))
                .as("the regrading moved the promise up")
                .hasSize(1);
        JsonNode card = StreamSupport.stream(
                        li.get("/api/v1/index-card").json().path("items").spliterator(), false)
                .filter(item -> item.path("prospectId").asString("").equals(zhang))
                .findFirst()
                .orElseThrow();
        assertThat(card.path("dateChanges").asInt(-1)).isZero();
        assertThat(card.has("maskedMobile")).isFalse();
    }

    @Test
    @DisplayName("the cards at hand follow the promise, the way and the wish; a colleague's customer opens nothing")
    void atHand() {
        for (String focus : List.of("FUEL", "SPACE")) {
            chen.post(
                    "/api/v1/selling-points",
                    Map.of(
                            "model",
                            "途观L",
                            "focus",
                            focus,
                            "feature",
                            "特点" + focus,
                            "advantage",
                            "优势",
                            "benefit",
                            "好处"));
        }
        Map<String, Object> card = card("B", "2026-03-05");
        card.put("intentModels", List.of("途观L 330TSI"));
        card.put("remark", "家里三个孩子，后排要宽");
        String prospect = opened(li, card);
        JsonNode cards =
                li.get("/api/v1/tool-box/cards?way=PHONE&prospect=" + prospect).json();
        assertThat(texts(cards.path("skillCards"), "kind"))
                .containsExactly("RETURN_TO_SHOWROOM", "TELEPHONE_RECEPTION");
        assertThat(texts(cards.path("sellingPoints"), "focus")).containsExactly("SPACE", "FUEL");
        assertThat(cards.at("/sellingPoints/0/spokenOf").asBoolean(false)).isTrue();
        assertThat(wang.get("/api/v1/tool-box/cards?prospect=" + prospect).status())
                .isEqualTo(404);
        assertThat(texts(
                        wang.get("/api/v1/tool-box/cards?source=INBOUND_CALL")
                                .json()
                                .path("skillCards"),
                        "kind"))
                .containsExactly("TELEPHONE_RECEPTION");
        assertThat(wang.get("/api/v1/tool-box/cards?source=WALK_IN")
                        .json()
                        .path("skillCards")
                        .size())
                .isZero();
    }

    private static JsonNode lineOf(String prospect, Api.Answer sheet) {
        return StreamSupport.stream(sheet.json().path("items").spliterator(), false)
                .filter(line -> line.path("prospectId").asString("").equals(prospect))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not on the sheet: " + sheet.json()));
    }

    /** The days of a line as they look: {@code 03-05 KEPT A}. */
    private static List<String> days(JsonNode line) {
        List<String> days = new ArrayList<>();
        line.path("days").forEach(day -> {
            StringBuilder text = new StringBuilder(day.path("date").asString("").substring(5));
            day.path("events").forEach(event -> text.append(' ').append(event.asString("")));
            for (String field : List.of("plan", "grade")) {
                text.append(
                        day.path(field).isNull() ? "" : " " + day.path(field).asString(""));
            }
            days.add(text.toString());
        });
        return days;
    }

    @Test
    @DisplayName("3.16: the sheet of a past month says how it stood then, whatever happened since")
    void pastMonth() {
        clock.set("2026-03-27T10:00");
        String prospect = opened(li, card("C", "2026-03-30"));
        clock.set("2026-03-30T15:00");
        Map<String, Object> contact = contact("REACHED", "2026-04-02");
        contact.put("gradeAfter", "B");
        contact.put("gradeEvidence", List.of("CONFIDENCE", "NEED"));
        recorded(li, prospect, contact);
        clock.set("2026-04-03T10:00");
        Api.Answer then = li.get("/api/v1/grade-status-sheet?month=2026-03");
        JsonNode march = lineOf(prospect, then);
        assertThat(days(march)).containsExactly("03-27 ARRIVED", "03-30 KEPT B");
        assertThat(march.path("gradeAtEnd").asString("")).isEqualTo("B");
        assertThat(march.path("carriedOver").asBoolean(false)).isTrue();
        JsonNode april = lineOf(prospect, li.get("/api/v1/grade-status-sheet"));
        assertThat(april.path("gradeAtBegin").asString("")).isEqualTo("B");
        assertThat(days(april)).containsExactly("04-02 MISSED", "04-03 OVERDUE");
        Map<String, Object> late = contact("REACHED", "2026-04-06");
        late.put("happenedAt", "2026-04-02T17:00:00+08:00");
        recorded(li, prospect, late);
        assertThat(days(lineOf(prospect, li.get("/api/v1/grade-status-sheet"))))
                .as("typed on the 3rd, made on the 2nd")
                .containsExactly("04-02 KEPT B", "04-06 PLANNED");
        chen.post(
                "/api/v1/prospects/" + prospect + "/transfers",
                Map.of("to", store.wang().username(), "reason", "WORKLOAD"));
        assertThat(li.get("/api/v1/grade-status-sheet?month=2026-02")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        JsonNode afterwards = lineOf(prospect, li.get("/api/v1/grade-status-sheet?month=2026-03"));
        assertThat(days(afterwards)).isEqualTo(days(march));
        assertThat(afterwards.path("customerName").isNull())
                .as("who lost a customer is not told who it was")
                .isTrue();
        JsonNode lost = lineOf(prospect, li.get("/api/v1/grade-status-sheet"));
        assertThat(lost.path("ending").asString("")).isEqualTo("HANDED_OUT");
        assertThat(days(lost)).containsExactly("04-02 KEPT B", "04-03 HANDED_OUT");
        JsonNode gained = lineOf(prospect, wang.get("/api/v1/grade-status-sheet"));
        assertThat(days(gained)).containsExactly("04-03 HANDED_IN", "04-06 PLANNED");
        assertThat(gained.path("customerName").asString("")).isEqualTo("张伟");
        JsonNode all = zhou.get("/api/v1/grade-status-sheet?month=2026-04").json();
        assertThat(all.path("items").size()).isEqualTo(1);
        assertThat(all.at("/summary/atBegin/B").asInt(0)).isEqualTo(1);
        assertThat(all.at("/summary/handedIn").asInt(0)).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "the sheet pages by key, refuses months to come and colleagues, and knows untouched imports never were")
    void asked() {
        for (int number = 0; number < 5; number++) {
            opened(li, card("B", "2026-03-05"));
        }
        opened(wang, card("B", "2026-03-05"));
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Api.Answer part = li.get("/api/v1/grade-status-sheet?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(part.status()).isEqualTo(200);
            seen.addAll(texts(part.json().path("items"), "prospectId"));
            next = part.text("/next");
        } while (!next.isEmpty() && !next.equals("null"));
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(zhou.get("/api/v1/grade-status-sheet").json().path("items").size())
                .isEqualTo(6);
        assertThat(li.get("/api/v1/grade-status-sheet?month=2026-04").status()).isEqualTo(422);
        assertThat(li.get("/api/v1/grade-status-sheet?month=March").status()).isEqualTo(422);
        assertThat(li.get("/api/v1/grade-status-sheet?cursor=x").status()).isEqualTo(422);
        assertThat(li.get("/api/v1/grade-status-sheet?consultant="
                                + store.wang().username())
                        .status())
                .isEqualTo(422);
        assertThat(wu.get("/api/v1/grade-status-sheet").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("as a file the sheet carries the same marks, and the download is logged")
    void file() throws IOException {
        named("=1+1", "B", "2026-03-02");
        clock.set("2026-03-03T10:00");
        Api.Answer answer = li.get("/api/v1/grade-status-sheet.xlsx");
        assertThat(answer.status()).isEqualTo(200);
        Path book = Files.write(
                Files.createTempFile("sheet", ".xlsx"), answer.response().body());
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(book.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(book);
        assertThat(parts.get("xl/sharedStrings.xml"))
                .as("a name, an arrival (新), a missed plan (✕)")
                .contains("=1+1", "&#x65b0;", "&#x2715;");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
        assertThat(looks("DOWNLOADED")).containsExactly("grade-status-sheet.xlsx 1");
    }
}
