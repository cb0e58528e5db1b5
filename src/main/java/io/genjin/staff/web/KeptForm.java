package io.genjin.staff.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form that somebody sent when their session was over. It is kept in the page that asks them to sign in and nowhere else, so
 * that what was typed can still be saved afterwards (S-R13). A file is not carried: it lies where it was chosen, and is chosen again.
 *
 * @param path where it was sent to, with its query
 * @param files the fields for files; a form without any is sent plainly
 */
public record KeptForm(String path, List<Field> fields, List<FileField> files) {

    private static final int MOST_CHARACTERS = 200_000;
    private static final String PROOF = "_csrf";

    /** A field as the browser sent it; several may have one name. */
    public record Field(String name, String value) {}

    /** A field for files, and what those that were chosen are called on the reader's own machine. */
    public record FileField(String name, List<String> chosen) {}

    public KeptForm {
        fields = fields == null ? List.of() : List.copyOf(fields);
        files = files == null ? List.of() : List.copyOf(files);
    }

    /**
     * What the request would have saved. Nothing when it brings a password, is too large to be carried through a page, cannot be
     * read, or does not come from a page of ours.
     */
    static Optional<KeptForm> of(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !isForm(request) || !isFromOurPage(request)) {
            return Optional.empty();
        }
        Optional<List<FileField>> files = files(request);
        if (files.isEmpty()) {
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
                : Optional.of(new KeptForm(request.getRequestURI(), fields, files.get()));
    }

    private static Optional<List<FileField>> files(HttpServletRequest request) {
        if (!isOf(MediaType.MULTIPART_FORM_DATA_VALUE, request)) {
            return Optional.of(List.of());
        }
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        try {
            for (Part part : request.getParts()) {
                String file = part.getSubmittedFileName();
                if (file != null) {
                    List<String> names = chosen.computeIfAbsent(part.getName(), first -> new ArrayList<>());
                    if (!file.isBlank()) {
                        names.add(file);
                    }
                }
            }
        } catch (IOException | ServletException | IllegalStateException unreadable) {
            return Optional.empty();
        }
        return Optional.of(chosen.entrySet().stream()
                .map(field -> new FileField(field.getKey(), field.getValue()))
                .toList());
    }

    /** As {@link #text} wrote it; nothing when it is none of ours. */
    static Optional<KeptForm> read(@Nullable String text, JsonMapper json) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            @Nullable KeptForm kept = json.readValue(text, KeptForm.class);
            boolean whole = kept != null
                    && kept.path != null
                    && SignInPages.isOurs(kept.path)
                    && kept.fields.stream().allMatch(field -> field.name() != null && field.value() != null)
                    && kept.files.stream().allMatch(file -> file.name() != null && file.chosen() != null);
            return whole ? Optional.of(kept) : Optional.empty();
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    /** The whole of it in one hidden field. */
    String text(JsonMapper json) {
        return json.writeValueAsString(this);
    }

    private static boolean isForm(HttpServletRequest request) {
        return isOf(MediaType.APPLICATION_FORM_URLENCODED_VALUE, request)
                || isOf(MediaType.MULTIPART_FORM_DATA_VALUE, request);
    }

    private static boolean isOf(String kind, HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(kind);
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
