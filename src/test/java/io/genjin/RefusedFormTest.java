package io.genjin;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form that is refused gives back what was typed, also where there is no form any more (S-R35). */
@GenjinTest
class RefusedFormTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @Autowired
    TestStores stores;

    @Autowired
    MutableClock clock;

    @LocalServerPort
    int port;

    private PlainBrowser chen;

    @BeforeEach
    void enterTheStore() {
        clock.set("2026-03-04T10:00");
        chen = PlainBrowser.of(stores.found().chen().username(), port);
        chen.get("/account");
    }

    private Document sent(int status, String path, Map<String, List<String>> fields) {
        HttpResponse<String> answer = chen.send(path, fields);
        assertThat(answer.statusCode()).isEqualTo(status);
        return Jsoup.parse(answer.body());
    }

    @Test
    @DisplayName("S-R35: what the form was about is gone: the page that says so holds the words, and no secret")
    void the_thing_is_gone() {
        Document page = sent(
                404,
                "/improvement/actions/" + NOBODY + "/progress",
                Map.of(
                        "said", List.of("还有两位客户没有联系上 <b>"),
                        "currentPassword", List.of("不说的话"),
                        "version", List.of("3")));
        assertThat(page.select("[role=alert] .g-typed").eachText()).containsExactly("还有两位客户没有联系上 <b>");
    }

    @Test
    @DisplayName("S-R35: the page has the form no longer: its frame tells the refusal first, and holds the words")
    void the_form_is_gone() {
        Document page = sent(
                422,
                "/show-cars/" + NOBODY + "/checks",
                Map.of("right", List.of("没有这一项"), "remark", List.of("左前门有划痕")));
        assertThat(page.select("#untold [role=alert]").text()).contains("这个值看不懂");
        assertThat(page.select("#untold .g-typed").eachText()).containsExactlyInAnyOrder("没有这一项", "左前门有划痕");
        assertThat(page.selectFirst("main").child(0).id()).isEqualTo("untold");
    }

    @Test
    @DisplayName("S-R35: where the form itself says all of it, the frame says nothing twice")
    void the_form_tells() {
        Document page = sent(422, "/show-cars", Map.of("label", List.of("白色 330TSI 豪华版"), "place", List.of("")));
        assertThat(page.select("#untold")).isEmpty();
        assertThat(page.select("input[name=label]").val()).isEqualTo("白色 330TSI 豪华版");
    }
}
