package io.genjin.shared.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What {@code /api/openapi.json} says beside the routes themselves: how to come in, and how a no looks. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "400", "the request cannot be read",
            "401", "no token, or one that is not valid any more",
            "403", "the person's duties do not include this",
            "404", "not there, or not the reader's to see",
            "406", "not in a form that the caller takes",
            "422", "a field breaks a rule; errors names each one",
            "429", "too often; Retry-After says when to come again",
            "503", "the database does not answer just now; nothing was written"));
    private static final Set<String> COME_AGAIN = Set.of("429", "503");
    private static final Map<String, String> REFUSALS_OF_CHANGES = Map.of(
            "409", "in conflict with what is stored",
            "412", "somebody changed it since the version that was seen",
            "413", "too large",
            "415", "not JSON",
            "428", "the version that was seen is missing");

    /** One for the whole process, as swagger's converters are: a second product in it asks the resolver of the first. */
    private static final ModelNames NAMES = new ModelNames();

    private final Map<String, Schema<?>> answered = new ConcurrentHashMap<>();

    @Bean
    OpenAPI describedApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Genjin API")
                        .version("v1")
                        .description(
                                "Prospects, cards, follow-up and reports of a car dealership. Times are ISO 8601 with"
                                        + " offset; creating calls take an Idempotency-Key; changes take If-Match; lists are paged by"
                                        + " limit and cursor.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")));
    }

    @Bean
    ModelResolver modelsByName(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), NAMES).openapi31(true);
    }

    @Bean
    OperationCustomizer goodAnswersOfTheApi() {
        return (operation, handler) -> {
            Answers answers = handler.getMethodAnnotation(Answers.class);
            if (answers != null) {
                operation.getResponses().remove("200");
                for (int status : answers.status()) {
                    operation.getResponses().addApiResponse(String.valueOf(status), good(answers.value(), status));
                }
            }
            return operation;
        };
    }

    private ApiResponse good(Class<?> model, int status) {
        ApiResponse response = new ApiResponse()
                .description(Objects.requireNonNull(HttpStatus.resolve(status)).getReasonPhrase());
        if (model == Void.class) {
            return response;
        }
        ResolvedSchema resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(model).resolveAsRef(true));
        resolved.referencedSchemas.forEach(answered::put);
        return response.content(
                new Content().addMediaType("application/json", new MediaType().schema(resolved.schema)));
    }

    @Bean
    OpenApiCustomizer refusalsOfTheApi() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            answered.forEach(api.getComponents()::addSchemas);
            api.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> complete(path, method, operation)));
            api.getComponents().getSchemas().forEach((name, schema) -> {
                Class<?> model = NAMES.behind(name);
                if (model != null && model.isRecord()) {
                    Nullness.state(model, schema);
                }
            });
        };
    }

    /** How a no looks (RFC 9457). */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String code,
            @Nullable List<Wrong> errors) {}

    /** One wrong field of a problem. */
    record Wrong(String field, String message) {}

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        boolean open = path.equals("/api/v1/tokens");
        if (!open) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        }
        if (operation.getSummary() == null) {
            operation.setSummary(sentence(operation.getOperationId()));
        }
        Map<String, String> refusals = new TreeMap<>(REFUSALS);
        if (open) {
            refusals.remove("403");
        }
        if (method != PathItem.HttpMethod.GET) {
            refusals.putAll(REFUSALS_OF_CHANGES);
        }
        refusals.forEach((status, meaning) -> {
            ApiResponse refusal = problem(meaning);
            if (COME_AGAIN.contains(status)) {
                refusal.addHeaderObject(
                        "Retry-After",
                        new Header().description("seconds to wait").schema(new IntegerSchema()));
            }
            operation.getResponses().addApiResponse(status, refusal);
        });
    }

    private static ApiResponse problem(String meaning) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    /** {@code giveBack_1} as {@code give back}. */
    private static String sentence(String operationId) {
        return operationId
                .replaceAll("_\\d+$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }
}
