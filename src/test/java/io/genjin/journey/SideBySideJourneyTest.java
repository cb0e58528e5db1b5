package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.journal.Frozen;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** HQ's month: dealerships side by side, a number opened, names unlocked for a reason, and the dealership reads who looked. */
class SideBySideJourneyTest extends Journey {

    @Autowired
    Dealerships dealerships;

    @Autowired
    Journal journal;

    record Told(DealershipId dealership, String kind, UUID prospect, UUID owner, Instant happenedAt)
            implements JournalFact {
        @Override
        public UUID actor() {
            return owner;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }

        @Override
        public Frozen frozen() {
            return new Frozen(owner, "H", "WALK_IN");
        }
    }

    @Test
    @DisplayName("HQ compares on desk and phone, opens a number, unlocks names; the sales manager is told")
    void month() {
        String[] regions = {"华东浦江", "华东浦江", "华东浦江", "华南珠江"};
        String[] names = {"上海浦东", "苏州园区", "杭州滨江", "广州天河"};
        List<StaffMember> managers = new ArrayList<>();
        String suffix = String.valueOf(store.dealership().id().value());
        for (int place = 0; place < names.length; place++) {
            int number = dealerships.all().stream()
                            .mapToInt(one -> one.id().value())
                            .max()
                            .orElse(0)
                    + 1;
            Dealership dealership = dealerships.add(new Dealership(
                    new DealershipId(number),
                    "J" + number,
                    names[place],
                    regions[place] + suffix,
                    ZoneId.of("Asia/Shanghai")));
            StaffMember li = stores.member(dealership, "li", "李娜", Role.SALES_CONSULTANT);
            managers.add(stores.member(dealership, "zhou", "周强", Role.SALES_MANAGER));
            if (place < 3) {
                sell(dealership, li, 11 + 3 * place, 3 + place * 2);
            }
        }
        clock.set("2026-03-05T17:00");
        StaffMember gu = stores.member(dealerships.get(DealershipId.HQ), "gu" + suffix, "顾明", Role.HQ);
        String east = URLEncoder.encode(regions[0] + suffix, StandardCharsets.UTF_8);
        String address = "/dealerships/compare?region=" + east + "&figures=CLOSING";
        try (Visitor desk = desk(gu)) {
            desk.open(address).look("side-by-side");
            assertThat(desk.text()).contains("第 1 名,共 3 家").doesNotContain("李娜");
            assertThat(sheet(desk, "/dealerships/compare.xlsx?region=" + east))
                    .contains("杭州滨江")
                    .contains("K15")
                    .doesNotContain("李娜")
                    .doesNotContain("周强")
                    .doesNotContain("139");
            desk.open(address + "&sort=K15").page().waitForSelector("th[aria-sort]");
            assertThat(desk.page().locator("tr[data-dealership] th").first().innerText())
                    .contains("杭州滨江");
            desk.open("/dealerships/compare?region=" + east + "&picture=DELIVERIES")
                    .look("side-by-side-pictures");
            desk.open(address + "&sort=K15");
            desk.page().locator("td[data-measure=K15] .g-ratio-sides a").first().click();
            desk.page().waitForSelector("[data-row]");
            assertThat(desk.text()).contains("客户不公开").doesNotContain("李娜");
            desk.page().locator("summary.g-compare-summary").click();
            desk.page().fill("#f-words", "短");
            desk.page().locator("form[action$='/unlocks'] button").click();
            desk.page().waitForSelector("#form-errors");
            assertThat(desk.page().locator("#f-words").inputValue()).isEqualTo("短");
            desk.look("side-by-side-unlock");
            desk.page().locator("label:has(input[name=purpose][value=AUDIT])").click();
            desk.page().fill("#f-words", "季度审计抽查成交订单");
            desk.page().locator("label:has(input[name=minutes][value='30'])").click();
            desk.page().locator("form[action$='/unlocks'] button").click();
            desk.page().waitForSelector("form[action$='/unlock-end']");
            assertThat(desk.text()).contains("李娜").contains("**").contains("****");
            desk.look("side-by-side-unlocked");
            desk.open("/dealerships/compare?region=" + east + "&figures=FOLLOW_UP&from=2026-03-01&until=2026-03-05");
            desk.page()
                    .locator("td[data-measure=QUALITY] a[href*='/findings']")
                    .first()
                    .click();
            desk.page().waitForSelector("[data-finding]");
            desk.look("side-by-side-findings");
            desk.page().locator("[data-finding] a.btn").first().click();
            desk.page().waitForSelector("[data-row]");
            desk.look("side-by-side-finding-rows");
            desk.open("/dealerships/groups").page().fill("#f-name", "申江集团" + suffix);
            desk.page()
                    .locator("form[action='/dealerships/groups'] button.btn-primary")
                    .click();
            desk.page().waitForSelector("section:has-text('申江集团" + suffix + "')");
            desk.look("dealership-groups");
        }
        try (Visitor phone = phone(gu)) {
            phone.open(address).look("side-by-side");
            phone.open(address.replace("CLOSING", "FOLLOW_UP"))
                    .page()
                    .locator("td[data-measure=QUALITY] a[href*='/findings']")
                    .first()
                    .click();
            phone.page().waitForSelector("[data-finding]");
            phone.look("side-by-side-findings");
        }
        try (Visitor zhou = desk(managers.get(2))) {
            assertThat(zhou.open("/notices").text()).contains("上海大众 顾明");
            zhou.open("/unlocks").look("unlocked-from-outside");
            assertThat(zhou.text()).contains("季度审计抽查成交订单");
            assertThat(zhou.open("/access-log").text()).contains("上海大众 顾明");
        }
    }

    /** Everything that the sheet says, part by part. */
    private static String sheet(Visitor who, String path) {
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.write(
                    Files.createTempFile("side-by-side", ".xlsx"),
                    who.page().request().get(path).body());
            try (ZipFile book = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(book.entries())) {
                    if (part.getName().contains("sheet") || part.getName().contains("sharedStrings")) {
                        text.append(new String(book.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            Files.delete(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return HtmlUtils.htmlUnescape(text.toString());
    }

    private void sell(Dealership dealership, StaffMember li, int customers, int sold) {
        for (String month : List.of("2026-01", "2026-02", "2026-03")) {
            for (int place = 0; place < customers; place++) {
                int day = 2 + place % 4;
                clock.set(month + "-0" + day + "T1" + place % 8 + ":00");
                UUID customer = UUID.fromString(card(li, "H", month + "-0" + (day + 1)));
                List<JournalFact> facts = new ArrayList<>();
                if (place < sold) {
                    facts.add(told(dealership, "ORDERED", customer, li));
                    facts.add(told(dealership, "DELIVERED", customer, li));
                }
                Tenancy.within(
                        dealership.id(), () -> transaction.executeWithoutResult(status -> journal.writeAll(facts)));
            }
            if (month.equals("2026-02")) {
                sold = sold + 1;
            }
        }
    }

    private Told told(Dealership dealership, String kind, UUID customer, StaffMember li) {
        return new Told(dealership.id(), kind, customer, li.id().value(), clock.instant());
    }
}
