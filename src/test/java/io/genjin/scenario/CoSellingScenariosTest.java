package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.Role;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Co-selling (助销, R-209) against the running product: introductions, consent, rewards, and no circles. */
class CoSellingScenariosTest extends Stage {

    @Autowired
    ProspectDesk prospects;

    @Autowired
    LifeCycle lifeCycle;

    private Api tan;
    private String agent;
    private String agentsMobile;

    @BeforeEach
    void partnersAreNamed() {
        var cashier = stores.member(store.dealership(), "tan", "谭雪", Role.CASHIER);
        tan = Api.as(cashier.username(), port);
        agentsMobile = newMobile();
        agent = partner("房产老赵", agentsMobile, null);
        Api.Answer agreed = zhou.post(
                "/api/v1/co-sellers/" + agent + "/agreements", Map.of("reward", "500.00", "from", "2026-03-02"));
        assertThat(agreed.status()).as(agreed.json().toString()).isEqualTo(200);
    }

    private String partner(String name, String mobile, String firm) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "trade", "PROPERTY", "mobile", mobile));
        if (firm != null) {
            body.put("firm", firm);
        }
        Api.Answer answer = zhou.post("/api/v1/co-sellers", body);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        assertThat(answer.json().toString()).as("the number is masked").doesNotContain(mobile);
        return answer.text("/id");
    }

    private String broughtBy(String partner, String mobile) {
        Map<String, Object> card = card("B", "2026-03-03");
        card.put("mobile", mobile);
        card.put("source", "CO_SELLING");
        card.put("sourceDetail", partner);
        return opened(li, card);
    }

    private void delivered(String prospect) {
        recorded(li, prospect, contact("REACHED", "2026-03-11"));
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.executeWithoutResult(status -> lifeCycle.order(
                        prospects.hold(
                                ProspectId.of(prospect), store.dealership().id()),
                        Map.of("payment", "CASH_FULL"),
                        store.li())));
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.executeWithoutResult(status -> lifeCycle.deliver(
                        prospects.hold(
                                ProspectId.of(prospect), store.dealership().id()),
                        Map.of(),
                        store.li())));
    }

    private Api.Answer act(Api who, String reward, String what) {
        return who.post("/api/v1/co-selling-rewards/" + reward + "/" + what, Map.of());
    }

    private String only(Api.Answer list, String path) {
        assertThat(list.json().path("items").size()).as(list.json().toString()).isEqualTo(1);
        return list.json().at("/items/0" + path).asString("");
    }

    @Test
    @DisplayName("a partner named on the card introduced the customer; delivered, approved, paid by three people, once")
    void reward() {
        String zhang = broughtBy("房产老赵", newMobile());
        assertThat(entries(zhang, "INTRODUCED")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/details/coSeller").asString("")).isEqualTo(agent);
            assertThat(entry.toString()).as("nobody's name or number").doesNotContain("老赵", agentsMobile);
        });
        zhou.post("/api/v1/co-sellers/" + agent + "/agreements", Map.of("reward", "900", "from", "2026-03-03"));
        assertThat(zhou.get("/api/v1/co-selling-rewards").json().path("items").size())
                .as("nothing is due before the delivery")
                .isZero();

        clock.set("2026-03-10T10:00");
        delivered(zhang);
        assertThat(bell(zhou)).as("who approves").contains("REWARD_DUE");
        assertThat(bell(chen)).doesNotContain("REWARD_DUE");
        assertThat(entries(zhang, "REWARD_DUE")).hasSize(1);
        Api.Answer due = zhou.get("/api/v1/co-selling-rewards");
        String reward = only(due, "/id");
        assertThat(due.json().at("/items/0/amount").decimalValue())
                .as("as promised on the day of the introduction")
                .isEqualByComparingTo("500.00");
        assertThat(act(tan, reward, "payment").status()).as("not approved yet").isEqualTo(409);
        assertThat(act(li, reward, "approval").status()).isEqualTo(403);
        assertThat(act(zhou, reward, "approval").text("/state")).isEqualTo("APPROVED");
        assertThat(act(zhou, reward, "approval").status()).isEqualTo(409);
        assertThat(act(zhou, reward, "payment").status()).isEqualTo(403);
        assertThat(act(tan, reward, "payment").text("/state")).isEqualTo("PAID");
        assertThat(act(tan, reward, "payment").status()).as("paid once").isEqualTo(409);
        assertThat(entries(zhang, "REWARDED")).hasSize(1);
        Api.Answer line = zhou.get("/api/v1/co-sellers/" + agent + "/introductions");
        assertThat(only(line, "/reward")).isEqualTo("PAID");
        assertThat(line.json().at("/items/0/steps").toString()).contains("ORDERED", "DELIVERED");
    }

    @Test
    @DisplayName(
            "no circles: whom I introduced does not introduce me, nobody introduces himself, one of us is no partner")
    void circles() {
        String zhangsMobile = newMobile();
        String zhang = broughtBy("房产老赵", zhangsMobile);
        String zhangAsPartner = partner("张伟", zhangsMobile, null);

        String zhao = broughtBy("张伟", agentsMobile);
        assertThat(entries(zhao, "INTRODUCED"))
                .as("the card is opened, the circle is not closed")
                .isEmpty();
        Api.Answer circle = li.post("/api/v1/prospects/" + zhao + "/introductions", Map.of("coSeller", zhangAsPartner));
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.text("/code")).isEqualTo("circle-of-introductions");
        assertThat(li.post("/api/v1/prospects/" + zhao + "/introductions", Map.of("coSeller", agent))
                        .text("/code"))
                .isEqualTo("introduces-themselves");
        assertThat(li.post("/api/v1/prospects/" + zhang + "/introductions", Map.of("coSeller", zhangAsPartner))
                        .status())
                .isEqualTo(422);

        String lisMobile = newMobile();
        String disguised = partner("表哥", lisMobile, null);
        assertThat(zhou.post("/api/v1/own-numbers", Map.of("person", store.li().username(), "mobile", lisMobile))
                        .status())
                .isEqualTo(204);
        String liu = opened(li, card("B", "2026-03-03"));
        assertThat(li.post("/api/v1/prospects/" + liu + "/introductions", Map.of("coSeller", disguised))
                        .text("/code"))
                .isEqualTo("one-of-us");
        assertThat(zhou.post("/api/v1/co-sellers", Map.of("name", "表弟", "trade", "OTHER", "mobile", lisMobile))
                        .status())
                .isEqualTo(422);
        assertThat(li.post("/api/v1/prospects/" + liu + "/introductions", Map.of("coSeller", agent))
                        .status())
                .isEqualTo(201);
        assertThat(li.post("/api/v1/prospects/" + liu + "/introductions", Map.of("coSeller", agent))
                        .status())
                .as("introduced once")
                .isEqualTo(409);
        String wangs = opened(wang, card("B", "2026-03-03"));
        assertThat(li.post("/api/v1/prospects/" + wangs + "/introductions", Map.of("coSeller", agent))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "our customer goes to a partner only with the customer's consent to the partner's company, and is logged")
    void toThem() {
        String firm = zhou.post("/api/v1/partners", Map.of("name", "平安保险", "type", "INSURER"))
                .text("/id");
        String insurer = partner("保险小钱", newMobile(), firm);
        Map<String, Object> card = card("B", "2026-03-03");
        String liu = opened(li, card);
        String address = "/api/v1/prospects/" + liu + "/introductions/hand-over";
        Map<String, Object> asked = Map.of("coSeller", insurer, "purpose", "车险报价");

        Api.Answer stopped = li.post(address, asked);
        assertThat(stopped.status()).isEqualTo(422);
        assertThat(stopped.text("/code")).isEqualTo("no-consent");
        assertThat(entries(liu, "DISCLOSURE_REFUSED")).hasSize(1);
        assertThat(entries(liu, "INTRODUCED")).isEmpty();

        Map<String, Object> said = new HashMap<>(Map.of(
                "partner",
                firm,
                "purpose",
                "车险报价",
                "given",
                true,
                "fields",
                List.of("NAME", "MOBILE"),
                "channel",
                "PAPER"));
        assertThat(li.post("/api/v1/prospects/" + liu + "/consents", said).status())
                .isEqualTo(201);
        Api.Answer handed = li.post(address, asked);
        assertThat(handed.status()).as(handed.json().toString()).isEqualTo(201);
        assertThat(handed.text("/values/MOBILE")).isEqualTo(card.get("mobile"));
        assertThat(entries(liu, "DISCLOSED")).hasSize(1);
        assertThat(entries(liu, "INTRODUCED")).hasSize(1);
        assertThat(li.post(address, asked).status()).isEqualTo(409);
        assertThat(li.post(address, Map.of("coSeller", agent, "purpose", "看房")).status())
                .as("behind this partner stands no company that a consent could name")
                .isEqualTo(422);
    }
}
