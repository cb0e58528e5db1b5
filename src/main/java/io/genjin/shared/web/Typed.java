package io.genjin.shared.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a form a person has written in words, and would have to write again; choices, numbers and secrets are not. */
final class Typed {

    private static final Pattern CHOSEN = Pattern.compile("[A-Za-z0-9_.:/+-]*|data:.*", Pattern.DOTALL);

    private Typed() {}

    static Stream<String> words(String field, List<String> values) {
        boolean kept = !field.startsWith("_") && !field.toLowerCase(Locale.ROOT).contains("password");
        return kept
                ? values.stream()
                        .filter(value ->
                                !value.isBlank() && !CHOSEN.matcher(value).matches())
                : Stream.of();
    }
}
