package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.followup.CalendarDesk;
import io.genjin.followup.PolicyDesk;
import io.genjin.hqlead.WarningDesk;
import io.genjin.testing.Api;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The 24 hours of an HQ lead with their warnings, breach and daily status (R-101, R-102, scenarios 3 to 6). */
class HqLeadClockScenariosTest extends Stage {

    @Autowired
    WarningDesk warnings;

    @Autowired
    PolicyDesk policies;

    @Autowired
    CalendarDesk calendar;

    private String lead;

    /** What every job does when it comes, at a moment. */
    private void jobsAt(String moment) {
        clock.set(moment);
        sweep.settleFallen(store.dealership().id());
        warnings.warn(store.dealership().id());
    }

    private String received(String at) {
        clock.set(at);
        Api.Answer answer =
                wu.post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "陈静", "mobile", newMobile()));
        lead = answer.text("/id");
        return answer.text("/prospectId");
    }

    private void given(String at) {
        clock.set(at);
        Api.Answer answer = wu.post(
                "/api/v1/leads/" + lead + "/allocation", Map.of("to", store.li().username()));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    private List<String> warned(String prospect) {
        return entries(prospect, "HQ_LEAD_WARNED").stream()
                .sorted(Comparator.comparing(entry -> entry.path("happenedAt").asString("")))
                .map(entry -> entry.at("/details/step").asString("") + " "
                        + entry.at("/details/hours").asInt(0) + " "
                        + entry.at("/details/allocated").asBoolean(false))
                .toList();
    }

    private JsonNode onBoard(String prospect) {
        for (JsonNode item : wu.get("/api/v1/hq-leads").json().path("items")) {
            if (item.path("prospectId").asString("").equals(prospect)) {
                return item;
            }
        }
        throw new AssertionError("not on the board: " + prospect);
    }

    @Test
    @DisplayName(
            "3: no follow-up: warned at 4, 12 and 20 hours, at 24 the breach; first in the morning list; its status must be"
                    + " recorded; not closed")
    void neverFollowed() {
        String prospect = received("2026-03-02T10:00:00");
        jobsAt("2026-03-02T13:59:59");
        assertThat(warned(prospect)).isEmpty();
        jobsAt("2026-03-02T14:00:00");
        jobsAt("2026-03-02T14:01:00");
        assertThat(warned(prospect)).containsExactly("UNALLOCATED 4 false");
        assertThat(onBoard(prospect).path("warned").asString("")).isEqualTo("UNALLOCATED");
        given("2026-03-02T15:00:00");
        jobsAt("2026-03-02T22:00:00");
        jobsAt("2026-03-03T06:00:30");
        assertThat(warned(prospect)).containsExactly("UNALLOCATED 4 false", "FIRST 12 true", "SECOND 20 true");
        assertThat(entries(prospect, "HQ_LEAD_WARNED").get(0).path("happenedAt").asString(""))
                .startsWith("2026-03-03T06:00:00");
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).isEmpty();
        jobsAt("2026-03-03T10:00:00");
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).isEmpty();
        jobsAt("2026-03-03T10:00:01");
        jobsAt("2026-03-03T10:01:00");
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
        assertThat(warned(prospect)).hasSize(3);
        assertThat(zhou.get("/api/v1/notices").json().toString()).contains("FIRST_FOLLOW_UP_MISSED");
        assertThat(zhou.get("/api/v1/worklist").text("/items/0/prospectId")).isEqualTo(prospect);
        Api.Answer missing = wu.get("/api/v1/hq-leads?show=unrecorded");
        assertThat(missing.text("/items/0/prospectId")).isEqualTo(prospect);
        assertThat(missing.text("/items/0/onTime")).isEqualTo("LATE");
        Api.Answer recorded =
                wu.post("/api/v1/hq-leads/" + prospect + "/status", Map.of("status", "ALLOCATED", "remark", "已提醒李娜"));
        assertThat(recorded.status()).as(recorded.json().toString()).isEqualTo(200);
        assertThat(recorded.text("/recorded/status")).isEqualTo("ALLOCATED");
        assertThat(wu.get("/api/v1/hq-leads?show=unrecorded")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/status")).isEqualTo("ASSIGNED");
        clock.set("2026-03-04T09:00:00");
        assertThat(wu.get("/api/v1/hq-leads?show=unrecorded").text("/items/0/prospectId"))
                .as("every day anew")
                .isEqualTo(prospect);
    }

    @Test
    @DisplayName(
            "4: allocated after 23 hours, called after 90 minutes: late, 23 hours of the designated person and one of Li")
    void allocationEatsTheClock() {
        String prospect = received("2026-03-02T10:00:00");
        given("2026-03-03T09:00:00");
        jobsAt("2026-03-03T10:00:01");
        clock.set("2026-03-03T10:30:00");
        recorded(li, prospect, contact("REACHED", "2026-03-10"));
        JsonNode breach = entries(prospect, "FIRST_FOLLOW_UP_MISSED").get(0).path("details");
        assertThat(breach.path("allocationMinutes").asInt(0)).isEqualTo(23 * 60);
        assertThat(breach.path("consultantMinutes").asInt(0)).isEqualTo(60);
        JsonNode row = onBoard(prospect);
        assertThat(row.path("onTime").asString("")).isEqualTo("LATE");
        assertThat(row.at("/shares/0/person/username").asString(""))
                .isEqualTo(store.wu().username());
        assertThat(row.at("/shares/0/minutes").asInt(0)).isEqualTo(23 * 60);
        assertThat(row.at("/shares/1/person/username").asString(""))
                .isEqualTo(store.li().username());
        assertThat(row.at("/shares/1/minutes").asInt(0)).isEqualTo(60);
    }

    @Test
    @DisplayName("5: the designated person without an SC's duty calls the customer: clock and warnings go on")
    void designatedPersonsOwnCall() {
        String prospect = received("2026-03-02T10:00:00");
        clock.set("2026-03-02T11:00:00");
        recorded(wu, prospect, contact("REACHED", "2026-03-03"));
        jobsAt("2026-03-02T14:00:00");
        jobsAt("2026-03-02T22:00:00");
        assertThat(warned(prospect)).containsExactly("UNALLOCATED 4 false", "FIRST 12 false");
        assertThat(onBoard(prospect).path("firstFollowUpAt").isNull()).isTrue();
        jobsAt("2026-03-03T10:00:01");
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
    }

    @Test
    @DisplayName("6: on the eve of Spring Festival the clock runs on while closed, and the consultant is warned")
    void festivalEve() {
        Tenancy.within(store.dealership().id(), () -> {
            calendar.close(LocalDate.parse("2026-03-17"), "春节", store.zhou());
            calendar.close(LocalDate.parse("2026-03-18"), "春节", store.zhou());
        });
        String prospect = received("2026-03-16T16:00:00");
        given("2026-03-16T16:10:00");
        jobsAt("2026-03-17T04:00:00");
        assertThat(warned(prospect)).containsExactly("FIRST 12 true");
        assertThat(li.get("/api/v1/notices").json().toString()).contains("HQ_LEAD_WARNED");
        jobsAt("2026-03-17T16:00:01");
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
    }

    @Test
    @DisplayName(
            "6: with the policy that closed days pause, warnings and limit lie behind them, and the feedback says so")
    void festivalThatPauses() {
        Tenancy.within(store.dealership().id(), () -> {
            policies.pause(true, "春节闭店", store.zhou());
            calendar.close(LocalDate.parse("2026-03-17"), "春节", store.zhou());
            calendar.close(LocalDate.parse("2026-03-18"), "春节", store.zhou());
        });
        String prospect = received("2026-03-16T16:00:00");
        given("2026-03-16T16:10:00");
        jobsAt("2026-03-18T23:59:00");
        assertThat(warned(prospect)).isEmpty();
        jobsAt("2026-03-19T04:00:00");
        assertThat(warned(prospect)).containsExactly("FIRST 12 true");
        assertThat(wu.get("/api/v1/hq-feedback?date=2026-03-18").text("/leads/0/dueAt"))
                .startsWith("2026-03-19T16:00:00");
        jobsAt("2026-03-19T16:00:01");
        JsonNode breach = entries(prospect, "FIRST_FOLLOW_UP_MISSED").get(0).path("details");
        assertThat(breach.path("allocationMinutes").asInt(0)
                        + breach.path("consultantMinutes").asInt(0))
                .as("the closed days are nobody's")
                .isEqualTo(24 * 60);
    }

    @Test
    @DisplayName(
            "a job that was away tells only the newest step, and none once the lead was followed or the limit is over")
    void catchingUp() {
        String prospect = received("2026-03-02T10:00:00");
        jobsAt("2026-03-03T07:00:00");
        assertThat(warned(prospect)).containsExactly("SECOND 20 false");
        jobsAt("2026-03-03T08:00:00");
        assertThat(warned(prospect)).hasSize(1);

        String followed = received("2026-03-04T10:00:00");
        given("2026-03-04T11:00:00");
        clock.set("2026-03-05T07:00:00");
        recorded(li, followed, contact("NOT_REACHED", "2026-03-06"));
        jobsAt("2026-03-05T07:30:00");
        assertThat(warned(followed)).isEmpty();

        String over = received("2026-03-06T10:00:00");
        jobsAt("2026-03-07T10:00:01");
        assertThat(warned(over)).isEmpty();
        assertThat(entries(over, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
    }

    @Test
    @DisplayName("eight nodes at once warn once")
    void severalNodes() throws Exception {
        String prospect = received("2026-03-02T10:00:00");
        clock.set("2026-03-02T14:00:00");
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> job = () -> warnings.warn(store.dealership().id());
            int told = 0;
            for (Future<Integer> one :
                    nodes.invokeAll(IntStream.range(0, 8).mapToObj(node -> job).toList())) {
                told += one.get();
            }
            assertThat(told).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(warned(prospect)).hasSize(1);
    }

    @Test
    @DisplayName(
            "R-101: suggested statuses are confirmed at once, once a day; what a person says stands beside; numbers are refused")
    void dailyStatus() {
        String one = received("2026-03-02T10:00:00");
        String two = received("2026-03-02T10:05:00");
        given("2026-03-02T10:10:00");
        recorded(li, two, contact("REACHED", "2026-03-05"));
        Api.Answer said =
                wu.post("/api/v1/hq-leads/" + two + "/status", Map.of("status", "DORMANT", "remark", "客户出差，三月底再谈"));
        assertThat(said.status()).isEqualTo(200);
        assertThat(wu.post("/api/v1/hq-leads/statuses", Map.of())
                        .json()
                        .path("recorded")
                        .asInt(-1))
                .isEqualTo(1);
        assertThat(wu.post("/api/v1/hq-leads/statuses", Map.of())
                        .json()
                        .path("recorded")
                        .asInt(-1))
                .isZero();
        assertThat(entries(one, "HQ_STATUS_RECORDED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/status").asString("")).isEqualTo("NEW");
            assertThat(entry.at("/details/day").asString("")).isEqualTo("2026-03-02");
        });
        assertThat(entries(two, "HQ_STATUS_RECORDED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/status").asString("")).isEqualTo("DORMANT");
            assertThat(entry.at("/details/suggested").asString("")).isEqualTo("FOLLOWED");
        });
        Api.Answer number = wu.post(
                "/api/v1/hq-leads/" + two + "/status", Map.of("status", "FOLLOWED", "remark", "手机 13800138000"));
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.text("/errors/0/field")).isEqualTo("remark");
        Api.Answer unsaid = wu.post("/api/v1/hq-leads/" + two + "/status", Map.of());
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text("/errors/0/field")).isEqualTo("status");
        assertThat(li.post("/api/v1/hq-leads/statuses", Map.of()).status()).isEqualTo(403);
        String ownCard = opened(li, card("B", "2026-03-05"));
        assertThat(wu.post("/api/v1/hq-leads/" + ownCard + "/status", Map.of("status", "FOLLOWED"))
                        .status())
                .as("no lead of HQ")
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "the board: those nobody followed first, the longest waiting above, page by page; nothing of other stores")
    void board() {
        String followed = received("2026-03-02T09:00:00");
        given("2026-03-02T09:10:00");
        recorded(li, followed, contact("REACHED", "2026-03-05"));
        String later = received("2026-03-02T11:00:00");
        String never = received("2026-03-02T10:00:00");
        clock.set("2026-03-02T12:00:00");
        Api.Answer first = wu.get("/api/v1/hq-leads?limit=2");
        assertThat(first.text("/items/0/prospectId")).isEqualTo(never);
        assertThat(first.json().at("/items/0/minutesLeft").asInt(0)).isEqualTo(22 * 60);
        assertThat(first.text("/items/1/prospectId")).isEqualTo(later);
        Api.Answer second = wu.get("/api/v1/hq-leads?limit=2&cursor=" + first.text("/next"));
        assertThat(second.json().path("items").size()).isEqualTo(1);
        assertThat(second.text("/items/0/prospectId")).isEqualTo(followed);
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(second.text("/items/0/suggestedStatus")).isEqualTo("FOLLOWED");
        assertThat(wu.get("/api/v1/hq-leads?cursor=xyz").status()).isEqualTo(422);
        assertThat(li.get("/api/v1/hq-leads").status()).isEqualTo(403);
        Api elsewhere = Api.as(stores.found().wu().username(), port);
        assertThat(elsewhere.get("/api/v1/hq-leads").json().path("items").size())
                .isZero();
        assertThat(elsewhere
                        .post("/api/v1/hq-leads/" + never + "/status", Map.of("status", "NEW"))
                        .status())
                .isEqualTo(404);
    }
}
