package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.report.DailyFreezing;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDesk;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The edges of every report: days that cannot be read, periods that end before they begin, time to come, time before the dealership
 * opened, months in which nothing happened, people who left, and a house without consultants. Each is a named result: the report
 * with a dash, or 422 at the field. Never a defect, never a quiet wrong number.
 */
class ReportEdgesTest extends Stage {

    /** What a report may say only with something to divide by (4.1 rule 4). */
    private static final Set<String> DIVIDED =
            Set.of("ratio", "achievement", "conversion", "overall", "share", "pace", "hitRate", "rate", "coverage");

    /** What an address names by days or by months. */
    private enum Names {
        DAYS(
                List.of("2026-02-30", "gestern", "2026-3-2"),
                List.of("1999-06-15", "2026-04-21", "2199-01-04"),
                "2025-11-15",
                "2027-01-15"),
        MONTHS(
                List.of("2026-13", "gestern", "2026-03-02"),
                List.of("1999-06", "2026-05", "2199-01"),
                "2025-11",
                "2027-01");

        private final List<String> unreadable;
        private final List<String> farAway;
        private final String beforeOpening;
        private final String toCome;

        Names(List<String> unreadable, List<String> farAway, String beforeOpening, String toCome) {
            this.unreadable = unreadable;
            this.farAway = farAway;
            this.beforeOpening = beforeOpening;
            this.toCome = toCome;
        }
    }

    /**
     * One report: its page and its call, without the fields of its time.
     *
     * @param fields the fields that name its time
     */
    private record Report(String page, String call, Names names, List<String> fields) {

        static Report of(String page, String call, Names names, String... fields) {
            return new Report(page, call, names, List.of(fields));
        }

        /** Both addresses, with fields and values in turn. */
        List<String> asked(String... time) {
            StringBuilder query = new StringBuilder();
            for (int place = 0; place < time.length; place += 2) {
                query.append('&').append(time[place]).append('=').append(time[place + 1]);
            }
            return Stream.of(page, call)
                    .filter(address -> !address.isEmpty())
                    .map(address -> address.contains("?") || query.isEmpty()
                            ? address + query
                            : address + "?" + query.substring(1))
                    .toList();
        }

        boolean isOfPeriods() {
            return fields.size() == 2;
        }

        /** The whole of a month that lies there, by this report's fields. */
        List<String> asked(String day) {
            if (!isOfPeriods()) {
                return asked(fields.get(0), day);
            }
            return names == Names.MONTHS
                    ? asked(fields.get(0), day, fields.get(1), day)
                    : asked(fields.get(0), day.substring(0, 8) + "01", fields.get(1), day);
        }
    }

    private static final String API = "/api/v1";
    private static final JsonNode NOTHING = JsonMapper.shared().createObjectNode();

    /** Everything that a sales manager reads for days, weeks or months of their choice. */
    private static final List<Report> REPORTS = List.of(
            same("/reports/daily", Names.DAYS, "date"),
            same("/reports/daily.xlsx", Names.DAYS, "date"),
            same("/reports/daily/members?figure=TOTAL_CONTACTS", Names.DAYS, "date"),
            same("/reports/daily/frozen-rows?figure=TOTAL_CONTACTS", Names.DAYS, "date"),
            same("/reports/rows?figure=TOTAL_CONTACTS", Names.DAYS, "from", "until"),
            same("/reports/actual-vs-target", Names.MONTHS, "month"),
            same("/reports/actual-vs-target.xlsx", Names.MONTHS, "month"),
            Report.of("", API + "/reports/actual-vs-target/course", Names.MONTHS, "month"),
            Report.of("/reports/targets", API + "/targets", Names.MONTHS, "month"),
            same("/reports/history", Names.DAYS, "date"),
            same("/reports/history.xlsx", Names.DAYS, "date"),
            same("/reports/funnel", Names.DAYS, "from", "to"),
            same("/reports/funnel.xlsx", Names.DAYS, "from", "to"),
            same("/reports/funnel/customers?stage=LEAD", Names.DAYS, "from", "to"),
            same("/reports/ratios", Names.DAYS, "from", "until"),
            same("/reports/ratios.xlsx", Names.DAYS, "from", "until"),
            same("/reports/ratios/rows?ratio=K15&side=bottom", Names.DAYS, "from", "until"),
            same("/reports/calibration", Names.MONTHS, "from", "until"),
            same("/reports/calibration/rows?grade=H", Names.MONTHS, "from", "until"),
            Report.of("/quality", API + "/quality", Names.DAYS, "from", "to"),
            Report.of(
                    "/quality/members?finding=CONTACTS_WRITTEN",
                    API + "/quality/members?finding=CONTACTS_WRITTEN",
                    Names.DAYS,
                    "from",
                    "to"),
            Report.of("/one-to-ones", API + "/one-to-ones", Names.DAYS, "week"),
            Report.of("", API + "/one-to-ones/coverage", Names.DAYS, "from", "until"),
            Report.of("/weekly-review", "", Names.DAYS, "week"),
            Report.of("/board/week", API + "/boards/week", Names.DAYS, "week"),
            Report.of("/h-list", API + "/h-lists", Names.DAYS, "week"),
            Report.of("/h-list/entries", API + "/h-lists/entries", Names.DAYS, "week"),
            Report.of("/h-list/print", "", Names.DAYS, "week"));

    /** What HQ reads of all dealerships. */
    private static final Report COMPARED = Report.of(
            "/dealerships/compare?region=%E8%BE%B9",
            API + "/dealerships/comparison?region=%E8%BE%B9", Names.DAYS, "from", "until");

    /** What has no time of one's choice. */
    private static final List<Report> OF_NOW = List.of(
            Report.of("/board/morning", API + "/boards/morning", Names.DAYS),
            Report.of("", API + "/one-to-ones/proposals", Names.DAYS),
            Report.of("/one-to-ones/new", "", Names.DAYS),
            Report.of("/one-to-ones/history", API + "/one-to-ones/history", Names.DAYS),
            Report.of("/success-plans", API + "/success-plans", Names.DAYS),
            Report.of("/h-list/archive", API + "/h-lists/weeks", Names.DAYS),
            Report.of("/weekly-review/archive", API + "/weekly-reviews", Names.DAYS));

    private static Report same(String path, Names names, String... fields) {
        return Report.of(path, API + path, names, fields);
    }

    @Autowired
    Dealerships dealerships;

    @Autowired
    StaffDesk staff;

    @Autowired
    DailyFreezing freezing;

    private final List<String> faults = new ArrayList<>();
    private PlainBrowser browser;
    private String first;

    /** The dealership opened in the middle of March; April was quiet; today is the twentieth of it. */
    @BeforeEach
    void openedMidMonth() {
        clock.set("2026-03-16T10:00");
        first = opened(li, card("B", "2026-03-18"));
        clock.set("2026-03-18T10:00");
        recorded(li, first, contact("REACHED", "2026-03-20"));
        opened(wang, card("H", "2026-03-19"));
        clock.set("2026-04-20T09:00");
        browser = PlainBrowser.of(store.zhou().username(), TestStores.PASSWORD, port);
    }

    /** Asks, and keeps what is wrong: a status that is not allowed, or a refusal that names no field that was sent. */
    private JsonNode ask(String address, Api who, PlainBrowser person, Set<Integer> allowed, List<String> fields) {
        if (!address.startsWith(API)) {
            int status = person.get(address).statusCode();
            if (!allowed.contains(status)) {
                faults.add(status + " " + address);
            }
            return NOTHING;
        }
        Api.Answer answer = who.get(address);
        if (!allowed.contains(answer.status())) {
            faults.add(answer.status() + " " + address + " " + answer.json());
        } else if (answer.status() == 422) {
            List<String> named = StreamSupport.stream(
                            answer.json().path("errors").spliterator(), false)
                    .map(error -> error.path("field").asString(""))
                    .toList();
            if (named.isEmpty() || !fields.containsAll(named)) {
                faults.add("names " + named + ", not " + fields + ": " + address);
            }
        }
        return answer.status() == 200 ? answer.json() : NOTHING;
    }

    private JsonNode ask(String address, Set<Integer> allowed, List<String> fields) {
        return ask(address, zhou, browser, allowed, fields);
    }

    /** Numbers that were divided, though there was nothing to divide by. */
    private void nothingDivided(JsonNode node, String where, String address) {
        node.properties().forEach(entry -> {
            if (DIVIDED.contains(entry.getKey()) && entry.getValue().isNumber()) {
                faults.add(where + "/" + entry.getKey() + " is " + entry.getValue() + ": " + address);
            }
            nothingDivided(entry.getValue(), where + "/" + entry.getKey(), address);
        });
        if (node.isArray()) {
            for (int place = 0; place < node.size(); place++) {
                nothingDivided(node.path(place), where + "/" + place, address);
            }
        }
    }

    private record Hq(Api api, PlainBrowser browser) {}

    private Hq hq() {
        String name = "edges." + store.dealership().id().value();
        stores.member(dealerships.get(DealershipId.HQ), name, "顾明", Role.HQ);
        String username = name + "." + DealershipId.HQ.value();
        return new Hq(Api.whenAsked(username, port), PlainBrowser.of(username, TestStores.PASSWORD, port));
    }

    @Test
    @DisplayName("bad dates: what is no day or no month is refused at its field, on every page and in every call")
    void badDates() {
        Hq hq = hq();
        for (Report report : REPORTS) {
            for (String field : report.fields()) {
                for (String value : report.names().unreadable) {
                    report.asked(field, value).forEach(address -> ask(address, Set.of(422), List.of(field)));
                }
            }
        }
        for (String value : Names.DAYS.unreadable) {
            COMPARED.asked("until", value)
                    .forEach(address -> ask(address, hq.api(), hq.browser(), Set.of(422), List.of("until")));
            ask(API + "/weekly-reviews/" + value, Set.of(404, 422), List.of("week"));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName(
            "days of another century and of time to come: the report with nothing in it, or 422 at the field that was sent")
    void farAway() {
        Hq hq = hq();
        for (Report report : REPORTS) {
            for (String field : report.fields()) {
                for (String value : report.names().farAway) {
                    report.asked(field, value).forEach(address -> ask(address, Set.of(200, 422), report.fields()));
                }
            }
            report.asked(report.names().toCome)
                    .forEach(address -> nothingDivided(ask(address, Set.of(200, 422), report.fields()), "", address));
        }
        COMPARED.asked("2027-01-15")
                .forEach(address -> ask(address, hq.api(), hq.browser(), Set.of(422), COMPARED.fields()));
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("a period that ends before it begins is refused at its end or its beginning, everywhere")
    void afterUntil() {
        Hq hq = hq();
        for (Report report : REPORTS) {
            if (report.isOfPeriods()) {
                boolean months = report.names() == Names.MONTHS;
                report.asked(
                                report.fields().get(0),
                                months ? "2026-04" : "2026-04-02",
                                report.fields().get(1),
                                months ? "2026-03" : "2026-03-20")
                        .forEach(address -> ask(address, Set.of(422), report.fields()));
            }
        }
        COMPARED.asked("from", "2026-04-02", "until", "2026-03-20")
                .forEach(address -> ask(address, hq.api(), hq.browser(), Set.of(422), COMPARED.fields()));
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName(
            "before the opening day, and in a month in which nothing happened: 200 and dashes, never 0 % and never a defect")
    void beforeOpeningAndEmptyMonth() {
        for (Report report : REPORTS) {
            report.asked(report.names().beforeOpening)
                    .forEach(address -> nothingDivided(
                            ask(address, address.contains("frozen-rows") ? Set.of(422) : Set.of(200), report.fields()),
                            "",
                            address));
            report.asked(report.names() == Names.MONTHS ? "2026-04" : "2026-04-19")
                    .forEach(address ->
                            ask(address, address.contains("frozen-rows") ? Set.of(422) : Set.of(200), report.fields()));
        }
        JsonNode before = ask(API + "/reports/actual-vs-target?month=2025-11", Set.of(200), List.of());
        if (!before.path("begun").asString("").equals("2026-03-16")) {
            faults.add("a month before the opening says so: " + before);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName(
            "opened in the middle of a month: history compares with no part of a month, targets count selling days from then")
    void partOfAMonth() {
        JsonNode april = zhou.get(API + "/reports/history?date=2026-04-20").json();
        assertThat(april.path("began").asString("")).isEqualTo("2026-03-16");
        april.path("measures").forEach(measure -> {
            if (measure.path("pasts").size() > 0) {
                faults.add(measure.path("code") + " is compared with " + measure.path("pasts"));
            }
        });
        JsonNode march =
                zhou.get(API + "/reports/actual-vs-target?month=2026-03").json();
        assertThat(march.path("begun").asString("")).isEqualTo("2026-03-16");
        assertThat(march.at("/sellingDays/days").asInt()).isEqualTo(16);
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName(
            "a consultant who left in the middle of a month stays in its numbers: their row and the dealership's, by their name;"
                    + " of somebody whom nobody knows it says so")
    void leftMidMonth() {
        String wangs = API + "/staff/" + store.wang().username();
        clock.set("2026-03-20T10:00");
        assertThat(chen.post(wangs + "/notice", Map.of("from", "2026-03-20")).status())
                .isEqualTo(204);
        Api.Answer plan =
                chen.post(wangs + "/handovers", Map.of("choices", List.of()), Map.of("Idempotency-Key", "edges"));
        assertThat(plan.status()).as(plan.json().toString()).isEqualTo(201);
        chen.post(API + "/handovers/" + plan.text("/id") + "/run", Map.of());
        Tenancy.within(store.dealership().id(), () -> {
            staff.deactivate(store.wang().id(), store.admin());
            return 0;
        });
        clock.set("2026-04-20T09:00");
        String name = store.wang().username();
        for (String report : List.of(
                "/reports/daily?date=2026-03-31",
                "/reports/actual-vs-target?month=2026-03",
                "/reports/ratios?from=2026-03-01&until=2026-03-31",
                "/quality?from=2026-03-01&to=2026-03-31")) {
            JsonNode read = ask(API + report, Set.of(200), List.of());
            Set<String> rows = new LinkedHashSet<>(read.path("rows").findValuesAsString("username"));
            if (!rows.contains(name)) {
                faults.add("who left is missing: " + report + " has " + rows);
            }
        }
        for (String report : List.of(
                "/reports/rows?figure=NEW_PROSPECTS&from=2026-03-01&until=2026-03-31",
                "/reports/daily/members?figure=NEW_PROSPECTS&span=month&date=2026-03-31",
                "/reports/ratios?from=2026-03-01&until=2026-03-31",
                "/reports/ratios/rows?ratio=K15&side=bottom&from=2026-03-01&until=2026-03-31",
                "/reports/history?date=2026-03-31",
                "/reports/calibration?from=2026-03&until=2026-03",
                "/reports/calibration/rows?grade=H&from=2026-03&until=2026-03",
                "/reports/funnel?from=2026-03-01&to=2026-03-31",
                "/reports/actual-vs-target/course?month=2026-03",
                "/quality?from=2026-03-01&to=2026-03-31",
                "/quality/members?finding=CONTACTS_WRITTEN&from=2026-03-01&to=2026-03-31",
                "/h-lists/entries?week=2026-03-16",
                "/h-lists?week=2026-03-16",
                "/one-to-ones/history?limit=5",
                "/success-plans?limit=5")) {
            ask(API + report + "&consultant=" + name, Set.of(200), List.of());
            ask(API + report + "&consultant=nobody", Set.of(404, 422), List.of("consultant"));
        }
        assertThat(zhou.get(API + "/reports/rows?figure=NEW_PROSPECTS&from=2026-03-01&until=2026-03-31&consultant="
                                + name)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName(
            "a consultant whose duty moved in the middle of a month, and the customer who moved with it: what came before stays in"
                    + " their row, what comes after counts for the new one, and every report still knows both")
    void movedMidMonth() {
        String wangs = store.wang().username();
        clock.set("2026-03-18T11:00");
        String moving = opened(wang, card("H", "2026-03-19"));
        clock.set("2026-03-20T10:00");
        assertThat(chen.post(
                                API + "/prospects/" + moving + "/transfers",
                                Map.of("to", store.li().username(), "reason", "WORKLOAD"))
                        .status())
                .isLessThan(300);
        PlainBrowser admin = PlainBrowser.of(store.admin().username(), TestStores.PASSWORD, port);
        assertThat(admin.post(
                                "/staff/" + store.wang().id().value() + "/roles",
                                Map.of("roles", "RECEPTIONIST", "version", "1"))
                        .statusCode())
                .isEqualTo(200);
        clock.set("2026-03-21T10:00");
        recorded(li, moving, contact("REACHED", "2026-03-23"));

        clock.set("2026-04-20T09:00");
        for (String report : List.of(
                "/reports/daily?date=2026-03-31",
                "/reports/actual-vs-target?month=2026-03",
                "/reports/ratios?from=2026-03-01&until=2026-03-31",
                "/quality?from=2026-03-01&to=2026-03-31")) {
            JsonNode read = ask(API + report, Set.of(200), List.of());
            Set<String> rows = new LinkedHashSet<>(read.path("rows").findValuesAsString("username"));
            if (!rows.containsAll(List.of(wangs, store.li().username()))) {
                faults.add("whose duty moved is missing: " + report + " has " + rows);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(rows("NEW_PROSPECTS", wangs)).as("both cards were his").isEqualTo(2);
        assertThat(rows("TOTAL_CONTACTS", wangs)).as("opening them was his").isEqualTo(2);
        assertThat(rows("TRANSFERS_OUT", wangs)).isEqualTo(1);
        assertThat(rows("TRANSFERS_IN", store.li().username())).isEqualTo(1);
        assertThat(rows("TOTAL_CONTACTS", store.li().username()))
                .as("their own card and contact, and the contact after the move")
                .isEqualTo(3);
        JsonNode march =
                zhou.get(API + "/reports/actual-vs-target?month=2026-03").json();
        march.path("rows").forEach(row -> {
            if (row.path("consultant").path("username").asString("").equals(wangs)) {
                assertThat(row.at("/standings/TOTAL_CONTACTS/actual").asInt()).isEqualTo(2);
            }
        });
        Set<String> april = new LinkedHashSet<>(zhou.get(API + "/reports/daily?date=2026-04-20")
                .json()
                .path("rows")
                .findValuesAsString("username"));
        assertThat(april).contains(store.li().username());
        assertThat(zhou.get(API + "/one-to-ones/proposals").json().findValuesAsString("username"))
                .as("nobody is proposed who sells no more")
                .doesNotContain(wangs);
    }

    private int rows(String figure, String whose) {
        return zhou.get(API + "/reports/rows?from=2026-03-01&until=2026-03-31&figure=" + figure + "&consultant="
                        + whose)
                .json()
                .path("items")
                .size();
    }

    @Test
    @DisplayName(
            "corrections after freezing stand beside what was frozen, in the report of a day and behind its number")
    void correctedAfterFreezing() {
        clock.set("2026-04-20T23:30");
        freezing.freezeClosed();
        clock.set("2026-04-21T09:00");
        Map<String, Object> late = contact("REACHED", "2026-04-23");
        late.put("happenedAt", "2026-04-20T18:00:00+08:00");
        recorded(li, first, late);
        JsonNode row = zhou.get(API + "/reports/daily?date=2026-04-20").json().at("/rows/0/values/TOTAL_CONTACTS");
        assertThat(row.path("day").asInt()).isZero();
        assertThat(row.path("dayCorrection").asInt()).isEqualTo(1);
        assertThat(row.path("dayNow").asInt()).isEqualTo(1);
        String rows = API + "/reports/daily/frozen-rows?figure=TOTAL_CONTACTS&date=2026-04-20";
        assertThat(zhou.get(rows).json().path("items").size()).isZero();
    }

    @Test
    @DisplayName("a house with no consultant at all, and nothing written ever: every report is there and empty")
    void noConsultantAtAll() {
        int number = dealerships.all().stream()
                        .mapToInt(one -> one.id().value())
                        .max()
                        .orElse(0)
                + 1;
        Dealership empty = dealerships.add(
                new Dealership(new DealershipId(number), "T" + number, "空店" + number, "边", ZoneId.of("Asia/Shanghai")));
        String manager = stores.member(empty, "zhou", "周强", Role.SALES_MANAGER).username();
        Api alone = Api.whenAsked(manager, port);
        PlainBrowser window = PlainBrowser.of(manager, TestStores.PASSWORD, port);
        for (List<Report> reports : List.of(REPORTS, OF_NOW)) {
            for (Report report : reports) {
                report.asked()
                        .forEach(address -> nothingDivided(
                                ask(
                                        address,
                                        alone,
                                        window,
                                        address.contains("frozen-rows") ? Set.of(422) : Set.of(200),
                                        List.of("date")),
                                "",
                                address));
            }
        }
        Hq hq = hq();
        COMPARED.asked().forEach(address -> ask(address, hq.api(), hq.browser(), Set.of(200), List.of()));
        assertThat(alone.post(API + "/weekly-reviews/2026-04-20", Map.of()).status())
                .isEqualTo(201);
        ask("/weekly-review?week=2026-04-20", alone, window, Set.of(200), List.of());
        ask("/weekly-review/2026-04-20/print", alone, window, Set.of(200), List.of());
        assertThat(faults).isEmpty();
    }
}
