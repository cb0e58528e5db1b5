package io.genjin.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Objects;

/** The hand of somebody at a screen: it taps a choice, saves a form, signs on the sheet. */
final class Hand {

    private Hand() {}

    static void tap(Page page, String name, String value) {
        page.locator("label:has(input[name='" + name + "'][value='" + value + "'])")
                .first()
                .click();
    }

    /** Presses the main button of a form. */
    static void save(Page page, String form) {
        page.locator(form + " button.btn-primary").first().click();
    }

    /** Signs on the n-th sheet of the page, which is brought to the middle of the screen as a hand would. */
    static void sign(Page page, int pad) {
        Locator sheet = page.locator("svg.g-pad-sheet").nth(pad);
        sheet.evaluate("sheet => sheet.scrollIntoView({block: 'center', behavior: 'instant'})");
        BoundingBox box = Objects.requireNonNull(sheet.boundingBox());
        page.mouse().move(box.x + 30, box.y + 30);
        page.mouse().down();
        page.mouse().move(box.x + 90, box.y + 80);
        page.mouse().move(box.x + 150, box.y + 30);
        page.mouse().move(box.x + 210, box.y + 90);
        page.mouse().up();
    }
}
