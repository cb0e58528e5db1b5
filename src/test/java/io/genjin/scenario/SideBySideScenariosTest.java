package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.Sweep;
import io.genjin.group.SummaryKeeping;
import io.genjin.journal.Frozen;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** HQ and groups of dealerships compare, see nobody's name, and unlock for a reason that the dealership reads. */
@GenjinTest
class SideBySideScenariosTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000_000);
    private static final String CUSTOMER = "欧阳客户";

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    Dealerships dealerships;

    @Autowired
    Journal journal;

    @Autowired
    SummaryKeeping keeping;

    @Autowired
    Sweep sweep;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private String region;
    private Store pudong;
    private Store suzhou;
    private Api hq;

    private final class Store {
        final Dealership dealership;
        final StaffMember li;
        final StaffMember zhou;
        final StaffMember gao;
        final StaffMember wu;

        Store(String zone) {
            int number = dealerships.all().stream()
                            .mapToInt(one -> one.id().value())
                            .max()
                            .orElse(0)
                    + 1;
            dealership = dealerships.add(
                    new Dealership(new DealershipId(number), "T" + number, "对比店" + number, region, ZoneId.of(zone)));
            li = stores.member(dealership, "li", "慕容顾问" + number, Role.SALES_CONSULTANT);
            zhou = stores.member(dealership, "zhou", "周强", Role.SALES_MANAGER);
            gao = stores.member(dealership, "gao", "高峰", Role.GENERAL_MANAGER);
            wu = stores.member(dealership, "wu", "吴静", Role.HQ_LEAD_RESPONSIBLE);
        }

        Api as(StaffMember who) {
            return Api.whenAsked(who.username(), port);
        }

        String lead() {
            Api.Answer lead = as(wu).post(
                            "/api/v1/leads",
                            Map.of("source", "HQ_ALLOCATED", "customerName", CUSTOMER, "mobile", newMobile()));
            assertThat(lead.status()).isEqualTo(201);
            assertThat(as(wu).post("/api/v1/leads/" + lead.text("/id") + "/allocation", Map.of("to", li.username()))
                            .status())
                    .isEqualTo(200);
            return lead.text("/prospectId");
        }

        void called(String prospect, String nextDate) {
            assertThat(as(li).post("/api/v1/prospects/" + prospect + "/follow-ups", Stage.contact("REACHED", nextDate))
                            .status())
                    .isEqualTo(201);
        }

        String card() {
            Map<String, Object> card = Stage.card(
                    "H",
                    LocalDate.ofInstant(clock.instant(), SHANGHAI).plusDays(1).toString());
            card.put("customerName", CUSTOMER);
            card.put("mobile", newMobile());
            Api.Answer answer = as(li).post("/api/v1/prospects", card);
            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
            return answer.text("/id");
        }
    }

    /** An entry as a module would publish it. */
    record Told(DealershipId dealership, String kind, UUID prospect, UUID owner, Instant happenedAt, String source)
            implements JournalFact {
        @Override
        public UUID actor() {
            return owner;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }

        @Override
        public Frozen frozen() {
            return new Frozen(owner, "H", source);
        }
    }

    @BeforeEach
    void found() {
        clock.set("2026-03-02T09:00");
        region = "对比" + NUMBERS.incrementAndGet();
        pudong = new Store("Asia/Shanghai");
        suzhou = new Store("Asia/Shanghai");
        String name = "gu" + NUMBERS.incrementAndGet();
        StaffMember gu = stores.member(dealerships.get(DealershipId.HQ), name, "顾明", Role.HQ);
        hq = Api.whenAsked(gu.username(), port);
    }

    private static String newMobile() {
        return "137" + NUMBERS.incrementAndGet();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private JsonNode compared(Api who, String query) {
        Api.Answer answer = who.get("/api/v1/dealerships/comparison?region=" + encoded(region) + query);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode of(JsonNode comparison, Store store) {
        for (JsonNode one : comparison.path("dealerships")) {
            if (one.path("code").asString("").equals(store.dealership.code())) {
                return one;
            }
        }
        throw new AssertionError(store.dealership.code() + " is not in " + comparison);
    }

    private static long top(JsonNode row, String measure) {
        return row.path("numbers").path(measure).path("top").asLong(-1);
    }

    private static BigDecimal number(JsonNode row, String measure) {
        JsonNode number = row.path("numbers").path(measure).path("number");
        return number.isNull() || number.isMissingNode() ? null : number.decimalValue();
    }

    @Test
    @DisplayName(
            "HQ-lead timeliness of each dealership: on time, late, waiting now, and the middle of the hours to the first contact")
    void timeliness() {
        String one = pudong.lead();
        String two = pudong.lead();
        String three = pudong.lead();
        pudong.lead();
        clock.set("2026-03-02T11:00");
        pudong.called(one, "2026-03-04");
        clock.set("2026-03-02T12:00");
        pudong.called(two, "2026-03-04");
        clock.set("2026-03-03T15:00");
        pudong.called(three, "2026-03-05");
        Tenancy.within(pudong.dealership.id(), () -> sweep.settleFallen(pudong.dealership.id()));
        suzhou.lead();

        JsonNode comparison = compared(hq, "");
        JsonNode mine = of(comparison, pudong);
        assertThat(top(mine, "HQ_RECEIVED")).isEqualTo(4);
        assertThat(top(mine, "HQ_ON_TIME")).isEqualTo(2);
        assertThat(top(mine, "HQ_LATE")).isEqualTo(2);
        assertThat(number(mine, "K01")).isEqualByComparingTo("0.5");
        assertThat(top(mine, "HQ_WAITING")).as("late, and waiting all the same").isEqualTo(1);
        assertThat(number(mine, "HQ_HOURS")).as("of 2, 3 and 30 hours").isEqualByComparingTo("3.0");
        JsonNode other = of(comparison, suzhou);
        assertThat(top(other, "HQ_WAITING")).isEqualTo(1);
        assertThat(number(other, "K01"))
                .as("its 24 hours run: nothing to divide by")
                .isNull();
        assertThat(number(other, "HQ_HOURS")).isNull();
        assertThat(mine.path("numbers").path("K01").path("tooFew").asBoolean(false))
                .isTrue();
        assertThat(mine.path("numbers").path("K01").path("rank").isNull()).isTrue();
        assertThat(top(comparison.path("all"), "HQ_RECEIVED")).isEqualTo(5);

        for (String measure : List.of("HQ_RECEIVED", "HQ_ON_TIME", "HQ_LATE", "HQ_WAITING")) {
            assertThat(rows(hq, pudong, measure, "top").size())
                    .as("rows of %s", measure)
                    .isEqualTo((int) top(mine, measure));
        }
        assertThat(rows(hq, pudong, "HQ_HOURS", "top").findValuesAsString("minutes"))
                .containsExactly("1800", "180", "120");
    }

    private JsonNode rows(Api who, Store store, String measure, String side) {
        Api.Answer answer = who.get("/api/v1/dealerships/" + store.dealership.code() + "/rows?measure=" + measure
                + "&side=" + side + "&limit=100");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json().path("items");
    }

    @Test
    @DisplayName(
            "the comparison equals what each dealership's own reports say and what its raw rows count, and together it is their sum")
    void sums() {
        Random chance = new Random(20260302);
        for (int day = 2; day <= 9; day++) {
            clock.set("2026-03-0" + day + "T09:30");
            for (Store store : List.of(pudong, suzhou)) {
                for (int customers = chance.nextInt(3); customers > 0; customers--) {
                    live(store, UUID.fromString(store.card()), chance);
                }
                if (chance.nextInt(3) == 0) {
                    live(store, UUID.fromString(store.lead()), chance);
                }
            }
        }
        clock.set("2026-03-09T18:00");
        JsonNode comparison = compared(hq, "&from=2026-03-01&until=2026-03-09");
        Map<String, Long> together = new HashMap<>();
        for (Store store : List.of(pudong, suzhou)) {
            JsonNode row = of(comparison, store);
            JsonNode own = store.as(store.gao)
                    .get("/api/v1/reports/ratios?from=2026-03-01&until=2026-03-09")
                    .json()
                    .path("rows")
                    .path(0)
                    .path("values");
            for (String ratio : List.of("K01", "K03", "K03B", "K11", "K12", "K15", "K18")) {
                assertThat(row.path("numbers").path(ratio).path("top").asLong(-1))
                        .as("%s of %s", ratio, store.dealership.code())
                        .isEqualTo(own.path(ratio).path("top").asLong(-1));
                assertThat(row.path("numbers").path(ratio).path("bottom").asLong(-1))
                        .isEqualTo(own.path(ratio).path("bottom").asLong(-1));
            }
            assertThat(top(row, "OVERDUE"))
                    .isEqualTo(own.path("K05").path("top").asLong(-1));
            assertThat(top(row, "BASE"))
                    .isEqualTo(own.path("K05").path("bottom").asLong(-1));
            Map<String, Long> raw = raw(store);
            assertThat(top(row, "NEW_HQ")).isEqualTo(raw.get("NEW_HQ"));
            assertThat(top(row, "NEW_OWN")).isEqualTo(raw.get("NEW_OWN"));
            assertThat(top(row, "ORDERS")).isEqualTo(raw.get("ORDERED"));
            assertThat(top(row, "DELIVERIES")).isEqualTo(raw.get("DELIVERED"));
            assertThat(rows(hq, store, "NEW_OWN", "top").size()).isEqualTo((int) top(row, "NEW_OWN"));
            assertThat(rows(hq, store, "K15", "bottom").size())
                    .isEqualTo(row.path("numbers").path("K15").path("bottom").asInt());
            for (String measure : List.of("NEW_HQ", "NEW_OWN", "ORDERS", "DELIVERIES", "K15", "K03", "BASE")) {
                together.merge(measure, top(row, measure), Long::sum);
            }
        }
        together.forEach((measure, sum) -> {
            assertThat(top(comparison.path("all"), measure)).as(measure).isEqualTo(sum);
            assertThat(top(comparison.path("regions").path(0), measure)).isEqualTo(sum);
        });
        assertThat(together.get("ORDERS"))
                .as("the history has something to say")
                .isPositive();

        clock.set("2026-03-09T18:30");
        live(pudong, UUID.fromString(pudong.card()), chance);
        assertThat(top(of(compared(hq, "&from=2026-03-01&until=2026-03-09"), pudong), "NEW_OWN"))
                .as("what was written since is counted anew")
                .isEqualTo(raw(pudong).get("NEW_OWN"));
        clock.set("2026-03-09T18:33");
        assertThat(keeping.keep(pudong.dealership.id()))
                .as("the last half year, by months")
                .isGreaterThan(5);
        assertThat(keeping.keep(pudong.dealership.id()))
                .as("nothing was written since")
                .isZero();
    }

    private void live(Store store, UUID customer, Random chance) {
        List<Told> told = new ArrayList<>();
        for (String kind : List.of("VISIT_RECORDED", "TEST_DRIVEN", "ORDERED", "DELIVERED")) {
            if (chance.nextInt(2) == 0) {
                break;
            }
            told.add(new Told(
                    store.dealership.id(), kind, customer, store.li.id().value(), clock.instant(), "INBOUND_CALL"));
        }
        Tenancy.within(store.dealership.id(), () -> transaction.executeWithoutResult(status -> journal.writeAll(told)));
    }

    /** A second, naive way: every row of the journal, looked at one by one. */
    private Map<String, Long> raw(Store store) {
        Map<String, Long> counts = new HashMap<>(Map.of("NEW_HQ", 0L, "NEW_OWN", 0L, "ORDERED", 0L, "DELIVERED", 0L));
        Tenancy.within(
                store.dealership.id(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("select kind, source from journal_entry where dealership_id = :dealership")
                                .param("dealership", store.dealership.id().value())
                                .query(row -> {
                                    String kind = row.getString("kind");
                                    if (kind.equals("PROSPECT_OPENED") || kind.equals("LEAD_RECEIVED")) {
                                        counts.merge(
                                                row.getString("source").equals("HQ_ALLOCATED") ? "NEW_HQ" : "NEW_OWN",
                                                1L,
                                                Long::sum);
                                    } else if (counts.containsKey(kind)) {
                                        counts.merge(kind, 1L, Long::sum);
                                    }
                                })));
        return counts;
    }

    @Test
    @DisplayName(
            "HQ sees all, a general manager the own group on its days and nobody else, managers and consultants nothing")
    void whoSeesWhom() {

        assertThat(compared(hq, "").path("dealerships").findValuesAsString("code"))
                .containsExactlyInAnyOrder(pudong.dealership.code(), suzhou.dealership.code());
        Api gao = pudong.as(pudong.gao);
        assertThat(compared(gao, "").path("dealerships").findValuesAsString("code"))
                .containsExactly(pudong.dealership.code());
        assertThat(gao.get("/api/v1/dealerships/" + suzhou.dealership.code() + "/rows?measure=K15")
                        .status())
                .isEqualTo(404);
        assertThat(gao.post("/api/v1/dealerships/" + suzhou.dealership.code() + "/unlocks", reason())
                        .status())
                .isEqualTo(404);
        for (StaffMember who : List.of(pudong.li, pudong.zhou, pudong.wu)) {
            Api api = pudong.as(who);
            assertThat(api.get("/api/v1/dealerships/comparison").status()).isEqualTo(403);
            assertThat(api.get("/api/v1/dealerships/" + pudong.dealership.code() + "/rows?measure=K15")
                            .status())
                    .isEqualTo(403);
            assertThat(api.post("/api/v1/dealership-groups", Map.of("name", "x"))
                            .status())
                    .isEqualTo(403);
        }
        StaffMember admin = stores.member(pudong.dealership, "admin", "管理员", Role.SYSTEM_ADMINISTRATOR);
        assertThat(pudong.as(admin)
                        .post("/api/v1/dealership-groups", Map.of("name", "自己的集团"))
                        .status())
                .as("an administrator of one dealership keeps no groups")
                .isEqualTo(403);

        String group = hq.post("/api/v1/dealership-groups", Map.of("name", "集团" + region))
                .text("/id");
        join(group, pudong, "2026-03-02", null);
        join(group, suzhou, "2026-03-03", "2026-03-04");
        assertThat(hq.post("/api/v1/dealership-groups", Map.of("name", "集团" + region))
                        .status())
                .as("a name belongs to one group")
                .isEqualTo(422);
        assertThat(hq.post(
                                "/api/v1/dealership-groups/" + group + "/members",
                                Map.of("dealership", suzhou.dealership.code(), "from", "2026-03-04"))
                        .status())
                .as("twice on the same day")
                .isEqualTo(422);
        Map<String, Integer> seen = new HashMap<>();
        for (String moment :
                List.of("2026-03-02T23:59:59", "2026-03-03T00:00", "2026-03-04T23:59:59", "2026-03-05T00:00")) {
            clock.set(moment);
            seen.put(moment, compared(gao, "").path("dealerships").size());
        }
        assertThat(seen)
                .as("at the edges of the days")
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "2026-03-02T23:59:59", 1,
                        "2026-03-03T00:00", 2,
                        "2026-03-04T23:59:59", 2,
                        "2026-03-05T00:00", 1));
        join(group, suzhou, "2026-03-05", null);
        assertThat(compared(gao, "").path("dealerships").size()).isEqualTo(2);
        assertThat(hq.post(
                                "/api/v1/dealership-groups/" + group + "/departures",
                                Map.of("dealership", suzhou.dealership.code()))
                        .status())
                .isEqualTo(200);
        assertThat(compared(gao, "").path("dealerships").size())
                .as("taken out at once")
                .isEqualTo(1);
    }

    private void join(String group, Store store, String from, String until) {
        Map<String, Object> member = new HashMap<>(Map.of("dealership", store.dealership.code(), "from", from));
        if (until != null) {
            member.put("until", until);
        }
        Api.Answer answer = hq.post("/api/v1/dealership-groups/" + group + "/members", member);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    private static Map<String, Object> reason() {
        return Map.of("purpose", "COMPLAINT", "words", "客户致电总部投诉交车", "minutes", 15);
    }

    @Test
    @DisplayName(
            "without an unlock no answer names anybody; with one, names in part until its end, and the dealership reads who, why and at what")
    void unlocking() {
        pudong.card();
        String prospect = pudong.lead();
        String mobile =
                pudong.as(pudong.zhou).get("/api/v1/prospects/" + prospect).text("/maskedMobile");
        String code = pudong.dealership.code();
        String address = "/api/v1/dealerships/" + code + "/rows?measure=NEW_OWN";
        for (String path : List.of(
                address,
                "/api/v1/dealerships/" + code + "/rows?measure=NEW_HQ",
                "/api/v1/dealerships/" + code + "/rows?measure=BASE_H",
                "/api/v1/dealerships/" + code + "/rows?measure=K15&side=bottom",
                "/api/v1/dealerships/comparison?region=" + encoded(region))) {
            assertNobody(hq.get(path), mobile);
        }

        assertThat(hq.post("/api/v1/dealerships/" + code + "/unlocks", Map.of("purpose", "AUDIT", "words", "短"))
                        .status())
                .isEqualTo(422);
        assertNobody(hq.get(address), mobile);
        assertThat(hq.post("/api/v1/dealerships/" + code + "/unlocks", reason()).status())
                .isEqualTo(201);
        JsonNode row = hq.get(address).json().path("items").path(0);
        assertThat(row.path("consultantName").asString("")).isEqualTo(pudong.li.name());
        assertThat(row.path("maskedCustomerName").asString("")).isEqualTo("欧**");
        assertThat(row.path("maskedMobile").asString("")).matches("137\\*{4}\\d{4}");
        assertThat(hq.get("/api/v1/dealerships/" + suzhou.dealership.code() + "/rows?measure=NEW_OWN")
                        .json()
                        .toString())
                .as("one dealership's unlock opens no other")
                .doesNotContain("**");

        assertThat(Stage.bell(pudong.as(pudong.zhou))).contains("DATA_UNLOCKED");
        assertThat(Stage.bell(pudong.as(pudong.gao))).contains("DATA_UNLOCKED");
        assertThat(Stage.bell(pudong.as(pudong.li))).doesNotContain("DATA_UNLOCKED");
        assertThat(Stage.bell(suzhou.as(suzhou.zhou))).doesNotContain("DATA_UNLOCKED");
        JsonNode unlock = pudong.as(pudong.zhou).get("/api/v1/unlocks").json().path(0);
        assertThat(unlock.path("words").asString("")).isEqualTo("客户致电总部投诉交车");
        assertThat(unlock.path("visitor").asString("")).isEqualTo("上海大众 顾明");
        assertThat(log(pudong))
                .containsExactly(
                        "UNLOCKED 上海大众 顾明 COMPLAINT: 客户致电总部投诉交车 (-> 2026-03-02 09:15) 0",
                        "OPENED 上海大众 顾明 NEW_OWN 2026-03-01..2026-03-02 1");

        clock.set("2026-03-02T09:14:59");
        assertThat(hq.get(address).json().toString()).contains("欧**");
        clock.set("2026-03-02T09:15");
        assertNobody(hq.get(address), mobile);
        assertThat(hq.post("/api/v1/dealerships/" + code + "/unlocks", reason()).status())
                .isEqualTo(201);
        assertThat(hq.post("/api/v1/dealerships/" + code + "/unlock-end", Map.of())
                        .status())
                .isEqualTo(204);
        assertNobody(hq.get(address), mobile);
    }

    @Test
    @DisplayName(
            "4.8: the count of numbers beyond their limits opens to them, each to the counts it is made of, each of these to as many rows: card, kind, age, and nobody's name without an unlock")
    void beyondLimits() {
        for (int customer = 0; customer < 6; customer++) {
            Map<String, Object> card = Stage.card("N", "2026-03-04");
            card.put("customerName", CUSTOMER);
            card.put("mobile", newMobile());
            assertThat(pudong.as(pudong.li).post("/api/v1/prospects", card).status())
                    .isEqualTo(201);
        }
        clock.set("2026-03-05T10:00");
        JsonNode row = of(compared(hq, ""), pudong);
        String path = "/api/v1/dealerships/" + pudong.dealership.code() + "/findings";
        Api.Answer findings = hq.get(path);
        assertNobody(findings, CUSTOMER);
        assertThat((long) findings.json().size()).isEqualTo(top(row, "QUALITY")).isPositive();
        assertThat(findings.json().findValuesAsString("code")).contains("N_SHARE", "GRADE_N_NOW", "CASES_NOW");
        for (JsonNode beyond : findings.json()) {
            assertThat(beyond.path("counts").size()).as("counts of %s", beyond).isPositive();
            for (JsonNode count : beyond.path("counts")) {
                Api.Answer rows = hq.get(
                        path + "/rows?limit=100&finding=" + count.path("code").asString(""));
                assertNobody(rows, CUSTOMER);
                assertThat(rows.json().path("items").size())
                        .as("rows of %s", count)
                        .isEqualTo(count.path("rows").asInt());
            }
        }
        JsonNode one =
                hq.get(path + "/rows?finding=GRADE_N_NOW").json().path("items").path(0);
        assertThat(one.path("cardNo").asString("")).matches("\\d+");
        assertThat(one.path("ageDays").asInt(-1)).isGreaterThanOrEqualTo(0);
        String card = one.path("cardNo").asString("");
        assertThat(pudong.as(pudong.zhou)
                        .get("/api/v1/prospects?q=" + card)
                        .json()
                        .path("items")
                        .findValuesAsString("cardNo"))
                .as("the dealership finds the card by its number")
                .contains(card);
        assertThat(hq.get(path + "/rows?finding=N_SHARE").text("/errors/0/field"))
                .isEqualTo("finding");
        assertThat(hq.get(path + "/rows?finding=NONSENSE").status()).isEqualTo(422);
        assertThat(hq.get(path + "?from=2025-10-01").text("/errors/0/field")).isEqualTo("from");
        assertThat(suzhou.as(suzhou.gao).get(path).status())
                .as("a general manager of another house")
                .isEqualTo(404);
        assertThat(hq.post("/api/v1/dealerships/" + pudong.dealership.code() + "/unlocks", reason())
                        .status())
                .isEqualTo(201);
        assertThat(hq.get(path + "/rows?finding=GRADE_N_NOW").json().toString()).contains("欧**");
        assertThat(log(pudong)).contains("OPENED 上海大众 顾明 GRADE_N_NOW 2026-03-01..2026-03-05 6");
    }

    private void assertNobody(Api.Answer answer, String mobile) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        assertThat(answer.json().toString())
                .doesNotContain(CUSTOMER)
                .doesNotContain("欧")
                .doesNotContain(pudong.li.name())
                .doesNotContain(pudong.li.username())
                .doesNotContain(mobile)
                .doesNotContain("137");
    }

    private List<String> log(Store store) {
        return Tenancy.within(
                store.dealership.id(),
                () -> transaction.execute(status -> jdbc.sql("""
                                select look || ' ' || visitor || ' ' || what || ' ' || customers
                                  from access_record
                                 where dealership_id = :dealership
                                   and visitor is not null
                                 order by looked_at, id
                                """)
                        .param("dealership", store.dealership.id().value())
                        .query(String.class)
                        .list()));
    }

    @Test
    @DisplayName(
            "not yet open, opened meanwhile, without targets, in another zone, wrong days: each has its name, none is a zero")
    void named() {
        Store tokyo = new Store("Asia/Tokyo");
        clock.set("2026-03-05T10:00");
        pudong.card();
        JsonNode comparison = compared(hq, "");
        assertThat(remarks(comparison, pudong)).contains("OPENED_MEANWHILE", "WITHOUT_TARGETS");
        assertThat(remarks(comparison, suzhou)).contains("NOT_YET_OPEN");
        assertThat(number(of(comparison, suzhou), "NEW_OWN")).as("no zero").isNull();
        assertThat(remarks(comparison, tokyo)).contains("OTHER_ZONE", "NOT_YET_OPEN");
        assertThat(remarks(compared(hq, "&from=2026-02-01&until=2026-02-28"), pudong))
                .contains("NOT_YET_OPEN");
        clock.set("2026-03-20T10:00");
        assertThat(remarks(compared(hq, ""), pudong)).contains("SILENT");
        for (String wrong : List.of(
                "from=2026-03-21",
                "until=2026-03-21",
                "from=2024-01-01&until=2026-03-01",
                "from=1890-01-01&until=1890-02-01",
                "from=nonsense")) {
            assertThat(hq.get("/api/v1/dealerships/comparison?" + wrong).status())
                    .as(wrong)
                    .isIn(400, 422);
        }
        assertThat(compared(hq, "&from=2026-03-01&until=2026-03-01")
                        .path("dealerships")
                        .size())
                .isEqualTo(3);
    }

    private List<String> remarks(JsonNode comparison, Store store) {
        List<String> remarks = new ArrayList<>();
        of(comparison, store).path("remarks").forEach(one -> remarks.add(one.asString("")));
        return remarks;
    }
}
