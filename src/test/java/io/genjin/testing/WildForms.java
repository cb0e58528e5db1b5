package io.genjin.testing;

import io.genjin.shared.TypedId;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Forms filled in well and badly: by the fields of the form as a page shows it, and by what the method behind it reads. Says
 * also what a page that refused a form has lost of it (S-R35).
 */
public final class WildForms {

    private static final Set<String> NOT_TYPED = Set.of("hidden", "password", "file", "submit", "button");

    /** Fields that no form has, and that must do nothing (mass assignment, S-R30). */
    private static final List<String> UNASKED = List.of("unknown", "dealershipId", "class.module", "a[9999999]", "id");

    /** A form as it is sent: where to, what is in it, and the field for a file if it has one. */
    public record Filled(String path, Map<String, List<String>> fields, String file) {}

    private final WildRequests requests;
    private final Map<String, Element> seen = new LinkedHashMap<>();
    private final Map<String, PathPattern> patterns = new LinkedHashMap<>();

    public WildForms(WildRequests requests, Collection<String> routes) {
        this.requests = requests;
        routes.forEach(route -> patterns.put(route, PathPatternParser.defaultInstance.parse(route)));
    }

    /** Remembers the forms of a page, each as the newest of its route. */
    public void learn(Document page) {
        for (Element form : page.select("form[method=post]")) {
            String path = form.attr("action").replaceAll("[?#].*", "");
            patterns.entrySet().stream()
                    .filter(route -> route.getValue().matches(PathContainer.parsePath(path)))
                    .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.getValue(), other.getValue()))
                    .ifPresent(route -> seen.put(route.getKey(), form));
        }
    }

    /** How many routes have shown their form so far. */
    public int known() {
        return seen.size();
    }

    public Filled filled(String route, Method behind, boolean wild) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Element form = seen.get(route);
        String path = requests.path(route, wild);
        String file = "";
        if (form != null) {
            path = wild && requests.chance(0.2) ? path : form.attr("action");
            for (Element field : form.select("[name]")) {
                String name = field.attr("name");
                if (field.attr("type").equals("file")) {
                    file = name;
                } else if (!name.equals("_csrf")) {
                    fields.computeIfAbsent(name, none -> typedInto(form, field, wild));
                }
            }
        }
        for (Parameter parameter : behind.getParameters()) {
            if (parameter.getType() == MultipartFile.class) {
                file = named(parameter);
            }
            read(parameter).forEach(fields::putIfAbsent);
        }
        if (wild) {
            spoil(fields);
        }
        return new Filled(path, fields, file);
    }

    private List<String> typedInto(Element form, Element field, boolean wild) {
        String name = field.attr("name");
        String type = field.normalName().equals("select") ? "select" : field.attr("type");
        return switch (type) {
            case "hidden" -> List.of(field.attr("value"));
            case "select" -> choice(field.select("option").eachAttr("value"));
            case "radio" ->
                choice(form.select("input[name=" + quoted(name) + "]").eachAttr("value"));
            case "checkbox" ->
                form.select("input[name=" + quoted(name) + "]").stream()
                        .filter(box -> requests.chance(0.6))
                        .map(box -> box.hasAttr("value") ? box.attr("value") : "on")
                        .toList();
            case "date" -> List.of(String.valueOf(requests.text(name, "date")));
            case "datetime-local" -> List.of(requests.text(name, "date") + "T10:00");
            case "month" -> List.of("2026-03");
            case "time" -> List.of("09:30");
            case "number" -> List.of(String.valueOf(requests.pick(List.of(0, 1, 2, 5, 30))));
            default ->
                field.val().isEmpty() || wild || requests.chance(0.3)
                        ? List.of(String.valueOf(requests.text(last(name), "")))
                        : List.of(field.val());
        };
    }

    private List<String> choice(List<String> options) {
        return options.isEmpty() ? List.of() : List.of(requests.pick(options));
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\\\"") + "\"";
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Map<String, List<String>> read(Parameter parameter) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Class<?> type = parameter.getType();
        if (parameter.isAnnotationPresent(PathVariable.class) || type == MultipartFile.class || type == Map.class) {
            return fields;
        }
        if (parameter.isAnnotationPresent(RequestParam.class)) {
            put(fields, named(parameter), parameter.getParameterizedType(), 0);
        } else if (type.isRecord() && type.getPackageName().endsWith(".web")) {
            components(fields, "", type, 0);
        }
        return fields;
    }

    private static String named(Parameter parameter) {
        RequestParam asked = parameter.getAnnotation(RequestParam.class);
        return asked == null || asked.name().isEmpty() && asked.value().isEmpty()
                ? parameter.getName()
                : asked.name() + asked.value();
    }

    private void components(Map<String, List<String>> fields, String before, Class<?> form, int depth) {
        for (RecordComponent component : form.getRecordComponents()) {
            put(fields, before + component.getName(), component.getGenericType(), depth);
        }
    }

    private void put(Map<String, List<String>> fields, String name, Type type, int depth) {
        if (name.equals("_once") || depth > 2) {
            return;
        }
        if (type instanceof ParameterizedType many && Collection.class.isAssignableFrom((Class<?>) many.getRawType())) {
            Type one = many.getActualTypeArguments()[0];
            if (one instanceof Class<?> form && form.isRecord() && !TypedId.class.isAssignableFrom(form)) {
                components(fields, name + "[0].", form, depth + 1);
            } else {
                fields.put(name, List.of(value(name, one), value(name, one)));
            }
        } else if (type instanceof Class<?> form
                && form.isRecord()
                && !TypedId.class.isAssignableFrom(form)
                && form.getPackageName().endsWith(".web")) {
            components(fields, name + ".", form, depth + 1);
        } else {
            fields.put(name, List.of(value(name, type)));
        }
    }

    private String value(String name, Type type) {
        if (!(type instanceof Class<?> plain)) {
            return String.valueOf(requests.text(last(name), ""));
        }
        if (plain.isEnum()) {
            return ((Enum<?>) requests.pick(Arrays.asList(plain.getEnumConstants()))).name();
        }
        if (plain == LocalDate.class) {
            return String.valueOf(requests.text(name, "date"));
        }
        if (plain == LocalDateTime.class) {
            return requests.text(name, "date") + "T10:00";
        }
        if (plain == YearMonth.class) {
            return "2026-03";
        }
        if (plain == LocalTime.class) {
            return "09:30";
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return String.valueOf(requests.chance(0.5));
        }
        if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
            return String.valueOf(requests.pick(List.of(0, 1, 2, 7)));
        }
        if (plain == BigDecimal.class) {
            return requests.pick(List.of("0", "100.50", "200000"));
        }
        return String.valueOf(requests.text(last(name), ""));
    }

    /** One to three fields gone wrong, missing, or said twice, and one that nobody asked for. */
    private void spoil(Map<String, List<String>> fields) {
        List<String> names = new ArrayList<>(fields.keySet());
        for (int turn = 0; turn < 3 && !names.isEmpty(); turn++) {
            String name = requests.pick(names);
            if (requests.chance(0.15)) {
                fields.remove(name);
            } else if (requests.chance(0.1)) {
                fields.put(name, List.of(requests.pick(WildRequests.NASTY_TEXTS), "1"));
            } else {
                fields.put(name, List.of(requests.pick(WildRequests.NASTY_TEXTS)));
            }
        }
        if (requests.chance(0.2)) {
            fields.put(requests.pick(UNASKED), List.of("1"));
        }
    }

    /** The names of the fields whose words a page that refused the form no longer holds. */
    public static Set<String> lost(Filled sent, Document answer) {
        Set<String> lost = new LinkedHashSet<>();
        Set<String> shown = answer.select(".g-typed").stream()
                .map(one -> plain(one.wholeText()))
                .collect(Collectors.toSet());
        List<Element> forms = answer.select("form[method=post]").stream()
                .filter(form -> form.attr("action")
                        .replaceAll("[?#].*", "")
                        .equals(sent.path().replaceAll("[?#].*", "")))
                .toList();
        if (answer.select("[role=alert], .invalid-feedback").isEmpty()) {
            lost.add("the reason");
        }
        sent.fields().forEach((name, values) -> {
            boolean asked = !name.equals("_once") && !UNASKED.contains(name);
            if (values.size() != 1 || plain(values.get(0)).isEmpty() || !asked) {
                return;
            }
            String typed = plain(values.get(0));
            boolean words = !typed.matches("[A-Za-z0-9_.:/+-]*") && !secret(name);
            List<Element> fields = forms.stream()
                    .flatMap(form -> form.select("[name=" + quoted(name) + "]").stream())
                    .filter(field -> !NOT_TYPED.contains(field.attr("type")))
                    .toList();
            boolean held = fields.isEmpty()
                    ? !words || hidden(forms, name) || shown.contains(typed)
                    : fields.stream().anyMatch(field -> holds(field, typed));
            if (!held) {
                lost.add(name);
            }
        });
        return lost;
    }

    /** A form's own field that nobody typed into. */
    private static boolean hidden(List<Element> forms, String name) {
        return forms.stream()
                .anyMatch(form -> !form.select("[name=" + quoted(name) + "]").isEmpty());
    }

    private static boolean secret(String name) {
        return name.toLowerCase(Locale.ROOT).contains("password");
    }

    private static boolean holds(Element field, String typed) {
        if (field.normalName().equals("select")) {
            return field.select("option").stream()
                            .noneMatch(option -> plain(option.attr("value")).equals(typed))
                    || field.select("option[selected]").stream()
                            .anyMatch(option -> plain(option.attr("value")).equals(typed));
        }
        if (field.attr("type").equals("radio") || field.attr("type").equals("checkbox")) {
            return !plain(field.attr("value")).equals(typed) || field.hasAttr("checked");
        }
        return plain(field.normalName().equals("textarea") ? field.wholeText() : field.val())
                .equals(typed);
    }

    /** As a browser hands text on: lines end in one way, and marks that no page can hold are gone. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\x00\\uFFFD\\uFFFF]", "")
                .strip();
    }
}
