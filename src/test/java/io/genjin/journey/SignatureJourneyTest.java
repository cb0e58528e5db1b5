package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Signature;
import io.genjin.shared.web.Fields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** The sheet to sign on and the field for a photograph, as every room lays them into its pages. */
class SignatureJourneyTest extends Journey {

    @Autowired
    @Qualifier("jteViews")
    ViewResolver views;

    private String part(String name, Map<String, Object> params) throws Exception {
        View view = Objects.requireNonNull(views.resolveViewName(name, Locale.CHINESE), name);
        MockHttpServletResponse response = new MockHttpServletResponse();
        view.render(params, new MockHttpServletRequest("GET", "/account"), response);
        return response.getContentAsString();
    }

    /** Lays parts into a page of the product, under its own content policy, script and style. */
    private static void lay(Page page, String html) {
        page.evaluate(
                "html => { document.querySelector('main').innerHTML = '<h1>试乘试驾协议</h1><form method=\"post\">' + html"
                        + " + '</form>'; document.dispatchEvent(new Event('htmx:afterSettle')); }",
                html);
    }

    private static void draw(Page page) {
        BoundingBox sheet =
                Objects.requireNonNull(page.locator("[data-signature-sheet]").boundingBox());
        double[][] strokes = {{.15, .7, .3, .2, .45, .8}, {.5, .4, .6, .75, .7, .3, .85, .6}};
        for (double[] stroke : strokes) {
            page.mouse().move(sheet.x + sheet.width * stroke[0], sheet.y + sheet.height * stroke[1]);
            page.mouse().down();
            for (int place = 2; place < stroke.length; place += 2) {
                page.mouse()
                        .move(
                                sheet.x + sheet.width * stroke[place],
                                sheet.y + sheet.height * stroke[place + 1],
                                new com.microsoft.playwright.Mouse.MoveOptions().setSteps(12));
            }
            page.mouse().up();
        }
    }

    private static String strokes(Page page) {
        return page.locator("[data-signature-strokes]").inputValue();
    }

    @Test
    @DisplayName("a customer signs with the finger, clears, signs again; the same line is drawn on the finished page")
    void signs() throws Exception {
        String pad = part("shared/signaturePad", Map.of("form", Fields.empty(), "label", "客户签字"));
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/account").page();
            lay(page, pad);
            draw(page);
            String first = strokes(page);
            assertThat(first.split(";")).hasSize(2);
            page.locator("[data-signature-clear]").click();
            assertThat(strokes(page)).isEmpty();
            draw(page);
            li.look("signature-pad");

            List<Field> wrong = new ArrayList<>();
            Signature signature = Signature.read(strokes(page), "", "signature", wrong);
            assertThat(wrong).isEmpty();
            assertThat(signature).isNotNull();
            String drawn = page.locator("[data-signature-sheet] path").getAttribute("d");
            assertThat(drawn).as("script and server draw the same").isEqualTo(signature.path());

            Fields refused = Fields.empty().put("signature", strokes(page)).error("place", "请填写");
            lay(page, part("shared/signaturePad", Map.of("form", refused, "label", "客户签字")));
            assertThat(page.locator("[data-signature-sheet] path").getAttribute("d"))
                    .as("a refused form still shows what was drawn")
                    .isEqualTo(signature.path());
            assertThat(strokes(page)).isEqualTo(signature.text());

            lay(
                    page,
                    part("shared/signature", Map.of("signature", signature, "label", "客户签字"))
                            + part(
                                    "shared/signature",
                                    Map.of("signature", Signature.of("name:张伟"), "label", "试驾专员签字")));
            li.look("signature");
        }
    }

    @Test
    @DisplayName("a dot is refused at the sheet; by keyboard the name is typed instead")
    void refused() throws Exception {
        Fields form = Fields.empty().put("signature", "500,200").error("signature", "signature.tooSmall");
        try (Visitor li = desk(store.li())) {
            Page page = li.open("/account").page();
            lay(page, part("shared/signaturePad", Map.of("form", form, "label", "客户签字")));
            assertThat(page.locator(".invalid-feedback").innerText()).contains("签字太小");
            page.locator("[data-signature-clear]").focus();
            page.keyboard().press("Enter");
            assertThat(strokes(page)).isEmpty();
            page.keyboard().press("Tab");
            page.keyboard().type("张伟");
            assertThat(page.locator("input[name=signatureName]").inputValue()).isEqualTo("张伟");
            li.look("signature-refused");
        }
    }

    @Test
    @DisplayName("a chosen photograph is shown small; what is none shows nothing")
    void photograph() throws Exception {
        Path photo = Files.createTempFile("genjin", ".png");
        Path page = Files.createTempFile("genjin", ".jpg");
        Files.write(photo, io.genjin.picture.Photographs.of("png", 900, 600));
        Files.writeString(page, "<html>");
        try (Visitor li = phone(store.li())) {
            Page shown = li.open("/account").page();
            lay(shown, part("picture/upload", Map.of("form", Fields.empty(), "name", "photo", "label", "驾驶证照片")));
            shown.setInputFiles("#f-photo", photo);
            shown.waitForSelector("[data-upload-preview]:not([hidden])");
            li.look("picture-upload");
            shown.setInputFiles("#f-photo", page);
            shown.waitForSelector(
                    "[data-upload-preview]",
                    new Page.WaitForSelectorOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        } finally {
            Files.deleteIfExists(photo);
            Files.deleteIfExists(page);
        }
    }
}
