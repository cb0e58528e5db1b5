package io.genjin.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Settings of Genjin that Genjin does not have: nearly always a known one with a letter wrong, which would be without effect and
 * without a word. Said at the start, with the nearest known name (S-R86). What stands in the setting is never said.
 */
public final class UnknownSettings implements ApplicationListener<ApplicationPreparedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);
    private static final String LIST = "/META-INF/genjin-settings";
    private static final int NEAR = 4;

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent prepared) {
        in(prepared.getApplicationContext().getEnvironment()).forEach(LOG::warn);
    }

    /** A sentence for each, by name. */
    static List<String> in(ConfigurableEnvironment environment) {
        TreeSet<String> names = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            boolean ofJava = source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
            if (!ofJava && source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    if (name.toLowerCase(Locale.ROOT).matches("genjin[._].+")) {
                        names.add(name);
                    }
                }
            }
        }
        List<String> known = known();
        List<String> sentences = new ArrayList<>();
        for (String name : names) {
            if (known.stream().noneMatch(one -> isSame(plain(one), plain(name)))) {
                sentences.add("there is no setting " + name + ", it has no effect"
                        + nearest(name, known)
                                .map(one -> "; did you mean " + one + "?")
                                .orElse(""));
            }
        }
        return sentences;
    }

    /** All settings there are; a test holds the list to the program and to the operator's page. */
    static List<String> known() {
        try (InputStream list = Objects.requireNonNull(UnknownSettings.class.getResourceAsStream(LIST))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code GENJIN_DB_APP_PASSWORD}, {@code genjin.db.app-password} and {@code genjin.db.appPassword} are one setting. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9\\[\\]]", "");
    }

    /** A list may be set place by place: {@code genjin.mail.domains[0]}, {@code GENJIN_MAIL_DOMAINS_0}. */
    private static boolean isSame(String known, String name) {
        return name.equals(known) || name.matches(known + "(\\[?\\d+]?)");
    }

    private static Optional<String> nearest(String name, List<String> known) {
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
        return known.stream()
                .filter(one -> distance(plain(one), plain(name)) <= NEAR)
                .min(Comparator.comparingInt(one -> distance(plain(one), plain(name))))
                .map(one ->
                        shouted ? one.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "_") : one);
    }

    /** How many letters have to be changed, put in or left out to make one of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int place = 0; place < row.length; place++) {
            row[place] = place;
        }
        for (int at = 1; at <= one.length(); at++) {
            int before = row[0];
            row[0] = at;
            for (int place = 1; place < row.length; place++) {
                int changed = before + (one.charAt(at - 1) == other.charAt(place - 1) ? 0 : 1);
                before = row[place];
                row[place] = Math.min(changed, 1 + Math.min(row[place], row[place - 1]));
            }
        }
        return row[other.length()];
    }
}
