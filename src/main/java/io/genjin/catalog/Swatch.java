package io.genjin.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a colour looks on a screen: {@code #1F3A5F}. */
public record Swatch(String hex) {

    private static final Pattern HEX = Pattern.compile("#[0-9A-F]{6}");

    public Swatch {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a colour is written #RRGGBB");
        }
    }

    /** Reads a colour as people write it, with or without the mark; empty when it is none. */
    public static Optional<Swatch> parse(String written) {
        String plain = written.strip().toUpperCase(Locale.ROOT);
        String marked = plain.startsWith("#") ? plain : "#" + plain;
        return HEX.matcher(marked).matches() ? Optional.of(new Swatch(marked)) : Optional.empty();
    }

    @Override
    public String toString() {
        return hex;
    }
}
