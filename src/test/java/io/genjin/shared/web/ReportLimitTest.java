package io.genjin.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Reports take half of the connections at most (S-R62b). */
class ReportLimitTest {

    private final ReportLimit limit = new ReportLimit(2, Duration.ZERO);

    private void ask(String path, FilterChain within) throws Exception {
        limit.doFilter(new MockHttpServletRequest("GET", path), new MockHttpServletResponse(), within);
    }

    @Test
    @DisplayName(
            "S-R62b: while two reports are made a third is told to come again, people at work are served, and the next report is")
    void a_third_waits() throws Exception {
        List<String> served = new ArrayList<>();
        ask(
                "/reports/daily",
                (one, answer) -> asking(() -> ask("/worklist.xlsx", (two, other) -> {
                    for (String third : List.of(
                            "/api/v1/reports/ratios", "/reports", "/process/events.csv", "/dealerships/compare.xlsx")) {
                        assertThatThrownBy(() -> ask(third, (three, none) -> served.add(third)))
                                .isInstanceOf(ReportsBusy.class);
                    }
                    for (String work : List.of("/today", "/prospects", "/api/v1/prospects", "/worklist", "/reportsx")) {
                        asking(() -> ask(work, (three, answered) -> served.add(work)));
                    }
                })));
        assertThat(served).containsExactly("/today", "/prospects", "/api/v1/prospects", "/worklist", "/reportsx");

        ask("/reports/daily", (next, answer) -> served.add("next"));
        assertThat(served).endsWith("next");
        assertThat(Outage.behind(new ReportsBusy())).contains(Outage.BUSY);
    }

    @Test
    @DisplayName("a report that fails gives its place back")
    void a_failed_one_gives_its_place_back() throws Exception {
        for (int report = 0; report < 3; report++) {
            assertThatThrownBy(() -> ask("/reports/daily", (one, answer) -> {
                        throw new IllegalStateException("of this test");
                    }))
                    .hasMessage("of this test");
        }
    }

    private interface Asking {
        void ask() throws Exception;
    }

    private static void asking(Asking what) {
        try {
            what.ask();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
