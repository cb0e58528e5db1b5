package io.genjin.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** The three skill cards with which every dealership begins, in Chinese and English; a dealership writes its own from them. */
@Component
class BuiltInSkillCards {

    private final Map<SkillCardKind, SkillCardText> chinese = read("/catalog/skill-cards.properties");
    private final Map<SkillCardKind, SkillCardText> english = read("/catalog/skill-cards_en.properties");

    SkillCardText of(SkillCardKind kind, Locale language) {
        return Objects.requireNonNull((language.getLanguage().equals("en") ? english : chinese).get(kind));
    }

    private static Map<SkillCardKind, SkillCardText> read(String file) {
        Properties words = new Properties();
        try (InputStream stream = BuiltInSkillCards.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                words.load(reader);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<SkillCardKind, SkillCardText> cards = new EnumMap<>(SkillCardKind.class);
        for (SkillCardKind kind : SkillCardKind.values()) {
            cards.put(
                    kind,
                    SkillCardText.checked(
                            words.getProperty(kind + ".title"),
                            words.getProperty(kind + ".goal"),
                            lines(words, kind + ".steps"),
                            lines(words, kind + ".phrases"),
                            lines(words, kind + ".pitfalls")));
        }
        return cards;
    }

    private static List<String> lines(Properties words, String key) {
        return words.getProperty(key, "").lines().toList();
    }
}
