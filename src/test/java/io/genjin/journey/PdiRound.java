package io.genjin.journey;

import com.microsoft.playwright.Page;
import io.genjin.pdi.PdiGroup;
import io.genjin.pdi.PdiItem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A technician's round of a new car, group by group. */
final class PdiRound {

    private PdiRound() {}

    /** Marks every item of a group; all is right except what is not. */
    static void mark(Page page, PdiGroup group, @Nullable PdiItem notOk) {
        for (PdiItem item : group.items()) {
            String finding = item == notOk ? "NOT_OK" : item == PdiItem.SPARE_WHEEL ? "NA" : "OK";
            Hand.tap(page, "finding." + item, finding);
        }
    }

    static String path(PdiGroup group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The whole round of a car on which nothing is wrong, up to the sheet to sign on. */
    static void allRight(Page page) {
        page.locator("a:has-text('下一组')").click();
        for (PdiGroup group : PdiGroup.values()) {
            page.waitForURL("**/groups/" + path(group));
            mark(page, group, null);
            page.locator(".g-check-foot button").click();
        }
        page.waitForSelector("text=签字确认");
    }
}
