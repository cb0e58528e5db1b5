package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.ratio.StandingKeeping;
import io.genjin.report.DayKeeping;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Somebody doubts a number of a report and has what is kept compared with the journal. */
class KeptNumbersTest extends Stage {

    private static final String COMPARISONS = "/api/v1/reports/kept-numbers/comparisons";
    private static final String MARCH = "/api/v1/reports/rows?figure=NEW_PROSPECTS&from=2026-03-01&until=2026-03-31";

    @Autowired
    DayKeeping days;

    @Autowired
    StandingKeeping standings;

    private int behindItsBack(String sql) {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(sql)
                        .param("dealership", store.dealership().id().value())
                        .update()));
    }

    private long contactsOfMarch() {
        return zhou.get("/api/v1/reports/daily?date=2026-03-31")
                .json()
                .at("/rows/0/values/TOTAL_CONTACTS/month")
                .asLong();
    }

    @Test
    @DisplayName(
            "a manager compares with one click: a sentence says which days and how many cases differed, they are counted anew from the"
                    + " journal, the journal says so, and the next comparison finds nothing; of days older than two months too")
    void compared() {
        String prospect = opened(li, card("B", "2026-03-04"));
        recorded(li, prospect, contact("REACHED", "2026-03-05"));
        clock.set("2026-06-20T09:00");
        days.keep(store.dealership().id());
        standings.keep(store.dealership().id());
        Api.Answer equal = zhou.post(COMPARISONS, Map.of());
        assertThat(equal.status()).as(equal.json().toString()).isEqualTo(200);
        assertThat(equal.json().path("equal").asBoolean(false)).isTrue();
        assertThat(equal.text("/from")).isEqualTo("2026-03-02");
        assertThat(equal.text("/until")).isEqualTo("2026-06-19");
        assertThat(contactsOfMarch()).isEqualTo(1);

        assertThat(behindItsBack(
                        "delete from figure_day where dealership_id = :dealership and day = date '2026-03-02'"))
                .isPositive();
        assertThat(behindItsBack("delete from case_standing where dealership_id = :dealership"))
                .isPositive();
        assertThat(contactsOfMarch()).as("the report believes what is kept").isZero();
        PlainBrowser browser = PlainBrowser.of(store.zhou().username(), TestStores.PASSWORD, port);
        assertThat(browser.get("/quality").body()).contains("/reports/kept-numbers");
        browser.get("/reports/kept-numbers");
        assertThat(browser.post("/reports/kept-numbers/comparisons", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/reports/kept-numbers").body())
                .contains("有 1 天的数字与流水不同：3月2日", "1 个客户的状态与流水不同", "都已按流水重算", "周强");
        assertThat(contactsOfMarch()).isEqualTo(1);

        JsonNode recent = zhou.get(COMPARISONS).json();
        assertThat(recent.size()).isEqualTo(2);
        assertThat(recent.at("/0/days").asInt()).isEqualTo(1);
        assertThat(recent.at("/0/differing/0").asString("")).isEqualTo("2026-03-02");
        assertThat(recent.at("/0/cases").asInt()).isEqualTo(1);
        Api admin = Api.whenAsked(store.admin().username(), port);
        assertThat(admin.post(COMPARISONS, Map.of()).json().path("equal").asBoolean(false))
                .isTrue();
    }

    @Test
    @DisplayName("a house in which nothing was ever written has nothing to compare and says so; consultants may not")
    void nothingKept() {
        Api.Answer answer = zhou.post(COMPARISONS, Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("equal").asBoolean(false)).isTrue();
        assertThat(answer.json().path("from").isNull()).isTrue();
        assertThat(answer.text("/sentence")).isNotBlank();
        for (Api who : List.of(li, chen, sun)) {
            assertThat(who.post(COMPARISONS, Map.of()).status()).isEqualTo(403);
            assertThat(who.get(COMPARISONS).status()).isEqualTo(403);
        }
    }
}
