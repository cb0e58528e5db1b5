package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.OpenDatabase;
import io.genjin.database.Tenancy;
import io.genjin.hlist.HListClosing;
import io.genjin.report.DailyReport;
import io.genjin.report.Figure;
import io.genjin.review.FrozenReports;
import io.genjin.review.ReviewReminders;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** The managers' weekly meeting (R-114 to R-117, scenarios 29, 30 and 31 inside the review) against the running product. */
class WeeklyReviewScenariosTest extends Stage {

    private static final String REVIEWS = "/api/v1/weekly-reviews";
    private static final String WEEK = REVIEWS + "/2026-03-09";
    private static final List<String> REPORTS = List.of("DAILY_REPORT", "ACTUAL_VS_TARGET", "CURRENT_VS_HISTORY");

    @Autowired
    HListClosing closing;

    @Autowired
    ReviewReminders reminders;

    @Autowired
    DailyReport daily;

    @Autowired
    OpenDatabase database;

    private void mondayAfter() {
        closing.closeEnded(store.dealership().id());
        clock.set("2026-03-09T09:00");
        closing.closeEnded(store.dealership().id());
    }

    private Api.Answer ok(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        return answer;
    }

    private Api.Answer opened() {
        return ok(chen.post(WEEK, Map.of()), 201);
    }

    private static Map<String, String> match(int version) {
        return Map.of("If-Match", "\"" + version + "\"");
    }

    private Api.Answer note(Api who, String point, String words, int version) {
        return who.send("PUT", WEEK + "/notes/" + point, Map.of("words", words), match(version));
    }

    private void wordOnEachReport() {
        REPORTS.forEach(point -> ok(note(chen, point, "已看，逐条讨论", 0), 200));
    }

    private String found(Api who, String defect) {
        return ok(who.post(WEEK + "/findings", Map.of("defect", defect, "report", "DAILY", "figure", "跟进及时率 72%")), 201)
                .text("/id/value");
    }

    private static List<String> wrong(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(422);
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString(""))
                .toList();
    }

    private static JsonNode only(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path(field).asString("").equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " in " + list));
    }

    private static List<String> rules(Api.Answer review) {
        return review.json().path("weaknesses").findValuesAsString("rule");
    }

    private Map<String, Object> action(String deadline, StaffMember responsible) {
        Map<String, Object> action = new HashMap<>();
        action.put("measure", "每天晨会前逐一核对到期客户");
        action.put("deadline", deadline);
        action.put("responsible", responsible.username());
        return action;
    }

    private int counted(String sql) {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(sql)
                        .param("dealership", store.dealership().id().value())
                        .query(Integer.class)
                        .single()));
    }

    @Test
    @DisplayName(
            "29. Given Monday meeting, when one SC has no analysis, then coverage report shows it: inside the review,"
                    + " with last week's lists and their hits (K27)")
    void listsInTheReview() {
        closing.closeEnded(store.dealership().id());
        String prospect = opened(li, card("H", "2026-03-03"));
        Map<String, Object> entry = Map.of(
                "prospectId", prospect,
                "likelyReason", "价格谈妥",
                "action", "周六签约",
                "responsible", store.li().username(),
                "expectedDate", "2026-03-07");
        ok(chen.post("/api/v1/h-lists/2026-03-02/" + store.li().username() + "/entries", entry), 201);
        mondayAfter();
        ok(chen.post("/api/v1/h-lists/2026-03-09/" + store.li().username() + "/nobody", Map.of("reason", "都在比较")), 201);
        Api.Answer review = opened();
        JsonNode lists = review.json().path("lists");
        assertThat(lists.path("held").asInt()).isEqualTo(1);
        assertThat(lists.path("expected").asInt()).isEqualTo(2);
        assertThat(lists.path("coverage").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(only(lists.path("consultants"), "consultant", store.wang().username())
                        .path("thisWeek")
                        .asString(""))
                .isEqualTo("MISSING");
        assertThat(lists.path("lastClosed").asBoolean(false)).isTrue();
        assertThat(lists.path("entries").asInt()).isEqualTo(1);
        assertThat(lists.path("ordered").asInt()).isZero();
        assertThat(only(review.json().path("weaknesses"), "rule", "NO_ANALYSIS")
                        .path("person")
                        .asString(""))
                .as("who had none when last week closed")
                .isEqualTo(store.wang().username());
    }

    @Test
    @DisplayName("30. Given a week without one-to-one, then SM sees it as a defect in the weekly review")
    void noOneToOne() {
        opened(li, card("B", "2026-03-05"));
        mondayAfter();
        opened();
        Api.Answer seen = ok(zhou.get(WEEK), 200);
        assertThat(seen.json().at("/talks/defect").asBoolean(false)).isTrue();
        assertThat(seen.text("/talks/week")).isEqualTo("2026-03-02");
        assertThat(seen.json().at("/talks/without").size()).isEqualTo(2);
        JsonNode weakness = only(seen.json().path("weaknesses"), "rule", "NO_ONE_TO_ONE");
        assertThat(weakness.path("definitionId").asString("")).isEqualTo("R-119");
        Api.Answer finding = ok(
                zhou.post(
                        WEEK + "/findings",
                        Map.of("proposal", weakness.path("proposal").asString(""))),
                201);
        assertThat(finding.text("/defect")).contains("一对一沟通");
        assertThat(finding.text("/report")).isEqualTo("ONE_TO_ONE");
        assertThat(ok(
                                chen.post(
                                        WEEK + "/findings",
                                        Map.of(
                                                "proposal",
                                                weakness.path("proposal").asString(""))),
                                201)
                        .text("/id/value"))
                .as("taken twice it is one finding")
                .isEqualTo(finding.text("/id/value"));
        assertThat(chen.post(WEEK + "/findings", Map.of("proposal", "BEHIND_TARGET:SOLD:nobody"))
                        .status())
                .as("what the figures do not show is no proposal")
                .isEqualTo(404);

        clock.set("2026-03-11T10:00");
        ok(
                chen.post(
                        "/api/v1/one-to-ones",
                        Map.of("consultant", store.wang().username(), "said", "逐一看了逾期客户", "choice", "逾期最多")),
                201);
        clock.set("2026-03-16T09:00");
        Api.Answer next = ok(zhou.post(REVIEWS + "/2026-03-16", Map.of()), 201);
        assertThat(next.json().at("/talks/defect").asBoolean(true)).isFalse();
        assertThat(next.text("/talks/held/0")).isEqualTo(store.wang().username());
        assertThat(next.text("/talks/without/0")).isEqualTo(store.li().username());
        assertThat(next.json().at("/talks/weeksHeld").asInt()).isEqualTo(1);
        assertThat(rules(next)).doesNotContain("NO_ONE_TO_ONE");
    }

    @Test
    @DisplayName("31. When an improvement item lacks measure, deadline or person, then it cannot be saved; with all,"
            + " overdue on deadline + 1, and back in the next minutes until verified")
    void actionInTheReview() {
        mondayAfter();
        opened();
        String finding = found(chen, "H级客户逾期未跟进");
        String act = WEEK + "/findings/" + finding + "/action";
        for (String field : List.of("measure", "deadline", "responsible")) {
            Map<String, Object> lacking = action("2026-03-13", store.li());
            lacking.remove(field);
            assertThat(wrong(chen.post(act, lacking))).containsExactly(field);
        }
        assertThat(wrong(chen.post(act, Map.of()))).containsExactlyInAnyOrder("measure", "deadline", "responsible");
        assertThat(ok(chen.get(WEEK), 200).json().at("/findings/0/action").isNull())
                .as("nothing of it was saved")
                .isTrue();

        String id = ok(chen.post(act, action("2026-03-13", store.li())), 201).text("/id/value");
        assertThat(chen.post(act, action("2026-03-13", store.wang())).status())
                .as("agreed once")
                .isEqualTo(409);
        assertThat(only(chen.get(WEEK).json().path("actions"), "defect", "H级客户逾期未跟进")
                        .path("standing")
                        .asString(""))
                .isEqualTo("NEW");

        clock.set("2026-03-13T23:59");
        assertThat(chen.get(WEEK).json().at("/actions/0/overdue").asBoolean(true))
                .isFalse();
        clock.set("2026-03-14T00:00");
        assertThat(chen.get(WEEK).json().at("/actions/0/overdue").asBoolean(false))
                .as("deadline + 1")
                .isTrue();

        clock.set("2026-03-16T09:00");
        Api.Answer next = ok(zhou.post(REVIEWS + "/2026-03-16", Map.of()), 201);
        assertThat(next.text("/actions/0/standing")).isEqualTo("OVERDUE");
        assertThat(next.text("/actions/0/carriedFrom")).isEqualTo("2026-03-09");
        assertThat(rules(next)).contains("ACTIONS_OVERDUE");
        String actions = "/api/v1/improvement-actions/" + id;
        ok(li.post(actions + "/completion", Map.of("said", "已逐一核对")), 200);
        assertThat(zhou.get(REVIEWS + "/2026-03-16").json().path("actions").size())
                .as("said to be done is not verified")
                .isEqualTo(1);
        ok(zhou.post(actions + "/verification", Map.of("said", "抽查五张")), 200);
        assertThat(zhou.get(REVIEWS + "/2026-03-16").json().path("actions").size())
                .isZero();
    }

    @Test
    @DisplayName(
            "the reports are frozen when the review is opened and equal the daily reports of the week added up; what is"
                    + " typed later changes nothing")
    void frozen() {
        Random random = new Random(20260302);
        String older = opened(li, card("B", "2026-03-05"));
        for (int day = 2; day <= 8; day++) {
            clock.set("2026-03-0" + day + "T10:00");
            for (Api who : List.of(li, wang)) {
                if (random.nextInt(3) > 0) {
                    String prospect = opened(who, card("B", "2026-03-" + String.format("%02d", day + 1)));
                    if (random.nextBoolean()) {
                        clock.set("2026-03-0" + day + "T15:00");
                        recorded(who, prospect, contact("REACHED", "2026-03-" + String.format("%02d", day + 2)));
                        clock.set("2026-03-0" + day + "T10:30");
                    }
                }
            }
        }
        clock.set("2026-03-09T09:00");
        Api.Answer review = opened();
        JsonNode lines = review.json().at("/reports/lines");
        Map<String, Map<Figure, BigDecimal>> added = new HashMap<>();
        for (int day = 2; day <= 8; day++) {
            LocalDate date = LocalDate.of(2026, 3, day);
            Tenancy.within(store.dealership().id(), () -> daily.of(date, null, store.chen()))
                    .rows()
                    .forEach(row -> FrozenReports.FIGURES.forEach(figure -> added.computeIfAbsent(
                                    row.consultant() == null
                                            ? "null"
                                            : row.consultant().username(),
                                    who -> new HashMap<>())
                            .merge(figure, row.of(figure).day(), BigDecimal::add)));
        }
        assertThat(added.get("null").get(Figure.NEW_PROSPECTS)).isPositive();
        lines.forEach(line -> FrozenReports.FIGURES.forEach(figure -> assertThat(
                        BigDecimal.valueOf(line.path("week").path(figure.name()).asLong()))
                .as("%s of %s", figure, line.path("person"))
                .isEqualByComparingTo(added.getOrDefault(line.path("person").asString("null"), Map.of())
                        .getOrDefault(figure, BigDecimal.ZERO))));
        assertThat(lines.size()).isEqualTo(3);

        clock.set("2026-03-09T10:00");
        Map<String, Object> sunday = contact("REACHED", "2026-03-10");
        sunday.put("happenedAt", "2026-03-08T16:00:00+08:00");
        recorded(li, older, sunday);
        clock.set("2026-03-09T09:00");
        String late = opened(li, card("H", "2026-03-10"));
        Map<String, Object> contact = contact("REACHED", "2026-03-10");
        contact.put("happenedAt", "2026-03-09T09:00:00+08:00");
        recorded(li, late, contact);
        clock.set("2026-03-20T09:00");
        Map<String, Object> before = card("A", "2026-03-21");
        opened(li, before);
        assertThat(ok(chen.get(WEEK), 200).json().at("/reports"))
                .isEqualTo(review.json().at("/reports"));
        opensWhatItCounted(lines.get(0).path("week"));
    }

    /** Behind each frozen number the rows of then, beside it the rows of now. */
    private void opensWhatItCounted(JsonNode week) {
        String page = PlainBrowser.of(store.chen().username(), port)
                .get("/weekly-review?week=2026-03-09")
                .body();
        String rows = "/api/v1/reports/rows?limit=100&from=2026-03-02&until=2026-03-08&figure=";
        String then = "&known=2026-03-09T01:00:00Z";
        for (Figure figure : List.of(Figure.TOTAL_CONTACTS, Figure.NEW_PROSPECTS)) {
            int frozen = week.path(figure.name()).asInt();
            assertThat(items(rows + figure + then))
                    .as("%s as it was frozen", figure)
                    .isEqualTo(frozen);
            assertThat(page)
                    .contains("figure=" + figure + "&amp;from=2026-03-02&amp;until=2026-03-08"
                            + then.replace("&", "&amp;"));
        }
        assertThat(items(rows + Figure.TOTAL_CONTACTS))
                .as("typed since")
                .isGreaterThan(week.path(Figure.TOTAL_CONTACTS.name()).asInt());
        Api.Answer standing = chen.get(rows + Figure.FOLLOW_UPS_NOT_DONE + then);
        assertThat(standing.status()).isEqualTo(422);
        assertThat(standing.text("/errors/0/field")).isEqualTo("known");
        assertThat(chen.get(rows + Figure.QUOTES + "&known=2026-03-20T03:00:00Z")
                        .text("/errors/0/field"))
                .isEqualTo("known");
    }

    private int items(String path) {
        return ok(chen.get(path), 200).json().path("items").size();
    }

    @Test
    @DisplayName(
            "4.5 in the review: the month beside its four pasts is frozen with it, the five targets and every ratio, as"
                    + " current versus history said it that moment; also in the archive and on paper")
    void fourPastsFrozen() {
        clock.set("2026-01-30T09:00");
        opened(wang, card("B", "2026-02-02"));
        for (String day : List.of("2026-02-03", "2026-03-04")) {
            clock.set(day + "T10:00");
            recorded(
                    li,
                    opened(li, card("B", day)),
                    contact("REACHED", LocalDate.parse(day).plusDays(2).toString()));
        }
        mondayAfter();
        Api.Answer live = ok(chen.get("/api/v1/reports/history?date=2026-03-08"), 200);
        JsonNode frozen = opened().json().at("/reports/history");
        assertThat(frozen.path("from").asString("")).isEqualTo("2026-03-01");
        assertThat(frozen.path("sellingDays")).isEqualTo(live.json().path("sellingDays"));
        List<String> codes = frozen.path("measures").findValuesAsString("code");
        assertThat(codes)
                .startsWith("TOTAL_CONTACTS", "MARKET_DEVELOPMENT", "RETURN_VISITS", "TEST_DRIVES", "DELIVERIES");
        assertThat(codes).contains("K03", "K15").doesNotContain("K13");
        for (JsonNode measure : frozen.path("measures")) {
            String code = measure.path("code").asString("");
            JsonNode now = only(live.json().path("measures"), "code", code);
            assertThat(measure.path("value")).as(code).isEqualTo(now.at("/now/value"));
            assertThat(measure.path("pasts").size())
                    .as(code)
                    .isEqualTo(now.path("pasts").size());
            for (int place = 0; place < now.path("pasts").size(); place++) {
                for (String said : List.of("past", "from", "until", "value", "absolute", "relative")) {
                    assertThat(measure.path("pasts").path(place).path(said))
                            .as("%s, %s", code, said)
                            .isEqualTo(now.path("pasts").path(place).path(said));
                }
            }
        }
        JsonNode contacts = only(frozen.path("measures"), "code", "TOTAL_CONTACTS");
        assertThat(only(contacts.path("pasts"), "past", "SAME_DAYS")
                        .path("value")
                        .asInt())
                .isEqualTo(1);

        Map<String, Object> late = contact("REACHED", "2026-03-10");
        late.put("happenedAt", "2026-03-08T09:00:00+08:00");
        clock.set("2026-03-08T08:00");
        String found = opened(wang, card("B", "2026-03-08"));
        clock.set("2026-03-09T10:00");
        recorded(wang, found, late);
        assertThat(only(
                                chen.get("/api/v1/reports/history?date=2026-03-08")
                                        .json()
                                        .path("measures"),
                                "code",
                                "TOTAL_CONTACTS")
                        .at("/now/value"))
                .as("what was typed later counts in the live comparison")
                .isNotEqualTo(contacts.path("value"));
        wordOnEachReport();
        Api.Answer archived = ok(chen.post(WEEK + "/archive", Map.of()), 200);
        assertThat(archived.json().at("/reports/history")).isEqualTo(frozen);
        PlainBrowser browser = PlainBrowser.of(store.chen().username(), TestStores.PASSWORD, port);
        for (String path : List.of("/weekly-review?week=2026-03-09", "/weekly-review/2026-03-09/print")) {
            assertThat(browser.get(path).body()).as(path).contains("去年同期", "十二个月最好", "K15");
        }
    }

    @Test
    @DisplayName("two managers who open at once get the same review; not before its week, not a week after it")
    void openedOnce() throws Exception {
        mondayAfter();
        assertThat(wrong(chen.post(REVIEWS + "/2026-03-16", Map.of())))
                .as("a week that has not begun")
                .containsExactly("week");
        chen.get("/api/v1/me");
        zhou.get("/api/v1/me");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Api.Answer>> both = List.of(() -> chen.post(WEEK, Map.of()), () -> zhou.post(WEEK, Map.of()));
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Api.Answer> answer : two.invokeAll(both)) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 201);
        } finally {
            two.shutdown();
        }
        assertThat(counted("select count(*) from weekly_review where dealership_id = :dealership"))
                .isEqualTo(1);
        assertThat(counted("select count(*) from journal_entry where dealership_id = :dealership"
                        + " and kind = 'WEEK_OPENED'"))
                .isEqualTo(1);
        Api.Answer seen = chen.get(WEEK);
        assertThat(seen.json().path("participants").size())
                .as("all managers are invited")
                .isEqualTo(2);
        assertThat(wrong(chen.post(REVIEWS + "/2026-02-23", Map.of())))
                .as("its Sunday after is over")
                .containsExactly("week");
        ok(chen.post(REVIEWS + "/2026-03-02", Map.of()), 201);
        assertThat(chen.get(REVIEWS + "/1815-06-18").status()).isEqualTo(422);
        assertThat(li.get(WEEK).status())
                .as("consultants do not read the minutes")
                .isEqualTo(403);
        StaffMember gao = stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER);
        Api general = Api.as(gao.username(), port);
        ok(general.get(WEEK), 200);
        assertThat(general.send("PUT", WEEK + "/notes/ACTIONS", Map.of("words", "x"), match(0))
                        .status())
                .as("the general manager reads")
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "several managers write at once: of the same part the second is refused and nothing of the first is lost")
    void conflict() {
        mondayAfter();
        opened();
        assertThat(chen.send("PUT", WEEK + "/notes/ACTIONS", Map.of("words", "x"), Map.of())
                        .status())
                .as("without a version")
                .isEqualTo(428);
        ok(note(chen, "ACTIONS", "逾期两条，今天落实", 0), 200);
        assertThat(note(zhou, "ACTIONS", "没有问题", 0).status()).isEqualTo(412);
        ok(note(zhou, "H_LISTS", "王磊今天补", 0), 200);
        ok(note(zhou, "ACTIONS", "逾期两条，周三复查", 1), 200);
        JsonNode notes = chen.get(WEEK).json().path("notes");
        assertThat(only(notes, "point", "ACTIONS").path("words").asString("")).isEqualTo("逾期两条，周三复查");
        assertThat(only(notes, "point", "H_LISTS").path("words").asString("")).isEqualTo("王磊今天补");
        String finding = found(chen, "跟进不及时");
        Map<String, Object> wording = Map.of("defect", "李娜跟进不及时", "report", "DAILY", "figure", "72%");
        ok(zhou.send("PUT", WEEK + "/findings/" + finding, wording, match(1)), 200);
        assertThat(chen.send("PUT", WEEK + "/findings/" + finding, wording, match(1))
                        .status())
                .isEqualTo(412);
        Map<String, Object> seats = Map.of(
                "chair", store.zhou().username(),
                "participants", List.of(store.zhou().username(), store.sun().username()));
        ok(zhou.send("PUT", WEEK + "/seats", seats, match(1)), 200);
        assertThat(chen.send("PUT", WEEK + "/seats", seats, match(1)).status()).isEqualTo(412);
        assertThat(wrong(chen.send(
                        "PUT",
                        WEEK + "/seats",
                        Map.of("chair", store.li().username(), "participants", List.of("nobody")),
                        match(2))))
                .containsExactlyInAnyOrder("chair", "participants");
    }

    @Test
    @DisplayName(
            "archived only when somebody took part, each report has its word and each finding its answer; then for good:"
                    + " the database refuses every change, and a correction is added with its reason")
    void archived() {
        mondayAfter();
        opened();
        String finding = found(chen, "试乘试驾太少");
        ok(chen.post(WEEK + "/decisions", Map.of("words", "每天一次试驾邀约")), 201);
        ok(
                chen.send(
                        "PUT",
                        WEEK + "/seats",
                        Map.of("chair", store.chen().username(), "participants", List.of()),
                        match(1)),
                200);
        assertThat(wrong(chen.post(WEEK + "/archive", Map.of())))
                .as("all that is missing is named together")
                .containsExactlyInAnyOrder(
                        "participants",
                        "note-DAILY_REPORT",
                        "note-ACTUAL_VS_TARGET",
                        "note-CURRENT_VS_HISTORY",
                        "findings");
        wordOnEachReport();
        Map<String, Object> seats = Map.of(
                "chair", store.chen().username(),
                "participants", List.of(store.chen().username(), store.zhou().username()));
        ok(chen.send("PUT", WEEK + "/seats", seats, match(2)), 200);
        assertThat(wrong(chen.post(WEEK + "/archive", Map.of()))).containsExactly("findings");
        assertThat(wrong(chen.post(WEEK + "/findings/" + finding + "/no-action", Map.of())))
                .containsExactly("noAction");
        ok(chen.post(WEEK + "/findings/" + finding + "/no-action", Map.of("words", "试驾车下周到位")), 200);
        assertThat(chen.post(WEEK + "/addenda", Map.of("words", "x", "reason", "x"))
                        .status())
                .as("what is open is changed where it stands")
                .isEqualTo(409);
        Api.Answer archive = ok(chen.post(WEEK + "/archive", Map.of()), 200);
        assertThat(archive.text("/status")).isEqualTo("ARCHIVED");
        assertThat(archive.text("/archive/proof")).isEqualTo("AGREES");
        assertThat(archive.text("/archive/digest")).matches("[0-9a-f]{64}");
        assertThat(counted("select count(*) from journal_entry where dealership_id = :dealership"
                        + " and kind = 'WEEK_ARCHIVED' and details ->> 'digest' = '" + archive.text("/archive/digest")
                        + "'"))
                .isEqualTo(1);

        assertThat(bell(zhou)).contains("WEEK_ARCHIVED", "WEEK_OPENED");
        assertThat(bell(li)).doesNotContain("WEEK_ARCHIVED");
        assertThat(chen.post(WEEK + "/archive", Map.of()).status()).isEqualTo(409);
        assertThat(note(chen, "ACTIONS", "补一句", 0).status()).isEqualTo(409);
        assertThat(chen.post(WEEK + "/decisions", Map.of("words", "再加一条")).status())
                .isEqualTo(409);
        for (String change : List.of(
                "update review_note set words = 'x' where dealership_id = :dealership",
                "update weekly_review set archived = false where dealership_id = :dealership",
                "update weekly_review set reports = '{}' where dealership_id = :dealership",
                "delete from review_finding where dealership_id = :dealership",
                "delete from review_participant where dealership_id = :dealership",
                "update review_decision set words = 'x' where dealership_id = :dealership",
                "update review_archive set content = 'x' where dealership_id = :dealership",
                "delete from review_archive where dealership_id = :dealership",
                "update review_addendum set words = 'x' where dealership_id = :dealership")) {
            assertThatThrownBy(
                            () -> counted("with changed as (" + change + " returning 1) select count(*) from changed"))
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> counted(
                        "with added as (insert into review_decision (dealership_id, id, review_id, words, written_by,"
                                + " written_at, version) select w.dealership_id, w.id, w.id, 'x', w.opened_by,"
                                + " w.opened_at, 1 from weekly_review w where w.dealership_id = :dealership"
                                + " returning 1) select count(*) from added"))
                .as("nothing joins an archived review")
                .isInstanceOf(DataAccessException.class);

        clock.set("2026-03-10T10:00");
        assertThat(wrong(zhou.post(WEEK + "/addenda", Map.of("words", "应到三人")))).containsExactly("addendumReason");
        ok(zhou.post(WEEK + "/addenda", Map.of("words", "应到三人", "reason", "漏记孙燕")), 201);
        Api.Answer after = ok(chen.get(WEEK), 200);
        assertThat(after.text("/archive/addenda/0/by")).isEqualTo(store.zhou().username());
        assertThat(after.text("/archive/digest")).isEqualTo(archive.text("/archive/digest"));
        assertThat(after.json().path("participants").size()).isEqualTo(2);

        clock.set("2026-03-16T09:00");
        ok(zhou.post(REVIEWS + "/2026-03-16", Map.of()), 201);
        Api.Answer found = ok(zhou.get(REVIEWS + "?q=%E8%AF%95%E4%B9%98"), 200);
        assertThat(found.json().path("items").size()).isEqualTo(1);
        assertThat(found.text("/items/0/week")).isEqualTo("2026-03-09");
        assertThat(found.text("/items/0/found/0")).isEqualTo("试乘试驾太少");
        assertThat(zhou.get(REVIEWS + "?q=100%25").json().path("items").size()).isZero();
        clock.set("2026-03-30T09:00");
        ok(zhou.post(REVIEWS + "/2026-03-30", Map.of()), 201);
        assertThat(zhou.get(REVIEWS).json().path("items").findValuesAsString("status"))
                .as("a week that nobody reviewed is seen")
                .containsExactly("OPEN", "NOT_HELD", "OPEN", "ARCHIVED");
        Api.Answer first = ok(zhou.get(REVIEWS + "?limit=1"), 200);
        assertThat(ok(zhou.get(REVIEWS + "?limit=1&cursor=" + first.text("/next")), 200)
                        .text("/items/0/week"))
                .isEqualTo("2026-03-16");
    }

    @Test
    @DisplayName(
            "managers are reminded once when nobody has opened the week's review by Friday evening, and once when it is"
                    + " not archived by Monday")
    void reminded() {
        clock.set("2026-03-04T09:00");
        reminders.remind();
        clock.set("2026-03-06T17:59");
        reminders.remind();
        assertThat(reminded("FRIDAY")).as("Friday evening has not come").isZero();
        clock.set("2026-03-06T18:00");
        reminders.remind();
        reminders.remind();
        assertThat(reminded("FRIDAY")).isEqualTo(1);
        clock.set("2026-03-08T20:00");
        ok(chen.post(REVIEWS + "/2026-03-02", Map.of()), 201);
        clock.set("2026-03-09T00:05");
        reminders.remind();
        reminders.remind();
        assertThat(reminded("MONDAY")).as("opened is not archived").isEqualTo(1);
        assertThat(bell(zhou)).contains("WEEK_NOT_HELD");
        opened();
        clock.set("2026-03-13T18:05");
        reminders.remind();
        assertThat(reminded("FRIDAY")).as("this week's is opened").isEqualTo(1);
    }

    private int reminded(String stage) {
        return counted("select count(*) from journal_entry where dealership_id = :dealership"
                + " and kind = 'WEEK_NOT_HELD' and details ->> 'stage' = '" + stage + "'");
    }

    @Test
    @DisplayName("somebody who changes the archive behind the product's back is seen at the next reading")
    void tampered() throws SQLException {
        mondayAfter();
        opened();
        wordOnEachReport();
        ok(chen.post(WEEK + "/archive", Map.of()), 200);
        behindTheBack("update review_archive set content = replace(content, '逐条讨论', '不再讨论')");
        Api.Answer seen = ok(zhou.get(WEEK), 200);
        assertThat(seen.text("/notes/0/words")).contains("不再讨论");
        assertThat(seen.text("/archive/proof")).isEqualTo("DIFFERS");
        behindTheBack("update review_archive set digest = encode(sha256(convert_to(content, 'UTF8')), 'hex')");
        assertThat(ok(zhou.get(WEEK), 200).text("/archive/proof"))
                .as("the journal still says what was archived")
                .isEqualTo("DIFFERS");
    }

    private void behindTheBack(String update) throws SQLException {
        try (Connection owner = database.enterAsOwner();
                Statement statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(update + " where dealership_id = "
                            + store.dealership().id().value()))
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("no word, no address and no version makes a defect; what was typed is stored as typed")
    void hostile() {
        mondayAfter();
        opened();
        String finding = found(chen, "<script>alert(1)</script>");
        List<Object> nasty = List.of(
                "",
                "\u0000",
                "x".repeat(20_000),
                "\uD800",
                "2026-02-30",
                "+999999999-12-31",
                -1,
                1e308,
                true,
                List.of("H"),
                Map.of("a", "b"));
        Map<String, List<String>> calls = Map.of(
                "/findings",
                List.of("proposal", "defect", "report", "figure"),
                "/findings/" + finding + "/action",
                List.of("measure", "deadline", "responsible"),
                "/findings/" + finding + "/no-action",
                List.of("words"),
                "/decisions",
                List.of("words"),
                "/addenda",
                List.of("words", "reason"));
        calls.forEach((path, fields) -> fields.forEach(field -> nasty.forEach(value -> {
            Map<String, Object> body = new HashMap<>(Map.of("defect", "问题", "report", "DAILY", "figure", "72%"));
            body.put(field, value);
            Api.Answer answer = chen.post(WEEK + path, body);
            assertThat(answer.status())
                    .as("%s %s = %s: %s", path, field, value, answer.json())
                    .isBetween(200, 499);
        })));
        nasty.forEach(value -> {
            Map<String, Object> seats = new HashMap<>();
            seats.put("chair", value);
            seats.put("participants", List.of(value));
            assertThat(chen.send("PUT", WEEK + "/seats", seats, match(1)).status())
                    .isBetween(400, 499);
            assertThat(chen.send("PUT", WEEK + "/notes/ACTIONS", Map.of("words", value), match(7))
                            .status())
                    .isBetween(400, 499);
        });
        for (String address : List.of(
                "/2026-02-30",
                "/x",
                "/+999999999-12-31",
                "/-999999999-01-01",
                "/1999-12-31",
                "?limit=0",
                "?limit=x",
                "?cursor=x",
                "?cursor=eA",
                "?q=" + "x".repeat(300))) {
            assertThat(chen.get(REVIEWS + address).status()).as(address).isBetween(400, 499);
        }
        ok(chen.get(REVIEWS + "?q=%00"), 200);
        assertThat(chen.send("PUT", WEEK + "/notes/NOTHING", Map.of("words", "x"), match(0))
                        .status())
                .isBetween(400, 499);
        assertThat(ok(chen.get(WEEK), 200).text("/findings/0/defect")).isEqualTo("<script>alert(1)</script>");
    }
}
