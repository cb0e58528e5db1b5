package io.genjin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.yaml.snakeyaml.Yaml;

/** What an administrator puts into place: it names only what there is, and no secret stands in it (S-R86, S-R89). */
class DeployTest {

    private static final Path DEPLOY = Path.of("deploy");

    @TempDir
    Path secrets;

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Test
    @DisplayName("S-R89: a secret comes from a file of its own, named like the setting; the environment wins over it")
    void secrets_from_files() throws IOException {
        Files.writeString(secrets.resolve("genjin.db.password"), "from a file\n");
        assertThat(setting("genjin.db.password")).isEqualTo("from a file");
        assertThat(setting("genjin.db.password", "--genjin.db.password=said")).isEqualTo("said");
    }

    private String setting(String name, String... more) {
        String[] line = new String[more.length + 2];
        line[0] = "--GENJIN_SECRETS=" + secrets;
        line[1] = "--logging.level.root=OFF";
        System.arraycopy(more, 0, line, 2, more.length);
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(line)) {
            return context.getEnvironment().getProperty(name, "").strip();
        }
    }

    @Test
    @DisplayName("every setting that the files name stands in the operator's page")
    void settings_are_documented() throws IOException {
        String page = Files.readString(Path.of("docs/operations.md"));
        TreeSet<String> named = new TreeSet<>();
        for (String file : List.of("genjin.service", "Dockerfile", "compose.yaml")) {
            Matcher setting = Pattern.compile("GENJIN_[A-Z_]+").matcher(Files.readString(DEPLOY.resolve(file)));
            while (setting.find()) {
                named.add(setting.group());
            }
        }
        assertThat(named).contains("GENJIN_DATA", "GENJIN_SECRETS", "GENJIN_DB_URL");
        assertThat(named).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    @DisplayName("the unit runs an ordinary user, without capabilities, and writes in its own folder only")
    void unit() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("genjin.service"));
        assertThat(lines)
                .contains(
                        "[Unit]",
                        "[Service]",
                        "[Install]",
                        "User=genjin",
                        "ExecStart=/opt/genjin/genjin run",
                        "CapabilityBoundingSet=",
                        "NoNewPrivileges=true",
                        "ProtectSystem=strict",
                        "StateDirectory=genjin");
        assertThat(lines).allSatisfy(line -> assertThat(line).matches("|#.*|\\[\\w+]|\\w+=.*"));
        assertThat(String.join("\n", lines)).doesNotContainIgnoringCase("password=");
    }

    @Test
    @DisplayName("the image copies only what there is, runs as nobody special, and says whether it is well")
    void image() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("Dockerfile"));
        assertThat(lines).anyMatch(line -> line.startsWith("HEALTHCHECK")).contains("USER genjin");
        assertThat(lines)
                .as("all that a build reads, how Java starts the compiler too")
                .contains("COPY pom.xml genjin ./", "COPY .mvn ./.mvn", "COPY src ./src");
        for (String line : lines) {
            if (line.startsWith("COPY ") && !line.contains("--from")) {
                String[] words = line.split(" ");
                for (int place = 1; place < words.length - 1; place++) {
                    assertThat(Path.of(words[place])).as(line).exists();
                }
            }
        }
        assertThat(String.join("\n", lines)).doesNotContain("curl -L", "wget", "ADD ", "https://");
    }

    @Test
    @DisplayName("the compose file gives passwords as files, binds to loopback, and starts after its database")
    void compose() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(DEPLOY.resolve("compose.yaml")));
        Map<?, ?> services = (Map<?, ?>) file.get("services");
        Map<?, ?> genjin = (Map<?, ?>) services.get("genjin");
        assertThat((Map<?, ?>) genjin.get("depends_on")).hasToString("{database={condition=service_healthy}}");
        assertThat((List<?>) genjin.get("ports"))
                .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
        for (Object service : services.values()) {
            Map<?, ?> environment = (Map<?, ?>) ((Map<?, ?>) service).get("environment");
            assertThat(environment.keySet().stream().map(Object::toString).filter(name -> name.contains("PASSWORD")))
                    .allMatch(name -> name.endsWith("_FILE"));
        }
        assertThat(((List<?>) genjin.get("secrets")).stream().map(secret -> ((Map<?, ?>) secret)
                        .get("target")
                        .toString()))
                .containsExactly("genjin.db.password", "genjin.db.app-password");
        assertThat(DEPLOY.resolve("database.sh")).exists();
    }
}
