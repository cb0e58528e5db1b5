package io.genjin.shared.web;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The version that a system has before it, as it says in the header If-Match (S-R53). */
public final class IfMatch {

    private IfMatch() {}

    /** Nothing when {@code header} is missing or names no version. */
    public static OptionalInt version(@Nullable String header) {
        String digits = header == null ? "" : header.replaceAll("^W/|\"", "").strip();
        return digits.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
}
