package io.genjin.shared.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/openapi.json} says beside the routes themselves: how to come in, and how a no looks. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "the request cannot be read",
            "401", "no token, or one that is not valid any more",
            "403", "the person's duties do not include this",
            "404", "not there, or not the reader's to see",
            "409", "in conflict with what is stored",
            "422", "a field breaks a rule; errors names each one");

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
    OpenApiCustomizer refusalsOfTheApi() {
        return api -> {
            ModelConverters.getInstance().read(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> complete(path, method, operation)));
        };
    }

    /** How a no looks (RFC 9457). */
    record Problem(String type, String title, int status, String detail, String code, List<Wrong> errors) {}

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
        REFUSALS.forEach((status, meaning) -> {
            boolean never = open && status.equals("403") || method == PathItem.HttpMethod.GET && status.equals("409");
            if (!never) {
                operation.getResponses().addApiResponse(status, problem(meaning));
            }
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
