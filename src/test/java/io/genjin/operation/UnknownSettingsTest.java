package io.genjin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** A setting with a letter wrong is said at the start, and the list of settings is the program's (S-R86). */
class UnknownSettingsTest {

    /** Set by Genjin itself and by its demo, never by an operator. */
    private static final Set<String> ITS_OWN = Set.of("genjin.beside", "genjin.demo.past");

    private static List<String> said(Map<String, Object> variables, Map<String, Object> file) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addLast(new SystemEnvironmentPropertySource("variables", variables));
        environment.getPropertySources().addLast(new MapPropertySource("genjin.yaml", file));
        return UnknownSettings.in(environment);
    }

    @Test
    @DisplayName("S-R86: each unknown setting is named with the nearest known one, and what stands in it is not said")
    void unknown_ones() {
        assertThat(said(
                        Map.of("GENJIN_DB_PASSWROD", "secret", "GENJIN_WEATHER_FORECAST", "fine", "HOME", "/root"),
                        Map.of("genjin.mail.hsot", "mail.example", "server.port", "1")))
                .containsExactly(
                        "there is no setting GENJIN_DB_PASSWROD, it has no effect; did you mean GENJIN_DB_PASSWORD?",
                        "there is no setting GENJIN_WEATHER_FORECAST, it has no effect",
                        "there is no setting genjin.mail.hsot, it has no effect; did you mean genjin.mail.host?");
    }

    @Test
    @DisplayName("S-R86: known settings are known however they are written, lists also place by place")
    void known_ones() {
        assertThat(said(
                        Map.of(
                                "GENJIN_DB_APP_PASSWORD", "x",
                                "GENJIN_DB_APPPASSWORD", "x",
                                "GENJIN_MAIL_DOMAINS_0", "x",
                                "GENJIN_JAVA_OPTS", "x",
                                "GENJIN_LONGEST_SESSION", "x"),
                        Map.of(
                                "genjin.longestSession",
                                "x",
                                "genjin.mail.domains[1]",
                                "x",
                                "genjin.db.app-password",
                                "x")))
                .isEmpty();
    }

    @Test
    @DisplayName("S-R86: the list names every setting that the program reads")
    void the_list_is_whole() throws IOException {
        TreeSet<String> read = new TreeSet<>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scanner.findCandidateComponents("io.genjin").forEach(found -> {
            try {
                Class<?> settings = Class.forName(found.getBeanClassName());
                collect(settings.getAnnotation(ConfigurationProperties.class).value(), settings, read);
            } catch (ClassNotFoundException impossible) {
                throw new AssertionError(impossible);
            }
        });
        assertThat(read).contains("genjin.data", "genjin.db.url");
        Pattern asked = Pattern.compile("\\$\\{(genjin\\.[a-z.-]+)|getProperty\\(\"(genjin\\.[a-z.-]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher found = asked.matcher(Files.readString(source));
                while (found.find()) {
                    read.add(found.group(1) == null ? found.group(2) : found.group(1));
                }
            }
        }
        assertThat(UnknownSettings.known()).containsAll(read).doesNotHaveDuplicates();
    }

    private static void collect(String name, Class<?> settings, Set<String> into) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String full = name + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            if (component.getType().isRecord() && component.getType().getName().startsWith("io.genjin")) {
                collect(full, component.getType(), into);
            } else {
                into.add(full);
            }
        }
    }

    @Test
    @DisplayName("every setting stands in the operator's page")
    void the_page_names_them() throws IOException {
        String page = Files.readString(Path.of("docs/operations.md")) + Files.readString(Path.of("genjin"));
        for (String name : UnknownSettings.known()) {
            if (!ITS_OWN.contains(name)) {
                String last = name.substring(name.lastIndexOf('.') + 1);
                assertThat(page).as(name).containsAnyOf(name, "`." + last + "`");
            }
        }
    }
}
