package io.genjin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import io.genjin.testing.TestStores.Store;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages for leads and sheets as their readers get them. */
@GenjinTest
class IntakePagesTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private TestStores stores;

    @Autowired
    private MutableClock clock;

    private Store store;
    private HttpClient browser;
    private String csrf = "";

    @BeforeEach
    void opensOnMonday() {
        clock.set("2026-03-02T10:00");
        store = stores.found();
        browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @Test
    void the_designated_person_begins_with_who_waits_and_allocates_with_one_click() throws Exception {
        Api wu = Api.as(store.wu().username(), port);
        String id = wu.post("/api/v1/leads", lead("刘洋<b>", "13800138000")).text("/id");
        signIn(store.wu());
        String home = get("/leads").body();
        assertThat(home)
                .contains("刘洋&lt;b&gt;", "138****8000", "24 小时")
                .doesNotContain("13800138000", "刘洋<b>")
                .containsPattern("value=\"" + store.li().username() + "\" selected");
        assertThat(home).doesNotContain("等待已超过");
        clock.set("2026-03-02T14:00:01");
        assertThat(get("/leads").body()).contains("等待已超过 4 小时");

        HttpResponse<String> nobody = post("/leads/" + id + "/allocation", Map.of("to", ""));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("必填");
        HttpResponse<String> given =
                post("/leads/" + id + "/allocation", Map.of("to", store.li().username()));
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).contains("没有等待分配的线索");
        HttpResponse<String> late =
                post("/leads/" + id + "/allocation", Map.of("to", store.wang().username()));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("同事已先把这条线索分配给 李娜");
        assertThat(get("/leads?status=assigned").body()).contains("已分配给 李娜");
    }

    @Test
    void a_lead_that_is_none_needs_its_reason() throws Exception {
        String id = Api.as(store.wu().username(), port)
                .post("/api/v1/leads", lead("测试", "13800138000"))
                .text("/id");
        signIn(store.wu());
        assertThat(post("/leads/" + id + "/invalidation", Map.of("reason", "")).statusCode())
                .isEqualTo(422);
        assertThat(post("/leads/" + id + "/invalidation", Map.of("reason", "空号"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/leads?status=invalid").body()).contains("测试");
    }

    @Test
    void every_list_of_leads_opens() throws Exception {
        Api wu = Api.as(store.wu().username(), port);
        wu.post("/api/v1/leads", lead("刘洋", "13800138000"));
        wu.post("/api/v1/leads", lead("刘洋", "13800138000"));
        signIn(store.wu());
        for (String status : List.of("waiting", "assigned", "duplicate", "invalid", "all")) {
            assertThat(get("/leads?status=" + status).statusCode()).as(status).isEqualTo(200);
        }
        assertThat(get("/leads?status=duplicate").body()).contains("该客户已在档，由 吴静 继续跟进");
    }

    @Test
    void a_sheet_is_uploaded_looked_at_started_watched_and_taken_back() throws Exception {
        signIn(store.sun());
        assertThat(get("/imports").body()).contains("还没有导入过表格");
        get("/imports/new");
        HttpResponse<String> mapping = upload("客户.csv", "姓名,手机,来源\n刘洋,13800138001,来店\n赵敏,12,来店\n");
        assertThat(mapping.uri().getPath()).endsWith("/mapping");
        assertThat(mapping.body()).contains("csv UTF-8 ,", "前 2 行预览，其中 1 行不能导入", "手机：不是有效的手机号码");
        String batch = mapping.uri().getPath().replace("/mapping", "");

        HttpResponse<String> unnamed =
                post(batch + "/mapping", Map.of("customerName", "", "mobile", "1", "batchSource", "WALK_IN"));
        assertThat(unnamed.statusCode()).isEqualTo(200);
        HttpResponse<String> refused =
                post(batch + "/start", Map.of("customerName", "", "mobile", "1", "batchSource", "WALK_IN"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请指明哪一列是客户姓名");
        assertThat(post(batch + "/start", Map.of("customerName", "0", "mobile", "1", "batchSource", "OTHER"))
                        .statusCode())
                .isEqualTo(422);

        HttpResponse<String> running = post(
                batch + "/start", Map.of("customerName", "0", "mobile", "1", "source", "2", "batchSource", "WALK_IN"));
        assertThat(running.statusCode()).isEqualTo(200);
        HttpResponse<String> page = running;
        while (page.body().contains("every 2s")) {
            Thread.onSpinWait();
            page = get(batch);
        }
        assertThat(page.body()).contains("已完成", "手机：不是有效的手机号码", "refused.xlsx");
        assertThat(get(batch + "/mapping").uri().getPath()).isEqualTo(batch);
        assertThat(get("/imports").body()).contains("共 2 行：新客户 1，已在档 0，不能导入 1");
        HttpResponse<String> file = get(batch + "/refused.xlsx");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");

        assertThat(upload("客户2.csv", "姓名,手机,来源\n刘洋,13800138001,来店\n赵敏,12,来店\n").body())
                .contains("没有重复导入");
        HttpResponse<String> back = post(batch + "/take-back", Map.of());
        assertThat(back.statusCode()).isEqualTo(200);
        while (back.body().contains("every 2s")) {
            Thread.onSpinWait();
            back = get(batch);
        }
        assertThat(back.body()).contains("已撤回 1 位客户");
    }

    @Test
    void files_that_are_no_sheets_are_refused_at_the_field() throws Exception {
        signIn(store.sun());
        get("/imports/new");
        HttpResponse<String> refused = upload("x.xlsx", "\u0000\u0001\u0000\u0000\u0002\u0003");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("这不是可以导入的表格");
        assertThat(upload("x.xlsx", "").body()).contains("请选择一个文件");
    }

    private String signIn(StaffMember who) throws Exception {
        get("/sign-in");
        HttpResponse<String> home =
                post("/sign-in", Map.of("username", who.username(), "password", TestStores.PASSWORD));
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.uri().getPath()).isNotEqualTo("/sign-in");
        return home.body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        String body = "_csrf=" + encoded(csrf)
                + form.entrySet().stream()
                        .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining());
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> upload(String name, String content) throws Exception {
        String body = "--line\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf
                + "\r\n--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--line--\r\n";
        return send(HttpRequest.newBuilder(uri("/imports"))
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        Matcher token = CSRF.matcher(answer.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return answer;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> lead(String name, String mobile) {
        return Map.of("source", "HQ_ALLOCATED", "customerName", name, "mobile", mobile);
    }
}
