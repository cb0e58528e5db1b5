package io.genjin.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

@DisplayName("Which method answers an address is what Spring would say, found quicker")
class RouteIndexTest {

    @Controller
    static class Desk {

        @GetMapping("/cards")
        void list() {}

        @GetMapping("/cards/new")
        void blank() {}

        @GetMapping("/cards/{id}")
        void card() {}

        @PostMapping("/cards/{id}")
        void change() {}

        @GetMapping({"/cards/{id}/contacts", "/cards/{id}/visits"})
        void contacts() {}

        @GetMapping("/{anything}/about/us")
        void about() {}

        @GetMapping("/files/**")
        void file() {}

        @GetMapping("/files/{name}/size")
        void size() {}
    }

    private final RequestMappingHandlerMapping index = new RouteIndex();
    private final RequestMappingHandlerMapping spring = new RequestMappingHandlerMapping();

    @BeforeEach
    void register() {
        StaticWebApplicationContext desks = new StaticWebApplicationContext();
        desks.registerSingleton("desk", Desk.class);
        for (RequestMappingHandlerMapping mapping : new RequestMappingHandlerMapping[] {index, spring}) {
            mapping.setApplicationContext(desks);
            mapping.afterPropertiesSet();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /cards, list",
        "GET, /cards/new, blank",
        "GET, /cards/7, card",
        "POST, /cards/7, change",
        "POST, /cards/new, change",
        "GET, /cards/7/contacts, contacts",
        "GET, /cards/7/visits, contacts",
        "GET, /c%61rds/7, card",
        "GET, /cards/a%2Fb, card",
        "GET, /owners/about/us, about",
        "GET, /files/a/b/c, file",
        "GET, /files/a/size, size",
        "GET, /cards/, ",
        "GET, /cards/7/8/9, ",
        "GET, /assets/genjin.css, ",
        "GET, /, ",
    })
    void answersAsSpringWould(String verb, String address, @Nullable String method) throws Exception {
        MockHttpServletRequest asked = request(verb, address);

        Method found = method(index.getHandler(asked));

        assertThat(found).isEqualTo(method(spring.getHandler(request(verb, address))));
        assertThat(found == null ? null : found.getName()).isEqualTo(method);
    }

    @Test
    void handsOnTheNamedPartsOfTheAddressAndItsPattern() throws Exception {
        MockHttpServletRequest asked = request("GET", "/cards/7/visits");

        index.getHandler(asked);

        assertThat(asked.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
                .isEqualTo(java.util.Map.of("id", "7"));
        assertThat(Objects.requireNonNull(asked.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))
                .hasToString("/cards/{id}/visits");
    }

    @Test
    @DisplayName("an address that is there for another verb is refused by that, not unknown")
    void knowsTheVerb() {
        assertThatThrownBy(() -> index.getHandler(request("PUT", "/cards/7")))
                .isInstanceOf(HttpRequestMethodNotSupportedException.class);
    }

    private static @Nullable Method method(@Nullable HandlerExecutionChain found) {
        return found == null ? null : ((HandlerMethod) found.getHandler()).getMethod();
    }

    private static MockHttpServletRequest request(String verb, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest(verb, address);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }
}
