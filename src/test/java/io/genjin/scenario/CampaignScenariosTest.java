package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Campaigns (行商, 促销活动) against the running product: guests, cards, result. */
class CampaignScenariosTest extends Stage {

    @Autowired
    ProspectDesk prospects;

    @Autowired
    LifeCycle lifeCycle;

    private static Map<String, Object> plan(String name) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("kind", "PROMOTION_EVENT");
        plan.put("name", name);
        plan.put("from", "2026-03-07");
        plan.put("until", "2026-03-08");
        plan.put("place", "国际会展中心");
        plan.put("budget", "20000");
        plan.put("cost", "10000.00");
        return plan;
    }

    private Map<String, Object> springShow() {
        Map<String, Object> plan = plan("春季车展");
        plan.put("responsible", store.zhou().username());
        return plan;
    }

    private String planned(Map<String, Object> plan) {
        Api.Answer answer = zhou.post("/api/v1/campaigns", plan);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private Api.Answer invited(Api who, String campaign, String... guests) {
        return who.post("/api/v1/campaigns/" + campaign + "/invitations", Map.of("prospects", List.of(guests)));
    }

    private String fromTheShow() {
        Map<String, Object> card = card("B", "2026-03-09");
        card.put("source", "PROMOTION_EVENT");
        card.put("sourceDetail", "春季车展");
        return opened(li, card);
    }

    private int figure(String campaign, String figure) {
        Api.Answer result = zhou.get("/api/v1/campaigns/" + campaign + "/result");
        int count = result.json().at("/figures/" + figure).asInt(-1);
        assertThat(zhou.get("/api/v1/campaigns/" + campaign + "/members?figure=" + figure)
                        .json()
                        .path("items")
                        .size())
                .as("%s opens its rows", figure)
                .isEqualTo(count);
        return count;
    }

    private void ordered(String prospect, boolean cancelled) {
        recorded(li, prospect, contact("REACHED", "2026-03-09"));
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.executeWithoutResult(status -> {
                    var held = prospects.hold(
                            ProspectId.of(prospect), store.dealership().id());
                    lifeCycle.order(held, Map.of("payment", "CASH_FULL"), store.li());
                }));
        if (cancelled) {
            Tenancy.within(
                    store.dealership().id(),
                    () -> transaction.executeWithoutResult(status -> lifeCycle.cancelOrder(
                            prospects.hold(
                                    ProspectId.of(prospect), store.dealership().id()),
                            io.genjin.prospect.NextStep.on(
                                    java.time.LocalDate.of(2026, 3, 20),
                                    io.genjin.prospect.NextStepReason.FIRST_CONTACT),
                            Map.of("reason", "家里反对"),
                            store.li())));
        }
    }

    @Test
    @DisplayName("invited, answered, came or not; every number opens its rows, and what cannot be divided is missing")
    void result() {
        String show = planned(springShow());
        String zhang = opened(li, card("B", "2026-03-03"));
        String liu = opened(li, card("B", "2026-03-03"));
        String wangs = opened(wang, card("B", "2026-03-03"));

        assertThat(zhou.get("/api/v1/campaigns/" + show + "/result")
                        .json()
                        .get("costPerLead")
                        .isNull())
                .isTrue();
        assertThat(invited(li, show, zhang, liu, zhang).json().at("/added").asInt())
                .isEqualTo(2);
        assertThat(invited(li, show, zhang).json().at("/added").asInt()).isZero();
        assertThat(invited(li, show, wangs).status())
                .as("a colleague's customer is not there")
                .isEqualTo(404);
        assertThat(entries(zhang, "CAMPAIGN_INVITED")).hasSize(1);

        String guests = "/api/v1/campaigns/" + show + "/invitations/";
        assertThat(li.post(guests + zhang + "/attendance", Map.of()).status())
                .as("nobody came before it begins")
                .isEqualTo(422);
        assertThat(li.post(guests + liu + "/answer", Map.of("answer", "ACCEPTED"))
                        .text("/state"))
                .isEqualTo("ACCEPTED");
        assertThat(li.post(guests + wangs + "/answer", Map.of("answer", "ACCEPTED"))
                        .status())
                .isEqualTo(404);

        clock.set("2026-03-07T10:00");
        assertThat(li.post(guests + zhang + "/attendance", Map.of()).text("/state"))
                .isEqualTo("ATTENDED");
        assertThat(li.post(guests + zhang + "/attendance", Map.of()).status()).isEqualTo(200);
        assertThat(wang.post(guests + wangs + "/attendance", Map.of()).text("/state"))
                .as("who was not invited may come all the same")
                .isEqualTo("ATTENDED");
        assertThat(entries(zhang, "CAMPAIGN_ATTENDED")).hasSize(1);
        assertThat(li.post(guests + zhang + "/answer", Map.of("answer", "DECLINED"))
                        .status())
                .isEqualTo(409);
        String first = fromTheShow();
        String second = fromTheShow();
        ordered(first, false);
        ordered(second, true);

        clock.set("2026-03-09T10:00");
        assertThat(figure(show, "INVITED")).isEqualTo(2);
        assertThat(figure(show, "ACCEPTED")).isEqualTo(1);
        assertThat(figure(show, "ATTENDED")).isEqualTo(2);
        assertThat(figure(show, "ABSENT"))
                .as("Liu had accepted and did not come")
                .isEqualTo(1);
        assertThat(figure(show, "LEADS")).isEqualTo(2);
        assertThat(figure(show, "ORDERS"))
                .as("the cancelled order does not count")
                .isEqualTo(1);
        assertThat(figure(show, "DELIVERIES")).isZero();
        Api.Answer result = zhou.get("/api/v1/campaigns/" + show + "/result");
        assertThat(result.json().get("costPerLead").decimalValue()).isEqualByComparingTo("5000.00");
        assertThat(result.json().get("costPerOrder").decimalValue()).isEqualByComparingTo("10000.00");
        assertThat(invited(li, show, liu).status()).as("it is over").isEqualTo(422);
        assertThat(li.get("/api/v1/campaigns/" + show + "/members?figure=ATTENDED")
                        .json()
                        .toString())
                .as("the colleague's customer has no name for Li")
                .contains("\"customerName\":null");
    }

    @Test
    @DisplayName("the count follows the card: a corrected source moves it, a lead from a sheet or system counts too")
    void links() {
        String show = planned(springShow());
        clock.set("2026-03-07T10:00");
        String card = fromTheShow();
        assertThat(figure(show, "LEADS")).isEqualTo(1);

        String tag = li.get("/api/v1/prospects/" + card).header("ETag");
        Api.Answer corrected =
                li.send("PATCH", "/api/v1/prospects/" + card, Map.of("sourceDetail", "别家的车展"), Map.of("If-Match", tag));
        assertThat(corrected.status()).as(corrected.json().toString()).isEqualTo(200);
        assertThat(figure(show, "LEADS")).isZero();

        Api.Answer lead = wu.post(
                "/api/v1/leads",
                Map.of(
                        "source",
                        "PROMOTION_EVENT",
                        "sourceDetail",
                        "春季车展",
                        "customerName",
                        "陈静",
                        "mobile",
                        newMobile()));
        assertThat(lead.status()).as(lead.json().toString()).isEqualTo(201);
        assertThat(figure(show, "LEADS")).isEqualTo(1);
    }

    @Test
    @DisplayName("two managers change it at once: the second is told, nothing is lost; a name belongs to one campaign")
    void conflict() {
        String show = planned(springShow());
        Map<String, Object> dearer = springShow();
        dearer.put("cost", "12000");

        assertThat(zhou.send("PUT", "/api/v1/campaigns/" + show, dearer, Map.of())
                        .status())
                .isEqualTo(428);
        assertThat(zhou.send("PUT", "/api/v1/campaigns/" + show, dearer, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(200);
        assertThat(chen.send("PUT", "/api/v1/campaigns/" + show, springShow(), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        Api.Answer twice = zhou.post("/api/v1/campaigns", springShow());
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.json().at("/errors/0/field").asString("")).isEqualTo("name");
        assertThat(li.post("/api/v1/campaigns", plan("行商")).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("invited by two pages in the same moment: one line, one entry")
    void race() {
        String show = planned(springShow());
        String zhang = opened(li, card("B", "2026-03-03"));
        List<CompletableFuture<Api.Answer>> asked = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> invited(n % 2 == 0 ? li : zhou, show, zhang)))
                .toList();

        assertThat(asked.stream().map(CompletableFuture::join).mapToInt(answer -> {
                    assertThat(answer.status()).isEqualTo(200);
                    return answer.json().at("/added").asInt();
                }))
                .containsOnlyOnce(1)
                .hasSize(6);
        assertThat(entries(zhang, "CAMPAIGN_INVITED")).hasSize(1);
    }
}
