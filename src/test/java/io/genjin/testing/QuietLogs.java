package io.genjin.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Reads along what every test lets the product log, and fails the class that let it log what nobody may find there: numbers,
 * passwords, tokens, the names of customers (S-R88).
 */
public final class QuietLogs implements BeforeEachCallback, AfterAllCallback {

    /** What tests call customers, type, and sign in with: the same that {@code ./genjin test} looks for in all logs at the end. */
    private static final List<Pattern> CANARIES = canaries();

    /** The tests' own browser, which tells at DEBUG what it sends, and the demo, which invites with its password. */
    private static final Set<String> MAY_TELL = Set.of("jdk.internal.httpclient.debug", "io.genjin.demo.DemoStart");

    private static final Reading READING = new Reading();

    /** An appender that keeps no line, only what is wrong with one. */
    private static final class Reading extends AppenderBase<ILoggingEvent> {

        private final Set<String> found = new ConcurrentSkipListSet<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (MAY_TELL.contains(event.getLoggerName())) {
                return;
            }
            look(event, event.getFormattedMessage());
            for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
                look(event, String.valueOf(thrown.getMessage()));
            }
        }

        private void look(ILoggingEvent event, String text) {
            for (Pattern canary : CANARIES) {
                if (canary.matcher(text).find()) {
                    found.add(event.getLoggerName() + " at " + event.getLevel() + ": " + text);
                }
            }
        }
    }

    private static List<Pattern> canaries() {
        try (InputStream list = Objects.requireNonNull(QuietLogs.class.getResourceAsStream("canaries"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Pattern.compile(line, Pattern.CASE_INSENSITIVE))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Before each: a product that starts between two tests sets the logging up anew, without whoever read along, and a command
     * that ran in between leaves it quieter than the product is.
     */
    @Override
    public void beforeEach(ExtensionContext context) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (!root.isInfoEnabled()) {
            root.setLevel(Level.INFO);
        }
        if (root.getAppender("quiet") == null) {
            READING.setName("quiet");
            READING.setContext(root.getLoggerContext());
            READING.start();
            root.addAppender(READING);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> told = takeFound();
        if (!told.isEmpty()) {
            throw new AssertionError("S-R88: the log tells what it must not: " + String.join("\n", told));
        }
    }

    /** What was found since it was last asked. */
    public static List<String> takeFound() {
        List<String> told = List.copyOf(READING.found);
        READING.found.clear();
        return told;
    }
}
