package io.genjin.hqlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.CalendarDesk;
import io.genjin.followup.PolicyDesk;
import io.genjin.followup.Sweep;
import io.genjin.privacy.AccessLog;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** Feedback to HQ: one day's truth, the same bytes for ever. */
@GenjinTest
class FeedbackTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(60_000_000);
    private static final String DAY = "2026-03-03";

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    Sweep sweep;

    @Autowired
    PolicyDesk policies;

    @Autowired
    CalendarDesk calendar;

    @Autowired
    AccessLog accessLog;

    @Autowired
    Dealerships dealerships;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    TestStores.Store store;
    Api li;
    Api wu;
    Api zhou;

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        li = Api.as(store.li().username(), port);
        wu = Api.as(store.wu().username(), port);
        zhou = Api.as(store.zhou().username(), port);
    }

    private record Lead(String id, String prospect, String mobile) {}

    private Lead received(String at, String externalId) {
        clock.set(at);
        String mobile = "136" + NUMBERS.incrementAndGet();
        Api.Answer answer = wu.post(
                "/api/v1/leads",
                Map.of("source", "HQ_ALLOCATED", "externalId", externalId, "customerName", "陈静", "mobile", mobile));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return new Lead(answer.text("/id"), answer.text("/prospectId"), mobile);
    }

    private void given(Lead lead, StaffMember to, String at) {
        clock.set(at);
        assertThat(wu.post("/api/v1/leads/" + lead.id() + "/allocation", Map.of("to", to.username()))
                        .status())
                .isEqualTo(200);
    }

    private void contacted(Lead lead, String at, String typedAt) {
        clock.set(typedAt);
        Map<String, Object> contact = new HashMap<>();
        contact.put("way", "PHONE");
        contact.put("outcome", "REACHED");
        contact.put("content", "谈了购车时间");
        contact.put("happenedAt", at + "+08:00");
        contact.put("nextDate", typedAt.substring(0, 10));
        contact.put("nextReason", "ROUTINE");
        Api.Answer answer = li.post("/api/v1/prospects/" + lead.prospect() + "/follow-ups", contact);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
    }

    private byte[] sheet(Api who, String day) {
        Api.Answer answer = who.get("/api/v1/hq-feedback.xlsx?date=" + day);
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body();
    }

    private byte[] json(Api who, String day) {
        Api.Answer answer = who.get("/api/v1/hq-feedback?date=" + day);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.response().body();
    }

    /** Monday and Tuesday of a dealership with one lead of each kind. */
    private Map<String, Lead> twoDays() {
        Map<String, Lead> leads = new HashMap<>();
        leads.put("onTime", received("2026-03-02T09:30:00", "HQ-1"));
        leads.put("late", received("2026-03-02T10:00:00", "HQ-2"));
        leads.put("never", received("2026-03-02T11:00:00", "HQ-3"));
        leads.put("invalid", received("2026-03-02T12:00:00", "HQ-4"));
        given(leads.get("onTime"), store.li(), "2026-03-02T13:00:00");
        contacted(leads.get("onTime"), "2026-03-02T14:00:00", "2026-03-02T14:05:00");
        given(leads.get("late"), store.li(), "2026-03-03T09:00:00");
        contacted(leads.get("late"), "2026-03-03T10:30:00", "2026-03-03T10:31:00");
        clock.set("2026-03-03T11:00:01");
        sweep.settleFallen(store.dealership().id());
        leads.put("running", received("2026-03-03T15:00:00", "HQ-5"));
        clock.set("2026-03-03T16:00:00");
        wu.post("/api/v1/leads/" + leads.get("invalid").id() + "/invalidation", Map.of("reason", "空号 13900001111"));
        wu.post(
                "/api/v1/hq-leads/" + leads.get("late").prospect() + "/status",
                Map.of("status", "FOLLOWED", "remark", "客户周末看车"));
        wu.post("/api/v1/hq-leads/statuses", Map.of());
        return leads;
    }

    @Test
    @DisplayName(
            "a day tells every lead open or come or ended on it, with the proof of its 24 hours, and no personal data")
    void oneDay() {
        Map<String, Lead> leads = twoDays();
        clock.set("2026-03-04T08:00");
        Api.Answer day = wu.get("/api/v1/hq-feedback?date=" + DAY);
        assertThat(day.text("/dealership")).isEqualTo(store.dealership().code());
        assertThat(day.text("/asOf")).isEqualTo("2026-03-03T23:59:59+08:00");
        assertThat(day.json().path("complete").asBoolean(false)).isTrue();
        assertThat(day.json().path("leads").size()).isEqualTo(5);
        assertThat(day.text("/leads/0/externalId")).isEqualTo("HQ-1");
        assertThat(day.text("/leads/0/onTime")).isEqualTo("ON_TIME");
        assertThat(day.text("/leads/0/firstFollowUpAt")).isEqualTo("2026-03-02T14:00:00+08:00");
        assertThat(day.json().at("/leads/0/waitingMinutes").asInt(0)).isEqualTo(210);
        assertThat(day.json().at("/leads/0/consultantMinutes").asInt(0)).isEqualTo(60);
        assertThat(day.text("/leads/1/onTime")).isEqualTo("LATE");
        assertThat(day.text("/leads/1/allocatedTo")).isEqualTo(store.li().username());
        assertThat(day.text("/leads/1/recordedStatus")).isEqualTo("FOLLOWED");
        assertThat(day.text("/leads/1/remark")).isEqualTo("客户周末看车");
        assertThat(day.text("/leads/2/status")).isEqualTo("NEW");
        assertThat(day.text("/leads/2/onTime")).isEqualTo("LATE");
        assertThat(day.text("/leads/3/status")).isEqualTo("INVALID");
        assertThat(day.text("/leads/3/closedReason")).isEqualTo("空号 ***");
        assertThat(day.text("/leads/4/onTime")).isEqualTo("RUNNING");
        assertThat(day.json().path("late").toString()).isEqualTo("[\"HQ-2\",\"HQ-3\",\"HQ-4\"]");
        assertThat(day.json().path("summary").toString())
                .isEqualTo("{\"received\":1,\"open\":4,\"due\":4,\"onTime\":1,\"lateOnDay\":3,\"running\":1}");
        assertThat(day.json().toString())
                .doesNotContain("陈静", "13900001111", leads.get("late").mobile());
        Api.Answer next = wu.get("/api/v1/hq-feedback?date=2026-03-04");
        assertThat(next.json().path("complete").asBoolean(true)).isFalse();
        assertThat(next.json().path("leads").size())
                .as("the invalid one is told no more")
                .isEqualTo(4);
        assertThat(wu.get("/api/v1/hq-feedback?date=2026-03-05").status()).isEqualTo(422);
    }

    @Test
    @DisplayName("a past day is the same to the byte, whatever is recorded, corrected, decided and renamed later")
    void theSameForEver() {
        Map<String, Lead> leads = twoDays();
        clock.set("2026-03-04T08:00");
        byte[] sheet = sheet(wu, DAY);
        byte[] json = json(wu, DAY);
        assertThat(sheet(wu, DAY)).isEqualTo(sheet);

        // a contact of that day typed afterwards, which withdraws the miss
        contacted(leads.get("late"), "2026-03-03T09:30:00", "2026-03-04T09:00:00");
        // everything else that people may do later
        given(leads.get("never"), store.wang(), "2026-03-04T09:10:00");
        given(leads.get("running"), store.li(), "2026-03-04T09:20:00");
        wu.post("/api/v1/leads/" + leads.get("running").id() + "/take-back", Map.of("reason", "李娜外出"));
        wu.post("/api/v1/hq-leads/" + leads.get("late").prospect() + "/status", Map.of("status", "DEFEATED"));
        li.post(
                "/api/v1/prospects/" + leads.get("onTime").prospect() + "/grade-changes",
                Map.of("grade", "C", "evidence", java.util.List.of("CONFIDENCE", "NEED")));
        zhou.post(
                "/api/v1/prospects/" + leads.get("onTime").prospect() + "/transfers",
                Map.of("to", store.wang().username(), "reason", "WORKLOAD"));
        Tenancy.within(store.dealership().id(), () -> {
            policies.pause(true, "以后闭店暂停", store.zhou());
            calendar.close(LocalDate.parse("2026-03-04"), "临时闭店", store.zhou());
            calendar.close(LocalDate.parse("2026-03-05"), "盘点", store.zhou());
        });
        sweep.recompute(store.dealership().id());
        clock.set("2026-04-20T08:00");
        sweep.settleFallen(store.dealership().id());

        assertThat(json(zhou, DAY)).isEqualTo(json);
        assertThat(sheet(zhou, DAY)).isEqualTo(sheet);
        Api.Answer correction = zhou.get("/api/v1/hq-feedback?date=2026-03-04");
        assertThat(correction.text("/leads/1/firstFollowUpAt"))
                .as("the correction stands in the feedback of the day on which it was written")
                .isEqualTo("2026-03-03T09:30:00+08:00");
        assertThat(correction.text("/leads/1/onTime")).isEqualTo("ON_TIME");
    }

    @Test
    @DisplayName("the sheet holds what the JSON holds, in Chinese, without a formula, and no moment of its making")
    void theSheet() throws IOException {
        twoDays();
        clock.set("2026-03-04T08:00");
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sheet(wu, DAY)))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                parts.put(part.getName(), HtmlUtils.htmlUnescape(text));
            }
        }
        assertThat(parts.get("docProps/core.xml")).contains(">2026-03-03T15:59:59Z<");
        assertThat(parts.get("xl/sharedStrings.xml"))
                .contains(
                        "线索编号",
                        "HQ-1",
                        "HQ-5",
                        "按时",
                        "超时",
                        "计时中",
                        "客户周末看车",
                        store.li().username())
                .doesNotContain("陈静", "13900001111");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
        assertThat(parts.get("xl/workbook.xml")).contains("线索反馈", "24小时");
    }

    @Test
    @DisplayName(
            "HQ's people fetch any dealership's feedback and nothing else; that they did is kept there and logged with them")
    void hqFetches() {
        twoDays();
        clock.set("2026-03-04T08:00");
        Dealership brand = dealerships.get(DealershipId.HQ);
        StaffMember gu = stores.member(brand, "gu" + store.dealership().id().value(), "顾明", Role.HQ);
        Api hq = Api.as(gu.username(), port);
        String code = store.dealership().code();
        Api.Answer told = hq.get("/api/v1/hq-feedback?date=" + DAY + "&dealership=" + code);
        assertThat(told.status()).as(told.json().toString()).isEqualTo(200);
        assertThat(told.response().body()).isEqualTo(json(wu, DAY));
        assertThat(hq.get("/api/v1/hq-feedback.xlsx?date=" + DAY + "&dealership=" + code)
                        .response()
                        .body())
                .isEqualTo(sheet(wu, DAY));
        assertThat(hq.get("/api/v1/hq-feedback?date=" + DAY).status()).isEqualTo(422);
        assertThat(hq.get("/api/v1/hq-feedback?dealership=NONE").status()).isEqualTo(422);
        assertThat(hq.get("/api/v1/hq-leads").status()).isEqualTo(403);
        assertThat(hq.get("/api/v1/prospects").status()).isEqualTo(403);
        assertThat(li.get("/api/v1/hq-feedback").status()).isEqualTo(403);
        assertThat(zhou.get("/api/v1/hq-feedback?dealership=T999999").status()).isEqualTo(422);
        assertThat(facts("HQ_FEEDBACK_SENT"))
                .as("once for the day, however often it was fetched")
                .isEqualTo(1);
        assertThat(Tenancy.within(brand.id(), () -> accessLog.newest(gu, 10)))
                .extracting(AccessLog.Entry::what)
                .contains("hq-feedback " + code + " " + DAY, "hq-feedback.xlsx " + code + " " + DAY);
        assertThat(Tenancy.within(store.dealership().id(), () -> accessLog.newest(store.wu(), 10)))
                .extracting(AccessLog.Entry::what)
                .contains("hq-feedback.xlsx " + code + " " + DAY);
    }

    private int facts(String kind) {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql("""
                                select count(*)
                                  from journal_entry
                                 where dealership_id = :dealership
                                   and kind = :kind
                                """)
                        .param("dealership", store.dealership().id().value())
                        .param("kind", kind)
                        .query(Integer.class)
                        .single()));
    }

    @Test
    @DisplayName(
            "a customer on file whom HQ sends again is a duplicate with 24 hours of its own, told until they are settled")
    void repeats() {
        Lead first = received("2026-03-02T09:30:00", "HQ-1");
        given(first, store.li(), "2026-03-02T10:00:00");
        contacted(first, "2026-03-02T11:00:00", "2026-03-02T11:00:00");
        clock.set("2026-03-03T10:00:00");
        Api.Answer again = wu.post(
                "/api/v1/leads",
                Map.of("source", "HQ_ALLOCATED", "externalId", "HQ-2", "customerName", "陈静", "mobile", first.mobile()));
        assertThat(again.text("/status")).isEqualTo("DUPLICATE");
        Api.Answer day = wu.get("/api/v1/hq-feedback?date=" + DAY);
        assertThat(day.text("/leads/1/externalId")).isEqualTo("HQ-2");
        assertThat(day.text("/leads/1/status")).isEqualTo("DUPLICATE");
        assertThat(day.text("/leads/1/allocatedTo")).isEqualTo(store.li().username());
        assertThat(day.text("/leads/1/onTime")).isEqualTo("RUNNING");
        contacted(first, "2026-03-04T09:00:00", "2026-03-04T09:00:00");
        Api.Answer next = wu.get("/api/v1/hq-feedback?date=2026-03-04");
        assertThat(next.text("/leads/1/onTime")).isEqualTo("ON_TIME");
        clock.set("2026-03-05T09:00:00");
        assertThat(wu.get("/api/v1/hq-feedback?date=2026-03-05")
                        .json()
                        .path("leads")
                        .size())
                .isEqualTo(1);
    }
}
