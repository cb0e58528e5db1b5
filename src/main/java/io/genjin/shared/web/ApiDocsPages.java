package io.genjin.shared.web;

import io.genjin.shared.web.ApiDocsPage.Call;
import io.genjin.shared.web.ApiDocsPage.Part;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows the API's description as a page, from the same document that systems read. */
@Controller
class ApiDocsPages {

    private final OpenApiWebMvcResource description;
    private final JsonMapper json;

    ApiDocsPages(OpenApiWebMvcResource description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @GetMapping("/api/docs")
    String show(HttpServletRequest request, Model model) throws Exception {
        JsonNode api = json.readTree(description.openapiJson(request, "/api/openapi.json", Locale.ENGLISH));
        List<Call> calls = new ArrayList<>();
        api.at("/paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> calls.add(call(method.getKey(), path.getKey(), method.getValue(), api))));
        model.addAttribute(
                "page",
                new ApiDocsPage(
                        api.at("/info/title").asString(""),
                        api.at("/info/description").asString(""),
                        calls));
        return "shared/api-docs";
    }

    private static Call call(String method, String path, JsonNode operation, JsonNode api) {
        List<Part> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(one -> parameters.add(new Part(
                        one.path("name").asString(""),
                        type(one.path("schema"), api),
                        one.path("required").asBoolean(false),
                        one.path("in").asString(""))));
        List<Part> answers = new ArrayList<>();
        operation
                .path("responses")
                .properties()
                .forEach(answer -> answers.add(new Part(
                        answer.getKey(),
                        "",
                        false,
                        answer.getValue().path("description").asString(""))));
        return new Call(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asString(""),
                parameters,
                body(operation, api),
                answers);
    }

    private static List<Part> body(JsonNode operation, JsonNode api) {
        List<Part> fields = new ArrayList<>();
        operation.at("/requestBody/content").forEach(content -> resolved(content.path("schema"), api)
                .path("properties")
                .properties()
                .forEach(field -> fields.add(new Part(field.getKey(), type(field.getValue(), api), false, ""))));
        return fields;
    }

    private static String type(JsonNode schema, JsonNode api) {
        JsonNode real = resolved(schema, api);
        if (real.has("enum")) {
            List<String> codes = new ArrayList<>();
            real.path("enum").forEach(code -> codes.add(code.asString("")));
            return String.join(" | ", codes);
        }
        if (real.path("type").asString("").equals("array")) {
            return type(real.path("items"), api) + "[]";
        }
        String format = real.path("format").asString("");
        return format.isEmpty() ? real.path("type").asString("object") : format;
    }

    private static JsonNode resolved(JsonNode schema, JsonNode api) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : api.at(reference.substring(1));
    }
}
