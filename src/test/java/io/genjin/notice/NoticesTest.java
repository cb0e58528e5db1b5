package io.genjin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.followup.Sweep;
import io.genjin.staff.AbsencePlan;
import io.genjin.staff.StaffDesk;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told what, and what was seen. */
@GenjinTest
class NoticesTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(40_000_000);

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    Sweep sweep;

    @Autowired
    Notices notices;

    @Autowired
    StaffDesk staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private TestStores.Store store;
    private Api li;
    private Api wang;
    private Api chen;

    @BeforeEach
    void found() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        li = as(store.li());
        wang = as(store.wang());
        chen = as(store.chen());
    }

    private Api as(StaffMember member) {
        return Api.as(member.username(), port);
    }

    private Map<String, Object> card(String mobile) {
        Map<String, Object> card = new HashMap<>();
        card.put("customerName", "张伟");
        card.put("mobile", mobile);
        card.put("source", "WALK_IN");
        card.put("grade", "B");
        card.put("gradeEvidence", List.of("CONFIDENCE", "NEED", "PURCHASING_POWER"));
        card.put("nextFollowUpDate", "2026-03-04");
        card.put("nextFollowUpReason", "INVITE_TO_SHOWROOM");
        return card;
    }

    private static String newMobile() {
        return "136" + NUMBERS.incrementAndGet();
    }

    private String opened(Api who, String mobile) {
        Api.Answer answer = who.post("/api/v1/prospects", card(mobile));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        pass();
        return answer.text("/id");
    }

    private void pass() {
        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
    }

    private void done(Api who, String prospect, String what, Map<String, Object> body) {
        Api.Answer answer = who.post("/api/v1/prospects/" + prospect + "/" + what, body);
        assertThat(answer.status()).as(answer.json().toString()).isBetween(200, 201);
        pass();
    }

    private static List<String> kinds(Api who) {
        List<String> kinds = new ArrayList<>();
        who.get("/api/v1/notices")
                .json()
                .path("items")
                .forEach(item -> kinds.add(item.path("kind").asString("")));
        return kinds;
    }

    private int unread(StaffMember reader) {
        return Tenancy.within(store.dealership().id(), () -> notices.unread(reader));
    }

    @Test
    @DisplayName(
            "a returned and a signed card are told to its consultant, a signed one to the administrator, never to the signer")
    void cards() {
        String id = opened(li, newMobile());
        done(li, id, "submission", Map.of());
        done(chen, id, "return", Map.of("comment", "请补充预算"));
        done(li, id, "submission", Map.of());
        done(chen, id, "signature", Map.of());
        assertThat(kinds(li)).containsExactly("CARD_SIGNED", "CARD_RETURNED");
        assertThat(kinds(as(store.sun()))).containsExactly("CARD_SIGNED");
        assertThat(kinds(chen)).isEmpty();
        assertThat(kinds(wang)).isEmpty();
        Api.Answer told = li.get("/api/v1/notices");
        assertThat(told.text("/items/1/text")).contains("请补充预算");
        assertThat(told.text("/items/1/customerName")).isEqualTo("张伟");
        assertThat(told.text("/items/1/actor/username")).isEqualTo(store.chen().username());
    }

    @Test
    @DisplayName("a transfer is told to both owners; the old one is not told who the customer is, nor what was written")
    void transfer() {
        String id = opened(li, newMobile());
        done(li, id, "submission", Map.of());
        done(chen, id, "return", Map.of("comment", "请补充预算"));
        done(chen, id, "transfers", Map.of("to", store.wang().username(), "reason", "WORKLOAD"));
        assertThat(kinds(wang)).containsExactly("TRANSFERRED");
        assertThat(wang.get("/api/v1/notices").text("/items/0/prospectId")).isEqualTo(id);
        Api.Answer before = li.get("/api/v1/notices");
        assertThat(kinds(li)).containsExactly("TRANSFERRED", "CARD_RETURNED");
        assertThat(before.json().at("/items/0/prospectId").isNull()).isTrue();
        assertThat(before.json().at("/items/0/customerName").isNull()).isTrue();
        assertThat(before.text("/items/0/text")).contains(store.wang().name());
        assertThat(before.text("/items/1/text")).doesNotContain("预算");
    }

    @Test
    @DisplayName("scenario 21: the owner is told of a courtesy reception, owner and managers of the collision")
    void courtesy() {
        String mobile = newMobile();
        opened(li, mobile);
        Api.Answer again = wang.post("/api/v1/prospects", card(mobile));
        assertThat(again.status()).isEqualTo(409);
        assertThat(kinds(li)).containsExactlyInAnyOrder("COURTESY_RECEPTION", "COLLISION_OPENED");
        assertThat(kinds(chen)).containsExactly("COLLISION_OPENED");
        assertThat(kinds(as(store.zhou()))).containsExactly("COLLISION_OPENED");
        assertThat(kinds(wang)).as("their own act").isEmpty();
    }

    @Test
    @DisplayName(
            "scenarios 2 to 4: a breach of the 24 hours is told to managers and the designated person, until it is taken back")
    void breach() {
        Api wu = as(store.wu());
        Api.Answer lead = as(store.zhou())
                .post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "陈静", "mobile", newMobile()));
        assertThat(lead.status()).as(lead.json().toString()).isEqualTo(201);
        assertThat(kinds(wu)).containsExactly("LEAD_RECEIVED");
        pass();
        Api.Answer allocation = wu.post(
                "/api/v1/leads/" + lead.text("/id") + "/allocation",
                Map.of("to", store.li().username()));
        assertThat(allocation.status()).as(allocation.json().toString()).isEqualTo(200);
        assertThat(kinds(li)).containsExactly("LEAD_ALLOCATED");
        clock.set("2026-03-03T09:00:00");
        sweep.settleFallen();
        assertThat(kinds(as(store.zhou()))).as("the 24th hour is in time").isEmpty();
        clock.set("2026-03-03T09:00:01");
        sweep.settleFallen();
        assertThat(kinds(as(store.zhou()))).containsExactly("FIRST_FOLLOW_UP_MISSED");
        assertThat(kinds(chen)).containsExactly("FIRST_FOLLOW_UP_MISSED");
        assertThat(kinds(wu)).containsExactly("FIRST_FOLLOW_UP_MISSED", "LEAD_RECEIVED");
        assertThat(wu.get("/api/v1/notices").text("/items/0/text"))
                .contains(store.li().name());
        done(
                li,
                lead.text("/prospectId"),
                "follow-ups",
                Map.of(
                        "way", "PHONE",
                        "outcome", "REACHED",
                        "content", "约好来店",
                        "happenedAt", "2026-03-02T15:00:00+08:00",
                        "nextDate", "2026-03-06",
                        "nextReason", "ROUTINE"));
        assertThat(kinds(chen)).as("the call had been in time").isEmpty();
    }

    @Test
    @DisplayName("a promise after the latest day is told to the managers with its reason")
    void latePlan() {
        String id = opened(li, newMobile());
        done(
                li,
                id,
                "follow-ups",
                Map.of(
                        "way", "PHONE",
                        "outcome", "REACHED",
                        "content", "出差",
                        "nextDate", "2026-03-20",
                        "nextReason", "ROUTINE",
                        "lateReason", "客户出差两周"));
        assertThat(kinds(chen)).containsExactly("FOLLOW_UP_RECORDED");
        assertThat(chen.get("/api/v1/notices").text("/items/0/text")).contains("客户出差两周");
        done(
                li,
                id,
                "follow-ups",
                Map.of(
                        "way", "PHONE",
                        "outcome", "REACHED",
                        "content", "提前回来",
                        "nextDate", "2026-03-05",
                        "nextReason", "ROUTINE"));
        assertThat(kinds(chen)).containsExactly("FOLLOW_UP_RECORDED");
    }

    @Test
    @DisplayName("what was on the page is seen, what came meanwhile is not, and looking back never unsees")
    void seen() {
        String id = opened(li, newMobile());
        done(li, id, "submission", Map.of());
        done(chen, id, "return", Map.of("comment", "请补充预算"));
        assertThat(unread(store.li())).isEqualTo(1);
        var newest = Tenancy.within(store.dealership().id(), () -> notices.of(store.li(), NoticeFilter.ALL, 50, null))
                .items()
                .get(0);
        assertThat(newest.unread()).isTrue();
        done(li, id, "submission", Map.of());
        done(chen, id, "signature", Map.of());
        Tenancy.within(
                store.dealership().id(),
                () -> notices.readAll(store.li(), null, newest.entry().recordedAt()));
        assertThat(unread(store.li())).isEqualTo(1);
        Tenancy.within(
                store.dealership().id(),
                () -> notices.readAll(store.li(), null, clock.instant().plus(Duration.ofDays(9))));
        assertThat(unread(store.li())).isZero();
        Tenancy.within(
                store.dealership().id(),
                () -> notices.readAll(store.li(), null, newest.entry().recordedAt()));
        assertThat(unread(store.li())).isZero();
        pass();
        done(chen, id, "transfers", Map.of("to", store.wang().username(), "reason", "WORKLOAD"));
        assertThat(unread(store.li())).as("a look covers no future").isEqualTo(1);
    }

    @Test
    @DisplayName(
            "each notice is read by itself, by each person, and leads on to its customer; a second look changes nothing")
    void one_by_one() {
        String id = opened(li, newMobile());
        done(li, id, "submission", Map.of());
        done(chen, id, "return", Map.of("comment", "请补充预算"));
        done(li, id, "submission", Map.of());
        done(chen, id, "signature", Map.of());
        done(chen, id, "transfers", Map.of("to", store.wang().username(), "reason", "WORKLOAD"));
        assertThat(unread(store.li())).isEqualTo(3);
        String signed = li.get("/api/v1/notices?group=CARDS").text("/items/0/id");
        for (int look = 0; look < 2; look++) {
            Api.Answer read = li.post("/api/v1/notices/" + signed + "/read", Map.of());
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.text("/kind")).isEqualTo("CARD_SIGNED");
            assertThat(read.json().path("unread").asBoolean(true)).isFalse();
        }
        assertThat(unread(store.li())).isEqualTo(2);
        assertThat(unread(store.sun())).as("the administrator's own mark").isEqualTo(1);
        assertThat(li.get("/api/v1/notices?unread=true").json().path("items").findValuesAsString("kind"))
                .containsExactly("TRANSFERRED", "CARD_RETURNED");
        assertThat(li.get("/api/v1/notices?unread=true&group=OWNERSHIP")
                        .json()
                        .path("items")
                        .findValuesAsString("kind"))
                .containsExactly("TRANSFERRED");
        assertThat(kinds(li)).as("read ones stay in the list").hasSize(3);
        assertThat(wang.post("/api/v1/notices/" + signed + "/read", Map.of()).status())
                .as("a notice of somebody else")
                .isEqualTo(404);
        assertThat(li.post("/api/v1/notices/none/read", Map.of()).status()).isEqualTo(404);
        assertThat(li.get("/api/v1/notices?group=WEATHER").status()).isEqualTo(422);
    }

    @Test
    @DisplayName("all of one group are read at once without the others, and the marks are forgotten with their notices")
    void group_at_once() {
        String id = opened(li, newMobile());
        done(li, id, "submission", Map.of());
        done(chen, id, "return", Map.of("comment", "请补充预算"));
        done(li, id, "submission", Map.of());
        done(chen, id, "signature", Map.of());
        done(chen, id, "transfers", Map.of("to", store.wang().username(), "reason", "WORKLOAD"));
        Api.Answer rest = li.post("/api/v1/notices/read-all", Map.of("group", "CARDS"));
        assertThat(rest.json().path("unread").asInt()).isEqualTo(1);
        assertThat(marks()).isEqualTo(2);
        String oneBefore = clock.instant().minus(Duration.ofMinutes(2)).toString();
        assertThat(li.post("/api/v1/notices/read-all", Map.of("until", oneBefore))
                        .json()
                        .path("unread")
                        .asInt())
                .as("until before the transfer")
                .isEqualTo(1);
        assertThat(li.post("/api/v1/notices/read-all", Map.of())
                        .json()
                        .path("unread")
                        .asInt())
                .isZero();
        assertThat(marks()).as("below the line no single mark is kept").isZero();
        pass();
        done(chen, id, "transfers", Map.of("to", store.li().username(), "reason", "WORKLOAD"));
        li.post("/api/v1/notices/" + li.get("/api/v1/notices").text("/items/0/id") + "/read", Map.of());
        assertThat(marks()).isEqualTo(1);
        notices.forgetOld();
        assertThat(marks()).as("still shown").isEqualTo(1);
        clock.set(clock.instant().plus(Duration.ofDays(31)));
        notices.forgetOld();
        assertThat(marks()).isZero();
    }

    private int marks() {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(
                        status -> jdbc.sql("select count(*) from notice_read where dealership_id = :dealership")
                                .param("dealership", store.dealership().id().value())
                                .query(Integer.class)
                                .single()));
    }

    @Test
    @DisplayName("who stands in for an absent colleague is told of the colleague's customers meanwhile")
    void deputy() {
        String id = opened(li, newMobile());
        done(li, id, "submission", Map.of());
        Tenancy.within(
                store.dealership().id(),
                () -> staff.recordAbsence(
                        store.li().id(),
                        new AbsencePlan(
                                LocalDate.of(2026, 3, 2),
                                LocalDate.of(2026, 3, 3),
                                store.wang().username(),
                                "年假"),
                        store.admin()));
        done(chen, id, "return", Map.of("comment", "请补充预算"));
        assertThat(kinds(li)).containsExactly("CARD_RETURNED");
        assertThat(kinds(wang)).containsExactly("CARD_RETURNED");
    }

    @Test
    @DisplayName("notices come page by page without loss or repeat, and only those of the last thirty days")
    void pages() {
        for (int place = 0; place < 5; place++) {
            String id = opened(li, newMobile());
            done(li, id, "submission", Map.of());
            done(chen, id, "signature", Map.of());
        }
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Api.Answer page = li.get("/api/v1/notices?limit=2" + cursor);
            page.json().path("items").forEach(item -> ids.add(item.path("id").asString("")));
            cursor = "&cursor=" + page.text("/next");
        } while (!cursor.equals("&cursor="));
        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        assertThat(li.get("/api/v1/notices?limit=0").status()).isEqualTo(422);
        assertThat(li.get("/api/v1/notices?cursor=x").status()).isEqualTo(422);
        clock.set(clock.instant().plus(Duration.ofDays(31)));
        assertThat(kinds(as(store.li()))).isEmpty();
        assertThat(unread(store.li())).isZero();
    }
}
