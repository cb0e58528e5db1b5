package io.genjin.shared.web;

import io.genjin.shared.Refusal;
import java.lang.reflect.RecordComponent;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a form shows: every value as it was typed, and beside each wrong one the sentence that says why. A refused form is
 * shown from the same values again, so nothing typed is lost.
 */
public final class Fields {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, List<String>> errors = new LinkedHashMap<>();
    private final List<String> general = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private boolean generalTold;

    private Fields() {}

    public static Fields empty() {
        return new Fields();
    }

    /** The values of a record's components, as a form shows them at first. */
    public static Fields of(Record initial) {
        Fields fields = new Fields();
        for (RecordComponent component : initial.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                fields.put(component.getName(), component.getAccessor().invoke(initial));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return fields;
    }

    /** The form as it came: what was typed, and which fields could not be read or break a rule of the form. */
    public static Fields of(BindingResult bound, Map<String, String[]> typed) {
        Fields fields = of(typed);
        for (FieldError error : bound.getFieldErrors()) {
            fields.error(error.getField(), sentence(error));
        }
        return fields;
    }

    /** The form as it came, not yet judged. */
    public static Fields of(Map<String, String[]> typed) {
        Fields fields = new Fields();
        typed.forEach((name, words) -> fields.values.put(name, List.of(words)));
        return fields;
    }

    private static String sentence(FieldError error) {
        return error.isBindingFailure() ? "field.unreadable" : String.valueOf(error.getDefaultMessage());
    }

    public Fields put(String field, @Nullable Object value) {
        if (value instanceof Collection<?> many) {
            values.put(field, many.stream().map(Fields::written).toList());
        } else {
            values.put(field, value == null ? List.of() : List.of(written(value)));
        }
        return this;
    }

    private static String written(Object value) {
        if (value instanceof java.math.BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof TemporalAccessor || value instanceof Enum<?> ? value.toString() : String.valueOf(value);
    }

    /** Marks {@code field} wrong; {@code keyOrSentence} is a message key or a sentence already in words. */
    public Fields error(String field, String keyOrSentence) {
        errors.computeIfAbsent(field, name -> new ArrayList<>()).add(keyOrSentence);
        remember();
        return this;
    }

    /** Marks what a refusal says: at its fields, or above the form when it names none. */
    public Fields refused(Refusal refusal, Screen s) {
        refusal.fields()
                .forEach(field ->
                        error(field.name(), s.t(field.messageKey(), field.args().toArray())));
        if (refusal.fields().isEmpty()) {
            general.add(s.t(refusal.messageKey(), refusal.args().toArray()));
        }
        remember();
        return this;
    }

    /** The frame of the page says what the page does not say of a refused form. */
    private void remember() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(Screen.REFUSED, this, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** From here on the page is made: what was read of the form before, to act on it, nobody has seen. */
    void unseen() {
        shown.clear();
        told.clear();
        generalTold = false;
    }

    /**
     * What the page has not said of the refusal by its end, because the form is no longer there: somebody else was quicker, or
     * the field is none of the form's. No refusal is kept from the person who asked.
     */
    public List<String> untold(Screen s) {
        Stream<String> ofFields = errors.entrySet().stream()
                .filter(field -> !told.contains(field.getKey()))
                .map(field -> field.getValue().get(0))
                .map(said -> s.tOr(said, said));
        return Stream.concat(generalTold ? Stream.of() : general.stream(), ofFields)
                .distinct()
                .toList();
    }

    /** The words that were typed and that no field of the page shows again (S-R35). */
    public List<String> unshown() {
        return values.entrySet().stream()
                .filter(field -> isRefused() && !shown.contains(field.getKey()))
                .flatMap(field -> Typed.words(field.getKey(), field.getValue()))
                .distinct()
                .toList();
    }

    public boolean isRefused() {
        return !errors.isEmpty() || !general.isEmpty();
    }

    /** Sentences about the form as a whole. */
    public List<String> general() {
        generalTold = true;
        return general;
    }

    /** Names of the fields that are wrong. */
    public Collection<String> wrong() {
        return errors.keySet();
    }

    public String value(String field) {
        shown.add(field);
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    public List<String> values(String field) {
        shown.add(field);
        return values.getOrDefault(field, List.of());
    }

    public boolean has(String field, Object value) {
        return values(field).contains(String.valueOf(value));
    }

    /** The sentence at {@code field}, or nothing. */
    public @Nullable String error(String field, Screen s) {
        told.add(field);
        List<String> all = errors.get(field);
        return all == null ? null : s.tOr(all.get(0), all.get(0));
    }
}
