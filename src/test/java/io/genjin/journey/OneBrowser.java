package io.genjin.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The browser of all journeys of a process: the first one opens it, and it is closed after the last test. After each journey its
 * people are gone, with their windows and cookies.
 */
final class OneBrowser implements ParameterResolver, AfterAllCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(OneBrowser.class);

    private record Opened(Playwright playwright, Browser browser) implements AutoCloseable {

        static Opened now() {
            Path chromium = Path.of("/usr/bin/chromium");
            if (!Files.isExecutable(chromium)) {
                throw new IllegalStateException("the journeys need " + chromium + "; ./genjin test installs it");
            }
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setHeadless(true)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            return new Opened(playwright, browser);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private static Browser of(ExtensionContext journey) {
        ExtensionContext.Store kept = journey.getRoot().getStore(HERE);
        Opened opened = kept.computeIfAbsent(Opened.class, first -> Opened.now(), Opened.class);
        if (!opened.browser().isConnected()) {
            // it died with a journey, which failed for that; the others go on
            opened.close();
            opened = Opened.now();
            kept.put(Opened.class, opened);
        }
        return opened.browser();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext journey) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext journey) {
        return of(journey);
    }

    @Override
    public void afterAll(ExtensionContext journey) {
        List.copyOf(of(journey).contexts()).forEach(BrowserContext::close);
    }
}
