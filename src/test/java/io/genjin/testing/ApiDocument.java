package io.genjin.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the description of the API promises, and whether an answer keeps it to the letter: nothing missing, nothing more. */
public final class ApiDocument {

    private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/([^\"]+)");

    /** One call of the API. */
    public record Operation(String method, String path, JsonNode described) {

        public List<JsonNode> parameters(String in) {
            List<JsonNode> found = new ArrayList<>();
            described.path("parameters").forEach(one -> {
                if (one.path("in").asString("").equals(in)) {
                    found.add(one);
                }
            });
            return found;
        }

        /** The schema of the JSON it takes; missing when it takes none. */
        public JsonNode body() {
            return described.at("/requestBody/content/application~1json/schema");
        }

        public boolean takesFiles() {
            return !described.at("/requestBody/content/multipart~1form-data").isMissingNode();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final ObjectNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new HashMap<>();

    public ApiDocument(JsonNode description) {
        document = (ObjectNode) description.deepCopy();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        ObjectNode models = (ObjectNode) document.at("/components/schemas");
        models.forEach(ApiDocument::close);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode model && model.has("properties") && !model.has("additionalProperties")) {
            model.put("additionalProperties", false);
        }
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The schema behind a reference, or the schema itself. */
    public JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** Why {@code answer} is outside the document; empty when it is inside. */
    public String breach(Operation operation, Api.Answer answer) {
        String status = String.valueOf(answer.status());
        JsonNode response = operation.described().path("responses").path(status);
        if (response.isMissingNode()) {
            return "status " + status + " is not described";
        }
        JsonNode content = response.path("content");
        String type = answer.header("Content-Type").replaceAll(";.*", "").strip();
        if (content.isMissingNode() || content.isEmpty()) {
            return answer.response().body().length == 0
                    ? ""
                    : status + " has a body of " + type + ", described without";
        }
        if (!content.has(type)) {
            return status + " is " + (type.isEmpty() ? "empty" : type) + ", described as " + content.propertyNames();
        }
        if (!type.endsWith("json")) {
            return "";
        }
        List<Error> errors = schema(content.path(type).path("schema"))
                .validate(
                        answer.json(),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        return errors.stream()
                .map(error -> status + " " + error.getInstanceLocation() + ": " + error.getMessage())
                .distinct()
                .limit(6)
                .collect(Collectors.joining("; "));
    }

    /** The schema with the models that it refers to, directly or through others, and no more. */
    private Schema schema(JsonNode described) {
        return schemas.computeIfAbsent(described.toString(), text -> {
            ObjectNode whole = JsonMapper.shared().createObjectNode();
            whole.set("allOf", JsonMapper.shared().createArrayNode().add(described));
            ObjectNode models = whole.putObject("$defs");
            Deque<String> open = new ArrayDeque<>(List.of(text));
            while (!open.isEmpty()) {
                Matcher found = REFERENCE.matcher(open.pop());
                while (found.find()) {
                    if (!models.has(found.group(1))) {
                        JsonNode model = document.at("/components/schemas/" + found.group(1));
                        models.set(found.group(1), model);
                        open.push(model.toString());
                    }
                }
            }
            return registry.getSchema(
                    JsonMapper.shared().readTree(whole.toString().replace("#/components/schemas/", "#/$defs/")));
        });
    }
}
