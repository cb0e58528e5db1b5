package io.genjin.shared.web;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Tabler's outline icons, drawn into the page itself so that none costs a request. */
@Component
public class Icons {

    private static final String FOLDER = "/META-INF/resources/webjars/tabler__icons/3.35.0/icons/outline/";

    private final Map<String, Content> drawn = new ConcurrentHashMap<>();

    Content icon(String name) {
        return drawn.computeIfAbsent(name, Icons::draw);
    }

    private static Content draw(String name) {
        try (InputStream file = Icons.class.getResourceAsStream(FOLDER + name + ".svg")) {
            if (file == null) {
                throw new IllegalArgumentException("no icon named " + name);
            }
            String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?s)<!--.*?-->", "")
                    .replaceAll("class=\"[^\"]*\"", "class=\"icon\" aria-hidden=\"true\" focusable=\"false\"")
                    .replaceAll("\\s+", " ")
                    .strip();
            return output -> output.writeContent(svg);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
