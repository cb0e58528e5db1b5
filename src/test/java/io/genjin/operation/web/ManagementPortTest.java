package io.genjin.operation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Figures answer on the port of those who run Genjin and nowhere else (S-R84). */
@GenjinTest
class ManagementPortTest {

    @Autowired
    ManagementPort management;

    @LocalServerPort
    int port;

    private Api there() {
        return Api.stranger(Objects.requireNonNull(management.listening()));
    }

    @Test
    @DisplayName("S-R84: on its own port figures and health answer, and nothing of the product")
    void its_own_port() {
        Api.Answer figures = there().get("/actuator/prometheus");
        assertThat(figures.status()).isEqualTo(200);
        assertThat(new String(figures.response().body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("jvm_memory_used_bytes", "hikaricp_connections");
        assertThat(there().get("/actuator/health").text("/status")).isEqualTo("UP");
        assertThat(there().get("/actuator/health/backup").text("/components/backups/details/schedule"))
                .contains("genjin.backup.folder");
        for (String path : new String[] {"/", "/sign-in", "/api/openapi.json", "/assets/genjin.css", "/actuator/env"}) {
            assertThat(there().get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(there().post("/api/v1/tokens", Map.of("username", "x", "password", "y"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("S-R84: on the people's port only health answers, without details, whatever a header pretends")
    void the_peoples_port() {
        Api people = Api.stranger(port);
        Api.Answer health = people.get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().has("components")).isFalse();
        assertThat(people.get("/actuator/health/readiness").status()).isEqualTo(200);
        for (String path : new String[] {
            "/actuator",
            "/actuator/health/backup",
            "/actuator/prometheus",
            "/actuator/env",
            "/actuator/health/../prometheus"
        }) {
            Map<String, String> pretending =
                    Map.of("X-Forwarded-Port", String.valueOf(management.listening()), "X-Forwarded-For", "127.0.0.1");
            assertThat(people.send("GET", path, null, pretending).status())
                    .as(path)
                    .isBetween(400, 404);
        }
    }
}
