package io.genjin.shared.web;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says in a model's schema what the record says of itself: what is there always, and what may be null (S-R87). Otherwise a
 * caller would have to guess.
 */
final class Nullness {

    private static final String NULL = "null";

    private Nullness() {}

    static void state(Class<?> model, Schema<?> schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent part : model.getRecordComponents()) {
            Schema<?> property = properties.get(part.getName());
            if (property == null) {
                continue;
            }
            AnnotatedType type = part.getAnnotatedType();
            inside(type, property);
            if (type.isAnnotationPresent(Nullable.class)) {
                properties.put(part.getName(), orNull(property));
            } else {
                required.add(part.getName());
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    /** The elements of a list, the values of a map. */
    private static void inside(AnnotatedType type, Schema<?> schema) {
        if (!(type instanceof AnnotatedParameterizedType several)) {
            return;
        }
        AnnotatedType[] of = several.getAnnotatedActualTypeArguments();
        AnnotatedType last = of[of.length - 1];
        if (schema.getItems() != null) {
            inside(last, schema.getItems());
            if (last.isAnnotationPresent(Nullable.class)) {
                schema.setItems(orNull(schema.getItems()));
            }
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            inside(last, values);
            if (last.isAnnotationPresent(Nullable.class)) {
                schema.setAdditionalProperties(orNull(values));
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Schema<?> orNull(Schema schema) {
        if (schema.get$ref() != null) {
            Schema<Object> nothing = new JsonSchema();
            nothing.setTypes(Set.of(NULL));
            Schema<Object> either = new JsonSchema();
            either.setAnyOf(List.of(schema, nothing));
            return either;
        }
        if (schema.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(schema.getTypes());
            types.add(NULL);
            schema.setTypes(types);
        }
        if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
            List<Object> values = new ArrayList<>(schema.getEnum());
            values.add(null);
            schema.setEnum(values);
        }
        return schema;
    }
}
