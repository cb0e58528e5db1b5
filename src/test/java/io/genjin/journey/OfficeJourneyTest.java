package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.staff.Role;
import io.genjin.testing.Api;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Managers, administrators and the designated person at their desks and on their phones. */
class OfficeJourneyTest extends Journey {

    private String submitted(String grade) {
        String prospect = card(store.li(), grade, "2026-03-03");
        Api.as(store.li().username(), port).post("/api/v1/prospects/" + prospect + "/submission", Map.of());
        return prospect;
    }

    @Test
    @DisplayName("the showroom manager signs one card and gives another back")
    void showroomManager() {
        submitted("H");
        submitted("B");
        for (Visitor chen : new Visitor[] {phone(store.chen()), desk(store.chen())}) {
            try (chen) {
                chen.open("/").look("waiting");
                assertThat(chen.page().url()).endsWith("/cards/waiting");
            }
        }
        try (Visitor chen = desk(store.chen())) {
            chen.open("/cards/waiting");
            chen.page().locator("button[formaction$='/return']").first().click();
            chen.page().waitForSelector(".is-invalid");
            chen.look("waiting-refused");
            chen.page().locator("form input[name=comment]").first().fill("请补充预算");
            chen.page().locator("button[formaction$='/return']").first().click();
            chen.page().waitForFunction("() => document.querySelectorAll('[data-row]').length === 1");
            chen.page()
                    .locator("form[action$='/signature'] button.btn-primary")
                    .first()
                    .click();
            chen.page().waitForSelector(".empty");
        }
        try (Visitor li = phone(store.li())) {
            li.open("/today");
            assertThat(li.text()).contains("请补充预算");
        }
    }

    @Test
    @DisplayName("the customer administrator enters what was signed, by keyboard")
    void customerAdministrator() {
        String prospect = submitted("B");
        Api.as(store.chen().username(), port).post("/api/v1/prospects/" + prospect + "/signature", Map.of());
        try (Visitor sun = phone(store.sun())) {
            sun.open("/").look("entry");
        }
        try (Visitor sun = desk(store.sun())) {
            sun.open("/");
            assertThat(sun.page().url()).endsWith("/cards/entry");
            sun.look("entry");
            sun.page().locator("form[action$='/entry'] button").first().click();
            sun.page().waitForSelector(".empty");
        }
        assertThat(Api.as(store.zhou().username(), port)
                        .get("/api/v1/prospects/" + prospect)
                        .text("/cardStatus"))
                .isEqualTo("ENTERED");
    }

    @Test
    @DisplayName("20: the sales manager opens, prints and downloads the morning list")
    void morningList() {
        card(store.li(), "H", "2026-03-02");
        card(store.wang(), "A", "2026-03-03");
        card(store.li(), "B", "2026-03-03");
        clock.set("2026-03-03T07:30");
        try (Visitor zhou = phone(store.zhou())) {
            zhou.open("/").look("worklist");
        }
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/");
            assertThat(zhou.page().url()).endsWith("/worklist");
            zhou.look("worklist");
            assertThat(zhou.page().locator("[data-row]").count()).isEqualTo(3);
            var download = zhou.page()
                    .waitForDownload(() ->
                            zhou.page().locator("a[href^='/worklist.xlsx']").click());
            assertThat(download.suggestedFilename()).isEqualTo("worklist-2026-03-03.xlsx");
            zhou.page().locator("a[href^='/worklist/print']").click();
            zhou.page().waitForURL("**/worklist/print**");
            zhou.look("worklist-print");
            zhou.open("/access-log").look("access-log");
            assertThat(zhou.text()).contains("worklist.xlsx").contains("打印");
        }
    }

    @Test
    @DisplayName(
            "S-R32, S-R75: a consultant asks for more to take out, a manager gives it, and reads the seals of the records")
    void moreDataForADay() {
        String prospect = card(store.li(), "A", "2026-03-04");
        try (Visitor li = phone(store.li())) {
            li.open("/prospects/" + prospect + "/print");
            li.open("/exports").look("exports");
            li.page().fill("#f-customers", "80");
            li.page().fill("#f-reason", "三月车展邀请");
            li.page().locator("form[action='/exports/requests'] button").click();
            li.page().waitForURL("**/exports?asked");
            li.look("exports-asked");
            assertThat(li.text()).contains("1 / 500", "等待经理批准").doesNotContain("每人每天的上限");
        }
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/notices");
            zhou.page().locator("[data-row-link]").first().click();
            zhou.page().waitForURL("**/exports");
            zhou.look("exports-to-approve");
            zhou.page().locator("button[name=granted][value=true]").click();
            zhou.page().waitForURL("**/exports?saved");
            assertThat(zhou.text()).contains("三月车展邀请", "已批准");
            zhou.open("/access-log?prospect=" + prospect).look("access-log-customer");
            assertThat(zhou.page().locator("tbody tr").count()).isEqualTo(1);
            zhou.open("/audit");
            zhou.page().locator("form[action='/audit/verification'] button").click();
            zhou.page().waitForSelector(".alert-success");
            zhou.look("audit");
        }
        try (Visitor admin = phone(store.admin())) {
            admin.open("/exports").look("exports-limits");
            admin.page().fill("#f-revealAlarm", "900");
            admin.page().locator("form[action='/exports/limits'] button").click();
            admin.page().waitForSelector(".is-invalid");
            assertThat(admin.page().inputValue("#f-revealAlarm")).isEqualTo("900");
            admin.open("/access-log").look("access-log");
        }
    }

    @Test
    @DisplayName("14: the rules page says that A is denser than H and lets the dealership choose 3天1次")
    void rules() {
        String prospect = card(store.li(), "A", "2026-03-04");
        try (Visitor zhou = phone(store.zhou())) {
            zhou.open("/policy").look("policy");
        }
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/policy").look("policy");
            assertThat(zhou.text()).contains("O-01");
            zhou.page()
                    .locator("form:has(input[name=daysA][type=hidden]) button")
                    .click();
            zhou.page().waitForURL("**/policy?saved");
            assertThat(zhou.text()).contains("下一周期").doesNotContain("O-01");
            zhou.look("policy-saved");
            zhou.page().fill("#f-intervals", "30");
            zhou.page().fill("#f-graceReason", "新店磨合");
            zhou.page().locator("form[action='/policy/grace'] button").click();
            zhou.page().waitForSelector("form[action='/policy/grace'] .is-invalid");
            assertThat(zhou.page().inputValue("#f-graceReason")).isEqualTo("新店磨合");
            zhou.page().fill("#f-intervals", "3");
            zhou.page().locator("form[action='/policy/grace'] button").click();
            zhou.page().waitForSelector("text=逾期满 3 个周期");
        }
        assertThat(Api.as(store.zhou().username(), port)
                        .get("/api/v1/prospects/" + prospect)
                        .text("/nextFollowUp/date"))
                .isEqualTo("2026-03-04");
    }

    @Test
    @DisplayName(
            "the sales manager enters weekly closing days, a stocktaking and the published holidays into the calendar")
    void calendar() {
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/policy/calendar").look("calendar-empty");
            assertThat(zhou.text()).contains("每天营业", "营业 31 天");
            zhou.page().locator("form[action='/policy/calendar/days'] button").click();
            zhou.page().waitForSelector("form[action='/policy/calendar/days'] .is-invalid");
            zhou.look("calendar-refused");
            zhou.page().fill("#f-day", "2026-03-10");
            zhou.page().fill("#f-until", "2026-03-11");
            zhou.page().fill("#f-closedReason", "盘点");
            zhou.page().locator("form[action='/policy/calendar/days'] button").click();
            zhou.page().waitForSelector("form[action$='/removal']");
            zhou.page().check("input[name=weekdays][value=SUNDAY]");
            zhou.page().fill("#f-weeklyReason", "周日轮休");
            zhou.page().locator("form[action='/policy/calendar/weekly'] button").click();
            zhou.page().waitForSelector("text=周日 固定休息");
            zhou.page().fill("#f-pauseReason", "全店一致");
            zhou.page().locator("form[action='/policy/pause'] button").click();
            zhou.page()
                    .waitForSelector(
                            "form[action='/policy/pause'] input[name=on][value=false]",
                            new com.microsoft.playwright.Page.WaitForSelectorOptions()
                                    .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            zhou.page().locator("a[href='/policy/holidays']").click();
            zhou.page().waitForURL("**/policy/holidays");
            assertThat(zhou.text()).contains("经销商节假日通常照常营业");
            zhou.page().locator("a[href='/policy/holidays?year=2026']").click();
            zhou.page().waitForURL("**/policy/holidays?year=2026");
            zhou.page()
                    .locator("form[action='/policy/holidays/preview'] button")
                    .click();
            zhou.page().waitForSelector("#holidays-preview");
            zhou.look("holidays-preview");
            assertThat(zhou.text()).contains("24 天会改动").contains("15 天已过去");
            assertThat(Api.as(store.li().username(), port)
                            .get("/api/v1/calendar?from=2026-09-14&to=2026-10-11")
                            .json()
                            .path("openDays")
                            .asInt())
                    .as("a preview changes nothing")
                    .isEqualTo(24);
            zhou.page().locator("form[action='/policy/holidays'] button").click();
            zhou.page().waitForURL("**/policy/calendar");
            zhou.look("calendar");
            assertThat(zhou.text()).contains("国庆节", "盘点", "营业（调休）");
            zhou.open("/policy").look("policy-calendar");
        }
        try (Visitor zhou = phone(store.zhou())) {
            zhou.open("/policy/calendar").look("calendar");
            zhou.open("/policy/holidays?year=2026").look("holidays");
        }
        assertThat(Api.as(store.li().username(), port)
                        .get("/api/v1/calendar?from=2026-09-14&to=2026-10-11")
                        .json()
                        .path("openDays")
                        .asInt())
                .as("four weeks less three Sundays of which one is made up, and less ten days of holidays")
                .isEqualTo(17);
    }

    @Test
    @DisplayName("the designated person sees who waits and gives the lead to a consultant")
    void designatedPerson() {
        Api.as(store.wu().username(), port)
                .post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "陈静", "mobile", newMobile()));
        clock.set("2026-03-02T15:00");
        try (Visitor wu = phone(store.wu())) {
            wu.open("/leads").look("leads");
        }
        try (Visitor wu = desk(store.wu())) {
            wu.open("/leads").look("leads");
            wu.page().locator("form[action$='/allocation'] button").first().click();
            wu.page().waitForSelector(".empty");
        }
    }

    @Test
    @DisplayName("the administrator invites a colleague, who sets a password and signs in")
    void administrator() {
        String newcomer = "tian." + store.dealership().id().value();
        String invitation;
        try (Visitor admin = desk(store.admin())) {
            admin.open("/backups").look("backups");
            admin.open("/staff").look("staff");
            admin.open("/staff/new").look("staff-new");
            admin.page().fill("input[name=username]", newcomer);
            admin.page().fill("input[name=name]", "田甜");
            admin.page()
                    .locator("label:has(input[name=roles][value=SALES_CONSULTANT])")
                    .click();
            admin.page().locator("form[action='/staff'] button.btn-primary").click();
            admin.page().waitForSelector("#invitation-link");
            admin.look("staff-invited");
            String address = admin.page().inputValue("#invitation-link");
            invitation = address.substring(address.indexOf("/invitations/"));
            admin.open("/rights").look("rights");
            admin.open("/account").look("account");
        }
        try (Visitor tian = Visitor.onPhone(browser, base())) {
            tian.open(invitation).look("invitation");
            tian.page().locator("input[type=password]").first().fill("一只会唱歌的长颈鹿 2026");
            tian.page().locator("input[type=password]").last().fill("一只会唱歌的长颈鹿 2026");
            tian.page().locator("main form button.btn-primary").click();
            tian.page().waitForURL(url -> !url.contains("/invitations/"));
            tian.page().navigate("/sign-in");
            tian.look("sign-in");
            tian.page().fill("#f-username", newcomer);
            tian.page().fill("#f-password", "一只会唱歌的长颈鹿 2026");
            tian.page().click("form[action='/sign-in'] button");
            tian.page().waitForURL("**/today");
        }
    }

    @Test
    @DisplayName("the general manager reads; everybody finds their account; English and dark are one click away")
    void generalManager() {
        var gao = stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER);
        card(store.li(), "H", "2026-03-03");
        try (Visitor visitor = desk(gao)) {
            visitor.open("/prospects").look("prospects-manager");
            visitor.page().locator("form[action='/language'] button").first().click();
            visitor.page().waitForSelector("html[lang=en]");
            visitor.look("prospects-english");
            visitor.page().locator("form[action='/theme'] button").first().click();
            visitor.page().waitForSelector("html[data-bs-theme=dark]");
            visitor.look("prospects-dark");
            visitor.page().locator("form[action='/sign-out'] button").first().click();
            visitor.page().waitForURL("**/sign-in");
            visitor.page().goBack();
            visitor.page().reload();
            assertThat(visitor.page().url()).contains("/sign-in");
        }
    }

    @Test
    @DisplayName(
            "duties whose own pages come with later steps of the sale find their account and nothing that is not theirs")
    void otherDuties() {
        Map<Role, String> starts = Map.of(
                Role.TEST_DRIVE_SPECIALIST,
                "/test-drives",
                Role.CUSTOMER_RELATIONS,
                "/courtesy-calls",
                Role.HQ,
                "/dealerships/compare");
        for (Role role : starts.keySet()) {
            String name = role.name().toLowerCase(Locale.ROOT).substring(0, 2);
            var member = stores.member(store.dealership(), name, "同事", role);
            for (Visitor visitor : new Visitor[] {phone(member), desk(member)}) {
                try (visitor) {
                    visitor.open("/");
                    assertThat(visitor.page().url()).endsWith(starts.get(role));
                    visitor.look("first-" + name);
                    assertThat(visitor.page().navigate("/prospects").status()).isEqualTo(403);
                }
            }
        }
    }

    @Test
    @DisplayName("forty customers of one consultant fit on one sheet of A4")
    void onePageOfPaper() {
        for (int customer = 0; customer < 40; customer++) {
            card(store.li(), "H", "2026-03-03");
        }
        clock.set("2026-03-03T07:30");
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/worklist/print");
            byte[] paper = zhou.page()
                    .pdf(new com.microsoft.playwright.Page.PdfOptions()
                            .setFormat("A4")
                            .setPreferCSSPageSize(true));
            String pdf = new String(paper, java.nio.charset.StandardCharsets.ISO_8859_1);
            long pages = java.util.regex.Pattern.compile("/Type\\s*/Page\\b(?!s)")
                    .matcher(pdf)
                    .results()
                    .count();
            assertThat(pages).isEqualTo(1);
        }
    }
}
