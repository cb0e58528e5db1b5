package io.genjin;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.staff.Rights;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route states in the matrix who may take it; nothing else answers anybody (S-R1, S-R20). */
@GenjinTest
class RoutesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Rights rights;

    @LocalServerPort
    int port;

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            Set<String> patterns = info.getPatternValues();
            info.getMethodsCondition()
                    .getMethods()
                    .forEach(verb -> patterns.forEach(pattern -> routes.add(verb + " " + pattern)));
            if (info.getMethodsCondition().getMethods().isEmpty()) {
                patterns.forEach(pattern -> routes.add("GET " + pattern));
            }
        });
        return routes;
    }

    @Test
    void everyRouteIsInTheMatrix() {
        List<String> unknown = routes().stream()
                .filter(route -> {
                    String[] parts = route.split(" ", 2);
                    return rights.operationOf(parts[0], parts[1]).isEmpty();
                })
                .toList();
        assertThat(unknown).as("routes missing in rights.csv").isEmpty();
    }

    @Test
    void theMatrixKnowsNoRouteThatDoesNotExist() {
        Set<String> routes = routes();
        List<String> dead = rights.lines().stream()
                .flatMap(line -> line.routes().stream())
                .filter(route -> !routes.contains(route) && !route.contains("/demo/") && !route.equals("POST /error"))
                .toList();
        assertThat(dead).as("routes of rights.csv that no handler takes").isEmpty();
    }

    @Test
    void aStrangerIsShownTheDoorEverywhere() {
        Api stranger = Api.stranger(port);
        for (String route : routes()) {
            String[] parts = route.split(" ", 2);
            boolean open = rights.operationOf(parts[0], parts[1])
                    .filter(Rights.PUBLIC::equals)
                    .isPresent();
            if (open) {
                continue;
            }
            String path = parts[1].replaceAll("\\{[^}]+}", "0190b5a0-0000-7000-8000-000000000000");
            int status = stranger.send(parts[0], path, parts[0].equals("GET") ? null : "{}", java.util.Map.of())
                    .status();
            assertThat(status).as(route).isIn(302, 401, 403);
        }
    }
}
