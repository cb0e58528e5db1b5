package io.genjin.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form that somebody sent when their session was over. It is kept in the page that asks them to sign in and nowhere else, so
 * that what was typed can still be saved afterwards (S-R13).
 *
 * @param path where it was sent to, with its query
 */
public record KeptForm(String path, List<Field> fields) {

    /** A field as the browser sent it; several may have one name. */
    public record Field(String name, String value) {}

    private static final int MOST_CHARACTERS = 200_000;
    private static final String PROOF = "_csrf";

    /**
     * What the request would have saved. Nothing when it brings a file or a password, is too large to be carried through a page,
     * or does not come from a page of ours.
     */
    static Optional<KeptForm> of(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !isPlainForm(request) || !isFromOurPage(request)) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        long characters = 0;
        for (String name : Collections.list(request.getParameterNames())) {
            if (name.toLowerCase(Locale.ROOT).contains("password")) {
                return Optional.empty();
            }
            for (String value : request.getParameterValues(name)) {
                characters += name.length() + value.length();
                if (!name.equals(PROOF)) {
                    fields.add(new Field(name, value));
                }
            }
        }
        return characters > MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(new KeptForm(request.getRequestURI(), fields));
    }

    /** As {@link #text} wrote it; nothing when it is none of ours. */
    static Optional<KeptForm> read(@Nullable String text, JsonMapper json) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            KeptForm kept = json.readValue(text, KeptForm.class);
            boolean whole = kept.path != null
                    && SignInPages.isOurs(kept.path)
                    && kept.fields != null
                    && kept.fields.stream()
                            .allMatch(field -> field != null && field.name() != null && field.value() != null);
            return whole ? Optional.of(kept) : Optional.empty();
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    /** The whole of it in one hidden field. */
    String text(JsonMapper json) {
        return json.writeValueAsString(this);
    }

    private static boolean isPlainForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Browsers say where a form was filled in; a form of another site is never offered to be sent again. */
    private static boolean isFromOurPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        try {
            return origin != null
                    && URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
