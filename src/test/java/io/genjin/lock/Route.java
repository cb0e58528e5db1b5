package io.genjin.lock;

import io.genjin.lock.Things.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** One way into the product: a verb and a pattern of addresses, as the mappings of the running product have it. */
record Route(String verb, String pattern, boolean upload) {

    private static final String LINE = "--line\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";

    static List<Route> of(RequestMappingHandlerMapping mappings) {
        List<Route> routes = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            boolean upload = info.getConsumesCondition().getConsumableMediaTypes().stream()
                    .anyMatch(type -> type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA) && !type.isWildcardType());
            for (String pattern : info.getPatternValues()) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> routes.add(new Route(verb.name(), pattern, upload)));
            }
        });
        routes.sort(Comparator.comparing(Route::pattern).thenComparing(Route::verb));
        return routes;
    }

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    boolean reads() {
        return verb.equals("GET");
    }

    Optional<String> kind() {
        return Things.kindOf(pattern);
    }

    /** The address of a thing: its id where the pattern names it, something that fits everywhere else. */
    String path(Thing thing) {
        String path = pattern;
        if (!thing.part().isEmpty()) {
            path = path.contains("{entry}")
                    ? path.replace("{week}/{consultant}", thing.id()).replace("{entry}", thing.part())
                    : path.replaceFirst("\\{[^}]+}", thing.id()).replaceFirst("\\{[^}]+}", thing.part());
        } else if (kind().isPresent()) {
            path = path.replaceFirst("\\{[^}]+}", thing.id());
        }
        return plain(path);
    }

    /** The address with something that fits at every place. */
    static String plain(String pattern) {
        return pattern.replace("{week}", "2026-03-02")
                .replace("{date}", "2026-03-02")
                .replace("{month}", "2026-03")
                .replace("{measure}", "DELIVERED")
                .replace("{code}", "SZ001")
                .replace("{section}", "CAR")
                .replace("{group}", "PAPERS")
                .replace("{point}", "MARKET")
                .replace("{consultant}", "wang.lei")
                .replace("{hash}", "00".repeat(32))
                .replaceAll("\\{[^}]+}", "0190b5a0-0000-7000-8000-000000000000");
    }

    /** What is sent along. */
    String body(Person by, Map<String, Object> fields) {
        if (reads() || verb.equals("DELETE")) {
            return "";
        }
        if (upload) {
            return LINE.formatted("file", "; filename=\"a.csv\"", "姓名,手机") + "--line--\r\n";
        }
        if (isApi()) {
            return JsonMapper.shared().writeValueAsString(fields);
        }
        Map<String, String> form = new LinkedHashMap<>();
        fields.forEach((name, value) -> form.put(
                name,
                value instanceof List<?> list && !list.isEmpty()
                        ? String.valueOf(list.get(0))
                        : String.valueOf(value)));
        return by.form(form);
    }

    String type() {
        if (reads() || verb.equals("DELETE")) {
            return "";
        }
        return upload ? "multipart/form-data; boundary=line" : isApi() ? "application/json" : Person.form();
    }

    @Override
    public String toString() {
        return verb + " " + pattern;
    }
}
