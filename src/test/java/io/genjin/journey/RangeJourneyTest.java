package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.genjin.testing.Api;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager builds the range: from the example, by hand and from a sheet; the consultant reads it on the phone. */
class RangeJourneyTest extends Journey {

    @TempDir
    Path folder;

    private void begin() {
        try (Visitor chen = desk(store.chen())) {
            chen.open("/catalog/models").look("models-empty");
            chen.page().click("form[action='/catalog/range/example'] button");
            chen.page().waitForSelector(".g-model");
        }
    }

    /** A picture of a car, as far as a test can draw one. */
    private Path photo() throws IOException {
        BufferedImage image = new BufferedImage(960, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xDDE5E8));
        pen.fillRect(0, 0, 960, 400);
        pen.setColor(new Color(0x1F3A5F));
        pen.fillRoundRect(120, 180, 720, 120, 80, 80);
        pen.fillRoundRect(280, 100, 380, 140, 120, 120);
        pen.setColor(Color.DARK_GRAY);
        pen.fillOval(220, 250, 100, 100);
        pen.fillOval(640, 250, 100, 100);
        pen.dispose();
        Path file = folder.resolve("tiguan.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    @DisplayName(
            "2.5: the range from the example: a price of next month, and an unfair comparison that is refused in place")
    void buildsTheRange() throws IOException {
        begin();
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.page();
            chen.open("/catalog/models").look("models");
            page.click("text='途观L'");
            page.waitForSelector("#trims");
            chen.look("model");
            String here = page.url().replaceFirst("#.*", "");
            page.click("a[href$='/photo']");
            page.waitForSelector("#f-photo");
            page.click("form[action$='/photo'] button.btn-primary");
            page.waitForSelector("#e-photo");
            page.setInputFiles("#f-photo", photo());
            page.click("form[action$='/photo'] button.btn-primary");
            page.waitForFunction("() => document.querySelector('.g-model-photo')?.naturalWidth > 0");
            chen.look("model-with-photo");
            page.locator("article:has-text('330TSI') a:has-text('修改')").first().click();
            page.waitForSelector("#f-listPrice");
            page.fill("#f-listPrice", "十九万九");
            page.click("form[action^='/catalog/trims/'] button.btn-primary");
            page.waitForSelector("#form-errors");
            chen.look("trim-refused");
            page.fill("#f-listPrice", "199,800");
            page.fill("#f-priceFrom", "2026-04-01");
            page.click("form[action^='/catalog/trims/'] button.btn-primary");
            page.waitForSelector("text=¥199,800.00");
            page.navigate(here + "/comparisons/new");
            page.fill("#f-brand", "吉利");
            page.fill("#f-rival", "银河 L7");
            page.fill("#f-source", "两家官网");
            for (String focus : new String[] {"SPACE", "POWER"}) {
                page.fill("[name='rows." + focus + ".ours']", "我们的更大");
                page.fill("[name='rows." + focus + ".theirs']", "他们的小一些");
                page.locator("label:has(input[name='rows." + focus + ".better'][value=OURS])")
                        .click();
            }
            page.click("form[action$='/comparisons'] button.btn-primary");
            page.waitForSelector("#e-rows");
            chen.look("comparison-unfair");
            assertThat(page.locator("#e-rows").innerText()).contains("客户不会相信");
            assertThat(page.inputValue("[name='rows.SPACE.ours']")).isEqualTo("我们的更大");
            page.locator("label:has(input[name='rows.POWER.better'][value=THEIRS])")
                    .click();
            page.click("form[action$='/comparisons'] button.btn-primary");
            page.waitForSelector(".g-versus");
            chen.look("comparison");
        }
        try (Visitor li = phone(store.li())) {
            li.open("/catalog/models").look("models");
            li.page().click("text='途观L'");
            li.page().waitForSelector("#trims");
            li.look("model");
            li.page().locator("a[href^='/catalog/comparisons/']").first().click();
            li.page().waitForSelector(".g-versus");
            li.look("comparison");
            assertThat(li.page().locator("a:has-text('修改')").count()).isZero();
            li.page().locator("#menu > summary").click();
            li.page().locator("form[action='/theme'] button").click();
            li.page().waitForSelector("html[data-bs-theme=dark]");
            li.look("comparison-dark");
        }
    }

    @Test
    @DisplayName(
            "the range from a sheet: what changes is seen first; refused rows say why; a colleague in between costs nothing")
    void fromASheet() throws IOException {
        begin();
        Path sheet = Files.writeString(folder.resolve("四月价格.csv"), """
                品牌,车型,车身,配置,年款,能源,功率(kW),变速箱,座位数,指导价,生效日
                上汽大众,途观L,,330TSI,2026,,,,,199800,2026-04-01
                上汽大众,途观L,,380TSI 四驱,2026,,,,,面议,
                上汽大众,途观X,轿跑,380TSI,2026,汽油,162,双离合,5,229900,
                """);
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.page();
            chen.open("/catalog/range/new").look("range-new");
            page.setInputFiles("#f-file", sheet);
            page.click("form[action='/catalog/range'] button.btn-primary");
            page.waitForSelector("#refused-title");
            chen.look("range-preview");
            assertThat(chen.text()).contains("206800.00").contains("199800.00").contains("第 3 行");
            Api zhou = Api.as(store.zhou().username(), port);
            zhou.post("/api/v1/models", Map.of("brand", "上汽大众", "name", "途观X", "body", "COUPE"));
            page.click("form[action$='/application'] button");
            page.waitForSelector("#conflict");
            chen.look("range-changed");
            page.click("form[action$='/application'] button");
            page.waitForURL("**/catalog/models");
            assertThat(chen.text()).contains("途观X").contains("¥229,900.00");
            chen.open("/catalog/range/new");
            Download download = page.waitForDownload(() -> page.click("a[href='/catalog/range/sheet.xlsx']"));
            Path whole = folder.resolve("whole.xlsx");
            download.saveAs(whole);
            page.setInputFiles("#f-file", whole);
            page.click("form[action='/catalog/range'] button.btn-primary");
            page.waitForSelector("text=没有要改的内容");
            assertThat(page.locator("#refused-title, #changed-title, #new-title")
                            .count())
                    .as("what was downloaded and brought again changes nothing")
                    .isZero();
        }
        try (Visitor chen = phone(store.chen())) {
            chen.open("/catalog/range/new").look("range-new");
        }
    }
}
