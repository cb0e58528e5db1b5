package io.genjin;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the API is complete and true to the routes. */
@GenjinTest
class OpenApiTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    @Test
    void everyCallIsDescribedAndNothingElse() {
        Api.Answer description = Api.stranger(port).get("/api/openapi.json");
        assertThat(description.status()).isEqualTo(200);
        Set<String> described = new TreeSet<>();
        description.json().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, method) -> info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/v1/"))
                .forEach(pattern ->
                        info.getMethodsCondition().getMethods().forEach(verb -> routes.add(verb + " " + pattern))));
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void everyCallSaysHowANoLooks() {
        Api.stranger(port)
                .get("/api/openapi.json")
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    assertThat(method.getValue().at("/responses/422").isMissingNode())
                            .as(method.getKey() + " " + path.getKey())
                            .isFalse();
                    assertThat(method.getValue().path("summary").asString("")).isNotBlank();
                    boolean open = path.getKey().equals("/api/v1/tokens");
                    assertThat(method.getValue().path("security").isEmpty()).isEqualTo(open);
                }));
    }

    @Test
    void peopleCanReadIt() {
        assertThat(Api.stranger(port).get("/api/docs").status()).isEqualTo(200);
    }
}
