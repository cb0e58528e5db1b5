package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.defeat.CourtesySample;
import io.genjin.defeat.DefeatId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Customers who do not buy, as the people who may not drop them go through it in the browser. */
class DefeatJourneyTest extends Journey {

    private String followed(StaffMember owner, String grade) {
        clock.set("2026-03-02T09:00");
        String prospect = card(owner, grade, "2026-03-03");
        clock.set("2026-03-03T10:00");
        Map<String, Object> contact = new HashMap<>();
        contact.put("way", "PHONE");
        contact.put("outcome", "NO_INTENT");
        contact.put("content", "客户说价格比别家高，先不买了");
        contact.put("nextDate", "2026-03-05");
        contact.put("nextReason", "ROUTINE");
        done(Api.as(owner.username(), port).post("/api/v1/prospects/" + prospect + "/follow-ups", contact), 201);
        return prospect;
    }

    private static void done(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
    }

    private void reviewed(String prospect, boolean applies) {
        Map<String, Object> review = new HashMap<>();
        review.put("summary", "同城丰田店优惠多一万，客户等不到我们的活动");
        review.put("reasons", List.of("PRICE", "DELIVERY_TIME"));
        review.put("revisit", "NO");
        if (applies) {
            review.put("applies", true);
            review.put("outcome", "GAVE_UP");
            review.put("stageReached", "VISITED");
        }
        done(Api.as(store.li().username(), port).post("/api/v1/prospects/" + prospect + "/reviews", review), 200);
    }

    @Test
    @DisplayName("on the phone: the customer said no, the consultant sums up why and gives them to the managers")
    void consultantSumsUp() {
        String prospect = followed(store.li(), "B");
        try (Visitor li = phone(store.li())) {
            var page = li.open("/prospects/" + prospect).page();
            page.waitForSelector("a[href='/prospects/" + prospect + "/reviews/new']");
            li.look("case-asks-for-review");
            page.click("a[href='/prospects/" + prospect + "/reviews/new']");
            page.waitForSelector("form[action$='/reviews']");
            page.locator("label:has(input[name=revisit][value=NO])").click();
            page.locator("form[action$='/reviews'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            li.look("review-refused");
            page.fill("#f-summary", "同城丰田店优惠多一万，客户等不到我们的活动");
            page.locator("label:has(input[name=reasons][value=PRICE])").click();
            li.look("review");
            page.locator("form[action$='/reviews'] button.btn-primary").click();
            page.waitForURL("**/prospects/" + prospect);
            page.waitForSelector("text=等待展厅经理分析原因");
            li.look("case-waits-for-manager");
        }
    }

    @Test
    @DisplayName(
            "34: at the desk the showroom manager must choose; following as before is refused, another rhythm is taken")
    void managerDecides() {
        String prospect = followed(store.li(), "B");
        reviewed(prospect, false);
        try (Visitor chen = desk(store.chen())) {
            var page = chen.open("/defeats").look("defeats").page();
            page.click("a[href='/prospects/" + prospect + "/cause-decision']");
            page.waitForSelector("form[action$='/cause-decision']");
            page.locator("label:has(input[name=decision][value=FOLLOW])").click();
            page.fill("#f-comment", "再约一次到店，每三天联系");
            page.locator("form[action$='/cause-decision'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            chen.look("cause-refused");
            page.fill("#f-rhythmDays", "3");
            page.fill("#f-rhythmTimes", "1");
            page.fill("#f-nextDate", "2026-03-04");
            chen.look("cause");
            page.locator("form[action$='/cause-decision'] button.btn-primary").click();
            page.waitForURL("**/prospects/" + prospect);
            page.waitForSelector("text=单独频次");
            chen.look("card-own-rhythm");
        }
    }

    @Test
    @DisplayName(
            "35 and 36: a defeat is verified by customer relations, approved by a manager, and the customer comes back")
    void defeatAndReturn() {
        StaffMember xu = stores.member(store.dealership(), "xu", "徐慧", Role.CUSTOMER_RELATIONS);
        String prospect = followed(store.li(), "B");
        reviewed(prospect, true);
        String defeat = Api.as(store.zhou().username(), port)
                .get("/api/v1/defeats")
                .json()
                .at("/items/0/id")
                .asString("");
        try (Visitor chen = desk(store.chen())) {
            var page = chen.open("/defeats/" + defeat).look("defeat").page();
            page.locator("summary:has-text('先请人核实')").click();
            page.selectOption("#f-verifier", xu.username());
            page.locator("form[action$='/verification'] button").click();
            page.waitForSelector("text=待核实");
        }
        try (Visitor calls = phone(xu)) {
            var page = calls.open("/").page();
            page.waitForURL("**/courtesy-calls");
            calls.look("calls");
            page.click("a[href='/defeats/" + defeat + "']:has-text('核实')");
            page.waitForSelector("form[action$='/mobile-reveals']");
            page.locator("form[action$='/mobile-reveals'] button").click();
            page.waitForSelector("a[href^='tel:']");
            page.locator("label:has(input[name=finding][value=CONFIRMED])").click();
            page.fill("#said-verify", "客户已决定暂不买车");
            calls.look("verify");
            page.locator("form[action$='/finding'] button").click();
            page.waitForSelector("text=情况属实");
            calls.look("verified");
        }
        try (Visitor chen = phone(store.chen())) {
            var page = chen.open("/defeats/" + defeat).page();
            page.locator("[data-sets='f-wakeUpDate']").click();
            chen.look("defeat-approve");
            page.locator("form[action$='/approval'] button.btn-primary").click();
            page.waitForSelector("text=同意战败");
            chen.open("/defeats?tab=decided").look("defeats-decided");
        }
        try (Visitor li = desk(store.li())) {
            var page = li.open("/prospects/" + prospect).page();
            page.waitForSelector("summary:has-text('客户回来了')");
            li.look("card-defeated");
            page.locator("summary:has-text('客户回来了')").click();
            page.locator("form[action$='/reactivation'] input[name=nextDate]").fill("2026-03-04");
            page.locator("form[action$='/reactivation'] select[name=nextReason]")
                    .selectOption("INVITE_TO_SHOWROOM");
            page.locator("form[action$='/reactivation'] textarea[name=comment]").fill("客户来电，想再看看途观");
            page.locator("form[action$='/reactivation'] button").click();
            page.waitForSelector("text=原来的卡重新启用");
            li.look("card-came-back");
        }
    }

    @Test
    @DisplayName("customer relations calls who was drawn by chance; the proof of the night says all is the same")
    void courtesyCallAndProof() {
        StaffMember xu = stores.member(store.dealership(), "xu", "徐慧", Role.CUSTOMER_RELATIONS);
        Api chen = Api.as(store.chen().username(), port);
        boolean drawn = false;
        for (int number = 0; !drawn && number < 40; number++) {
            String prospect = followed(store.li(), "C");
            reviewed(prospect, true);
            String defeat = chen.get("/api/v1/defeats").json().at("/items/0/id").asString("");
            done(chen.post("/api/v1/defeats/" + defeat + "/approval", Map.of()), 200);
            drawn = CourtesySample.draws(store.dealership().code() + " 2026-03", DefeatId.of(defeat), 20);
        }
        try (Visitor calls = desk(xu)) {
            var page = calls.open("/courtesy-calls").page();
            page.locator("summary:has-text('记录结果')").first().click();
            page.locator("form[action$='/finding'] button").first().click();
            page.waitForSelector("#form-errors");
            calls.look("courtesy-call");
            page.locator("label:has(input[name=finding][value=CONFIRMED])")
                    .first()
                    .click();
            page.locator("textarea[name=comment]").first().fill("确实不买了，对服务满意");
            page.locator("form[action$='/finding'] button").first().click();
            page.waitForSelector("text=已回访");
            calls.look("courtesy-called");
        }
        try (Visitor zhou = desk(store.zhou())) {
            var page = zhou.open("/proof").page();
            page.locator("form[action='/proof'] button").click();
            page.waitForSelector("text=全部一致");
            zhou.look("proof");
            page.context()
                    .addCookies(
                            List.of(new com.microsoft.playwright.options.Cookie("genjin-lang", "en").setUrl(base())));
            zhou.open("/proof").look("proof-english");
            zhou.open("/defeats?tab=decided").look("defeats-english");
        }
    }
}
