package io.genjin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The dealership's own cards: built in at first, kept up by managers, read by all, never deleted. */
@GenjinTest
class CatalogTest {

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    SellingPointDesk sellingPoints;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    TestStores.Store store;
    Api li;
    Api chen;
    Api zhou;

    @BeforeEach
    void found() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        li = Api.as(store.li().username(), port);
        chen = Api.as(store.chen().username(), port);
        zhou = Api.as(store.zhou().username(), port);
    }

    private static Map<String, Object> skillCard(String title) {
        Map<String, Object> card = new HashMap<>();
        card.put("kind", "TEST_DRIVE");
        card.put("title", title);
        card.put("goal", "试驾后当场谈下一步");
        card.put("steps", List.of("核对驾照", "签协议", "先乘后驾"));
        card.put("phrases", List.of());
        card.put("pitfalls", List.of("不在车上谈价格"));
        return card;
    }

    private static Map<String, Object> sellingPoint(String model, Focus focus) {
        Map<String, Object> card = new HashMap<>();
        card.put("model", model);
        card.put("focus", focus.name());
        card.put("feature", model + " 的 " + focus);
        card.put("advantage", "比别人好");
        card.put("benefit", "您更省心");
        return card;
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asString(""))
                .toList();
    }

    private List<String> journal() {
        return Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql("""
                        select kind || ' ' || coalesce(details -> 'before' ->> 'title', '')
                          from journal_entry
                         where dealership_id = :dealership
                         order by recorded_at, id
                        """)
                        .param("dealership", store.dealership().id().value())
                        .query(String.class)
                        .list()));
    }

    @Test
    @DisplayName("a new dealership has the three built-in skill cards, in the reader's language")
    void builtIn() {
        JsonNode items = li.get("/api/v1/skill-cards").json().path("items");
        assertThat(texts(items, "kind")).containsExactly("TELEPHONE_RECEPTION", "RETURN_TO_SHOWROOM", "TEST_DRIVE");
        assertThat(texts(items, "title")).containsExactly("电话接待", "再回展厅", "试乘试驾");
        assertThat(items.get(0).path("builtIn").asBoolean(false)).isTrue();
        JsonNode english = li.send("GET", "/api/v1/skill-cards", null, Map.of("Accept-Language", "en"))
                .json()
                .path("items");
        assertThat(texts(english, "title").get(0)).isEqualTo("Telephone reception");
    }

    @Test
    @DisplayName(
            "a card of its own takes the built-in one's place; retired, the built-in one is back and the card is kept")
    void own() {
        Api.Answer added = chen.post("/api/v1/skill-cards", skillCard("本店试驾八步"));
        assertThat(added.status()).isEqualTo(201);
        String here = "/api/v1/skill-cards/" + added.text("/id");
        String testDrives = "/api/v1/skill-cards?kind=TEST_DRIVE";
        assertThat(texts(li.get(testDrives).json().path("items"), "title")).containsExactly("本店试驾八步");
        clock.set("2026-03-02T10:00");
        assertThat(chen.post(here + "/retirement", Map.of())
                        .json()
                        .at("/edition/retired")
                        .asBoolean(false))
                .isTrue();
        assertThat(texts(li.get(testDrives).json().path("items"), "title")).containsExactly("试乘试驾");
        assertThat(texts(li.get(testDrives + "&retired=true").json().path("items"), "title"))
                .containsExactly("本店试驾八步");
        clock.set("2026-03-02T11:00");
        chen.post(here + "/return", Map.of());
        assertThat(texts(li.get(testDrives).json().path("items"), "title")).containsExactly("本店试驾八步");
        assertThat(journal()).containsExactly("SKILL_CARD_ADDED ", "SKILL_CARD_RETIRED ", "SKILL_CARD_BROUGHT_BACK ");
    }

    @Test
    @DisplayName("two managers change one card: the second is refused, and the journal keeps the words before")
    void twoEditors() {
        Api.Answer added = chen.post("/api/v1/skill-cards", skillCard("试驾卡"));
        String here = "/api/v1/skill-cards/" + added.text("/id");
        clock.set("2026-03-02T10:00");
        assertThat(chen.send("PUT", here, skillCard("陈的版本"), Map.of()).status()).isEqualTo(428);
        Api.Answer first = chen.send("PUT", here, skillCard("陈的版本"), Map.of("If-Match", added.header("ETag")));
        assertThat(first.status()).isEqualTo(200);
        Api.Answer second = zhou.send("PUT", here, skillCard("周的版本"), Map.of("If-Match", added.header("ETag")));
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.text("/code")).isEqualTo("catalog-card-changed");
        assertThat(li.get(here).text("/title")).isEqualTo("陈的版本");
        assertThat(zhou.send("PUT", here, skillCard("周的版本"), Map.of("If-Match", first.header("ETag")))
                        .status())
                .isEqualTo(200);
        assertThat(journal()).containsExactly("SKILL_CARD_ADDED ", "SKILL_CARD_CHANGED 试驾卡", "SKILL_CARD_CHANGED 陈的版本");
    }

    @Test
    @DisplayName("what is missing or too long is named, all of it at once")
    void refused() {
        Map<String, Object> card = skillCard("标题".repeat(30));
        card.remove("goal");
        card.put("steps", List.of(" "));
        Api.Answer answer = chen.post("/api/v1/skill-cards", card);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(texts(answer.json().path("errors"), "field")).containsExactlyInAnyOrder("title", "goal", "steps");
        assertThat(texts(chen.post("/api/v1/selling-points", Map.of()).json().path("errors"), "field"))
                .containsExactlyInAnyOrder("model", "focus", "feature", "advantage", "benefit");
        assertThat(journal()).isEmpty();
    }

    @Test
    @DisplayName("consultants read and never write; another dealership sees nothing of it")
    void whoMay() {
        Api.Answer added = chen.post("/api/v1/selling-points", sellingPoint("途观L", Focus.SPACE));
        assertThat(added.status()).isEqualTo(201);
        String here = "/api/v1/selling-points/" + added.text("/id");
        assertThat(li.get(here).status()).isEqualTo(200);
        assertThat(li.post("/api/v1/selling-points", sellingPoint("途观L", Focus.FUEL))
                        .status())
                .isEqualTo(403);
        assertThat(li.send("PUT", here, sellingPoint("途观L", Focus.FUEL), Map.of("If-Match", "1"))
                        .status())
                .isEqualTo(403);
        StaffMember stranger = stores.found().chen();
        assertThat(Api.as(stranger.username(), port).get(here).status()).isEqualTo(404);
        assertThat(Api.as(store.admin().username(), port)
                        .get("/api/v1/selling-points")
                        .status())
                .isEqualTo(403);
        StaffMember reception = stores.member(store.dealership(), "he", "何芳", Role.RECEPTIONIST);
        assertThat(Api.as(reception.username(), port).get("/api/v1/skill-cards").status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName(
            "for a wish: the need that was spoken of first, then the closest model; other models and retired cards not")
    void fitting() {
        chen.post("/api/v1/selling-points", sellingPoint("朗逸", Focus.FUEL));
        chen.post("/api/v1/selling-points", sellingPoint("朗逸 新锐", Focus.SPACE));
        chen.post("/api/v1/selling-points", sellingPoint("朗逸 新锐", Focus.PRICE));
        chen.post("/api/v1/selling-points", sellingPoint("帕萨特", Focus.FUEL));
        String retired = chen.post("/api/v1/selling-points", sellingPoint("朗逸", Focus.SAFETY))
                .text("/id");
        chen.post("/api/v1/selling-points/" + retired + "/retirement", Map.of());
        List<SellingPoint> points = Tenancy.within(
                store.dealership().id(),
                () -> sellingPoints.fitting(
                        "朗逸 新锐 1.5L", Set.of(Focus.FUEL), store.dealership().id()));
        assertThat(points)
                .extracting(point -> point.model().text() + " " + point.focus())
                .containsExactly("朗逸 FUEL", "朗逸 新锐 SPACE", "朗逸 新锐 PRICE");
    }

    @Test
    @DisplayName("whatever is written on a card, the answer is a clear no or the card as it was written")
    void hostile() {
        for (Object nasty : List.of(
                "\u0000", "\uD800", "x".repeat(20_000), "<script>alert(1)</script>", -1, List.of(), "👨‍👩‍👧")) {
            for (String field : List.of("kind", "title", "goal", "steps", "phrases")) {
                Map<String, Object> card = skillCard("试驾卡");
                card.put(field, nasty);
                assertThat(chen.post("/api/v1/skill-cards", card).status())
                        .as(field + " " + nasty)
                        .isIn(201, 400, 422);
            }
            for (String field : List.of("model", "focus", "feature", "proof")) {
                Map<String, Object> card = sellingPoint("途观L", Focus.FUEL);
                card.put(field, nasty);
                assertThat(chen.post("/api/v1/selling-points", card).status())
                        .as(field + " " + nasty)
                        .isIn(201, 400, 422);
            }
        }
        for (String wish : List.of("%00", "%F0%9F%91%A8", "x".repeat(5000))) {
            assertThat(li.get("/api/v1/selling-points?wish=" + wish).status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("every built-in card can be read while the customer waits: no more than ten steps")
    void builtInAreShort() {
        BuiltInSkillCards cards = new BuiltInSkillCards();
        for (SkillCardKind kind : SkillCardKind.values()) {
            for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                SkillCardText text = cards.of(kind, language);
                assertThat(text.steps()).hasSizeBetween(5, 10);
                assertThat(text.phrases()).isNotEmpty();
                assertThat(text.pitfalls()).isNotEmpty();
            }
        }
    }
}
