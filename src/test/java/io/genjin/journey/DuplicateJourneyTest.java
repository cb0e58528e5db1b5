package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.duplicate.Finder;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One buyer, two cards: found, compared side by side, merged, and parted again. */
class DuplicateJourneyTest extends Journey {

    @Autowired
    Finder finder;

    private String filed(StaffMember who, String name, String mobile, Map<String, Object> more) {
        Map<String, Object> card = new HashMap<>(more);
        card.put("customerName", name);
        card.put("mobile", mobile);
        card.put("source", "INBOUND_CALL");
        card.put("gradeEvidence", List.of("CONFIDENCE", "NEED", "PURCHASING_POWER"));
        card.put("nextFollowUpReason", "INVITE_TO_SHOWROOM");
        Api.Answer answer = Api.as(who.username(), port).post("/api/v1/prospects", card);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    private void twoCardsOf(String name) {
        String second = newMobile();
        filed(
                store.li(),
                name,
                newMobile(),
                Map.of(
                        "phone", second,
                        "grade", "B",
                        "nextFollowUpDate", "2026-03-05",
                        "intentModels", List.of("朗逸 1.6 手动"),
                        "decisionMaker", "本人",
                        "wechat", "wx-zhang",
                        "remark", "喜欢白色，妻子要试驾"));
        filed(
                store.wang(),
                name,
                second,
                Map.of(
                        "grade", "A",
                        "nextFollowUpDate", "2026-03-04",
                        "intentModels", List.of("朗逸 1.6 手动", "凌渡 1.4T"),
                        "decisionMaker", "夫妻商量",
                        "remark", "问了置换"));
    }

    @Test
    @DisplayName(
            "the manager finds two cards of one customer, compares them field by field, merges them and parts them again")
    void mergedAndParted() {
        twoCardsOf("张伟");
        filed(
                store.li(),
                "孙丽",
                newMobile(),
                Map.of("grade", "C", "nextFollowUpDate", "2026-03-09", "intentModels", List.of("途观 1.8T")));
        filed(
                store.wang(),
                "孙莉",
                newMobile(),
                Map.of("grade", "N", "nextFollowUpDate", "2026-03-09", "intentModels", List.of("途观 1.8T")));
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/duplicates").look("duplicates-empty");
            zhou.page().locator("form[action='/duplicates/looks'] button").click();
            zhou.page().waitForSelector("[hx-get='/duplicates/look']");
            finder.goOn();
            zhou.open("/duplicates").look("duplicates");
            assertThat(zhou.text()).contains("一张卡的电话是另一张卡的手机").contains("姓名同音").contains("王磊：");
            zhou.page().locator(".g-people a[href*='causedBy']").first().click();
            zhou.page().waitForURL("**/duplicates?causedBy=**");
            assertThat(zhou.page().locator(".g-pair").count()).isEqualTo(2);
            zhou.open("/duplicates");
            zhou.page().locator(".g-pair-do").first().click();
            zhou.page().waitForSelector(".g-compare");
            zhou.look("duplicate-compare");
            zhou.page().fill("#f-nextDate", "2026-03-20");
            zhou.page().locator("form[action$='/merges'] button.btn-primary").click();
            zhou.page().waitForSelector(".is-invalid");
            zhou.look("duplicate-refused");
            zhou.page().fill("#f-nextDate", "2026-03-04");
            zhou.page().locator("form[action$='/merges'] button.btn-primary").click();
            zhou.page().waitForURL("**/prospects/**merged");
            zhou.page().waitForSelector(".g-merges a.btn");
            zhou.look("duplicate-merged");
            assertThat(zhou.text()).contains("已并入这张卡").contains("喜欢白色").contains("问了置换");
            zhou.page().locator(".g-merges a.btn").click();
            zhou.page().waitForURL("**/merges/**");
            zhou.look("duplicate-undo");
            zhou.page().locator("form[action$='/reversal'] button.btn-primary").click();
            zhou.page().waitForURL("**/prospects/**parted");
            assertThat(zhou.text()).contains("合并已撤销");
        }
    }

    @Test
    @DisplayName(
            "on the phone, and in English: the pairs, the comparison, a proposal of the administrator, a pair dismissed")
    void phone() {
        twoCardsOf("李静");
        finder.lookEverywhere();
        try (Visitor sun = phone(store.sun())) {
            sun.open("/duplicates").look("duplicates");
            sun.page().locator(".g-pair-do").first().click();
            sun.page().waitForSelector(".g-compare");
            sun.look("duplicate-propose");
            sun.page().locator("form[action$='/proposal'] button").click();
            sun.page().waitForURL("**/duplicates?proposed**");
            assertThat(sun.text()).contains("已提交建议");
        }
        try (Visitor chen = phone(store.chen())) {
            chen.open("/duplicates");
            chen.page().evaluate("() => document.querySelector('form[action=\"/language\"]').submit()");
            chen.page().waitForSelector("html[lang=en]");
            chen.look("duplicates-english");
            chen.page().locator(".g-pair-do").first().click();
            chen.page().waitForSelector(".g-compare");
            chen.look("duplicate-compare");
            chen.page().evaluate("() => document.querySelector('form[action=\"/theme\"]').submit()");
            chen.page().waitForSelector("html[data-bs-theme=dark]");
            chen.look("duplicate-compare-dark");
            chen.page().locator("form[action$='/dismissal'] button").click();
            chen.page().waitForSelector("#f-reason.is-invalid");
            chen.page().fill("#f-reason", "Two sisters");
            chen.page().locator("form[action$='/dismissal'] button").click();
            chen.page().waitForURL("**/duplicates?dismissed**");
            assertThat(chen.page().locator(".g-pair").count()).isZero();
        }
    }
}
