package io.genjin.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The business says no, and the person can understand why. Everything else that is thrown is a defect.
 *
 * <p>A refusal is named for what is wrong ({@code ReasonMissing}); its code ({@code reason-missing}) is stable and is both
 * the problem type for systems and, as {@code refusal.reason-missing}, the key of the sentence shown to people. The
 * arguments fill that sentence. Refusals that concern fields of a form carry them in {@link #fields()}.
 */
public abstract class Refusal extends RuntimeException {

    /** What kind of no it is; the number is the HTTP status both pages and API answer with. */
    public enum Kind {
        BAD_REQUEST(400),
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        PRECONDITION(412),
        RULE(422),
        PRECONDITION_MISSING(428),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One field that is wrong: its name as in the API, and the key and arguments of the sentence that says why. */
    public record Field(String name, String messageKey, List<Object> args) {

        public Field {
            args = List.copyOf(args);
        }

        public static Field of(String name, String messageKey, Object... args) {
            return new Field(name, messageKey, List.of(args));
        }
    }

    private final Kind kind;
    private final transient List<Object> args;
    private final transient List<Field> fields = new ArrayList<>();

    protected Refusal(Kind kind, Object... args) {
        super(null, null, false, false);
        this.kind = kind;
        this.args = List.of(args);
    }

    /** Names a field this refusal is about; the sentence at the field is {@code messageKey}. */
    protected final void at(Field field) {
        fields.add(field);
    }

    /** Names a field this refusal is about; the sentence at the field is the refusal's own. */
    protected final void at(String field) {
        fields.add(new Field(field, messageKey(), args));
    }

    public Kind kind() {
        return kind;
    }

    /** Goes on by itself when what was asked for is not there: that is no matter of a form that could be shown again. */
    public Refusal unlessNothingHere() {
        if (kind == Kind.NOT_FOUND) {
            throw this;
        }
        return this;
    }

    public List<Object> args() {
        return args;
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** Stable name for systems: the class's name in kebab case. */
    public String code() {
        return getClass()
                .getSimpleName()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    public String messageKey() {
        return "refusal." + code();
    }

    @Override
    public String getMessage() {
        return code() + " " + args + (fields.isEmpty() ? "" : " " + fields);
    }
}
