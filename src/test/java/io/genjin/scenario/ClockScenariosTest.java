package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Frequency;
import io.genjin.followup.PolicyDesk;
import io.genjin.shared.Grade;
import io.genjin.testing.Api;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rhythms, regrading, promises and the morning list (scenarios 12, 14, 15, 18 to 20). */
class ClockScenariosTest extends Stage {

    @Autowired
    PolicyDesk policies;

    @Test
    @DisplayName("12: H contacted on the 1st is due at the end of the 3rd; on the 4th it is overdue by one")
    void gradeHInterval() {
        clock.set("2026-03-01T09:00");
        String prospect = opened(li, card("H", "2026-03-02"));
        clock.set("2026-03-01T18:00");
        recorded(li, prospect, contact("REACHED", "2026-03-03"));
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-03-03T23:59:59"));
        clock.set("2026-03-03T23:50");
        sweep.settleFallen();
        assertThat(entries(prospect, "RHYTHM_MISSED")).isEmpty();
        clock.set("2026-03-04T08:00");
        sweep.settleFallen();
        assertThat(entries(prospect, "RHYTHM_MISSED")).hasSize(1);
        assertThat(zhou.get("/api/v1/worklist")
                        .json()
                        .at("/items/0/overdueDays")
                        .asInt(0))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "13: contacts on both ends of an A cycle fulfil it; on the middle day only, two calls count as one and one is missed")
    void twoInThreeDays() {
        String prospect = opened(li, card("A", "2026-03-03"));
        clock.set("2026-03-02T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-04"));
        clock.set("2026-03-04T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-06"));
        clock.set("2026-03-05T00:00:30");
        sweep.settleFallen();
        assertThat(entries(prospect, "RHYTHM_MISSED"))
                .as("the 2nd and the 4th fulfil the cycle of the 2nd to the 4th")
                .isEmpty();

        clock.set("2026-03-06T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-07"));
        clock.set("2026-03-06T15:00");
        recorded(li, prospect, contact("REACHED", "2026-03-07"));
        clock.set("2026-03-07T23:59:59");
        sweep.settleFallen();
        assertThat(entries(prospect, "RHYTHM_MISSED"))
                .as("inside the cycle nothing is missed")
                .isEmpty();
        clock.set("2026-03-08T00:00:30");
        sweep.settleFallen();
        assertThat(entries(prospect, "RHYTHM_MISSED")).singleElement().satisfies(entry -> assertThat(
                        entry.path("happenedAt").asString(""))
                .startsWith("2026-03-07T23:59:59"));
        assertThat(ruleDueAt(prospect)).as("the next cycle's first contact").isEqualTo(at("2026-03-09T23:59:59"));
    }

    @Test
    @DisplayName("14: A is denser than H; switching to 3天1次 changes due dates only from the next cycle")
    void aAgainstH() {
        String prospect = opened(li, card("A", "2026-03-04"));
        clock.set("2026-03-02T18:00");
        recorded(li, prospect, contact("REACHED", "2026-03-04"));
        Instant running = ruleDueAt(prospect);
        assertThat(running).isEqualTo(at("2026-03-04T23:59:59"));
        clock.set("2026-03-03T09:00");
        Tenancy.within(
                store.dealership().id(),
                () -> policies.change(Map.of(Grade.A, new Frequency(1, 3)), "印刷疑误", store.zhou()));
        assertThat(ruleDueAt(prospect)).isEqualTo(running);
        clock.set("2026-03-04T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-07"));
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-03-07T23:59:59"));
    }

    @Test
    @DisplayName("15: C due in five days, regraded H with evidence: due at the end of the day after tomorrow")
    void raised() {
        String prospect = opened(li, card("C", "2026-03-10"));
        clock.set("2026-03-02T18:00");
        recorded(li, prospect, contact("REACHED", "2026-03-09"));
        clock.set("2026-03-04T09:00");
        Api.Answer raised = li.post(
                "/api/v1/prospects/" + prospect + "/grade-changes",
                Map.of("grade", "H", "evidence", List.of("CONFIDENCE", "NEED", "PURCHASING_POWER")));
        assertThat(raised.status()).as(raised.json().toString()).isEqualTo(200);
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-03-06T23:59:59"));
        assertThat(raised.text("/nextFollowUp/date")).isEqualTo("2026-03-06");
        assertThat(entries(prospect, "GRADE_CHANGED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/before").asString("")).isEqualTo("C");
            assertThat(entry.at("/details/evidence").size()).isEqualTo(3);
        });
        assertThat(entries(prospect, "RESCHEDULED")).hasSize(1);
    }

    @Test
    @DisplayName("18: N received on 31 January has until the end of 28 February")
    void oneMonth() {
        clock.set("2026-01-31T09:00");
        Map<String, Object> card = card("N", "2026-02-28");
        card.put("gradeEvidence", List.of());
        String prospect = opened(li, card);
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-02-28T23:59:59"));
        Map<String, Object> late = card("N", "2026-03-01");
        late.put("gradeEvidence", List.of());
        Api.Answer refused = li.post("/api/v1/prospects", late);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().toString()).contains("2026-02-28");
    }

    @Test
    @DisplayName("19: moving the next date without a reason is refused; with one, old, new and reason are kept")
    void reschedule() {
        String prospect = opened(li, card("B", "2026-03-05"));
        String here = "/api/v1/prospects/" + prospect;
        Api.Answer refused = li.post(here + "/reschedules", Map.of("nextDate", "2026-03-06"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").toString()).contains("\"reason\"");
        assertThat(li.get(here).text("/nextFollowUp/date")).isEqualTo("2026-03-05");
        Api.Answer moved = li.post(here + "/reschedules", Map.of("nextDate", "2026-03-06", "reason", "客户出差"));
        assertThat(moved.status()).as(moved.json().toString()).isEqualTo(200);
        assertThat(moved.text("/nextFollowUp/date")).isEqualTo("2026-03-06");
        assertThat(entries(prospect, "RESCHEDULED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/oldDate").asString("")).isEqualTo("2026-03-05");
            assertThat(entry.at("/details/nextDate").asString("")).isEqualTo("2026-03-06");
            assertThat(entry.at("/details/reason").asString("")).isEqualTo("客户出差");
            assertThat(entry.at("/actor/username").asString(""))
                    .isEqualTo(store.li().username());
        });
    }

    @Test
    @DisplayName("a next date after the latest day names that day, unless a late reason says why")
    void lateReason() {
        String prospect = opened(li, card("H", "2026-03-03"));
        clock.set("2026-03-02T18:00");
        String here = "/api/v1/prospects/" + prospect + "/follow-ups";
        Api.Answer refused = li.post(here, contact("REACHED", "2026-03-09"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").toString())
                .contains("2026-03-04")
                .contains("nextDate");
        assertThat(entries(prospect, "FOLLOW_UP_RECORDED")).isEmpty();
        Map<String, Object> excused = contact("REACHED", "2026-03-09");
        excused.put("lateReason", "客户出国到 8 日");
        recorded(li, prospect, excused);
        clock.set("2026-03-05T09:00");
        sweep.settleFallen();
        assertThat(entries(prospect, "RHYTHM_MISSED")).singleElement().satisfies(entry -> assertThat(
                        entry.at("/details/excused").asBoolean(false))
                .isTrue());
    }

    @Test
    @DisplayName("20: at 07:30 the list is exactly what is due or overdue, per consultant; the download is logged")
    void morningList() throws IOException {
        clock.set("2026-03-01T09:00");
        String overdue = opened(li, card("B", "2026-03-02"));
        String dueH = opened(wang, card("H", "2026-03-02"));
        String dueC = opened(li, card("C", "2026-03-03"));
        opened(li, card("B", "2026-03-04"));
        clock.set("2026-03-01T18:00");
        recorded(wang, dueH, contact("REACHED", "2026-03-03"));
        clock.set("2026-03-03T07:30");
        List<String> all = ids(zhou.get("/api/v1/worklist?date=2026-03-03"));
        assertThat(all).containsExactly(overdue, dueH, dueC);
        assertThat(ids(zhou.get("/api/v1/worklist?consultant=" + store.li().username())))
                .containsExactly(overdue, dueC);
        assertThat(ids(li.get("/api/v1/worklist"))).containsExactly(overdue, dueC);
        Api.Answer sheet = zhou.get("/api/v1/worklist.xlsx");
        assertThat(sheet.status()).isEqualTo(200);
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(sheet.response().body()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(1).getCellAsString(1)).hasValue("张伟");
            assertThat(rows.get(1).getCellAsDate(4)).hasValue(LocalDateTime.parse("2026-03-02T23:59:59"));
            assertThat(rows.get(1).getCellAsString(2).orElseThrow()).contains("****");
        }
        Integer looks = Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select count(*) from access_record where dealership_id = :dealership and staff_id = :zhou")
                        .param("dealership", store.dealership().id().value())
                        .param("zhou", store.zhou().id().value())
                        .query(Integer.class)
                        .single()));
        assertThat(looks).isEqualTo(1);
    }

    private static List<String> ids(Api.Answer list) {
        assertThat(list.status()).isEqualTo(200);
        return StreamSupport.stream(list.json().path("items").spliterator(), false)
                .map(item -> item.path("prospectId").asString(""))
                .toList();
    }

    @Test
    @DisplayName("what is stored is what the clocks say: comparing at night finds nothing")
    void nothingDiffers() {
        String first = opened(li, card("H", "2026-03-03"));
        String second = opened(wang, card("A", "2026-03-04"));
        clock.set("2026-03-02T18:00");
        recorded(li, first, contact("NOT_REACHED", "2026-03-03"));
        recorded(wang, second, contact("REACHED", "2026-03-04"));
        clock.set("2026-03-20T02:30");
        sweep.settleFallen();
        int differing = Tenancy.within(
                store.dealership().id(),
                () -> sweep.recompute(store.dealership().id()));
        assertThat(differing).isZero();
    }
}
