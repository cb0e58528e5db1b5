package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.genjin.database.Tenancy;
import io.genjin.testing.TestStores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A sales consultant's day: from the door to the record sheet, on the phone and at the desk. */
class ConsultantJourneyTest extends Journey {

    @Test
    @DisplayName("at the door: a card on the phone, refused with what was typed kept, then opened and submitted")
    void opensACard() {
        try (Visitor li = phone(store.li())) {
            li.open("/prospects/new").look("new-card");
            var page = li.page();
            page.fill("#f-customerName", "林晓月");
            page.fill("#f-mobile", newMobile());
            page.fill("#f-nextFollowUpDate", "");
            page.getByText("C ·").click();
            page.getByText("C ·").scrollIntoViewIfNeeded();
            page.click("form[action='/prospects'] button.btn-primary");
            page.waitForSelector("#form-errors");
            li.look("new-card-refused");
            assertThat(page.inputValue("#f-customerName")).isEqualTo("林晓月");
            assertThat(page.locator("#e-nextFollowUpDate").innerText()).isNotBlank();
            page.fill("#f-nextFollowUpDate", "2026-03-03");
            page.fill("#f-gradeOverrideReason", "第一次来店，先看看");
            page.click("form[action='/prospects'] button.btn-primary");
            page.waitForURL("**/prospects/*?opened");
            li.look("card");
            page.click("form[action$='/submission'] button");
            page.waitForSelector("main >> text=待签字");
            li.look("card-submitted");
        }
    }

    @Test
    @DisplayName("today's list leads to the record sheet; a contact is recorded with two taps, a phrase and a save")
    void recordsAContact() {
        card(store.li(), "H", "2026-03-03");
        String prospect = card(store.li(), "B", "2026-03-03");
        card(store.li(), "A", "2026-03-04");
        clock.set("2026-03-03T08:30");
        try (Visitor li = phone(store.li())) {
            li.open("/today").look("today");
            assertThat(li.page().url()).endsWith("/today");
            li.page()
                    .locator("a[href='/prospects/" + prospect + "/follow-ups/new']")
                    .click();
            li.page().waitForSelector("form[action$='/follow-ups']");
            li.look("record");
            li.page().locator("label:has(input[name=outcome][value=REACHED])").click();
            li.page().locator("[data-sets='f-content']").nth(1).click();
            li.page().locator("form[action$='/follow-ups'] button.btn-primary").click();
            li.page().waitForURL("**/prospects/" + prospect + "?recorded");
            li.page().waitForSelector("text=客户还在比较");
            assertThat(li.page().evaluate("() => window.scrollY < 50"))
                    .as("the next page is read from its top")
                    .isEqualTo(true);
            li.look("card-after-contact");
            li.open("/today");
            assertThat(li.page()
                            .locator("a[href='/prospects/" + prospect + "/follow-ups/new']")
                            .count())
                    .isZero();
        }
    }

    @Test
    @DisplayName("the session ends while a contact is written down: after signing in again it is saved, word for word")
    void sessionEndsInTheMiddle() {
        String prospect = card(store.li(), "B", "2026-03-03");
        try (Visitor li = phone(store.li())) {
            li.open("/prospects/" + prospect + "/follow-ups/new");
            li.page().locator("label:has(input[name=outcome][value=REACHED])").click();
            li.page().fill("#f-content", "周六带太太来看车，\n想试 1.4T");
            li.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("GENJIN"));
            li.page().locator("form[action$='/follow-ups'] button.btn-primary").click();
            li.page().waitForSelector("#f-password");
            li.page().fill("#f-username", store.li().username());
            li.page().fill("#f-password", TestStores.PASSWORD);
            li.page().click("form[action='/sign-in'] button");
            li.page().waitForSelector("form[action$='/follow-ups'] button");
            li.look("kept-form");
            li.page().click("form[action$='/follow-ups'] button");
            li.page().waitForURL("**/prospects/" + prospect + "?recorded");
            assertThat(li.text()).contains("周六带太太来看车").contains("想试 1.4T");
        }
    }

    @Test
    @DisplayName(
            "19: moving the date without a reason is refused at the field; with one the timeline tells old and new")
    void movesTheDate() {
        String prospect = card(store.li(), "B", "2026-03-05");
        try (Visitor li = desk(store.li())) {
            li.open("/prospects/" + prospect);
            li.page()
                    .waitForSelector(
                            "form[action$='/reschedules']",
                            new com.microsoft.playwright.Page.WaitForSelectorOptions()
                                    .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            li.look("card");
            li.page()
                    .locator("details:has(form[action$='/reschedules']) > summary")
                    .first()
                    .click();
            li.page().fill("form[action$='/reschedules'] input[name=nextDate]", "2026-03-06");
            li.page().click("form[action$='/reschedules'] button");
            li.page().waitForSelector("form[action$='/reschedules'] .is-invalid");
            li.look("reschedule-refused");
            assertThat(li.page().inputValue("form[action$='/reschedules'] input[name=nextDate]"))
                    .isEqualTo("2026-03-06");
            li.page().fill("form[action$='/reschedules'] input[name=reason]", "客户出差");
            li.page().click("form[action$='/reschedules'] button");
            li.page().waitForURL("**/prospects/" + prospect);
            li.page().waitForSelector("text=客户出差");
            assertThat(li.text()).contains("3月5日").contains("3月6日");
        }
    }

    @Test
    @DisplayName("18: for N received on 31 January the latest day is 28 February, and later needs a reason")
    void oneMonth() {
        clock.set("2026-01-31T10:00");
        try (Visitor li = phone(store.li())) {
            li.open("/prospects/new");
            var page = li.page();
            page.fill("#f-customerName", "何一月");
            page.fill("#f-mobile", newMobile());
            page.locator("label:has(input[name=grade][value=N])").click();
            page.fill("#f-nextFollowUpDate", "2026-03-01");
            page.click("form[action='/prospects'] button.btn-primary");
            page.waitForSelector("#e-nextFollowUpDate");
            assertThat(page.locator("#e-nextFollowUpDate").innerText()).contains("2026-02-28");
            page.fill("#f-nextFollowUpDate", "2026-02-28");
            page.click("form[action='/prospects'] button.btn-primary");
            page.waitForURL("**/prospects/*?opened");
            assertThat(li.text()).contains("2月28日");
        }
    }

    @Test
    @DisplayName("search by initials from anywhere with Ctrl+K")
    void searches() {
        card(store.li(), "B", "2026-03-05");
        try (Visitor li = desk(store.li())) {
            li.open("/prospects").look("prospects");
            li.page().keyboard().press("Control+k");
            String name = li.page().locator("[data-row-link]").first().innerText();
            li.page().fill("#search-field", name.substring(0, 1));
            li.page().waitForSelector("#search-results a");
            li.look("search");
        }
    }

    @Test
    @DisplayName(
            "two people edit one card: the second sees the original, their own and the other's words, and nothing is lost")
    void editsTogether() {
        String prospect = card(store.li(), "B", "2026-03-05");
        try (Visitor li = desk(store.li());
                Visitor chen = desk(store.chen())) {
            li.open("/prospects/" + prospect + "/edit").look("edit");
            chen.open("/prospects/" + prospect + "/edit");
            chen.page().fill("#f-occupation", "教师");
            chen.page().fill("#f-competitors", "凯美瑞");
            chen.page()
                    .locator("form[action='/prospects/" + prospect + "'] button.btn-primary")
                    .click();
            chen.page().waitForURL("**/prospects/" + prospect);
            li.page().fill("#f-occupation", "医生");
            li.page().fill("#f-hobby", "登山");
            li.page()
                    .locator("form[action='/prospects/" + prospect + "'] button.btn-primary")
                    .click();
            li.page().waitForSelector("#conflict");
            li.look("edit-conflict");
            assertThat(li.page().locator("#conflict").innerText())
                    .contains("教师")
                    .contains("医生");
            assertThat(li.page().inputValue("#f-occupation")).isEqualTo("医生");
            assertThat(li.page().inputValue("#f-competitors")).isEqualTo("凯美瑞");
            li.page()
                    .locator("form[action='/prospects/" + prospect + "'] button.btn-primary")
                    .click();
            li.page().waitForFunction("() => !document.querySelector('#conflict')");
            assertThat(li.text()).contains("医生").contains("凯美瑞");
        }
    }

    @Test
    @DisplayName("a number is masked until its reader asks, and the look is in the log")
    void reveals() {
        String prospect = card(store.li(), "B", "2026-03-05");
        try (Visitor li = phone(store.li())) {
            li.open("/prospects/" + prospect);
            assertThat(li.page().content()).contains("139****").doesNotContainPattern("139\\d{8}");
            li.page().locator("form[action$='/mobile-reveals'] button").click();
            li.page().waitForSelector("a[href^='tel:']");
            assertThat(li.page().locator("a[href^='tel:']").innerText().replace(" ", ""))
                    .matches("139\\d{8}");
            li.look("card-revealed");
        }
        Integer looks = Tenancy.within(
                store.dealership().id(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select count(*) from access_record"
                                        + " where dealership_id = :dealership and staff_id = :li and prospect_id = :prospect::uuid")
                        .param("dealership", store.dealership().id().value())
                        .param("li", store.li().id().value())
                        .param("prospect", prospect)
                        .query(Integer.class)
                        .single()));
        assertThat(looks).isEqualTo(1);
    }
}
