package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import io.genjin.testing.TestStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A person with a browser; at every look the page must be free of errors, of axe's violations, and not wider than the screen. */
final class Visitor implements AutoCloseable {

    private static final String HASH_OF_NOTHING = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 780;

    private final BrowserContext context;
    private final Page page;
    private final String form;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Browser browser, String base, int width, int height, String form) {
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        this.page = context.newPage();
        this.form = form;
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
    }

    static Visitor onPhone(Browser browser, String base) {
        return new Visitor(browser, base, PHONE_WIDTH, PHONE_HEIGHT, "phone");
    }

    static Visitor onTablet(Browser browser, String base) {
        return new Visitor(browser, base, 820, 1180, "tablet");
    }

    static Visitor onDesk(Browser browser, String base) {
        return new Visitor(browser, base, 1366, 860, "desktop");
    }

    /** The screen of the meeting room. */
    static Visitor inTheMeetingRoom(Browser browser, String base) {
        return new Visitor(browser, base, 1920, 1080, "meeting");
    }

    private void listen(ConsoleMessage message) {
        // axe leaves empty style attributes behind, which the next swap copies; they style nothing
        boolean emptyStyle = message.text().contains(HASH_OF_NOTHING);
        boolean refusedForm = message.text().contains("status of 422")
                || message.text().contains("status of 409")
                || message.text().contains("status of 401");
        if (message.type().equals("error") && !refusedForm && !emptyStyle) {
            complaints.add(message.text());
        }
    }

    Page page() {
        return page;
    }

    Visitor signIn(String username) {
        page.navigate("/sign-in");
        page.fill("#f-username", username);
        page.fill("#f-password", TestStores.PASSWORD);
        page.click("form[action='/sign-in'] button");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    Visitor open(String path) {
        page.navigate(path);
        return this;
    }

    /** Looks at the page as it is now and keeps a picture of it. */
    Visitor look(String name) {
        settle();
        // from the top: pictures stay whole, and what is half under the sticky head is no small target
        page.evaluate("() => window.scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", name + "-" + form + ".png"))
                .setFullPage(true));
        assertThat(complaints).as("the browser's complaints on %s", page.url()).isEmpty();
        // our pages have no frames, whose results would have to be joined on a page of their own
        List<String> violations = new AxeBuilder(page)
                        .setLegacyMode(true)
                        .options(onlyViolations())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Visitor::words)
                        .toList();
        complaints.clear();
        assertThat(violations).as("axe on %s (%s)", page.url(), form).isEmpty();
        int wide = (Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        assertThat(wide).as("%s is wider than the screen", page.url()).isLessThanOrEqualTo(0);
        return this;
    }

    /** What is as it should be is not told, which takes axe longer than finding out. */
    private static AxeRunOptions onlyViolations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }

    /** Waits until nothing is asked for, put in or still to be brought to life on the page. */
    private void settle() {
        page.waitForLoadState();
        page.waitForFunction(
                "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')");
    }

    String text() {
        settle();
        return page.locator("main").innerText();
    }

    @Override
    public void close() {
        context.close();
    }
}
