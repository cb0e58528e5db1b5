package io.genjin.shared.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Names of the models in the description of the API: one name, one model (S-R87). A record inside another is named after
 * both, for many lists have an {@code Item}; the same name in two modules gets the module's before it.
 */
final class ModelNames extends TypeNameResolver {

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    protected String getNameOfClass(Class<?> type) {
        if (!type.getPackageName().startsWith("io.genjin")) {
            return super.getNameOfClass(type);
        }
        String name = name(type);
        Class<?> first = named.putIfAbsent(name, type);
        if (first == null || first == type) {
            return name;
        }
        String module = type.getPackageName().split("\\.")[2];
        String longer = Character.toUpperCase(module.charAt(0)) + module.substring(1) + name;
        named.putIfAbsent(longer, type);
        return longer;
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        String name = super.nameForGenericType(type, options);
        named.putIfAbsent(name, type.getRawClass());
        return name;
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return type.getSimpleName();
        }
        String before = name(outer).replaceAll("(Api|ApiDescription|Pages|Views|View)$", "");
        return type.getSimpleName().startsWith(before) ? type.getSimpleName() : before + type.getSimpleName();
    }

    /** The record behind a model's name; none for what is not ours. */
    @Nullable
    Class<?> behind(String model) {
        return named.get(model);
    }
}
