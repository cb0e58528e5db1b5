package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.hlist.HListClosing;
import io.genjin.journal.Frozen;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalFact;
import io.genjin.ratio.Past;
import io.genjin.report.DailyFreezing;
import io.genjin.report.Figure;
import io.genjin.review.FrozenReports;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.target.Metric;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;

/** Issue 5 items 2 to 5 and 7 to 8: what leaves as a workbook is what the API answers to the same question, number by number. */
class ReportSheetsTest extends Stage {

    private static final String API = "/api/v1";
    private static final List<String> STANDING = List.of(
            "target", "actual", "gap", "achievement", "timeProgress", "pace", "forecast", "neededPerDay", "light");

    @Autowired
    Journal journal;

    @Autowired
    DailyFreezing freezing;

    @Autowired
    HListClosing closing;

    @Autowired
    Dealerships dealerships;

    @Autowired
    MessageSource messages;

    private PlainBrowser browser;

    /** A workbook as it was downloaded, sheet by sheet. */
    private record Book(List<List<Row>> sheets) {

        static Book of(PlainBrowser who, String path) throws IOException {
            return of(who.file(path), path);
        }

        /** The same over the API. */
        static Book of(Api who, String path) throws IOException {
            return of(who.get("/api/v1" + path).response(), path);
        }

        private static Book of(HttpResponse<byte[]> answer, String path) throws IOException {
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .as(path)
                    .startsWith("attachment");
            List<List<Row>> sheets = new ArrayList<>();
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
                for (var sheet : book.getSheets().toList()) {
                    sheets.add(sheet.read());
                }
            }
            assertThat(sheets.toString()).as("no customer in %s", path).doesNotContain("张伟");
            return new Book(sheets);
        }

        /** What stands in the columns from one to another below a row of heads, counted from 0. */
        List<List<String>> lines(int sheet, int head, int from, int until) {
            return sheets.get(sheet).stream()
                    .filter(row -> row.getRowNum() > head + 1)
                    .map(row -> IntStream.range(from, until)
                            .mapToObj(column -> said(row, column))
                            .toList())
                    .toList();
        }

        /** Every cell of every sheet. */
        List<List<String>> cells() {
            return sheets.stream()
                    .flatMap(List::stream)
                    .map(row -> IntStream.range(0, row.getCellCount())
                            .mapToObj(column -> said(row, column))
                            .toList())
                    .toList();
        }

        String head(int sheet, int head, int column) {
            return said(sheets.get(sheet).get(head), column);
        }

        private static String said(Row row, int column) {
            return row.getOptionalCell(column)
                    .map(cell -> cell.getType() == CellType.NUMBER ? plain(cell.asNumber()) : cell.getText())
                    .filter(text -> !text.equals("–"))
                    .orElse("");
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String said(JsonNode node) {
        return node.isNumber() ? plain(node.decimalValue()) : node.asString("");
    }

    private static List<String> said(JsonNode node, String... fields) {
        return Stream.of(fields).map(field -> said(node.path(field))).toList();
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }

    /** The name of the person of a row; the dealership's has the word of its report. */
    private String who(JsonNode row, String dealership) {
        return row.path("consultant").isObject()
                ? row.path("consultant").path("name").asString()
                : text(dealership);
    }

    private static JsonNode asked(Api who, String path) {
        Api.Answer answer = who.get(API + path);
        assertThat(answer.status()).as("%s: %s", path, answer.json()).isEqualTo(200);
        return answer.json();
    }

    private static boolean isSomething(List<String> numbers) {
        return numbers.stream().anyMatch(number -> !number.isEmpty());
    }

    /** A drive, an order, a car handed over, told to the journal as their modules tell it. */
    private record Told(DealershipId dealership, String kind, UUID prospect, UUID actor, Instant happenedAt)
            implements JournalFact {
        @Override
        public Map<String, Object> details() {
            return Map.of();
        }

        @Override
        public Frozen frozen() {
            return new Frozen(actor, "H", "WALK_IN");
        }
    }

    private void told(DealershipId in, String prospect, StaffMember by, String... kinds) {
        List<Told> facts = Stream.of(kinds)
                .map(kind ->
                        new Told(in, kind, UUID.fromString(prospect), by.id().value(), clock.instant()))
                .toList();
        Tenancy.within(in, () -> transaction.executeWithoutResult(none -> journal.writeAll(facts)));
    }

    private static Map<String, Object> visit(String happenedAt, String nextDate) {
        Map<String, Object> visit = contact("REACHED", nextDate);
        visit.put("way", "SHOWROOM");
        if (happenedAt != null) {
            visit.put("happenedAt", happenedAt);
        }
        return visit;
    }

    /** Four months of a small house: some came, one bought, one lead of HQ; a day frozen and corrected, a week reviewed. */
    private void past() {
        clock.set("2025-11-28T10:00");
        String early = opened(li, card("B", "2025-12-01"));
        clock.set("2026-01-12T10:00");
        String second = opened(wang, card("B", "2026-01-14"));
        clock.set("2026-02-03T10:00");
        recorded(li, early, visit(null, "2026-02-05"));
        told(store.dealership().id(), early, store.li(), "TEST_DRIVEN");
        clock.set("2026-03-02T09:00");
        closing.closeEnded(store.dealership().id());
        String hot = opened(li, card("H", "2026-03-03"));
        Map<String, Object> entry = Map.of(
                "prospectId", hot,
                "likelyReason", "价格谈妥",
                "action", "周六签约",
                "responsible", store.li().username(),
                "expectedDate", "2026-03-07");
        assertThat(chen.post(API + "/h-lists/2026-03-02/" + store.li().username() + "/entries", entry)
                        .status())
                .isEqualTo(201);
        Map<String, Object> targets = Map.of(
                store.li().username(), Map.of("TOTAL_CONTACTS", 31, "RETURN_VISITS", 4, "SOLD", 2),
                store.wang().username(), Map.of("TOTAL_CONTACTS", 20));
        assertThat(set("/targets?month=2026-03", targets)).isEqualTo(200);
        assertThat(set("/targets/annual?year=2026", Map.of("SOLD", 40))).isEqualTo(200);
        String lead = hqLead("2026-03-03T11:00");
        clock.set("2026-03-04T10:00");
        recorded(li, lead, contact("REACHED", "2026-03-06"));
        recorded(li, early, visit(null, "2026-03-06"));
        told(store.dealership().id(), early, store.li(), "TEST_DRIVEN", "ORDERED");
        clock.set("2026-03-05T22:01");
        freezing.freezeClosed(store.dealership().id());
        clock.set("2026-03-06T10:00");
        recorded(li, hot, visit("2026-03-05T16:00:00+08:00", "2026-03-06"));
        told(store.dealership().id(), early, store.li(), "DELIVERED");
        clock.set("2026-03-09T09:00");
        closing.closeEnded(store.dealership().id());
        assertThat(chen.post(API + "/weekly-reviews/2026-03-09", Map.of()).status())
                .isEqualTo(201);
        clock.set("2026-03-11T10:00");
        recorded(wang, second, visit("2026-03-07T11:00:00+08:00", "2026-03-11"));
        browser = PlainBrowser.of(store.zhou().username(), port);
    }

    private int set(String path, Object targets) {
        Map<String, Object> body = new HashMap<>();
        body.put("targets", targets);
        return zhou.send("PUT", API + path, body, Map.of("If-Match", "\"0\"")).status();
    }

    @TestFactory
    @DisplayName("every report leaves as a workbook that holds the very numbers of the API")
    Stream<DynamicTest> sheets() {
        past();
        return Stream.of(
                dynamicTest("4.3: the daily report, frozen, with its corrections and targets", this::daily),
                dynamicTest("4.7: each ratio with what is above and below the line", this::ratios),
                dynamicTest("4.6: the funnel, whole and by consultant", this::funnel),
                dynamicTest("4.5: each measure, its four pasts and its twelve months", this::history),
                dynamicTest("4.4: actual versus target of month and year, weeks, days and work", this::targets),
                dynamicTest("R-114: the weekly review as it was frozen, and as it is now", this::review),
                dynamicTest("1.9: dealerships side by side, their region and all of them", this::dealerships),
                dynamicTest("who may read a report may take it, their own alone; the page says where", this::rights),
                dynamicTest("other systems get the same workbooks at addresses of the API", this::overTheApi),
                dynamicTest("S-R72: each of them is logged", this::logged));
    }

    private void daily() throws IOException {
        JsonNode report = asked(zhou, "/reports/daily?date=2026-03-05");
        List<List<String>> expected = new ArrayList<>();
        for (JsonNode figure : report.path("figures")) {
            for (JsonNode row : report.path("rows")) {
                List<String> numbers = said(
                        row.path("values").path(figure.path("code").asString()),
                        "day",
                        "dayCorrection",
                        "month",
                        "monthCorrection",
                        "target",
                        "achievement");
                if (isSomething(numbers)) {
                    expected.add(joined(
                            List.of(
                                    said(figure.path("name")),
                                    said(figure.path("definitionId")),
                                    who(row, "daily.team")),
                            numbers));
                }
            }
        }
        assertThat(expected).as("something was corrected").anyMatch(line -> line.get(4)
                .equals("1"));
        assertThat(expected).as("something has a target").anyMatch(line -> line.get(7)
                .equals("51"));
        List<List<String>> found =
                Book.of(browser, "/reports/daily.xlsx?date=2026-03-05").lines(0, 2, 1, 10);
        assertThat(found.stream().filter(line -> isSomething(line.subList(3, 9))))
                .containsExactlyElementsOf(expected);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private void ratios() throws IOException {
        String days = "from=2026-03-01&until=2026-03-11";
        JsonNode report = asked(zhou, "/reports/ratios?" + days);
        Book book = Book.of(browser, "/reports/ratios.xlsx?" + days);
        Map<String, List<String>> expected = new HashMap<>();
        for (JsonNode ratio : report.path("ratios")) {
            List<String> numbers = new ArrayList<>();
            for (JsonNode row : report.path("rows")) {
                numbers.addAll(said(row.path("values").path(ratio.path("code").asString()), "ratio", "top", "bottom"));
            }
            expected.put(said(ratio.path("id")) + said(ratio.path("name")), numbers);
        }
        int people = report.path("rows").size();
        Map<String, List<String>> found = new HashMap<>();
        book.lines(0, 1, 1, 5 + 3 * people)
                .forEach(line -> found.put(line.get(0) + line.get(1), line.subList(4, line.size())));
        assertThat(found).isEqualTo(expected);
        assertThat(expected.values()).anyMatch(numbers -> numbers.get(0).equals("1"));
        for (int place = 0; place < people; place++) {
            assertThat(book.head(0, 1, 5 + 3 * place))
                    .isEqualTo(who(report.path("rows").get(place), "ratios.team"));
        }
    }

    private void funnel() throws IOException {
        String question = "from=2025-11-01&to=2026-03-11&by=CONSULTANT";
        JsonNode funnel = asked(zhou, "/reports/funnel?" + question);
        List<List<String>> expected = new ArrayList<>(stages(text("funnel.whole"), funnel.path("stages")));
        for (JsonNode slice : funnel.path("slices")) {
            boolean lis =
                    slice.at("/values/CONSULTANT").asString().equals(store.li().username());
            expected.addAll(stages((lis ? store.li() : store.wang()).name(), slice.path("stages")));
        }
        assertThat(funnel.path("slices").size()).isEqualTo(2);
        assertThat(Book.of(browser, "/reports/funnel.xlsx?" + question).lines(0, 2, 0, 8))
                .isEqualTo(expected);
    }

    private List<List<String>> stages(String name, JsonNode stages) {
        return stages.valueStream()
                .map(stage -> {
                    boolean first = stage.path("straight").isNull();
                    return List.of(
                            name,
                            text("funnelStage." + said(stage.path("stage"))),
                            said(stage.path("reached")),
                            first
                                    ? ""
                                    : String.valueOf(stage.path("reached").asLong()
                                            - stage.path("straight").asLong()),
                            said(stage.path("conversion")),
                            said(stage.path("overall")),
                            said(stage.path("medianDays")),
                            first ? "" : said(stage.path("timed")));
                })
                .toList();
    }

    private void history() throws IOException {
        for (String whose : List.of("", "&consultant=" + store.li().username())) {
            JsonNode report = asked(zhou, "/reports/history?date=2026-03-11" + whose);
            List<List<String>> expected = new ArrayList<>();
            for (JsonNode measure : report.path("measures")) {
                List<String> line = new ArrayList<>(said(measure, "id", "name", "definition"));
                line.addAll(amount(measure.path("now"), measure.path("now").path("value")));
                for (Past past : Past.values()) {
                    line.addAll(compared(measure.path("pasts"), past));
                }
                measure.path("months").forEach(month -> line.addAll(amount(month, month.path("value"))));
                expected.add(line);
            }
            int columns = 3 + 3 + 6 * Past.values().length + 3 * 12;
            assertThat(expected).as("a month before has been told").anyMatch(line -> !line.get(columns - 3)
                    .isEmpty());
            assertThat(Book.of(browser, "/reports/history.xlsx?date=2026-03-11" + whose)
                            .lines(0, 2, 1, 1 + columns))
                    .isEqualTo(expected);
        }
    }

    private static List<String> amount(JsonNode amount, JsonNode value) {
        String whole = said(amount.path("count"));
        return List.of(said(value), whole.isEmpty() ? said(amount.path("top")) : whole, said(amount.path("bottom")));
    }

    private static List<String> compared(JsonNode pasts, Past past) {
        for (JsonNode one : pasts) {
            if (one.path("past").asString().equals(past.name())) {
                List<String> told = new ArrayList<>(List.of(said(one.path("from")) + " – " + said(one.path("until"))));
                told.addAll(amount(one.path("amount"), one.path("value")));
                told.addAll(said(one, "absolute", "relative"));
                return told;
            }
        }
        return List.of("", "", "", "", "", "");
    }

    private void targets() throws IOException {
        String lis = "month=2026-03&consultant=" + store.li().username();
        JsonNode comparison = asked(zhou, "/reports/actual-vs-target?month=2026-03");
        JsonNode course = asked(zhou, "/reports/actual-vs-target/course?" + lis);
        Book book = Book.of(browser, "/reports/actual-vs-target.xlsx?" + lis);
        List<List<String>> expected = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            comparison.path("rows").forEach(row -> expected.add(standing("2026-03", metric, row)));
        }
        for (Metric metric : Metric.values()) {
            expected.add(standing("2026", metric, comparison.path("year")));
        }
        assertThat(book.lines(0, 2, 0, 13)).isEqualTo(expected);
        assertThat(expected).anyMatch(line -> line.get(4).equals("40"));

        List<List<String>> weeks = new ArrayList<>();
        for (JsonNode week : course.path("weeks")) {
            List<String> line = new ArrayList<>(said(week, "from", "until"));
            line.add(said(week.at("/sellingDays/days")));
            boolean begun = said(week.path("from")).compareTo("2026-03-11") <= 0;
            for (Metric metric : Metric.values()) {
                JsonNode one = week.path("standings").path(metric.name());
                line.addAll(List.of(begun ? said(one.path("actual")) : "", said(one.path("target"))));
            }
            weeks.add(line);
        }
        assertThat(book.lines(1, 2, 0, 13)).isEqualTo(weeks);

        List<List<String>> days = new ArrayList<>();
        for (int place = 0; place < 31; place++) {
            List<String> line = new ArrayList<>();
            for (Metric metric : Metric.values()) {
                JsonNode day = course.path("days").path(metric.name()).path(place);
                line.addAll(line.isEmpty() ? said(day, "day") : List.of());
                line.addAll(said(day, "actual", "target", "forecast"));
            }
            days.add(line);
        }
        assertThat(book.lines(2, 2, 0, 16)).isEqualTo(days);

        List<List<String>> work = book.lines(3, 2, 0, 6);
        assertThat(course.path("efforts").size()).isPositive();
        for (JsonNode effort : course.path("efforts")) {
            assertThat(work)
                    .filteredOn(line -> line.get(0).equals(text("metric." + said(effort.path("metric")))))
                    .extracting(line -> List.of(line.get(1), line.get(3), line.get(4), line.get(5)))
                    .singleElement()
                    .isEqualTo(said(effort, "needed", "drives", "visits", "contacts"));
        }
        course.at("/rates/steps").properties().forEach(rate -> assertThat(work)
                .filteredOn(line -> line.get(0).equals(text("effortStep." + rate.getKey())))
                .extracting(line -> line.subList(1, 3))
                .singleElement()
                .isEqualTo(said(rate.getValue(), "successes", "tries")));
    }

    private List<String> standing(String period, Metric metric, JsonNode row) {
        List<String> numbers = STANDING.stream()
                .map(field -> said(row.path("standings").path(metric.name()).path(field)))
                .map(number -> number.matches("[A-Z]+") ? text("targetLight." + number) : number)
                .toList();
        return joined(List.of(period, text("metric." + metric), "R-118", who(row, "comparison.dealership")), numbers);
    }

    private void review() throws IOException {
        JsonNode review = asked(zhou, "/weekly-reviews/2026-03-09");
        JsonNode people = review.at("/reports/lines");
        Book book = Book.of(browser, "/weekly-review/2026-03-09/figures.xlsx");
        List<String> frozen = new ArrayList<>();
        for (FrozenReports.Ratio ratio : FrozenReports.Ratio.values()) {
            people.forEach(line -> frozen.add(said(line.path("ratios").path(ratio.name()))));
        }
        for (Figure figure : FrozenReports.FIGURES) {
            people.forEach(line -> frozen.add(week(line, figure)));
        }
        List<List<String>> daily = book.lines(0, 2, 0, 8);
        assertThat(daily).extracting(line -> line.get(3)).isEqualTo(frozen);
        List<String> contacts = daily.stream()
                .filter(line -> line.get(0).equals(text("figure.TOTAL_CONTACTS")))
                .findFirst()
                .orElseThrow();
        int now = asked(zhou, "/reports/rows?limit=100&figure=TOTAL_CONTACTS&from=2026-03-02&until=2026-03-08")
                .path("items")
                .size();
        assertThat(contacts.get(6))
                .as("typed since")
                .isEqualTo(String.valueOf(now))
                .isNotEqualTo(contacts.get(3));

        List<List<String>> goals = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            people.forEach(line -> goals.add(said(line.path("targets").path(metric.name()), "target", "actual")));
        }
        assertThat(book.lines(1, 2, 3, 5)).isEqualTo(goals);
        assertThat(goals).contains(List.of("51", contacts.get(3)));

        JsonNode all = people.get(0);
        assertThat(book.lines(2, 2, 2, 7).stream()
                        .filter(line -> line.get(0).equals(text("comparison.dealership")))
                        .map(line -> line.subList(1, 5)))
                .containsExactlyElementsOf(FrozenReports.COMPARED.stream()
                        .map(figure -> joined(
                                List.of(week(all, figure)),
                                said(all.path("history").path(figure.name()), "weekBefore", "average", "yearBefore")))
                        .toList());

        List<List<String>> measures = new ArrayList<>();
        for (JsonNode measure : review.at("/reports/history/measures")) {
            List<String> line = new ArrayList<>(said(measure, "id", "value", "top", "bottom"));
            for (Past past : Past.values()) {
                List<String> one = compared(measure.path("pasts"), past);
                line.addAll(List.of(one.get(0), one.get(1), one.get(4), one.get(5)));
            }
            measures.add(line);
        }
        assertThat(book.lines(3, 2, 1, 31))
                .extracting(ReportSheetsTest::measure)
                .isEqualTo(measures);

        JsonNode lists = review.path("lists");
        List<List<String>> hits = new ArrayList<>();
        lists.path("consultants").forEach(one -> hits.add(said(one, "ordered", "entries")));
        hits.add(said(lists, "ordered", "entries"));
        hits.add(said(lists, "held", "expected"));
        assertThat(book.lines(4, 2, 3, 5)).isEqualTo(hits);
        assertThat(book.lines(4, 2, 5, 6)).endsWith(said(lists, "hitRate"), said(lists, "coverage"));
    }

    private static String week(JsonNode line, Figure figure) {
        return plain(line.path("week").path(figure.name()).decimalValue(BigDecimal.ZERO));
    }

    /** A frozen measure's line as the API tells it: of a count the value alone, of a past no sides. */
    private static List<String> measure(List<String> line) {
        boolean count = line.get(5).isEmpty();
        List<String> told = new ArrayList<>(List.of(line.get(0), line.get(3), count ? "" : line.get(4), line.get(5)));
        for (int past = 6; past < line.size(); past += 6) {
            told.addAll(List.of(line.get(past), line.get(past + 1), line.get(past + 4), line.get(past + 5)));
        }
        return told;
    }

    private void dealerships() throws IOException {
        String region = "表格" + newMobile();
        String inRegion =
                "?from=2026-03-01&until=2026-03-11&region=" + URLEncoder.encode(region, StandardCharsets.UTF_8);
        for (int house = 0; house < 2; house++) {
            int number = dealerships.all().stream()
                            .mapToInt(one -> one.id().value())
                            .max()
                            .orElse(0)
                    + 1;
            Dealership added = dealerships.add(new Dealership(
                    new DealershipId(number), "T" + number, "表格店" + number, region, ZoneId.of("Asia/Shanghai")));
            StaffMember seller = stores.member(added, "li", "李娜", Role.SALES_CONSULTANT);
            Api api = Api.whenAsked(seller.username(), port);
            for (int customer = 0; customer <= house; customer++) {
                told(added.id(), opened(api, card("H", "2026-03-12")), seller, "ORDERED");
            }
        }
        StaffMember hq = stores.member(dealerships.get(DealershipId.HQ), "sheets" + newMobile(), "顾明", Role.HQ);
        Api headOffice = Api.whenAsked(hq.username(), port);
        JsonNode comparison = asked(headOffice, "/dealerships/comparison" + inRegion);
        List<List<String>> expected = new ArrayList<>();
        comparison.path("dealerships").forEach(one -> expected.add(numbers(comparison, one)));
        expected.add(numbers(comparison, comparison.path("regions").path(0)));
        expected.add(numbers(comparison, comparison.path("all")));
        int columns = 3 * comparison.path("measures").size();
        Book book = Book.of(PlainBrowser.of(hq.username(), port), "/dealerships/compare.xlsx" + inRegion);
        assertThat(book.lines(0, 1, 5, 5 + columns)).isEqualTo(expected);
        assertThat(Book.of(headOffice, "/dealerships/comparison.xlsx" + inRegion)
                        .cells())
                .isEqualTo(book.cells());
        assertThat(comparison.at("/all/numbers/ORDERS/top").asInt()).isEqualTo(3);
    }

    private static List<String> numbers(JsonNode comparison, JsonNode row) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode measure : comparison.path("measures")) {
            numbers.addAll(said(row.path("numbers").path(measure.path("code").asString()), "number", "top", "bottom"));
        }
        return numbers;
    }

    private void rights() throws IOException {
        PlainBrowser own = PlainBrowser.of(store.li().username(), port);
        JsonNode mine = asked(li, "/reports/actual-vs-target?month=2026-03")
                .path("rows")
                .get(0);
        assertThat(Book.of(own, "/reports/actual-vs-target.xlsx?month=2026-03").lines(0, 2, 0, 13))
                .isEqualTo(Stream.of(Metric.values())
                        .map(metric -> standing("2026-03", metric, mine))
                        .toList());
        assertThat(own.file("/reports/history.xlsx?consultant=" + store.wang().username())
                        .statusCode())
                .isEqualTo(422);
        assertThat(own.file("/weekly-review/2026-03-09/figures.xlsx").statusCode())
                .isEqualTo(403);
        assertThat(browser.file("/weekly-review/2026-02-23/figures.xlsx").statusCode())
                .as("never opened")
                .isEqualTo(404);
        Map.of(
                        "/reports/history?date=2026-03-11", "/reports/history.xlsx?date=2026-03-11",
                        "/reports/actual-vs-target?month=2026-03", "/reports/actual-vs-target.xlsx?month=2026-03",
                        "/weekly-review?week=2026-03-09", "/weekly-review/2026-03-09/figures.xlsx")
                .forEach((page, file) -> assertThat(browser.get(page).body()).contains("href=\"" + file));
    }

    private void overTheApi() throws IOException {
        String lis = "&consultant=" + store.li().username();
        for (String file : List.of(
                "/reports/daily.xlsx?date=2026-03-05",
                "/reports/ratios.xlsx?from=2026-03-01&until=2026-03-11" + lis,
                "/reports/funnel.xlsx?from=2025-11-01&to=2026-03-11&by=CONSULTANT",
                "/reports/history.xlsx?date=2026-03-11" + lis,
                "/reports/actual-vs-target.xlsx?month=2026-03" + lis)) {
            assertThat(Book.of(zhou, file).cells())
                    .as(file)
                    .isEqualTo(Book.of(browser, file).cells());
        }
        assertThat(Book.of(zhou, "/weekly-reviews/2026-03-09/figures.xlsx").cells())
                .isEqualTo(Book.of(browser, "/weekly-review/2026-03-09/figures.xlsx")
                        .cells());
        assertThat(li.get("/api/v1/weekly-reviews/2026-03-09/figures.xlsx").status())
                .isEqualTo(403);
        assertThat(li.get("/api/v1/reports/history.xlsx?consultant="
                                + store.wang().username())
                        .text("/errors/0/field"))
                .isEqualTo("consultant");
        assertThat(zhou.get("/api/v1/weekly-reviews/2026-02-23/figures.xlsx").status())
                .as("never opened")
                .isEqualTo(404);
    }

    private void logged() {
        List<String> taken = Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql("""
                                select distinct what from access_record
                                 where dealership_id = :dealership and look = 'DOWNLOADED'
                                """)
                        .param("dealership", store.dealership().id().value())
                        .query(String.class)
                        .list()));
        assertThat(taken)
                .containsExactlyInAnyOrder(
                        "daily-2026-03-05.xlsx",
                        "ratios-2026-03-01-2026-03-11.xlsx",
                        "funnel-2025-11-01-2026-03-11.xlsx",
                        "history-2026-03-11.xlsx",
                        "actual-vs-target-2026-03.xlsx",
                        "weekly-review-2026-03-09.xlsx");
    }
}
