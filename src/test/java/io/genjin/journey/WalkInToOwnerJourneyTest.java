package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.genjin.delivery.CheckItem;
import io.genjin.delivery.Section;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A walk-in becomes an owner who sends a friend: the ten stages of the core process, each lived by those whose work it is. */
class WalkInToOwnerJourneyTest extends Journey {

    private static final String VIN = "LSVNV2187E2100001";

    private StaffMember reception;
    private StaffMember specialist;
    private StaffMember technician;
    private StaffMember cashier;
    private StaffMember relations;
    private StaffMember general;
    private String prospect;

    @BeforeEach
    void theHouse() {
        reception = stores.member(store.dealership(), "he", "何苗", Role.RECEPTIONIST);
        specialist = stores.member(store.dealership(), "ma", "马俊", Role.TEST_DRIVE_SPECIALIST);
        technician = stores.member(store.dealership(), "lu", "陆斌", Role.PDI_TECHNICIAN);
        cashier = stores.member(store.dealership(), "tan", "谭雪", Role.CASHIER);
        relations = stores.member(store.dealership(), "xu", "徐慧", Role.CUSTOMER_RELATIONS);
        general = stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER);
        try (Visitor chen = desk(store.chen())) {
            chen.open("/catalog/models");
            chen.page().click("form[action='/catalog/range/example'] button");
            chen.page().waitForSelector(".g-model");
        }
        TestFleet fleet = new TestFleet(as(store.chen()));
        fleet.route();
        String car = fleet.car("沪A12345", "1M8GDM9AXKP042788", "途观L", "AUTOMATIC");
        new TestFleet(as(specialist)).checked(car);
    }

    private Api as(StaffMember who) {
        return Api.as(who.username(), port);
    }

    private Visitor tablet(StaffMember who) {
        return Visitor.onTablet(browser, base()).signIn(who.username());
    }

    @Test
    @DisplayName("a walk-in becomes an owner who sends a friend: ten stages, from the door to the friend's card")
    void fromTheDoorToTheFriend() {
        atTheDoor();
        inTheShowroom();
        onTheRoad();
        theObjection();
        onTheFloor();
        seenOff();
        theCard();
        nextMorning();
        backForThePrice();
        thePriceIsDecided();
        theOrder();
        theMoneyInTheTill("5000", "SJ-01");
        seenOffWithAnOrder();
        theCarIsPrepared();
        everythingIsPaid();
        theKey();
        String friend = theThirdDay();
        theFriend(friend);
        tenStages();
    }

    /** Stage 3: two people come in; reception writes them down in seconds and sends them the consultant whose turn it is. */
    private void atTheDoor() {
        clock.set("2026-03-02T10:00");
        try (Visitor door = tablet(reception)) {
            Page page = door.page();
            assertThat(page.url()).as("the door is reception's first screen").endsWith("/reception");
            page.locator("button[data-sets=f-people][data-value='2']").click();
            Hand.tap(page, "transport", "CAR");
            Hand.save(page, "form[action='/visits']");
            page.waitForSelector(".alert-success");
            assertThat(page.locator(".alert-success").innerText()).contains("李娜");
            door.look("circle-door");
        }
    }

    /** Stages 1, 4 and 5: the consultant files the party, listens, and walks around the car with them. */
    private void inTheShowroom() {
        clock.set("2026-03-02T10:08");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/visits").page();
            page.locator(".g-work-do a.btn-primary").first().click();
            page.waitForSelector("form[action$='/filing']");
            page.fill("form[action$='/filing'] [name=customerName]", "孙宁");
            page.fill("form[action$='/filing'] [name=mobile]", newMobile());
            page.fill("#f-intentModels", "途观L");
            Hand.tap(page, "grade", "B");
            Hand.tap(page, "gradeEvidence", "CONFIDENCE");
            Hand.tap(page, "gradeEvidence", "NEED");
            page.fill("#f-gradeReason", "当面谈过");
            page.fill("#f-nextFollowUpDate", "2026-03-03");
            li.look("circle-filing");
            Hand.save(page, "form[action$='/filing']");
            page.waitForSelector("form[action$='/closing']");
            String card = page.locator(".g-head-actions a[href^='/prospects/']").getAttribute("href");
            prospect = card.replace("/prospects/", "");
            page.locator(".g-head-actions a[href^='/prospects/']").click();

            page.locator("a[href$='/needs/new']").click();
            page.waitForSelector(".g-needs-sheet");
            Hand.tap(page, "purpose", "PRIVATE");
            Hand.tap(page, "focus", "SPACE");
            Hand.tap(page, "focus", "SAFETY");
            page.fill("#f-models", "途观L");
            page.fill("#f-competitors", "CR-V");
            open(page, "什么时候买");
            Hand.tap(page, "purchaseWhen", "DAYS_8_15");
            open(page, "信心、需求、购买力");
            Hand.tap(page, "confidenceConfirmed", "true");
            Hand.tap(page, "needConfirmed", "true");
            Hand.tap(page, "purchasingPowerConfirmed", "true");
            open(page, "预算和付款");
            page.fill("#f-budgetFrom", "200000");
            page.fill("#f-budgetTo", "230000");
            page.locator(".g-needs-save button").click();
            page.waitForURL("**/needs");
            li.look("circle-needs");

            clock.set("2026-03-02T10:40");
            li.open(card);
            page.locator("a[href$='/presentations/new']").click();
            page.waitForSelector("#save-walk");
            Hand.tap(page, "reaction.PASSENGER_SIDE", "LIKED");
            Hand.tap(page, "reaction.REAR_BOOT", "LIKED");
            Hand.tap(page, "driveOffer", "ACCEPTED");
            page.click("#save-walk");
            page.waitForSelector(".g-shown");
            li.look("circle-shown");
        }
    }

    private static void open(Page page, String part) {
        page.locator("details.g-needs-part:not([open]) > summary:has-text('" + part + "')")
                .click();
    }

    /** Stage 6: agreed and signed on the phone, out and back, and asked before the customer leaves. */
    private void onTheRoad() {
        clock.set("2026-03-02T10:50");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect).page();
            page.locator("a[href^='/test-drives/new']").click();
            page.waitForSelector("form[action='/test-drives']");
            Hand.tap(page, "car", page.locator("input[name=car]").first().inputValue());
            Hand.tap(page, "mode", "DRIVE");
            page.locator("input[name=atOnce]").check();
            Hand.save(page, "form[action='/test-drives']");
            page.locator("a[href$='/agreement']").click();
            page.waitForSelector("#f-driverName");
            page.fill("#f-driverName", "孙宁");
            page.fill("#f-licenceNumber", "110101194912310024");
            page.selectOption("#f-licenceClass", "C1");
            page.fill("#f-licenceIssuedOn", "2015-06-01");
            page.fill("#f-licenceValidUntil", "2031-12-31");
            Hand.sign(page, 0);
            Hand.sign(page, 1);
            li.look("circle-agreement");
            Hand.save(page, "form[action$='/agreement']");
            page.waitForSelector("form[action$='/start']");
            Hand.save(page, "form[action$='/start']");
            page.waitForSelector("form[action$='/return']");
            clock.set("2026-03-02T11:20");
            page.fill("form[action$='/return'] [name=km]", "1209");
            Hand.save(page, "form[action$='/return']");
            page.waitForSelector("form[action$='/evaluation']");
            Hand.tap(page, "overall", "5");
            Hand.tap(page, "staffScore", "5");
            Hand.tap(page, "wouldBuy", "YES");
            li.look("circle-evaluation");
            Hand.save(page, "form[action$='/evaluation']");
            page.waitForSelector("form[action$='/evaluation']", gone());
        }
    }

    /** Stage 7: raised, and answered while they are still here. */
    private void theObjection() {
        clock.set("2026-03-02T11:30");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect).page();
            page.locator("a[href$='/objections/new']").click();
            page.waitForSelector("#f-wording");
            Hand.tap(page, "type", "PRICE");
            page.fill("#f-wording", "隔壁 CR-V 便宜一万");
            Hand.save(page, "form[action$='/objections']");
            page.waitForSelector(".g-objections li.is-open");
            page.locator(".g-objections a.btn-primary").click();
            page.waitForSelector("form[action$='/answers']");
            page.fill("#f-answer", "两车配置一项一项对过，差价是后排和安全配置");
            Hand.tap(page, "result", "RESOLVED");
            Hand.save(page, "form[action$='/answers']");
            page.waitForSelector(".g-state-good");
        }
    }

    /** The manager sees on the board how far the party is, and says hello. */
    private void onTheFloor() {
        clock.set("2026-03-02T11:35");
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.open("/floor").page();
            assertThat(page.locator(".g-work .g-visit-steps li.is-done").count())
                    .as("needs, presentation and drive are ticked")
                    .isEqualTo(3);
            page.locator("form[action$='/manager'] button").click();
            page.waitForSelector(".g-work .g-visit-steps li.is-done:nth-child(5)");
            chen.look("circle-floor");
        }
    }

    private void seenOff() {
        clock.set("2026-03-02T11:45");
        leaves();
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/visits").page();
            page.locator(".g-work-do a.btn-primary").first().click();
            page.waitForSelector("form[action$='/closing']");
            Hand.tap(page, "follows", "NEXT_CONTACT");
            page.fill("#f-course", "试驾满意，回家和爱人商量");
            Hand.save(page, "form[action$='/closing']");
            page.waitForSelector("form[action$='/closing']", gone());
            li.open("/visits");
            assertThat(page.locator("main a.btn-primary:has-text('继续')").count())
                    .isZero();
        }
    }

    /** Reception sees them go; the consultant says afterwards what follows. */
    private void leaves() {
        try (Visitor door = tablet(reception)) {
            door.page().locator("form[action$='/departure'] button").first().click();
            door.page().waitForSelector("form[action$='/departure']", gone());
        }
    }

    private static Page.WaitForSelectorOptions gone() {
        return new Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    /** Stage 1: handed in, signed by the manager, entered by the administrator, all on one day. */
    private void theCard() {
        clock.set("2026-03-02T17:00");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect).page();
            page.locator("form[action$='/submission'] button").click();
            page.waitForSelector("main >> text=待签字");
        }
        try (Visitor chen = phone(store.chen())) {
            Page page = chen.open("/cards/waiting").page();
            page.locator("form[action$='/" + prospect + "/signature'] button.btn-primary")
                    .click();
            page.waitForSelector("form[action$='/" + prospect + "/signature']", gone());
        }
        try (Visitor sun = desk(store.sun())) {
            Page page = sun.page();
            page.locator("a[href='/cards/entry?card=" + prospect + "']").click();
            page.locator("form[action$='/" + prospect + "/entry'] button").click();
            page.waitForSelector("form[action$='/" + prospect + "/entry']", gone());
        }
    }

    /** Stage 2: the first call; they come again tomorrow. */
    private void nextMorning() {
        clock.set("2026-03-03T09:30");
        try (Visitor li = phone(store.li())) {
            Page page = li.page();
            assertThat(page.url()).endsWith("/today");
            page.locator("a[href='/prospects/" + prospect + "/follow-ups/new']").click();
            page.waitForSelector("form[action$='/follow-ups']");
            Hand.tap(page, "way", "PHONE");
            Hand.tap(page, "outcome", "APPOINTMENT");
            page.fill("#f-appointmentAt", "2026-03-04T14:00");
            page.fill("#f-content", "爱人同意，明天下午两点来谈价格");
            page.fill("#f-nextDate", "2026-03-04");
            page.selectOption("#f-nextReason", "QUOTE_FOLLOW_UP");
            li.look("circle-follow-up");
            Hand.save(page, "form[action$='/follow-ups']");
            page.waitForURL("**/prospects/" + prospect + "?recorded");
        }
    }

    /** They are expected; the offer goes beyond what a consultant may give. */
    private void backForThePrice() {
        clock.set("2026-03-04T14:02");
        try (Visitor door = tablet(reception)) {
            Page page = door.page();
            page.locator("label:has(input[name=appointment]:not([value='']))")
                    .first()
                    .click();
            door.look("circle-expected");
            Hand.save(page, "form[action='/visits']");
            page.waitForSelector(".alert-success");
            assertThat(page.locator(".alert-success").innerText()).contains("李娜");
        }
        clock.set("2026-03-04T14:15");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect).page();
            page.locator("a[href$='/quotes/new']").click();
            page.waitForSelector("#f-trimId");
            String trim = page.locator("#f-trimId option:has-text('途观L 330TSI')")
                    .first()
                    .getAttribute("value");
            page.selectOption("#f-trimId", trim);
            page.fill("#f-colour", "极地白");
            page.fill("#f-discount", "9000");
            Hand.save(page, "form[action$='/quotes']");
            page.waitForSelector(".g-sums");
            page.fill("#f-words", "试驾满意，今天能定");
            Hand.save(page, "form[action$='/price-requests']");
            page.waitForSelector("text=等待销售经理批价");
            li.look("circle-quote");
        }
    }

    private void thePriceIsDecided() {
        clock.set("2026-03-04T14:18");
        try (Visitor zhou = phone(store.zhou())) {
            Page page = zhou.open("/notices").page();
            assertThat(zhou.text()).as("the manager is told").contains("孙宁");
            zhou.look("circle-notices");
            page.navigate("/prices");
            page.locator("form[action$='/approval'] button").click();
            page.waitForSelector("form[action$='/approval']", gone());
        }
    }

    /** Stage 8. */
    private void theOrder() {
        clock.set("2026-03-04T14:30");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect).page();
            page.locator("a.g-deal[href^='/quotes/']").first().click();
            page.waitForSelector("text=价格已批准");
            page.locator("form[action$='/showing'] button").click();
            page.locator("a[href*='/orders/new']").click();
            page.waitForSelector("#f-buyerIdNo");
            assertThat(page.inputValue("#f-quotation")).isNotEmpty();
            page.fill("#f-buyerIdNo", "310115198803020013");
            page.fill("#f-deposit", "5000");
            Hand.tap(page, "paymentWay", "CASH_FULL");
            page.fill("#f-promisedDelivery", "2026-03-06");
            Hand.save(page, "form[action$='/orders']");
            page.waitForSelector("form[action$='/submission']");
            page.locator("form[action$='/submission'] button").click();
            page.waitForSelector("text=待收定金");
            li.look("circle-order");
        }
    }

    private void theMoneyInTheTill(String amount, String receipt) {
        try (Visitor till = desk(cashier)) {
            Page page = till.page();
            assertThat(page.url()).endsWith("/till");
            page.locator(".g-prices summary").first().click();
            page.locator("[name=amount]").first().fill(amount);
            page.locator("[name=receiptNo]").first().fill(receipt);
            Hand.tap(page, "way", "CARD");
            Hand.save(page, "form[action$='/payments']");
            page.waitForSelector(".g-prices details[open]", gone());
            till.look("circle-till");
        }
    }

    private void seenOffWithAnOrder() {
        clock.set("2026-03-04T15:10");
        leaves();
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/visits").page();
            page.locator(".g-work-do a.btn-primary").first().click();
            page.waitForSelector("form[action$='/closing']");
            assertThat(page.locator(".g-visit-steps li.is-done").count())
                    .as("quotation and order are ticked")
                    .isEqualTo(2);
            Hand.tap(page, "follows", "ORDER");
            page.fill("#f-course", "签订单，付定金");
            if (page.locator("#f-nextDate").count() > 0) {
                page.fill("#f-nextDate", "2026-03-05");
            }
            Hand.save(page, "form[action$='/closing']");
            page.waitForSelector("form[action$='/closing']", gone());
            li.look("circle-visit-closed");
        }
    }

    /** Stage 9 begins: a car is set aside, a day agreed, and the technician looks at the car. */
    private void theCarIsPrepared() {
        clock.set("2026-03-05T09:00");
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.open("/prospects/" + prospect).page();
            page.locator("form[action$='/vehicle'] [name=vin]").fill(VIN);
            Hand.save(page, "form[action$='/vehicle']");
            page.waitForSelector("text=预约交车");
        }
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect).page();
            page.locator("form[action$='/delivery'] [name=at]").fill("2026-03-06T14:00");
            page.locator("form[action$='/delivery'] [name=place]").fill("交车区 1");
            Hand.save(page, "form[action$='/delivery']");
            page.waitForURL("**/deliveries/*");
            page.navigate(page.url() + "/signature");
            page.waitForSelector("text=现在还不能签字");
            assertThat(li.text()).contains("PDI", "陆斌", "谭雪");
            li.look("circle-not-yet");
        }
        try (Visitor lu = phone(technician)) {
            Page page = lu.page();
            assertThat(page.url()).endsWith("/pdi");
            lu.look("circle-pdi");
            page.locator("form[action='/pdi/cars/" + VIN + "/inspections'] button")
                    .click();
            page.waitForURL("**/pdi/inspections/*");
            PdiRound.allRight(page);
            Hand.tap(page, "result", "PASS");
            page.fill("#f-mileage", "9");
            Hand.sign(page, 0);
            Hand.save(page, "form[action$='/signature']");
            page.waitForURL("**/pdi/cars/" + VIN);
        }
    }

    private void everythingIsPaid() {
        clock.set("2026-03-05T16:00");
        String rest;
        try (Visitor till = desk(cashier)) {
            rest = till.page()
                    .locator(".g-price-ask strong")
                    .first()
                    .innerText()
                    .replaceAll("[^0-9.]", "");
        }
        theMoneyInTheTill(rest, "SJ-02");
    }

    /** Stage 9: round the car with the buyer, both sign, the key is theirs. */
    private void theKey() {
        clock.set("2026-03-06T14:00");
        try (Visitor li = tablet(store.li())) {
            Page page = li.open("/deliveries").page();
            page.locator("a[href^='/deliveries/']:has-text('孙宁')").first().click();
            page.locator("a:has-text('继续')").click();
            page.waitForURL("**/sections/car");
            HandoverRound.check(page, Section.CAR, CheckItem.SPARE_KEY, "OK");
            HandoverRound.keep(page);
            page.waitForURL("**/sections/documents");
            HandoverRound.check(page, Section.DOCUMENTS, CheckItem.REGISTRATION, "NA");
            HandoverRound.keep(page);
            page.waitForURL("**/sections/explanations");
            HandoverRound.explain(page, "周明", store.chen());
            HandoverRound.keep(page);
            page.waitForURL("**/sections/handover");
            HandoverRound.handOver(page, "12", "沪B23456", "10");
            HandoverRound.keep(page);
            page.locator("a:has-text('签字交车')").click();
            page.waitForURL("**/signature");
            Hand.sign(page, 0);
            Hand.sign(page, 1);
            li.look("circle-signing");
            Hand.save(page, "form[action$='/signature']");
            page.waitForSelector("text=已交车");
        }
    }

    /** Stage 10: the owner's file is there, the third day's call is due, and the owner names a friend. */
    private String theThirdDay() {
        clock.set("2026-03-09T10:00");
        try (Visitor li = phone(store.li())) {
            Page page = li.page();
            page.waitForSelector("text=3 日回访");
            page.locator("a[href^='/callbacks/']").first().click();
            page.waitForSelector("#f-said");
            Hand.tap(page, "reached", "true");
            page.fill("#f-said", "车很好，同事也想看看");
            page.fill("#f-friendName", "高远");
            page.fill("#f-friendMobile", newMobile());
            li.look("circle-third-day");
            Hand.save(page, "form:has(#f-said)");
            page.waitForURL("**/callbacks");
            li.open("/owners");
            page.locator("a[href^='/owners/']:has-text('孙宁')").first().click();
            page.waitForSelector("text=高远");
            li.look("circle-owner");
            li.open("/prospects");
            page.locator("a[href^='/prospects/']:has-text('高远')").first().click();
            page.waitForSelector("h1:has-text('高远')");
            return page.url().replaceAll(".*/prospects/([0-9a-f-]{36}).*", "$1");
        }
    }

    /** The friend's card says who sent them, and the day's report counts it where the manual wants it. */
    private void theFriend(String friend) {
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + friend).page();
            page.waitForSelector("section[aria-label='保有客户'] >> text=孙宁");
            assertThat(li.text()).contains("老用户介绍");
            li.look("circle-friend");
        }
        Api.Answer card = as(store.li()).get("/api/v1/prospects/" + friend);
        assertThat(card.text("/source")).isEqualTo("REFERRAL");
        String figures = "/api/v1/reports/daily/members?date=2026-03-09&span=day&consultant="
                + store.li().username() + "&figure=";
        for (String figure : new String[] {"NEW_REFERRAL", "MARKET_DEVELOPMENT"}) {
            Api.Answer members = as(store.zhou()).get(figures + figure);
            assertThat(members.status()).as(members.json().toString()).isEqualTo(200);
            assertThat(members.json().toString()).as(figure).contains(friend);
        }
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/reports/daily?date=2026-03-09").look("circle-report");
        }
    }

    private void tenStages() {
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect).page();
            page.waitForSelector(".g-stages");
            page.waitForFunction("() => !document.querySelector('.htmx-request')");
            assertThat(page.locator(".g-stages > li.is-done").count())
                    .as("stages done: %s", page.locator(".g-stages").innerText())
                    .isEqualTo(10);
            assertThat(page.locator("main section[aria-label]:has(> [hx-get])")
                            .evaluateAll("all => all.map(one => one.getAttribute('aria-label')).join('|')"))
                    .as("the panels stand in the order of the sale")
                    .asString()
                    .matches(".*销售流程.*跟进记录.*预约.*来店来电.*需求分析.*车辆展示.*试乘试驾.*异议处理.*报价.*订单.*配车与交车.*保有客户.*");
            li.look("circle-ten-stages");
        }
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/prospects/" + prospect).page().waitForSelector(".g-stages");
            zhou.look("circle-ten-stages");
        }
    }
}
