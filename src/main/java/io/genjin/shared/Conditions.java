package io.genjin.shared;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code where} of a list whose filters may be given or not. Every list begins with its dealership, so that the
 * database finds the rows by key and row-level security is only the net below.
 */
public final class Conditions {

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    private Conditions() {}

    /** Conditions on rows of one dealership; {@code column} is the alias-qualified {@code dealership_id}. */
    public static Conditions in(DealershipId dealership, String column) {
        Conditions conditions = new Conditions();
        conditions.clauses.add(column + " = :dealership");
        conditions.params.put("dealership", dealership.value());
        return conditions;
    }

    /** A clause that always holds; constants only, never user input. */
    public Conditions and(String clause) {
        clauses.add(clause);
        return this;
    }

    /** A clause that holds when {@code value} is given; absent or empty values ask for nothing. */
    public Conditions given(String name, @Nullable Object value, String clause) {
        if (value == null || value instanceof Collection<?> many && many.isEmpty()) {
            return this;
        }
        clauses.add(clause);
        return with(name, value);
    }

    /** Binds a value that a clause added with {@link #and} names. */
    public Conditions with(String name, Object value) {
        params.put(name, bindable(value));
        return this;
    }

    public String sql() {
        return String.join("\n   and ", clauses);
    }

    public Map<String, Object> params() {
        return Map.copyOf(params);
    }

    private static Object bindable(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(Conditions::bindable).toList();
        }
        if (value instanceof TypedId id) {
            return id.value();
        }
        if (value instanceof Enum<?> code) {
            return code.name();
        }
        if (value instanceof Instant at) {
            return at.atOffset(ZoneOffset.UTC);
        }
        return value;
    }
}
