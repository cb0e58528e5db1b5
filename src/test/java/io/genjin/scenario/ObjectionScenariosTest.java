package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stage 7, objections (2.7): raised, promised, answered, opened again, and learned from. */
class ObjectionScenariosTest extends Stage {

    private static Map<String, Object> price(String wording) {
        Map<String, Object> raised = new HashMap<>();
        raised.put("type", "PRICE");
        raised.put("wording", wording);
        raised.put("model", "途观L");
        return raised;
    }

    private String path(String prospect) {
        return "/api/v1/prospects/" + prospect + "/objections";
    }

    private String raised(String prospect, Map<String, Object> objection) {
        Api.Answer answer = li.post(path(prospect), objection);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private Api.Answer answered(Api who, String objection, String words, String result) {
        return who.post("/api/v1/objections/" + objection + "/answers", Map.of("answer", words, "result", result));
    }

    private static List<String> errors(Api.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(one -> one.path("field").asString(""))
                .toList();
    }

    private JsonNode worklistItem(String day, String prospect) {
        return zhou.get("/api/v1/worklist?date=" + day)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("prospectId").asString("").equals(prospect))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "an open objection is a task for the next day and the reason of the next contact; answered, it is gone from there")
    void promised() {
        String prospect = opened(li, card("B", "2026-03-05"));
        String objection = raised(prospect, price("比隔壁贵五千"));
        Api.Answer stored = li.get("/api/v1/objections/" + objection);
        assertThat(stored.text("/result")).isEqualTo("OPEN");
        assertThat(stored.text("/answerDue")).as("promised for the next day").isEqualTo("2026-03-03");

        Api.Answer card = zhou.get("/api/v1/prospects/" + prospect);
        assertThat(card.text("/nextFollowUp/date"))
                .as("the contact moved up to the promised day")
                .isEqualTo("2026-03-03");
        assertThat(card.text("/nextFollowUp/reason")).isEqualTo("QUOTE_FOLLOW_UP");
        JsonNode item = worklistItem("2026-03-03", prospect);
        assertThat(item.at("/open/0/code").asString("")).isEqualTo("objectionType.PRICE");
        assertThat(item.at("/open/0/words").asString("")).isEqualTo("比隔壁贵五千");

        clock.set("2026-03-03T10:00");
        assertThat(answered(li, objection, "落地价里含了全险和贴膜", "RESOLVED").status()).isEqualTo(201);
        assertThat(worklistItem("2026-03-03", prospect).path("open").size()).isZero();
        assertThat(entries(prospect, "OBJECTION_RAISED")).hasSize(1);
        assertThat(entries(prospect, "OBJECTION_ANSWERED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/result").asString("")).isEqualTo("RESOLVED");
            assertThat(entry.at("/details/type").asString("")).isEqualTo("PRICE");
            assertThat(entry.toString()).as("codes only").doesNotContain("全险");
        });
    }

    @Test
    @DisplayName("an objection blocks nothing: the contact goes on while it stands open")
    void blocksNothing() {
        String prospect = opened(li, card("B", "2026-03-05"));
        raised(prospect, price("太贵了"));
        clock.set("2026-03-03T10:00");
        recorded(li, prospect, contact("REACHED", "2026-03-05"));
        assertThat(zhou.get("/api/v1/prospects/" + prospect).text("/nextFollowUp/date"))
                .isEqualTo("2026-03-05");
    }

    @Test
    @DisplayName("what is missing is named at its field: type, wording, the competitor, an answer without its result")
    void refused() {
        String prospect = opened(li, card("B", "2026-03-05"));
        assertThat(errors(li.post(path(prospect), Map.of()))).containsExactlyInAnyOrder("type", "wording");
        assertThat(errors(li.post(path(prospect), Map.of("type", "COMPETITOR", "wording", "CR-V 更省油"))))
                .containsExactly("competitor");
        Map<String, Object> late = price("太贵");
        late.put("answerDue", "2026-03-01");
        assertThat(errors(li.post(path(prospect), late))).containsExactly("answerDue");
        String objection = raised(prospect, price("太贵"));
        assertThat(errors(li.post("/api/v1/objections/" + objection + "/answers", Map.of())))
                .containsExactlyInAnyOrder("answer", "result");
        assertThat(errors(answered(li, objection, "张伟您看配置", "RESOLVED")))
                .as("no customer's name")
                .containsExactly("answer");
        assertThat(errors(answered(li, objection, "打我电话 13800138000", "RESOLVED")))
                .containsExactly("answer");
        assertThat(entries(prospect, "OBJECTION_ANSWERED")).isEmpty();
        for (String path : List.of("/api/v1/objections", "/api/v1/objections/figures")) {
            assertThat(zhou.get(path + "?to=%2B999999999-12-31").status())
                    .as(path)
                    .isEqualTo(422);
            assertThat(zhou.get(path + "?from=-999999999-01-01").status())
                    .as(path)
                    .isEqualTo(422);
        }
    }

    @Test
    @DisplayName(
            "answered twice at the same time: one settles it, the other is told; opened again the answer has not worked")
    void againAndAgain() {
        String prospect = opened(li, card("B", "2026-03-05"));
        String objection = raised(prospect, price("太贵"));
        assertThat(li.post("/api/v1/objections/" + objection + "/reopening", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(answered(li, objection, "送三年保养", "RESOLVED").status()).isEqualTo(201);
        assertThat(answered(zhou, objection, "送两年保养", "RESOLVED").status()).isEqualTo(409);
        assertThat(known().path(0).path("answer").asString("")).isEqualTo("送三年保养");

        clock.set("2026-03-04T11:00");
        assertThat(li.post("/api/v1/objections/" + objection + "/reopening", Map.of())
                        .text("/answerDue"))
                .isEqualTo("2026-03-05");
        assertThat(known().size()).as("it did not hold").isZero();
        assertThat(answered(zhou, objection, "店长陪同再看一次对比", "RESOLVED").status()).isEqualTo(201);
        assertThat(known().size()).isEqualTo(1);
        JsonNode answers = li.get("/api/v1/objections/" + objection).json().path("answers");
        assertThat(answers.valueStream().map(one -> one.path("worked").asBoolean()))
                .containsExactly(false, true);
        assertThat(answers.at("/1/answeredBy/name").asString("")).isEqualTo("周强");
        assertThat(entries(prospect, "OBJECTION_RAISED")).hasSize(2);
    }

    private JsonNode known() {
        return wang.get("/api/v1/objections/answers?type=PRICE").json().path("items");
    }

    @Test
    @DisplayName(
            "knowledge: answers that worked with their rate, without customers, of this dealership only; each number opens its rows")
    void learned() {
        String one = opened(li, card("B", "2026-03-05"));
        String two = opened(li, card("B", "2026-03-05"));
        answered(li, raised(one, price("太贵")), "多 ACC、全景天窗！", "RESOLVED");
        answered(li, raised(two, price("贵了")), "多acc，全景天窗", "LOST");
        Map<String, Object> crv = price("CR-V 便宜");
        crv.put("type", "COMPETITOR");
        crv.put("competitor", "CR-V");
        raised(two, crv);

        JsonNode answer = known().path(0);
        assertThat(answer.path("used").asInt()).isEqualTo(2);
        assertThat(answer.path("worked").asInt()).isEqualTo(1);
        assertThat(answer.path("rate").asInt()).isEqualTo(50);
        assertThat(known().toString()).doesNotContain("张伟", one, "太贵");
        Api other = Api.as(stores.found().li().username(), port);
        assertThat(other.get("/api/v1/objections/answers").json().path("items").size())
                .isZero();

        JsonNode figures = zhou.get("/api/v1/objections/figures").json();
        JsonNode price = figures.path("types").path(0);
        assertThat(price.path("type").asString("")).isEqualTo("PRICE");
        assertThat(price.path("share").asInt()).isEqualTo(67);
        assertThat(price.path("rate").asInt()).isEqualTo(50);
        assertThat(figures.at("/competitors/0/share").asInt()).isEqualTo(33);
        assertThat(zhou.get("/api/v1/objections?type=PRICE")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(price.path("all").asInt());
        assertThat(zhou.get("/api/v1/objections?competitor=CR-V")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(wang.get("/api/v1/objections").json().path("items").size())
                .as("a colleague's customers are not there")
                .isZero();
        Api.Answer page = zhou.get("/api/v1/objections?limit=2");
        assertThat(page.json().path("items").size()).isEqualTo(2);
        assertThat(zhou.get("/api/v1/objections?limit=2&cursor=" + page.text("/next"))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("an objection sent twice is one; a colleague neither sees nor answers it")
    void onceAndReach() {
        String prospect = opened(li, card("B", "2026-03-05"));
        Map<String, String> key = Map.of("Idempotency-Key", "objection-" + prospect);
        String first = li.post(path(prospect), price("太贵"), key).text("/id");
        assertThat(li.post(path(prospect), price("太贵"), key).text("/id")).isEqualTo(first);
        assertThat(li.get(path(prospect)).json().path("items").size()).isEqualTo(1);
        assertThat(wang.get(path(prospect)).status()).isEqualTo(404);
        assertThat(wang.get("/api/v1/objections/" + first).status()).isEqualTo(404);
        assertThat(answered(wang, first, "可以谈", "RESOLVED").status()).isEqualTo(404);
        assertThat(chen.get("/api/v1/objections/" + first).status()).isEqualTo(200);
    }
}
