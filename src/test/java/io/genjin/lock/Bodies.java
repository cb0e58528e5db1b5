package io.genjin.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a system or a form has to send so that its fields are in order: read from the product's own description of its API. */
final class Bodies {

    private final JsonNode description;

    Bodies(Person anybody) {
        description = JsonMapper.shared()
                .readTree(anybody.send("GET", "/api/openapi.json", "", "")
                        .response()
                        .body());
    }

    /** The fields that the call, or a page's call of the same name, may have; none when it is not described. */
    Map<String, Object> of(Route route) {
        String path = route.isApi() ? route.pattern() : "/api/v1" + route.pattern();
        JsonNode schema = description
                .path("paths")
                .path(path)
                .path(route.verb().toLowerCase(java.util.Locale.ROOT))
                .at("/requestBody/content/application~1json/schema");
        return value(schema, "", 0) instanceof Map<?, ?> fields ? fieldsOf(fields) : Map.of();
    }

    private static Map<String, Object> fieldsOf(Map<?, ?> fields) {
        Map<String, Object> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }

    private Object value(JsonNode schema, String name, int depth) {
        if (schema.has("$ref")) {
            String named = schema.path("$ref").asString("");
            return value(description.at(named.substring(1)), name, depth + 1);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0).asString("");
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asString("")
                : schema.path("type").asString("");
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" ->
                depth > 4 ? List.of() : new ArrayList<>(List.of(value(schema.path("items"), name, depth + 1)));
            case "integer", "number" -> 1;
            case "boolean" -> true;
            default -> text(schema.path("format").asString(""), name);
        };
    }

    private Map<String, Object> object(JsonNode schema, int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (depth < 5) {
            schema.path("properties")
                    .properties()
                    .forEach(field -> fields.put(field.getKey(), value(field.getValue(), field.getKey(), depth + 1)));
        }
        return fields;
    }

    private static Object text(String format, String name) {
        return switch (format) {
            case "date" -> "2026-12-01";
            case "date-time" -> "2026-12-01T10:00:00+08:00";
            case "uuid" -> "0190b5a0-0000-7000-8000-000000000000";
            default ->
                switch (name) {
                    case "to", "responsible", "consultant", "verifier", "person" -> "wang.lei";
                    case "mobile" -> "13912340000";
                    default -> "1";
                };
        };
    }
}
