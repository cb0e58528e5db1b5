package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.HolidayList;
import io.genjin.followup.CalendarDesk;
import io.genjin.followup.PolicyDesk;
import io.genjin.testing.Api;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Leads from HQ and their 24 hours (R-101, R-102, scenarios 1 to 7). */
class HqLeadScenariosTest extends Stage {

    @Autowired
    PolicyDesk policies;

    @Autowired
    CalendarDesk calendar;

    @Test
    @DisplayName("1: a call with result exactly 24 hours after receipt is on time")
    void onTime() {
        clock.set("2026-03-02T10:00:00");
        String prospect = hqLead("2026-03-02T10:05:00");
        clock.set("2026-03-03T10:00:00");
        recorded(li, prospect, contact("REACHED", "2026-03-10"));
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).isEmpty();
        assertThat(entries(prospect, "FOLLOW_UP_RECORDED")).singleElement().satisfies(entry -> assertThat(
                        entry.at("/details/firstOnTime").asBoolean(false))
                .isTrue());
    }

    @Test
    @DisplayName("2: one second later is late by the actual time, the sales manager sees it, the lead stays open")
    void oneSecondLate() {
        clock.set("2026-03-02T10:00:00");
        String prospect = hqLead("2026-03-02T10:05:00");
        clock.set("2026-03-03T15:00:00");
        Map<String, Object> call = contact("REACHED", "2026-03-10");
        call.put("happenedAt", "2026-03-03T10:00:01+08:00");
        recorded(li, prospect, call);
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).singleElement().satisfies(entry -> assertThat(
                        entry.path("happenedAt").asString(""))
                .startsWith("2026-03-03T10:00:00"));
        assertThat(entries(prospect, "FOLLOW_UP_RECORDED")).singleElement().satisfies(entry -> assertThat(
                        entry.at("/details/firstOnTime").asBoolean(true))
                .isFalse());
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/status")).isEqualTo("FOLLOWING");
    }

    @Test
    @DisplayName("2: a call in time that is typed later is on time")
    void actualTimeCounts() {
        clock.set("2026-03-02T10:00:00");
        String prospect = hqLead("2026-03-02T10:05:00");
        clock.set("2026-03-03T15:00:00");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
        Map<String, Object> call = contact("REACHED", "2026-03-10");
        call.put("happenedAt", "2026-03-03T10:00:00+08:00");
        recorded(li, prospect, call);
        assertThat(entries(prospect, "MISS_WITHDRAWN")).singleElement().satisfies(entry -> assertThat(
                        entry.path("corrects").asString(""))
                .isEqualTo(entries(prospect, "FIRST_FOLLOW_UP_MISSED")
                        .get(0)
                        .path("id")
                        .asString("")));
    }

    @Test
    @DisplayName(
            "3: never followed: after 24 hours the breach is written, it leads the morning list, and it stays open")
    void neverFollowed() {
        opened(li, card("H", "2026-03-03"));
        clock.set("2026-03-02T10:00:00");
        Api.Answer lead =
                wu.post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "陈静", "mobile", newMobile()));
        String prospect = lead.text("/prospectId");
        clock.set("2026-03-03T10:00:01");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
        Api.Answer list = zhou.get("/api/v1/worklist");
        assertThat(list.text("/items/0/prospectId")).isEqualTo(prospect);
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/status")).isEqualTo("LEAD_RECEIVED");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
    }

    @Test
    @DisplayName("4: allocation after 23 hours eats the clock; the breach names the delay and charges both")
    void allocationEatsTheClock() {
        clock.set("2026-03-02T10:00:00");
        String prospect = hqLead("2026-03-03T09:00:00");
        clock.set("2026-03-03T10:30:00");
        recorded(li, prospect, contact("REACHED", "2026-03-10"));
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/allocationMinutes").asInt(0)).isEqualTo(23 * 60);
            assertThat(entry.at("/details/responsible").asString(""))
                    .isEqualTo(store.wu().id().value().toString());
            assertThat(entry.at("/details/owner").asString(""))
                    .isEqualTo(store.li().id().value().toString());
        });
    }

    @Test
    @DisplayName("5: the designated person's own call does not stop the 24 hours")
    void designatedPersonsOwnCall() {
        clock.set("2026-03-02T10:00:00");
        Api.Answer lead =
                wu.post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "陈静", "mobile", newMobile()));
        String prospect = lead.text("/prospectId");
        clock.set("2026-03-02T11:00:00");
        recorded(wu, prospect, contact("REACHED", "2026-03-03"));
        clock.set("2026-03-03T10:00:01");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
    }

    @Test
    @DisplayName("6: the clock runs on the eve of Spring Festival and through it")
    void holiday() {
        clock.set("2026-02-16T16:00:00");
        String prospect = hqLead("2026-02-16T16:10:00");
        clock.set("2026-02-17T16:00:01");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
    }

    @Test
    @DisplayName("6: with the policy that closed days pause the clocks, the lead is due on the first open day")
    void holidayThatPauses() {
        clock.set("2026-02-16T09:00:00");
        Tenancy.within(store.dealership().id(), () -> {
            policies.pause(true, "春节闭店", store.zhou());
            calendar.close(LocalDate.parse("2026-02-17"), "春节", store.zhou());
            calendar.close(LocalDate.parse("2026-02-18"), "春节", store.zhou());
        });
        clock.set("2026-02-16T16:00:00");
        String prospect = hqLead("2026-02-16T16:10:00");
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-02-19T16:00:00"));
        clock.set("2026-02-18T12:00:00");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).isEmpty();
        assertThat(zhou.get("/api/v1/worklist").json().path("items").size()).isZero();
        Api.Answer report = zhou.get("/api/v1/reports/daily?date=2026-02-18");
        assertThat(report.text("/closed/reason")).isEqualTo("春节");
        assertThat(report.json().at("/closed/clocksPaused").asBoolean(false)).isTrue();
        clock.set("2026-02-19T16:00:01");
        sweep.settleFallen();
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).singleElement().satisfies(entry -> assertThat(
                        entry.path("happenedAt").asString(""))
                .startsWith("2026-02-19T16:00:00"));
        int differing = Tenancy.within(
                store.dealership().id(),
                () -> sweep.recompute(store.dealership().id()));
        assertThat(differing).isZero();
    }

    @Test
    @DisplayName(
            "6: closed on Saturdays and Sundays, pausing: over Spring Festival the clock stops, and on the make-up Saturday it runs")
    void makeUpDay() {
        clock.set("2026-02-11T09:00:00");
        Tenancy.within(store.dealership().id(), () -> {
            policies.pause(true, "春节闭店", store.zhou());
            calendar.closeWeekly(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), null, "双休", store.zhou());
            return calendar.take(HolidayList.published(2026).orElseThrow(), store.zhou());
        });
        clock.set("2026-02-14T16:00:00");
        String lead = hqLead("2026-02-14T16:10:00");
        assertThat(ruleDueAt(lead))
                .as("received on the make-up Saturday the 14th; the festival lasts until Monday the 23rd")
                .isEqualTo(at("2026-02-24T16:00:00"));
        clock.set("2026-02-23T12:00:00");
        sweep.settleFallen();
        assertThat(entries(lead, "FIRST_FOLLOW_UP_MISSED")).isEmpty();
        assertThat(zhou.get("/api/v1/reports/daily?date=2026-02-18").text("/closed/reason"))
                .isEqualTo("春节");
        assertThat(zhou.get("/api/v1/reports/daily?date=2026-02-14")
                        .json()
                        .path("closed")
                        .isNull())
                .as("open to make up")
                .isTrue();
        clock.set("2026-02-27T17:00:00");
        String another = hqLead("2026-02-27T17:05:00");
        assertThat(ruleDueAt(another)).as("Saturday the 28th is a working day").isEqualTo(at("2026-02-28T17:00:00"));
        clock.set("2026-03-06T17:00:00");
        String usual = hqLead("2026-03-06T17:05:00");
        assertThat(ruleDueAt(usual)).as("an ordinary weekend").isEqualTo(at("2026-03-09T17:00:00"));
        clock.set("2026-03-09T17:00:01");
        sweep.settleFallen();
        assertThat(entries(usual, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
        int differing = Tenancy.within(
                store.dealership().id(),
                () -> sweep.recompute(store.dealership().id()));
        assertThat(differing).isZero();
    }

    @Test
    @DisplayName("6: closing a day moves what was due behind it, and opening it moves it back")
    void closingADayMovesDues() {
        Tenancy.within(store.dealership().id(), () -> policies.pause(true, "清明闭店", store.zhou()));
        clock.set("2026-03-02T10:00:00");
        String prospect = opened(li, card("H", "2026-03-03"));
        clock.set("2026-03-02T18:00:00");
        recorded(li, prospect, contact("REACHED", "2026-03-04"));
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-03-04T23:59:59"));
        Tenancy.within(
                store.dealership().id(), () -> calendar.close(LocalDate.parse("2026-03-03"), "盘点", store.zhou()));
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-03-05T23:59:59"));
        Tenancy.within(
                store.dealership().id(), () -> calendar.asUsual(LocalDate.parse("2026-03-03"), null, store.zhou()));
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-03-04T23:59:59"));
    }

    @Test
    @DisplayName("7: graded C, an HQ lead still has 24 hours and not 15 days")
    void gradedC() {
        clock.set("2026-03-02T09:00:00");
        String prospect = hqLead("2026-03-02T09:10:00");
        Api.Answer graded = li.post(
                "/api/v1/prospects/" + prospect + "/grade-changes",
                Map.of("grade", "C", "evidence", java.util.List.of("CONFIDENCE", "NEED")));
        assertThat(graded.status()).as(graded.json().toString()).isEqualTo(200);
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-03-03T09:00:00"));
        clock.set("2026-03-03T10:00:00");
        recorded(li, prospect, contact("REACHED", "2026-03-10"));
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
        assertThat(ruleDueAt(prospect)).isEqualTo(at("2026-03-10T23:59:59"));
    }

    @Test
    @DisplayName("the same lead again gives the same answer; the same number again leads to its prospect")
    void idempotent() {
        Map<String, Object> body =
                Map.of("source", "HQ_ALLOCATED", "externalId", "HQ-1", "customerName", "陈静", "mobile", newMobile());
        Api.Answer first = wu.post("/api/v1/leads", body);
        Api.Answer again = wu.post("/api/v1/leads", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        Api.Answer same = wu.post(
                "/api/v1/leads", Map.of("source", "HOTLINE_800", "customerName", "陈小姐", "mobile", body.get("mobile")));
        assertThat(same.text("/duplicateOf")).isEqualTo(first.text("/prospectId"));
    }
}
