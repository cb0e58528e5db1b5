package io.genjin.erasure;

import io.genjin.shared.PhoneNumber;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in the place of what identified somebody. Codes, days, figures and identities stay, for reports count by them;
 * every other word becomes {@value #NOTHING}.
 */
final class Anonymous {

    static final String NOTHING = "—";

    /** A number of a card may stay; a number with as many digits as a telephone's or an identity's may not. */
    private static final Pattern HARMLESS = Pattern.compile("|[A-Z][A-Z0-9_]{0,40}"
            + "|-?[0-9]{1,6}(\\.[0-9]{1,10})?|-?[0-9]{1,12}\\.[0-9]{1,4}"
            + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{5,18}(Z|[+-][0-9:]{5,6})?)?");

    /** Details of the journal that name a thing of the house, never a person. */
    private static final Set<String> OF_THE_HOUSE = Set.of("cardNo", "orderNo", "model", "brand", "partner");

    private static final int SHORTEST_NAME = 2;

    private final List<String> said;
    private final JsonMapper json;

    /** @param said names and numbers of the person, none of which may be left anywhere */
    Anonymous(Collection<String> said, JsonMapper json) {
        this.said = said.stream()
                .filter(word -> word.length() >= SHORTEST_NAME && !word.equals(NOTHING))
                .distinct()
                .toList();
        this.json = json;
    }

    /** {@code written} with nothing in it but codes, days, figures and identities. */
    String json(String written) {
        try {
            return json.writeValueAsString(value("", json.readValue(written, Object.class)));
        } catch (JacksonException broken) {
            return "{}";
        }
    }

    private @Nullable Object value(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> clean = new LinkedHashMap<>();
            map.forEach((key, one) -> clean.put(String.valueOf(key), value(String.valueOf(key), one)));
            return clean;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> value(name, one)).toList();
        }
        if (name.equals("picture")) {
            return null;
        }
        if (name.equals("mobile")) {
            return PhoneNumber.ERASED.normalised();
        }
        return value instanceof String text && !harmless(name, text) ? NOTHING : value;
    }

    private boolean harmless(String name, String text) {
        return (OF_THE_HOUSE.contains(name) || HARMLESS.matcher(text).matches()) && !names(text);
    }

    /** Whether {@code text} says a name or number of the person. */
    boolean names(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return said.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** {@code text} without the names and numbers of the person. */
    String without(String text) {
        String left = text;
        for (String word : said) {
            left = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(left)
                    .replaceAll(NOTHING);
        }
        return left;
    }
}
