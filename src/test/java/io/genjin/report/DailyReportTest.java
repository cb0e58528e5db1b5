package io.genjin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.followup.ContactWay;
import io.genjin.followup.Outcome;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the daily report counts, figure by figure (domain 4.1 to 4.3, 4.7). */
class DailyReportTest extends ReportStage {

    private StaffMember li;
    private StaffMember wang;

    @BeforeEach
    void meet() {
        li = store.li();
        wang = store.wang();
    }

    @Test
    @DisplayName("a customer counts once per way and day, an unanswered call and a letter do not")
    void contacts() {
        ProspectId id = opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-04");
        clock.set("2026-03-02T10:00");
        contacted(id, li, ContactWay.PHONE, Outcome.REACHED, null, day("2026-03-04"));
        assertThat(read(Figure.TOTAL_CONTACTS, li, "2026-03-02")).isEqualTo("1 / 1");
        contacted(id, li, ContactWay.WECHAT, Outcome.REACHED, null, day("2026-03-04"));
        contacted(id, li, ContactWay.VISIT_OUT, Outcome.NOT_REACHED, null, day("2026-03-04"));
        contacted(id, li, ContactWay.POST, Outcome.REACHED, null, day("2026-03-04"));
        assertThat(read(Figure.TOTAL_CONTACTS, li, "2026-03-02")).isEqualTo("2 / 2");
        clock.set("2026-03-03T10:00");
        contacted(id, li, ContactWay.PHONE, Outcome.REACHED, null, day("2026-03-05"));
        assertThat(read(Figure.TOTAL_CONTACTS, li, "2026-03-03")).isEqualTo("1 / 3");
        assertThat(read(Figure.TOTAL_CONTACTS, null, "2026-03-02")).isEqualTo("2 / 2");
    }

    @Test
    @DisplayName("the first day in the showroom is the first visit, each later day one return visit")
    void visits() {
        ProspectId id = opened(li, Source.WALK_IN, Grade.B, "2026-03-04");
        clock.set("2026-03-02T17:00");
        contacted(id, li, ContactWay.SHOWROOM, Outcome.REACHED, null, day("2026-03-04"));
        assertThat(read(Figure.FIRST_VISITS, li, "2026-03-02")).isEqualTo("1 / 1");
        assertThat(read(Figure.RETURN_VISITS, li, "2026-03-02")).isEqualTo("0 / 0");
        clock.set("2026-03-03T10:00");
        contacted(id, li, ContactWay.SHOWROOM, Outcome.REACHED, null, day("2026-03-05"));
        clock.set("2026-03-03T16:00");
        contacted(id, li, ContactWay.SHOWROOM, Outcome.REACHED, null, day("2026-03-05"));
        assertThat(read(Figure.FIRST_VISITS, li, "2026-03-03")).isEqualTo("0 / 1");
        assertThat(read(Figure.RETURN_VISITS, li, "2026-03-03")).isEqualTo("1 / 1");
    }

    @Test
    @DisplayName("new prospects count by source for the owner of that moment, and transfers do not move them")
    void newProspects() {
        ProspectId referral = opened(li, Source.REFERRAL, Grade.B, "2026-03-04");
        opened(li, Source.WALK_IN, Grade.B, "2026-03-04");
        clock.set("2026-03-02T12:00");
        transferred(referral, wang);
        assertThat(read(Figure.NEW_PROSPECTS, li, "2026-03-02")).isEqualTo("2 / 2");
        assertThat(read(Figure.NEW_REFERRAL, li, "2026-03-02")).isEqualTo("1 / 1");
        assertThat(read(Figure.MARKET_DEVELOPMENT, li, "2026-03-02")).isEqualTo("1 / 1");
        assertThat(read(Figure.NEW_PROSPECTS, wang, "2026-03-02")).isEqualTo("0 / 0");
        assertThat(read(Figure.TRANSFERS_OUT, li, "2026-03-02")).isEqualTo("1 / 1");
        assertThat(read(Figure.TRANSFERS_IN, wang, "2026-03-02")).isEqualTo("1 / 1");
        assertThat(read(Figure.BASE, li, "2026-03-02")).isEqualTo("1 / null");
        assertThat(read(Figure.BASE_B, wang, "2026-03-02")).isEqualTo("1 / null");
    }

    @Test
    @DisplayName("scenarios 1 to 4: an HQ lead on time, one second late and never followed make K01")
    void hqLeads() {
        clock.set("2026-03-02T10:00");
        ProspectId onTime = hqLead();
        ProspectId late = hqLead();
        ProspectId never = hqLead();
        ProspectId running = here(() -> {
            clock.set("2026-03-02T18:00");
            return hqLead();
        });
        allocated(onTime, li);
        clock.set("2026-03-03T09:00");
        allocated(late, li);
        clock.set("2026-03-03T10:00:00");
        contacted(onTime, li, "2026-03-05");
        clock.set("2026-03-03T10:00:01");
        sweep.settleFallen();
        contacted(late, li, "2026-03-05");
        assertThat(read(Figure.HQ_LEADS_RECEIVED, store.wu(), "2026-03-03")).isEqualTo("0 / 4");
        assertThat(read(Figure.HQ_LEADS_ON_TIME, li, "2026-03-03")).isEqualTo("1 / 1");
        assertThat(read(Figure.HQ_LEADS_OVERDUE, li, "2026-03-03")).isEqualTo("1 / 1");
        assertThat(read(Figure.HQ_LEADS_OVERDUE, store.wu(), "2026-03-03")).isEqualTo("1 / 1");
        assertThat(read(Figure.HQ_LEADS_OVERDUE_RESPONSIBLE, store.wu(), "2026-03-03"))
                .as("the lead that waited 23 hours for allocation is charged to the designated person as well")
                .isEqualTo("1 / 1");
        assertThat(read(Figure.K01, null, "2026-03-03")).isEqualTo("0.3333 / 0.3333");
        assertThat(read(Figure.K01, wang, "2026-03-03")).isEqualTo("null / null");
        assertThat(members(day("2026-03-03"), Figure.HQ_LEADS_OVERDUE, null, Span.day, gao))
                .extracting(FigureMembers.Member::prospect)
                .containsExactlyInAnyOrder(late.value(), never.value())
                .doesNotContain(running.value());
    }

    @Test
    @DisplayName("a contact typed later that was in time takes the miss back and counts on its own day")
    void typedLater() {
        clock.set("2026-03-02T10:00");
        ProspectId id = hqLead();
        clock.set("2026-03-02T10:05");
        allocated(id, li);
        clock.set("2026-03-04T08:00");
        sweep.settleFallen();
        assertThat(read(Figure.HQ_LEADS_OVERDUE, li, "2026-03-03")).isEqualTo("1 / 1");
        contacted(id, li, ContactWay.PHONE, Outcome.REACHED, at("2026-03-02T15:00:00"), day("2026-03-06"));
        assertThat(read(Figure.HQ_LEADS_OVERDUE, li, "2026-03-03")).isEqualTo("0 / 0");
        assertThat(read(Figure.HQ_LEADS_ON_TIME, li, "2026-03-02")).isEqualTo("1 / 1");
        assertThat(read(Figure.FOLLOW_UPS_ON_TIME, li, "2026-03-03")).isEqualTo("1 / 1");
    }

    @Test
    @DisplayName("a promise counts on its day: on time, late or not done, charged to who owned it then")
    void promises() {
        ProspectId kept = opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-03");
        ProspectId late = opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-03");
        ProspectId open = opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-03");
        clock.set("2026-03-03T23:50");
        contacted(kept, li, "2026-03-05");
        assertThat(read(Figure.FOLLOW_UPS_DUE, li, "2026-03-03")).isEqualTo("3 / 3");
        assertThat(read(Figure.FOLLOW_UPS_OPEN, li, "2026-03-03")).isEqualTo("2 / 2");
        assertThat(read(Figure.K03, li, "2026-03-03"))
                .as("what still has time is not divided by")
                .isEqualTo("1.0000 / 1.0000");
        clock.set("2026-03-04T09:00");
        transferred(late, wang);
        transferred(open, wang);
        clock.set("2026-03-04T10:00");
        contacted(late, wang, "2026-03-06");
        assertThat(read(Figure.FOLLOW_UPS_ON_TIME, li, "2026-03-03")).isEqualTo("1 / 1");
        assertThat(read(Figure.FOLLOW_UPS_LATE, li, "2026-03-03")).isEqualTo("1 / 1");
        assertThat(read(Figure.FOLLOW_UPS_NOT_DONE, li, "2026-03-03")).isEqualTo("1 / 1");
        assertThat(read(Figure.FOLLOW_UPS_DUE, wang, "2026-03-03")).isEqualTo("0 / 0");
        assertThat(read(Figure.K03, li, "2026-03-03")).isEqualTo("0.3333 / 0.3333");
        assertThat(read(Figure.K04, li, "2026-03-03")).isEqualTo("0.6667 / 0.6667");
    }

    @Test
    @DisplayName("moving a promise in time moves it; moving it afterwards hides nothing")
    void movedPromises() {
        ProspectId inTime = opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-03");
        ProspectId tooLate = opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-03");
        clock.set("2026-03-03T12:00");
        moved(inTime, li, day("2026-03-05"));
        clock.set("2026-03-04T09:00");
        moved(tooLate, li, day("2026-03-05"));
        assertThat(read(Figure.FOLLOW_UPS_DUE, li, "2026-03-03")).isEqualTo("1 / 1");
        assertThat(read(Figure.FOLLOW_UPS_NOT_DONE, li, "2026-03-03")).isEqualTo("1 / 1");
        clock.set("2026-03-05T09:00");
        contacted(tooLate, li, "2026-03-09");
        assertThat(read(Figure.FOLLOW_UPS_LATE, li, "2026-03-03")).isEqualTo("1 / 1");
        assertThat(read(Figure.FOLLOW_UPS_ON_TIME, li, "2026-03-05")).isEqualTo("1 / 1");
        assertThat(read(Figure.FOLLOW_UPS_OPEN, li, "2026-03-05")).isEqualTo("1 / 1");
    }

    @Test
    @DisplayName("misses of the rhythm count where they fell, excused ones apart")
    void rhythm() {
        ProspectId id = opened(li, Source.INBOUND_CALL, Grade.H, "2026-03-03");
        clock.set("2026-03-02T18:00");
        contacted(id, li, "2026-03-04");
        clock.set("2026-03-07T09:00");
        sweep.settleFallen();
        assertThat(read(Figure.RHYTHM_MISSED, li, "2026-03-06")).isEqualTo("1 / 2");
        assertThat(read(Figure.RHYTHM_MISSED, li, "2026-03-04")).isEqualTo("1 / 1");
        moved(id, li, day("2026-03-15"));
        clock.set("2026-03-09T09:00");
        sweep.settleFallen();
        assertThat(read(Figure.RHYTHM_EXCUSED, li, "2026-03-08")).isEqualTo("1 / 1");
        assertThat(read(Figure.RHYTHM_MISSED, li, "2026-03-08")).isEqualTo("0 / 2");
        assertThat(read(Figure.K03B, li, "2026-03-08"))
                .as("one excused of three demanded")
                .isEqualTo("1.0000 / 0.3333");
    }

    @Test
    @DisplayName("K03b: what a contact met counts on its day; one typed later corrects the day it happened")
    void rhythmMet() {
        ProspectId id = opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-02");
        contacted(id, li, "2026-03-06");
        clock.set("2026-03-06T10:00");
        contacted(id, li, "2026-03-10");
        clock.set("2026-03-14T10:00");
        contacted(id, li, "2026-03-16");
        assertThat(read(Figure.RHYTHM_MET, li, "2026-03-06")).isEqualTo("1 / 1");
        assertThat(read(Figure.K03B, li, "2026-03-14")).isEqualTo("1.0000 / 0.6667");
        contacted(id, li, ContactWay.PHONE, Outcome.REACHED, at("2026-03-10T15:00"), day("2026-03-16"));
        assertThat(read(Figure.RHYTHM_MET, li, "2026-03-10")).isEqualTo("1 / 2");
        assertThat(read(Figure.K03B, li, "2026-03-14")).isEqualTo("1.0000 / 1.0000");
    }

    @Test
    @DisplayName(
            "scenarios 9 and 10: a returned card makes K07, entry on the day of signing K06, later entry the administrator's")
    void cards() {
        ProspectId first = opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-05");
        ProspectId second = opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-05");
        ProspectId third = opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-05");
        clock.set("2026-03-02T10:00");
        here(() -> cards.submit(first, li));
        here(() -> cards.submit(second, li));
        here(() -> cards.submit(third, li));
        clock.set("2026-03-02T17:50");
        here(() -> cards.giveBack(third, "缺预算", store.chen()));
        here(() -> cards.sign(first, null, store.chen()));
        here(() -> cards.sign(second, null, store.chen()));
        assertThat(read(Figure.CARDS_NOT_ENTERED, li, "2026-03-02")).isEqualTo("2 / null");
        clock.set("2026-03-02T23:59");
        here(() -> cards.enter(first, store.sun()));
        clock.set("2026-03-03T00:01");
        here(() -> cards.enter(second, store.sun()));
        assertThat(read(Figure.CARDS_SIGNED, li, "2026-03-02")).isEqualTo("2 / 2");
        assertThat(read(Figure.CARDS_ENTERED_SAME_DAY, li, "2026-03-02")).isEqualTo("1 / 1");
        assertThat(read(Figure.K06, li, "2026-03-02")).isEqualTo("0.5000 / 0.5000");
        assertThat(read(Figure.K07, li, "2026-03-02")).isEqualTo("0.3333 / 0.3333");
        assertThat(read(Figure.CARDS_ENTERED_LATE, store.sun(), "2026-03-03")).isEqualTo("1 / 1");
        assertThat(read(Figure.CARDS_FILED, li, "2026-03-03")).isEqualTo("1 / 2");
        assertThat(read(Figure.CARDS_NOT_ENTERED, li, "2026-03-03")).isEqualTo("0 / null");
    }

    @Test
    @DisplayName("stock is told of today only: what is overdue, due tomorrow and waiting")
    void stock() {
        opened(li, Source.INBOUND_CALL, Grade.B, "2026-03-03");
        ProspectId waiting = opened(li, Source.INBOUND_CALL, Grade.A, "2026-03-04");
        here(() -> cards.submit(waiting, li));
        assertThat(read(Figure.DUE_TOMORROW, li, "2026-03-02")).isEqualTo("1 / null");
        assertThat(read(Figure.CARDS_WAITING, li, "2026-03-02")).isEqualTo("1 / null");
        clock.set("2026-03-04T00:00:00");
        assertThat(read(Figure.OVERDUE, li, "2026-03-04")).isEqualTo("1 / null");
        assertThat(read(Figure.BASE_A, null, "2026-03-04")).isEqualTo("1 / null");
        assertThat(rowOf(report(gao, day("2026-03-03")), li).of(Figure.BASE)).isEqualTo(DailyReport.Value.NOTHING);
    }

    @Test
    @DisplayName("the month's column begins with the first of the month in the dealership's zone")
    void monthToDate() {
        clock.set("2026-03-31T23:59:59");
        opened(li, Source.WALK_IN, Grade.B, "2026-04-02");
        clock.set("2026-04-01T00:00:00");
        opened(li, Source.WALK_IN, Grade.B, "2026-04-02");
        assertThat(read(Figure.CARDS_OPENED, li, "2026-04-01")).isEqualTo("1 / 1");
        assertThat(read(Figure.CARDS_OPENED, li, "2026-03-31")).isEqualTo("1 / 1");
    }

    @Test
    @DisplayName("a consultant sees their own row, over the API as on the page, and nobody else's members")
    void ownRowOnly() {
        opened(li, Source.WALK_IN, Grade.B, "2026-03-04");
        opened(wang, Source.WALK_IN, Grade.B, "2026-03-04");
        Api api = Api.as(li.username(), port);
        Api.Answer report = api.get("/api/v1/reports/daily?date=2026-03-02");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().path("rows").size()).isEqualTo(1);
        assertThat(report.text("/rows/0/consultant/username")).isEqualTo(li.username());
        assertThat(report.json().at("/rows/0/values/CARDS_OPENED/day").asInt(-1))
                .isEqualTo(1);
        assertThat(report.json().at("/rows/0/values/K01/day").isNull()).isTrue();
        Api.Answer others = api.get(
                "/api/v1/reports/daily/members?date=2026-03-02&figure=CARDS_OPENED&consultant=" + wang.username());
        assertThat(others.status()).isEqualTo(422);
        assertThat(others.text("/errors/0/field")).isEqualTo("consultant");
        Api.Answer mine = api.get("/api/v1/reports/daily/members?date=2026-03-02&figure=CARDS_OPENED");
        assertThat(mine.json().path("items").size()).isEqualTo(1);
        assertThat(mine.text("/items/0/customerName")).isEqualTo("张伟");
        assertThat(mine.text("/items/0/maskedMobile")).matches("137\\*{4}\\d{4}");
    }

    @Test
    @DisplayName(
            "managers see the dealership and everybody; every figure says its name and definition in both languages")
    void definitions() {
        Api api = Api.as(gao.username(), port);
        Api.Answer chinese = api.get("/api/v1/reports/daily");
        assertThat(chinese.status()).isEqualTo(200);
        assertThat(chinese.json().at("/rows/0/consultant").isNull()).isTrue();
        assertThat(chinese.json().path("rows").size()).isEqualTo(3);
        assertThat(chinese.json().path("figures").size()).isEqualTo(Figure.values().length);
        Api.Answer english = api.send("GET", "/api/v1/reports/daily", null, java.util.Map.of("Accept-Language", "en"));
        for (int place = 0; place < Figure.values().length; place++) {
            for (String part : new String[] {"name", "definition", "definitionId"}) {
                String path = "/figures/" + place + "/" + part;
                assertThat(chinese.text(path)).as(path).isNotBlank();
                assertThat(english.text(path)).as(path).isNotBlank();
            }
            assertThat(english.text("/figures/" + place + "/definition"))
                    .isNotEqualTo(chinese.text("/figures/" + place + "/definition"));
        }
    }

    @Test
    @DisplayName("what cannot be answered is refused at its field")
    void refused() {
        Api api = Api.as(gao.username(), port);
        assertThat(refusedField(api, "/api/v1/reports/daily?date=2026-02-30")).isEqualTo("422 date");
        assertThat(refusedField(api, "/api/v1/reports/daily?date=2026-03-03")).isEqualTo("422 date");
        String members = "/api/v1/reports/daily/members?date=2026-03-02";
        assertThat(refusedField(api, members)).isEqualTo("422 figure");
        assertThat(refusedField(api, members + "&figure=NONSENSE")).isEqualTo("422 figure");
        assertThat(refusedField(api, members + "&figure=K01")).isEqualTo("422 figure");
        assertThat(refusedField(api, members + "&figure=BASE&span=month")).isEqualTo("422 span");
        assertThat(refusedField(api, members + "&figure=BASE&span=year")).isEqualTo("422 span");
        assertThat(refusedField(api, members + "&figure=BASE&consultant=nobody"))
                .isEqualTo("422 consultant");
        assertThat(refusedField(api, members + "&figure=BASE&limit=0")).isEqualTo("422 limit");
        assertThat(refusedField(api, members + "&figure=BASE&cursor=x")).isEqualTo("422 cursor");
        assertThat(refusedField(api, "/api/v1/reports/daily/members?date=2026-03-01&figure=BASE"))
                .isEqualTo("422 date");
    }

    @Test
    @DisplayName("the rows of any figure open in any days, and what cannot be opened is refused at its field")
    void rowsOfAnyDays() {
        opened(li, Source.WALK_IN, Grade.B, "2026-03-04");
        clock.set("2026-03-03T09:00");
        opened(li, Source.WALK_IN, Grade.B, "2026-03-05");
        opened(wang, Source.WALK_IN, Grade.B, "2026-03-05");
        clock.set("2026-03-09T09:00");
        keeping.keep(store.dealership().id());
        Api api = Api.as(gao.username(), port);
        String rows = "/api/v1/reports/rows?figure=CARDS_OPENED";
        assertThat(api.get(rows + "&from=2026-03-03&until=2026-03-08")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(api.get(rows + "&consultant=" + li.username())
                        .json()
                        .path("items")
                        .size())
                .as("this month until today, unless other days are named")
                .isEqualTo(2);
        assertThat(Api.as(li.username(), port).get(rows).json().path("items").size())
                .isEqualTo(2);
        assertThat(api.get("/api/v1/reports/rows?figure=BASE")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);
        assertThat(refusedField(api, rows + "&until=2026-03-10")).isEqualTo("422 until");
        assertThat(refusedField(api, rows + "&from=2026-03-05&until=2026-03-04"))
                .isEqualTo("422 until");
        assertThat(refusedField(api, rows + "&from=2020-01-01")).isEqualTo("422 until");
        assertThat(refusedField(api, rows + "&from=1200-01-01")).isEqualTo("422 from");
        assertThat(refusedField(api, rows + "&cursor=x")).isEqualTo("422 cursor");
        assertThat(refusedField(api, "/api/v1/reports/rows?figure=BASE&until=2026-03-08"))
                .isEqualTo("422 until");
        assertThat(refusedField(api, "/api/v1/reports/rows?figure=K01")).isEqualTo("422 figure");
        assertThat(refusedField(Api.as(li.username(), port), rows + "&consultant=" + wang.username()))
                .isEqualTo("422 consultant");
    }

    private static String refusedField(Api api, String path) {
        Api.Answer answer = api.get(path);
        return answer.status() + " " + answer.text("/errors/0/field");
    }

    @Test
    @DisplayName("a number keeps its row when the customer belongs to somebody else by now, without saying who it is")
    void hiddenCustomer() {
        ProspectId id = opened(li, Source.WALK_IN, Grade.B, "2026-03-04");
        clock.set("2026-03-02T12:00");
        transferred(id, wang);
        Api.Answer rows =
                Api.as(li.username(), port).get("/api/v1/reports/daily/members?date=2026-03-02&figure=CARDS_OPENED");
        assertThat(rows.json().path("items").size()).isEqualTo(1);
        assertThat(rows.json().at("/items/0/customerName").isNull()).isTrue();
        assertThat(rows.json().at("/items/0/prospectId").isNull()).isTrue();
        assertThat(rows.text("/items/0/text")).isEqualTo("客户现由他人负责");
        assertThat(rowOf(report(li, today()), li).of(Figure.CARDS_OPENED).day()).isEqualByComparingTo(BigDecimal.ONE);
    }
}
