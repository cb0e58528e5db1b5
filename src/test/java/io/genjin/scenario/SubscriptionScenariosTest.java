package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.subscription.LetterRun;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.PostOffice;
import io.genjin.testing.PostOffice.Arrived;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Reports by e-mail on a schedule, over a real mail server. */
class SubscriptionScenariosTest extends Stage {

    private static final String PATH = "/api/v1/subscriptions";

    @Autowired
    LetterRun run;

    @Autowired
    PostOffice office;

    @Autowired
    Dealerships dealerships;

    private String address(StaffMember who, Api api) {
        String address = who.username() + "@dealer.example";
        Api.Answer answer = api.send("PUT", "/api/v1/me/email", Map.of("email", address), Map.of());
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return address;
    }

    private static Map<String, Object> daily(String page, String at) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("page", page);
        wish.put("every", "DAY");
        wish.put("at", at);
        wish.put("language", "ZH");
        return wish;
    }

    private String subscribed(Api who, Map<String, Object> wish) {
        Api.Answer answer = who.post(PATH, wish);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private int send() {
        return run.send(store.dealership().id());
    }

    private JsonNode newest(Api who, String id) {
        return who.get(PATH + "/" + id).json().at("/letters/0");
    }

    @Test
    @DisplayName(
            "the morning list comes to its subscriber alone, once, with the numbers of the page and nothing of any customer")
    void letter() {
        Map<String, Object> canary = card("H", "2026-03-03");
        canary.put("customerName", "金丝雀");
        opened(li, canary);
        opened(wang, card("B", "2026-03-03"));
        String to = address(store.zhou(), zhou);
        String other = address(store.chen(), chen);
        String id = subscribed(zhou, daily("WORKLIST", "07:30"));
        assertThat(zhou.get(PATH + "/" + id).text("/next")).startsWith("2026-03-03T07:30");
        assertThat(send()).as("not due yet").isZero();
        clock.set("2026-03-03T07:30");
        int sent = Stream.generate(() -> CompletableFuture.supplyAsync(this::send)).limit(4).toList().stream()
                .mapToInt(CompletableFuture::join)
                .sum();
        assertThat(sent).as("four nodes at once").isEqualTo(1);
        assertThat(send()).isZero();
        Arrived letter = office.lettersTo(to).get(0);
        assertThat(office.lettersTo(to)).hasSize(1);
        assertThat(office.lettersTo(other)).isEmpty();
        assertThat(letter.to()).containsExactly(to);
        assertThat(letter.from()).contains("crm@dealer.example");
        assertThat(letter.subject())
                .contains("晨会名单")
                .contains("2026年3月3日")
                .contains(store.dealership().name());
        int owed = zhou.get("/api/v1/worklist?date=2026-03-03")
                .json()
                .path("items")
                .size();
        assertThat(owed).isEqualTo(2);
        assertThat(letter.text()).contains("今日应联系: " + owed).contains("H 级: 1").contains("B 级: 1");
        assertThat(letter.html())
                .contains("<th scope=\"row\" align=\"left\">今日应联系</th><td align=\"right\">" + owed + "</td>");
        assertThat(letter.text()).contains("https://crm.dealer.example/worklist?date=2026-03-03");
        assertThat(letter.stop()).isEqualTo("<https://crm.dealer.example/subscriptions/" + id + "/stop>");
        assertThat(letter.messageId()).startsWith("<" + id + ".");
        String mobile = canary.get("mobile").toString();
        assertThat(letter.everything())
                .doesNotContain("金丝雀")
                .doesNotContain(mobile)
                .doesNotContain(mobile.substring(7))
                .doesNotContain(store.li().name())
                .doesNotContain("****");
        assertThat(newest(zhou, id).path("state").asString()).isEqualTo("SENT");
        assertThat(newest(zhou, id).path("outcome").asString()).isEqualTo("SENT");
    }

    @Test
    @DisplayName("the letter's link ends the subscription after signing in: one button, and nothing comes any more")
    void stop() {
        String to = address(store.chen(), chen);
        String id = subscribed(chen, daily("DAILY", "08:00"));
        clock.set("2026-03-03T08:00");
        assertThat(send()).isEqualTo(1);
        String link = office.lettersTo(to).get(0).stop().replaceAll("[<>]|https://crm.dealer.example", "");
        Api.Answer door = Api.stranger(port).get(link);
        assertThat(door.status()).isEqualTo(302);
        assertThat(door.header("Location")).contains("/sign-in?back=%2Fsubscriptions%2F" + id + "%2Fstop");
        PlainBrowser another = PlainBrowser.of(store.zhou().username(), port);
        assertThat(another.get(link).statusCode()).as("somebody else's").isEqualTo(404);
        assertThat(another.post(link, Map.of()).statusCode()).isEqualTo(404);
        PlainBrowser browser = PlainBrowser.of(store.chen().username(), port);
        assertThat(browser.get(link).body()).contains("停止这项订阅");
        assertThat(chen.get(PATH + "/" + id).json().path("on").asBoolean())
                .as("looking at it changes nothing")
                .isTrue();
        assertThat(browser.post(link, Map.of()).body()).contains("已停止");
        assertThat(browser.get(link).body()).contains("已经停止");
        clock.set("2026-03-04T08:00");
        assertThat(send()).isZero();
        assertThat(chen.get(PATH + "/" + id).text("/ended")).isEqualTo("STOPPED");
        assertThat(chen.send("PUT", PATH + "/" + id, daily("DAILY", "09:00"), Map.of("If-Match", "\"2\""))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("after ten days of standing still the newest letter comes once, not ten")
    void catchingUp() {
        String to = address(store.zhou(), zhou);
        subscribed(zhou, daily("DAILY", "18:30"));
        clock.set("2026-03-12T20:00");
        assertThat(send()).isEqualTo(1);
        assertThat(send()).isZero();
        assertThat(office.lettersTo(to)).singleElement().satisfies(letter -> assertThat(letter.subject())
                .contains("3月12日"));
    }

    @Test
    @DisplayName(
            "while the mail server is away the letter waits with a named result, and goes out once when it is back")
    void away() {
        String to = address(store.zhou(), zhou);
        String id = subscribed(zhou, daily("ACTUAL_VS_TARGET", "08:00"));
        clock.set("2026-03-03T08:00");
        office.stop();
        try {
            assertThat(send()).isZero();
            assertThat(newest(zhou, id).path("state").asString()).isEqualTo("OPEN");
            assertThat(newest(zhou, id).path("outcome").asString()).isEqualTo("UNREACHABLE");
            PlainBrowser admin = PlainBrowser.of(store.admin().username(), port);
            assertThat(admin.get("/mail-server").body())
                    .contains("邮件服务器连不上")
                    .contains(store.zhou().name())
                    .doesNotContain(PostOffice.PASSWORD);
        } finally {
            office.start();
        }
        assertThat(send()).as("not before the pause is over").isZero();
        clock.set("2026-03-03T08:02");
        assertThat(send()).isEqualTo(1);
        assertThat(send()).isZero();
        assertThat(office.lettersTo(to)).hasSize(1);
        assertThat(newest(zhou, id).path("tries").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "who has left, has given notice, has no address or no right any more receives nothing, each by its name")
    void nothingForThem() {
        StaffMember gao = stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER);
        StaffMember deng = stores.member(store.dealership(), "deng", "邓超", Role.SHOWROOM_MANAGER);
        Api ofGao = Api.as(gao.username(), port);
        Api ofDeng = Api.as(deng.username(), port);
        String left = address(gao, ofGao);
        String demoted = address(deng, ofDeng);
        String withdrawn = address(store.chen(), chen);
        String leaving = address(store.zhou(), zhou);
        subscribed(ofGao, daily("MORNING_BOARD", "08:00"));
        subscribed(ofDeng, daily("MORNING_BOARD", "08:00"));
        String noAddress = subscribed(chen, daily("H_LIST", "08:00"));
        String noticed = subscribed(zhou, daily("IMPROVEMENT", "08:00"));
        PlainBrowser admin = PlainBrowser.of(store.admin().username(), port);
        assertThat(admin.post("/staff/" + gao.id().value() + "/deactivation", Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.post("/staff/" + deng.id().value() + "/roles", Map.of("roles", "RECEPTIONIST", "version", "1"))
                        .statusCode())
                .isEqualTo(200);
        PlainBrowser manager = PlainBrowser.of(store.chen().username(), port);
        manager.get("/staff");
        assertThat(manager.post("/staff/" + store.zhou().id().value() + "/notice", Map.of("noticeFrom", "2026-03-02"))
                        .statusCode())
                .isEqualTo(200);
        chen.send("PUT", "/api/v1/me/email", Map.of("email", ""), Map.of());
        clock.set("2026-03-03T08:00");
        assertThat(send()).isZero();
        for (String address : List.of(left, demoted, withdrawn, leaving)) {
            assertThat(office.lettersTo(address)).isEmpty();
        }
        assertThat(newest(chen, noAddress).path("outcome").asString()).isEqualTo("NO_ADDRESS");
        assertThat(newest(zhou, noticed).path("outcome").asString()).isEqualTo("LEFT");
        assertThat(newest(zhou, noticed).path("state").asString()).isEqualTo("GIVEN_UP");
        assertThat(admin.get("/mail-server").body()).contains("已没有查看这张报表的权限");
        assertThat(admin.post("/staff/" + gao.id().value() + "/reactivation", Map.of())
                        .statusCode())
                .isEqualTo(200);
        clock.set("2026-03-04T08:00");
        assertThat(send()).as("who comes back subscribes anew").isZero();
    }

    @Test
    @DisplayName("who may subscribe, to what, and what is refused at which field")
    void refusals() {
        assertThat(li.get(PATH).status()).isEqualTo(403);
        Api.Answer none = zhou.post(PATH, daily("DAILY", "08:00"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text("/errors/0/field")).isEqualTo("email");
        String domain = zhou.send("PUT", "/api/v1/me/email", Map.of("email", "周强@例子.公司"), Map.of())
                .text("/errors/0/field");
        assertThat(domain).isEqualTo("email");
        assertThat(zhou.send("PUT", "/api/v1/me/email", Map.of("email", "zhou@例子.公司"), Map.of())
                        .text("/email"))
                .isEqualTo("zhou@xn--fsqu00a.xn--55qx5d");
        PlainBrowser account = PlainBrowser.of(store.zhou().username(), port);
        assertThat(account.post("/account/email", Map.of("email", "a@b.example\r\nBcc: c@d.example"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(account.get("/account").body()).contains("zhou@例子.公司");
        Map<String, Object> wrong = daily("NOTHING", "25:00");
        wrong.put("every", "MONTH");
        wrong.put("dayOfMonth", 32);
        Api.Answer refused = zhou.post(PATH, wrong);
        assertThat(refused.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("page", "dayOfMonth", "at");
        Api.Answer week = zhou.post(PATH, Map.of("page", "DAILY", "every", "WEEK", "at", "08:00"));
        assertThat(week.text("/errors/0/field")).isEqualTo("weekday");
        assertThat(zhou.post(PATH, Map.of()).json().path("errors").size()).isEqualTo(3);
        String id = subscribed(zhou, daily("DAILY", "08:00"));
        assertThat(zhou.send("PUT", PATH + "/" + id, daily("DAILY", "09:00"), Map.of())
                        .status())
                .isEqualTo(428);
        assertThat(zhou.send("PUT", PATH + "/" + id, daily("DAILY", "09:00"), Map.of("If-Match", "\"7\""))
                        .status())
                .isEqualTo(409);
        assertThat(zhou.send("PUT", PATH + "/" + id, daily("DAILY", "09:00"), Map.of("If-Match", "\"1\""))
                        .text("/next"))
                .startsWith("2026-03-03T09:00");
        assertThat(chen.get(PATH + "/" + id).status()).as("somebody else's").isEqualTo(404);
        assertThat(chen.send("DELETE", PATH + "/" + id, null, Map.of()).status())
                .isEqualTo(404);
        Map<String, String> key = Map.of("Idempotency-Key", "k-" + id);
        String once = zhou.post(PATH, daily("WORKLIST", "08:00"), key).text("/id");
        assertThat(zhou.post(PATH, daily("WORKLIST", "08:00"), key).text("/id")).isEqualTo(once);
        assertThat(zhou.send("DELETE", PATH + "/" + once, null, Map.of()).status())
                .isEqualTo(204);
        assertThat(zhou.send("DELETE", PATH + "/" + once, null, Map.of()).status())
                .isEqualTo(204);
    }

    @Test
    @DisplayName(
            "4.5, 4.6, R-208, K29: the letters of funnel, history, calibration and one-to-ones say what their pages say")
    void steering() {
        String to = address(store.zhou(), zhou);
        opened(li, card("H", "2026-03-03"));
        opened(wang, card("B", "2026-03-03"));
        for (String page : List.of("FUNNEL", "HISTORY", "CALIBRATION", "COACHING")) {
            subscribed(zhou, daily(page, "08:00"));
        }
        clock.set("2026-03-17T08:00");
        assertThat(send()).isEqualTo(4);
        String letters = office.lettersTo(to).stream().map(Arrived::text).collect(Collectors.joining());
        JsonNode received = zhou.get("/api/v1/reports/funnel").json().at("/stages/0");
        assertThat(received.get("reached").asInt()).isEqualTo(2);
        assertThat(letters).containsPattern("线索[^\n]*: 人数 2 · 阶段转化 – · 总转化 100.0% · ");
        JsonNode hot = zhou.get("/api/v1/reports/calibration").json().at("/rows/0/grades/0");
        assertThat(hot.get("graded").asInt()).isPositive();
        assertThat(letters)
                .containsPattern("H[^\n]*: [^\n]*" + hot.get("graded").asInt() + " · 其中下订 0 · 成交占比 0.0%");
        assertThat(letters).containsPattern("市场开拓[^\n]*: 当月 [0-9]+ · 上月同期 – ");
        JsonNode coverage = zhou.get("/api/v1/one-to-ones/coverage").json();
        assertThat(coverage.at("/talks/whole").asInt()).isEqualTo(2);
        assertThat(letters).containsPattern("K29[^\n]*: 0 / 2\n");
        assertThat(letters)
                .contains("https://crm.dealer.example/reports/funnel?from=")
                .contains("https://crm.dealer.example/reports/history?date=2026-03-17")
                .contains("https://crm.dealer.example/one-to-ones?week=2026-03-16");
    }

    @Test
    @DisplayName(
            "4.8, R-120, 1.9: the letters of data quality, success plans and dealerships side by side say what their pages say; HQ may have the last")
    void overviews() {
        StaffMember gao = stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER);
        Api general = Api.whenAsked(gao.username(), port);
        String to = address(gao, general);
        opened(li, card("H", "2026-03-03"));
        opened(wang, card("B", "2026-03-03"));
        for (String page : List.of("QUALITY", "SUCCESS_PLANS", "COMPARISON")) {
            subscribed(general, daily(page, "08:00"));
        }
        clock.set("2026-03-17T08:00");
        assertThat(send()).isEqualTo(3);
        String letters = office.lettersTo(to).stream().map(Arrived::text).collect(Collectors.joining());
        JsonNode quality =
                general.get("/api/v1/quality?from=2026-03-01&to=2026-03-17").json();
        int told = 0;
        for (JsonNode finding : quality.path("findings")) {
            JsonNode number = quality.at(
                            "/rows/0/values/" + finding.path("code").asString())
                    .path("number");
            if (finding.path("limit").isObject()
                    && finding.path("unit").asString().equals("COUNT")) {
                told++;
                assertThat(letters)
                        .containsPattern(Pattern.quote(finding.path("name").asString()) + "[^\n]*: 数量 " + number.asInt()
                                + " · 判断 ");
            }
        }
        assertThat(told).isGreaterThan(3);
        assertThat(letters).contains("https://crm.dealer.example/quality?from=2026-03-01&to=2026-03-17");
        assertThat(letters).containsPattern("待签字[^\n]*: 0\\s");
        JsonNode comparison = general.get("/api/v1/dealerships/comparison?from=2026-03-01&until=2026-03-17")
                .json();
        assertThat(comparison.at("/dealerships/0/numbers/NEW_OWN/top").asInt()).isEqualTo(2);
        for (JsonNode measure : comparison.path("measures")) {
            JsonNode number = comparison.at(
                    "/dealerships/0/numbers/" + measure.path("code").asString() + "/number");
            if (measure.path("kind").asString().equals("COUNT")) {
                assertThat(letters)
                        .containsPattern(Pattern.quote(measure.path("name").asString()) + "[^\n]*: 本店 " + number.asInt()
                                + " · ");
            }
        }
        StaffMember gu = stores.member(dealerships.get(DealershipId.HQ), "letters" + newMobile(), "顾明", Role.HQ);
        Api hq = Api.whenAsked(gu.username(), port);
        String atHq = address(gu, hq);
        assertThat(hq.get(PATH).json().path("pages").valueStream().map(JsonNode::asString))
                .containsExactly("COMPARISON", "HQ_TIMELINESS");
        String id = subscribed(hq, daily("COMPARISON", "08:00"));
        clock.set("2026-03-18T08:00");
        run.send(DealershipId.HQ);
        assertThat(office.lettersTo(atHq)).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("经销商对比")
                .contains("https://crm.dealer.example/dealerships/compare?from=2026-03-01&until=2026-03-18")
                .doesNotContain("本店 ")
                .containsPattern(
                        "已统计 / 全部经销商[^\n]*: [0-9]+ / " + dealerships.selling().size()));
        assertThat(hq.send("DELETE", PATH + "/" + id, null, Map.of()).status()).isEqualTo(204);
        subscribed(hq, daily("HQ_TIMELINESS", "08:00"));
        clock.set("2026-03-19T08:00");
        run.send(DealershipId.HQ);
        assertThat(office.lettersTo(atHq)).last().satisfies(letter -> assertThat(letter.text())
                .containsPattern("首次跟进及时率[^\n]*: ")
                .containsPattern("有线索在等待的经销商 / 全部[^\n]*: [0-9]+ / "));
    }

    @Test
    @DisplayName("every page on offer makes a letter, in both languages, in an empty dealership too")
    void everyPage() {
        String to = address(store.zhou(), zhou);
        List<String> pages = zhou.get(PATH)
                .json()
                .path("pages")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(pages).contains("DAILY", "ACTUAL_VS_TARGET", "WORKLIST", "MORNING_BOARD", "H_LIST", "IMPROVEMENT");
        assertThat(pages).contains("RATIOS", "HISTORY", "FUNNEL", "CALIBRATION", "COACHING", "REVIEW");
        assertThat(pages).contains("QUALITY", "SUCCESS_PLANS").doesNotContain("COMPARISON");
        for (String page : pages) {
            Map<String, Object> wish = daily(page, "08:00");
            wish.put("language", pages.indexOf(page) % 2 == 0 ? "EN" : "ZH");
            subscribed(zhou, wish);
        }
        clock.set("2026-03-03T08:00");
        assertThat(send()).isEqualTo(pages.size());
        assertThat(office.lettersTo(to)).hasSize(pages.size()).allSatisfy(letter -> assertThat(letter.text())
                .contains(": ")
                .doesNotContain("digest.")
                .doesNotContain("figure."));
        assertThat(office.lettersTo(to).stream().map(Arrived::subject))
                .anyMatch(subject -> subject.startsWith("Daily report Mon 2 Mar 2026"));
    }

    @Test
    @DisplayName("the system administrator sends a trial letter and is told at once what the server said")
    void trial() {
        PlainBrowser admin = PlainBrowser.of(store.admin().username(), port);
        assertThat(admin.get("/mail-server").body()).contains("crm@dealer.example");
        assertThat(admin.post("/mail-server/trials", Map.of()).statusCode()).isEqualTo(422);
        String address = store.admin().username() + "@dealer.example";
        admin.post("/account/email", Map.of("email", address));
        admin.get("/mail-server");
        assertThat(admin.post("/mail-server/trials", Map.of()).body()).contains("邮件服务器已收下");
        assertThat(office.lettersTo(address)).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("设置正确"));
        office.stop();
        try {
            assertThat(admin.post("/mail-server/trials", Map.of()).body()).contains("邮件服务器连不上");
        } finally {
            office.start();
        }
        PlainBrowser zhouAtHome = PlainBrowser.of(store.zhou().username(), port);
        assertThat(zhouAtHome.get("/mail-server").statusCode()).isEqualTo(403);
    }
}
