package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.followup.Escalations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The machine's clock jumps, by a day forth and back, over the end of a year and a 29 February (S-R62a). */
class ClockJumpScenariosTest extends Stage {

    @Autowired
    Escalations escalations;

    private void look(String moment) {
        clock.set(moment);
        sweep.settleFallen(store.dealership().id());
        escalations.raise(store.dealership().id());
    }

    @ParameterizedTest(name = "opened {0}, promised for {1}")
    @CsvSource({
        "2028-02-28T10:00, 2028-02-29, 2028-02-29T10:00, 2028-02-29T10:00:01, 2028-02-28T10:00:01, 2028-03-01T00:00:01",
        "2026-12-31T22:00, 2027-01-01, 2027-01-01T22:00, 2027-01-01T22:00:01, 2026-12-31T22:00:01, 2027-01-02T00:00:01"
    })
    @DisplayName(
            "S-R62a: a clock that runs a day ahead, is set back and comes there again writes each miss and each step up once, at its"
                    + " moment, and nobody is signed out by it")
    void forth_and_back(String opened, String promised, String due, String missed, String back, String dayAfter) {
        clock.set(opened);
        String prospect = opened(li, card("H", promised));
        assertThat(ruleDueAt(prospect)).isEqualTo(at(due + ":00"));

        look(missed);
        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
        look(dayAfter);
        assertThat(entries(prospect, "ESCALATED")).hasSize(1);
        look(back);
        look(missed);
        look(dayAfter);

        assertThat(entries(prospect, "FIRST_FOLLOW_UP_MISSED")).hasSize(1);
        assertThat(entries(prospect, "ESCALATED")).hasSize(1);
        assertThat(sweep.recompute(store.dealership().id())).isZero();
    }

    @Test
    @DisplayName("S-R62a: who signed in while the clock ran ahead works on when it is set right")
    void signed_in_while_it_ran_ahead() {
        clock.set("2026-03-03T09:00");
        assertThat(wang.get("/api/v1/me").status()).isEqualTo(200);
        clock.set("2026-03-02T09:00");

        assertThat(wang.get("/api/v1/me").status()).isEqualTo(200);
    }
}
