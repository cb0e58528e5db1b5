package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.genjin.pdi.PdiGroup;
import io.genjin.pdi.PdiItem;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The technician's round of a new car, on the phone. */
class PdiJourneyTest extends Journey {

    private static final String VIN = "LSVNV2187E2100001";

    @Test
    @DisplayName("a technician inspects a car on the phone, sends it to the workshop, inspects again what was wrong,"
            + " and lets it pass")
    void reworkAndReInspection() throws IOException {
        StaffMember lu = stores.member(store.dealership(), "lu", "陆斌", Role.PDI_TECHNICIAN);
        try (Visitor technician = phone(lu)) {
            Page page = technician.page();
            assertThat(page.url()).endsWith("/pdi");
            technician.look("pdi-empty");
            page.fill("#f-vin", "lsvnv2187e21o0001");
            page.fill("#f-model", "途观 1.8T");
            page.fill("#f-colour", "极地白");
            page.locator("form[action='/pdi/cars'] button").click();
            page.waitForSelector("text=第 13 位是字母「O」");
            technician.look("pdi-vin-refused");
            page.fill("#f-vin", "lsvn v2187 e2100001");
            page.locator("form[action='/pdi/cars'] button").click();
            page.waitForURL("**/pdi/cars/" + VIN);
            page.locator("form[action$='/inspections'] button").click();
            page.waitForURL("**/pdi/inspections/*");
            technician.look("pdi-begun");
            page.locator("a:has-text('下一组')").click();
            page.waitForURL("**/groups/body");
            mark(page, PdiGroup.BODY, PdiItem.TYRE_PRESSURE);
            page.locator(".g-check-foot button").click();
            page.waitForSelector("text=请写明问题");
            technician.look("pdi-group-refused");
            page.fill("[name='words.TYRE_PRESSURE']", "右前轮 1.6 bar，疑似扎钉");
            page.locator(".g-check-foot button").click();
            page.waitForURL("**/groups/engine-bay");
            for (PdiGroup group : List.of(PdiGroup.values()).subList(1, PdiGroup.values().length)) {
                page.waitForURL("**/groups/"
                        + group.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
                mark(page, group, null);
                if (group == PdiGroup.TOOLS) {
                    technician.look("pdi-group");
                }
                page.locator(".g-check-foot button").click();
            }
            page.waitForSelector("text=返修清单");
            page.locator("summary:has-text('拍照')").click();
            page.setInputFiles("#f-picture", photograph());
            page.locator("button:has-text('保存照片')").click();
            page.waitForSelector("img.g-thumb");
            technician.look("pdi-rework");
            page.locator("label:has(input[name=result][value=REWORK])").click();
            page.fill("#f-mileage", "9");
            page.fill("#f-signatureName", "陆斌");
            page.locator("form[action$='/signature'] button.btn-primary").click();
            page.waitForURL("**/pdi/cars/" + VIN);
            technician.look("pdi-car-in-rework");

            page.locator("form[action$='/inspections'] button").click();
            page.waitForSelector("text=这是复检");
            page.locator("a:has-text('下一组')").click();
            page.waitForURL("**/groups/body");
            technician.look("pdi-again");
            page.locator("label:has(input[name='finding.TYRE_PRESSURE'][value=OK])")
                    .click();
            page.locator(".g-check-foot button").click();
            page.waitForSelector("text=签字确认");
            page.locator("label:has(input[name=result][value=PASS])").click();
            page.fill("#f-mileage", "11");
            sign(page);
            technician.look("pdi-signing");
            page.locator("form[action$='/signature'] button.btn-primary").click();
            page.waitForURL("**/pdi/cars/" + VIN);
            technician.look("pdi-passed");
        }
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.open("/pdi").page();
            chen.look("pdi-list");
            page.locator("a:has-text('途观')").first().click();
            page.waitForURL("**/pdi/cars/" + VIN);
            chen.look("pdi-car");
            page.locator("a:has-text('第 2 次检查')").click();
            page.waitForSelector("svg.g-signature-sheet");
            chen.look("pdi-signed");
            page.locator("a:has-text('打印')").click();
            page.waitForSelector(".g-pdi-paper svg.g-qr");
            chen.look("pdi-paper");
        }
    }

    private static void mark(Page page, PdiGroup group, PdiItem notOk) {
        for (PdiItem item : group.items()) {
            String finding = item == notOk ? "NOT_OK" : item == PdiItem.SPARE_WHEEL ? "NA" : "OK";
            page.locator("label:has(input[name='finding." + item + "'][value=" + finding + "])")
                    .click();
        }
    }

    private static void sign(Page page) {
        var box = page.locator("svg.g-pad-sheet").boundingBox();
        page.locator("svg.g-pad-sheet").scrollIntoViewIfNeeded();
        box = page.locator("svg.g-pad-sheet").boundingBox();
        page.mouse().move(box.x + 30, box.y + 30);
        page.mouse().down();
        page.mouse().move(box.x + 90, box.y + 80);
        page.mouse().move(box.x + 150, box.y + 30);
        page.mouse().move(box.x + 210, box.y + 90);
        page.mouse().up();
    }

    private static Path photograph() throws IOException {
        BufferedImage tyre = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var brush = tyre.createGraphics();
        brush.setColor(java.awt.Color.LIGHT_GRAY);
        brush.fillRect(0, 0, 640, 480);
        brush.setColor(java.awt.Color.DARK_GRAY);
        brush.fillOval(140, 60, 360, 360);
        brush.setColor(java.awt.Color.GRAY);
        brush.fillOval(230, 150, 180, 180);
        brush.dispose();
        Path file = Path.of("target", "tyre.jpg");
        Files.createDirectories(file.getParent());
        ImageIO.write(tyre, "jpeg", file.toFile());
        return file;
    }
}
