package io.genjin.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The opening calendar of a dealership over the API. */
@GenjinTest
class CalendarTest {

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @LocalServerPort
    int port;

    private Api zhou;
    private Api li;

    @BeforeEach
    void found() {
        clock.set("2026-03-02T09:00");
        TestStores.Store store = stores.found();
        zhou = Api.as(store.zhou().username(), port);
        li = Api.as(store.li().username(), port);
    }

    private static Api.Answer put(Api who, String path, Object body) {
        return who.send("PUT", path, body, Map.of());
    }

    private static List<String> closed(Api.Answer calendar) {
        List<String> days = new ArrayList<>();
        calendar.json().path("closed").forEach(day -> days.add(day.asString("")));
        return days;
    }

    @Test
    @DisplayName("a new dealership is open every day; its clocks do not pause")
    void nothing_entered() {
        Api.Answer calendar = li.get("/api/v1/calendar?from=2026-10-01&to=2026-10-31");
        assertThat(calendar.json().path("openDays").asInt()).isEqualTo(31);
        assertThat(calendar.json().path("pauseOnClosedDays").asBoolean(true)).isFalse();
        assertThat(closed(calendar)).isEmpty();
        assertThat(li.get("/api/v1/calendar?from=2026-10-02&to=2026-10-01").status())
                .isEqualTo(422);
        assertThat(li.get("/api/v1/calendar?from=2020-10-02&to=2026-10-01").status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("the calendar from today on is replaced as a whole; a make-up Sunday is open, days that are over stay")
    void replaced() {
        Map<String, Object> body = Map.of(
                "weeklyClosed",
                List.of("SUNDAY"),
                "days",
                List.of(
                        Map.of("day", "2026-03-03", "until", "2026-03-04", "open", false, "reason", "盘点"),
                        Map.of("day", "2026-03-15", "open", true, "reason", "店庆")),
                "reason",
                "春季安排");
        Api.Answer put = put(zhou, "/api/v1/calendar", body);
        assertThat(put.status()).as(put.json().toString()).isEqualTo(200);
        assertThat(closed(li.get("/api/v1/calendar?from=2026-03-01&to=2026-03-23")))
                .as("Sunday the 1st is over, the 15th is made up")
                .containsExactly("2026-03-03", "2026-03-04", "2026-03-08", "2026-03-22");
        clock.set("2026-03-09T09:00");
        assertThat(put(zhou, "/api/v1/calendar", Map.of("weeklyClosed", List.of(), "days", List.of(), "reason", "旺季"))
                        .status())
                .isEqualTo(200);
        assertThat(closed(li.get("/api/v1/calendar?from=2026-03-01&to=2026-03-31")))
                .containsExactly("2026-03-03", "2026-03-04", "2026-03-08");
        assertThat(put(li, "/api/v1/calendar", body).status())
                .as("a consultant")
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "a calendar that never opens, one about the past and one without a reason are refused, and nothing changes")
    void refused() {
        List<String> all = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
        assertThat(put(zhou, "/api/v1/calendar", Map.of("weeklyClosed", all, "reason", "关门"))
                        .status())
                .isEqualTo(422);
        assertThat(put(
                                zhou,
                                "/api/v1/calendar",
                                Map.of(
                                        "days",
                                        List.of(Map.of("day", "2026-03-01", "open", false, "reason", "昨天")),
                                        "reason",
                                        "补登"))
                        .status())
                .isEqualTo(422);
        assertThat(put(zhou, "/api/v1/calendar", Map.of("weeklyClosed", List.of("SUNDAY")))
                        .status())
                .isEqualTo(422);
        assertThat(put(zhou, "/api/v1/calendar", Map.of("weeklyClosed", List.of("FUNDAY"), "reason", "x"))
                        .status())
                .isIn(400, 422);
        assertThat(closed(li.get("/api/v1/calendar"))).isEmpty();
    }
}
