package io.genjin.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Requests made from the description of the API: good ones as a caller would make them, and the same with something wrong in
 * them. The seed names the case.
 */
public final class WildRequests {

    /** Texts that have broken programs (S-R35, S-R37, S-R42, S-R47, S-R49). */
    public static final List<String> NASTY_TEXTS = List.of(
            "",
            " \t ",
            "\u0000",
            "a\u0000b",
            "'; drop table prospect; --",
            "<img src=x onerror=alert(1)>",
            "=HYPERLINK(\"http://x\")",
            "＝1+1",
            "%_\\",
            "(a+)+$",
            "x".repeat(4_000),
            "\u202Etxt.exe",
            "\u200B\u200D\uFEFF",
            "𠮷👨‍👩‍👧é",
            "\uFFFF",
            "\r\nSet-Cookie: a=b",
            "${7*7}#{7*7}",
            "../../etc/passwd",
            "-1",
            "0",
            "99999999999999999999",
            "1e309",
            "NaN",
            "2026-02-30",
            "+999999999-12-31",
            "0000-00-00T00:00:00Z",
            "null",
            "00000000-0000-0000-0000-000000000000");

    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int DEEP = 5;

    private final ApiDocument document;
    private final Random random;
    private final LocalDate today;
    private final List<String> people;
    private final Map<String, List<String>> known = new HashMap<>();
    private final List<String> identities = new ArrayList<>();
    private final Set<String> spared = new HashSet<>();

    public WildRequests(ApiDocument document, long seed, LocalDate today, List<String> people) {
        this.document = document;
        this.random = new Random(seed);
        this.today = today;
        this.people = people;
    }

    public boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Leaves an identity alone, as that of whoever asks: they may not sign themselves out or lose their duties on the way. */
    public void spare(String identity) {
        spared.add(identity);
    }

    /** Remembers every identity in an answer, by what it is the identity of. */
    public void learn(String path, Api.Answer answer) {
        String of = path.replaceAll("\\?.*", "");
        learn(collection(of), answer.json(), 0);
        Matcher made = IDENTITY.matcher(answer.header("Location"));
        if (made.find()) {
            remember(collection(answer.header("Location").substring(0, made.start())), made.group());
        }
    }

    private void learn(String of, JsonNode node, int depth) {
        if (depth > 6) {
            return;
        }
        node.properties().forEach(field -> {
            String name = field.getKey();
            if (field.getValue().isString()) {
                String text = field.getValue().asString();
                if (IDENTITY.matcher(text).matches()) {
                    remember(name.equals("id") ? of : name.replaceAll("Id$", "") + "s", text);
                } else if (name.equals("vin") || name.equals("code") || name.equals("week")) {
                    remember(name, text);
                }
            } else {
                learn(name.endsWith("s") ? name : name + "s", field.getValue(), depth + 1);
            }
        });
        if (node.isArray()) {
            node.forEach(one -> learn(of, one, depth + 1));
        }
    }

    private void remember(String kind, String value) {
        List<String> values = known.computeIfAbsent(kind, none -> new ArrayList<>());
        if (!values.contains(value) && !spared.contains(value)) {
            values.add(value);
            identities.add(value);
        }
    }

    /** The last word of an address that is no place-holder and no identity. */
    private static String collection(String path) {
        String last = "";
        for (String step : path.split("/")) {
            if (!step.isEmpty()
                    && !step.startsWith("{")
                    && !IDENTITY.matcher(step).matches()) {
                last = step;
            }
        }
        return last;
    }

    /** A pattern with its places filled; {@code wild} may put nonsense into one of them. */
    public String path(String pattern, boolean wild) {
        StringBuilder path = new StringBuilder();
        Matcher place = PLACE.matcher(pattern);
        int last = 0;
        while (place.find()) {
            String before = pattern.substring(0, place.start());
            path.append(pattern, last, place.start());
            path.append(encoded(wild && chance(0.3) ? pick(NASTY_TEXTS) : placed(place.group(1), collection(before))));
            last = place.end();
        }
        return path.append(pattern.substring(last)).toString();
    }

    /** The address of a call with its places filled and its questions asked; {@code wild} puts nonsense into one of them. */
    public String address(ApiDocument.Operation operation, boolean wild) {
        StringBuilder address = new StringBuilder(path(operation.path(), wild));
        char join = '?';
        for (JsonNode parameter : operation.parameters("query")) {
            boolean needed = parameter.path("required").asBoolean(false);
            if (needed && !(wild && chance(0.2)) || chance(0.4)) {
                String name = parameter.path("name").asString();
                String value = wild && chance(0.5)
                        ? pick(NASTY_TEXTS)
                        : String.valueOf(value(name, parameter.path("schema"), 0));
                address.append(join).append(encoded(name)).append('=').append(encoded(value));
                join = '&';
            }
        }
        return address.toString();
    }

    private String placed(String name, String collection) {
        if (name.equals("week")) {
            return chance(0.5)
                    ? "2026-W10"
                    : today.minusDays(today.getDayOfWeek().getValue() - 1L).toString();
        }
        if (name.equals("consultant") || name.equals("username") || name.equals("person")) {
            return pick(people);
        }
        List<String> values = known.getOrDefault(
                name.equals("id") ? collection : known.containsKey(name) ? name : name + "s", List.of());
        if (!values.isEmpty() && !chance(0.05)) {
            return pick(values);
        }
        values = known.getOrDefault(collection, identities);
        return values.isEmpty() ? "0190b5a0-0000-7000-8000-000000000000" : pick(values);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /** A body as the document asks for it. */
    public @Nullable Object body(JsonNode schema) {
        return value("", schema, 0);
    }

    /** The same body with one or two things in it gone wrong. */
    @SuppressWarnings("unchecked")
    public @Nullable Object wild(@Nullable Object body) {
        if (chance(0.05)) {
            return nonsense();
        }
        if (body instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<String, Object> changed = new LinkedHashMap<>((Map<String, Object>) map);
            for (int turn = 0; turn <= random.nextInt(2); turn++) {
                String name = pick(new ArrayList<>(changed.keySet()));
                Object inside = changed.get(name);
                boolean deeper = (inside instanceof Map || inside instanceof List) && chance(0.6);
                changed.put(name, deeper ? wild(inside) : nonsense());
            }
            if (chance(0.05)) {
                changed.put("unknown", "x");
            }
            return changed;
        }
        if (body instanceof List<?> list && !list.isEmpty()) {
            List<Object> changed = new ArrayList<>(list);
            int place = random.nextInt(changed.size());
            changed.set(place, wild(changed.get(place)));
            return changed;
        }
        return nonsense();
    }

    private @Nullable Object nonsense() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> -1;
            case 2 -> Long.MAX_VALUE;
            case 3 -> 1e308;
            case 4 -> true;
            case 5 -> List.of();
            case 6 -> Map.of("a", "b");
            case 7 -> List.of("H", "H");
            default -> pick(NASTY_TEXTS);
        };
    }

    private @Nullable Object value(String name, JsonNode described, int depth) {
        JsonNode schema = document.resolved(described);
        if (schema.has("anyOf")) {
            schema = document.resolved(schema.path("anyOf").get(0));
        }
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.path("enum").forEach(one -> {
                if (one.isString()) {
                    words.add(one.asString());
                }
            });
            return pick(words);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> chance(0.8) ? random.nextInt(1, 60) : random.nextInt();
            case "number" -> random.nextInt(0, 20_000_000) / 100.0;
            case "boolean" -> random.nextBoolean();
            default -> text(name, schema.path("format").asString(""));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString("string");
    }

    private Map<String, Object> object(JsonNode schema, int depth) {
        Map<String, Object> made = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(one -> required.add(one.asString()));
        schema.path("properties").properties().forEach(property -> {
            if (depth < DEEP && (required.contains(property.getKey()) || chance(0.8))) {
                made.put(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject() && depth < DEEP) {
            made.put(pick(List.of("H", "A", "LEADS", "1")), value("", schema.path("additionalProperties"), depth + 1));
        }
        return made;
    }

    private List<Object> array(String name, JsonNode schema, int depth) {
        List<Object> made = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0 && depth < DEEP; count--) {
            made.add(value(name, schema.path("items"), depth + 1));
        }
        return made;
    }

    Object text(String name, String format) {
        LocalDate day = today.plusDays(random.nextInt(-9, 10));
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        if (format.equals("date-time")) {
            return day + "T10:00:00+08:00";
        }
        if (format.equals("date") || lower.endsWith("date") || lower.endsWith("day") || lower.equals("until")) {
            return day.toString();
        }
        if (lower.contains("mobile") || lower.contains("phone")) {
            return "139" + random.nextInt(10_000_000, 99_999_999);
        }
        if (lower.contains("amount")
                || lower.contains("price")
                || lower.contains("deposit")
                || lower.contains("cost")) {
            return String.valueOf(random.nextInt(0, 300_000));
        }
        if (lower.contains("user")
                || lower.equals("to")
                || lower.equals("owner")
                || lower.equals("consultant")
                || lower.equals("responsible")
                || lower.equals("assignee")
                || lower.equals("by")) {
            return pick(people);
        }
        if (lower.equals("week")) {
            return "2026-W10";
        }
        if (lower.equals("vin")) {
            return "LSVAA2BR4GN123456";
        }
        if (lower.equals("time") || lower.equals("opens") || lower.equals("closes")) {
            return "09:30";
        }
        List<String> ids = known.getOrDefault(lower.replaceAll("id$", "") + "s", List.of());
        if (!ids.isEmpty() && chance(0.9)) {
            return pick(ids);
        }
        return chance(0.9) ? pick(List.of("张伟", "朗逸", "周末来店看车", "330TSI", "1", "白")) : pick(NASTY_TEXTS);
    }

    /** One of them. */
    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
