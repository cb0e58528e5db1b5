package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Issue 5 item 5: the funnel by cohort and by period, in slices, each number open (4.6). */
class FunnelScenariosTest extends Stage {

    private static final String FUNNEL = "/api/v1/reports/funnel";

    private static JsonNode stage(JsonNode funnel, String stage) {
        return funnel.path("stages")
                .valueStream()
                .filter(one -> one.path("stage").asString("").equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static long reached(Api.Answer funnel, String stage) {
        return stage(funnel.json(), stage).path("reached").asLong();
    }

    private String walkIn(Api who, String grade) {
        return walkIn(who, grade, "2026-03-03");
    }

    private String walkIn(Api who, String grade, String nextDate) {
        Map<String, Object> card = card(grade, nextDate);
        card.put("source", "WALK_IN");
        return opened(who, card);
    }

    private void visits(Api who, String prospect, String next) {
        Map<String, Object> contact = contact("REACHED", next);
        contact.put("way", "SHOWROOM");
        recorded(who, prospect, contact);
    }

    private void enter(String prospect) {
        String path = "/api/v1/prospects/" + prospect;
        assertThat(li.post(path + "/submission", Map.of()).status()).isLessThan(300);
        assertThat(chen.post(path + "/signature", Map.of()).status()).isLessThan(300);
        assertThat(sun.post(path + "/entry", Map.of()).status()).isLessThan(300);
    }

    @Test
    @DisplayName(
            "4.6: four received, three in the showroom, two came again: 2 of 3 is the stage's conversion, 2 of 4 the overall; days of those two")
    void stages() {
        String first = walkIn(li, "A");
        enter(first);
        walkIn(li, "B");
        String third = walkIn(wang, "A");
        opened(wang, card("C", "2026-03-05"));
        clock.set("2026-03-03T10:00");
        visits(li, first, "2026-03-05");
        visits(wang, third, "2026-03-05");
        clock.set("2026-03-05T10:00");
        visits(li, first, "2026-03-07");
        Api.Answer funnel = zhou.get(FUNNEL + "?from=2026-03-01&to=2026-03-31&by=CONSULTANT");
        assertThat(funnel.status()).as(funnel.json().toString()).isEqualTo(200);
        assertThat(reached(funnel, "LEAD")).isEqualTo(4);
        assertThat(reached(funnel, "VISITED")).isEqualTo(3);
        JsonNode returned = stage(funnel.json(), "RETURNED");
        assertThat(returned.path("reached").asLong()).isEqualTo(2);
        assertThat(returned.path("conversion").decimalValue()).isEqualByComparingTo("0.6667");
        assertThat(returned.path("overall").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(returned.path("medianDays").decimalValue()).isEqualByComparingTo("1");
        assertThat(returned.path("timed").asInt()).isEqualTo(2);
        JsonNode visited = stage(funnel.json(), "VISITED");
        assertThat(visited.path("conversion").decimalValue())
                .as("three visited, one card is entered: two skipped that stage and count above the line only")
                .isEqualByComparingTo("3");
        assertThat(visited.path("straight").asLong()).isEqualTo(1);
        assertThat(stage(funnel.json(), "QUOTED").path("conversion").isNull())
                .as("nothing to divide by is a dash, never 0 %")
                .isTrue();
        assertThat(funnel.json().path("slices").size()).isEqualTo(2);
        Api.Answer rows = zhou.get(FUNNEL + "/customers?stage=RETURNED&from=2026-03-01&to=2026-03-31&consultant="
                + store.li().username());
        assertThat(rows.json().path("items").size()).isEqualTo(1);
        assertThat(rows.text("/items/0/prospectId")).isEqualTo(first);
    }

    @Test
    @DisplayName(
            "4.1 rule 2: received in February and back in March is February's cohort and March's period; a day in the past is told as it was")
    void bases() {
        clock.set("2026-02-20T09:00");
        String prospect = walkIn(li, "B", "2026-02-24");
        clock.set("2026-03-03T10:00");
        visits(li, prospect, "2026-03-05");
        String march = "from=2026-03-01&to=2026-03-31";
        assertThat(reached(zhou.get(FUNNEL + "?basis=COHORT&" + march), "RETURNED"))
                .isZero();
        assertThat(reached(zhou.get(FUNNEL + "?basis=PERIOD&" + march), "RETURNED"))
                .isEqualTo(1);
        assertThat(reached(zhou.get(FUNNEL + "?basis=PERIOD&" + march), "VISITED"))
                .as("the first time was in February")
                .isZero();
        String february = "from=2026-02-01&to=2026-02-28";
        assertThat(reached(zhou.get(FUNNEL + "?basis=COHORT&" + february), "RETURNED"))
                .isEqualTo(1);
        assertThat(reached(zhou.get(FUNNEL + "?basis=COHORT&" + february + "&until=2026-03-02"), "RETURNED"))
                .isZero();
    }

    @Test
    @DisplayName(
            "4.1 rule 5: who sold to a transferred customer is counted in a period, who got the customer first in a cohort; names only for who may see them")
    void owners() {
        String prospect = walkIn(li, "B");
        assertThat(chen.post(
                                "/api/v1/prospects/" + prospect + "/transfers",
                                Map.of("to", store.wang().username(), "reason", "WORKLOAD"))
                        .status())
                .isLessThan(300);
        clock.set("2026-03-03T10:00");
        visits(wang, prospect, "2026-03-05");
        String time = "?from=2026-03-01&to=2026-03-31";
        assertThat(reached(li.get(FUNNEL + time), "RETURNED")).isEqualTo(1);
        assertThat(reached(wang.get(FUNNEL + time), "RETURNED")).isZero();
        assertThat(reached(li.get(FUNNEL + time + "&basis=PERIOD"), "RETURNED")).isZero();
        assertThat(reached(wang.get(FUNNEL + time + "&basis=PERIOD"), "RETURNED"))
                .isEqualTo(1);
        Api.Answer rows = li.get(FUNNEL + "/customers" + time + "&stage=RETURNED");
        assertThat(rows.json().path("items").size()).isEqualTo(1);
        assertThat(rows.json().at("/items/0/customerName").isNull()).isTrue();
        assertThat(rows.json().at("/items/0/prospectId").isNull()).isTrue();
        assertThat(li.get(FUNNEL + time + "&consultant=" + store.wang().username())
                        .status())
                .as("somebody else's are as if there were nobody of that name")
                .isEqualTo(422);
    }

    @Test
    @DisplayName(
            "days that are none, that stand the wrong way round or lie too far apart, and values nobody has: named, never a 500")
    void refused() {
        Map.of(
                        "?from=gestern", "from",
                        "?from=2026-03-05&to=2026-03-01", "to",
                        "?from=2024-03-05&to=2026-03-01", "to",
                        "?from=2026-03-05&to=2026-03-06&until=2026-03-01", "until",
                        "?source=NOWHERE", "source",
                        "?week=2026-03-03", "week",
                        "?consultant=nobody", "consultant",
                        "?basis=SOMEHOW", "basis",
                        "?from=1026-03-05", "from")
                .forEach((query, field) -> {
                    Api.Answer answer = zhou.get(FUNNEL + query);
                    assertThat(answer.status()).as(query).isEqualTo(422);
                    assertThat(answer.json().path("errors").findValuesAsString("field"))
                            .as(query)
                            .containsExactly(field);
                });
        assertThat(zhou.get(FUNNEL + "?from=2020-01-01&to=2020-12-31&by=MODEL&and=WEEK")
                        .json()
                        .path("slices")
                        .size())
                .as("an empty year")
                .isZero();
        assertThat(sun.get(FUNNEL).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("the workbook has the whole and every slice, stage by stage, and no customer")
    void workbook() throws IOException {
        walkIn(li, "A");
        opened(wang, card("C", "2026-03-05"));
        PlainBrowser manager = PlainBrowser.of(store.zhou().username(), port);
        HttpResponse<byte[]> answer =
                manager.file("/reports/funnel.xlsx?from=2026-03-01&to=2026-03-31&by=SOURCE&and=GRADE");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.size())
                    .as("two lines above, heads, three times eleven")
                    .isEqualTo(3 + 33);
            assertThat(rows.get(2).getCellText(2)).isEqualTo("阶段");
            assertThat(rows.get(3).getCellText(0)).isEqualTo("合计");
            assertThat(rows.get(3).getCellText(3)).isEqualTo("2");
            assertThat(rows.get(14).getCellText(0)).isEqualTo("来店");
            assertThat(rows.get(14).getCellText(1)).isEqualTo("A");
            assertThat(rows).noneMatch(row -> row.toString().contains("张伟"));
        }
    }
}
