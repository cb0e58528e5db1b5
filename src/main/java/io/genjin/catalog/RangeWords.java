package io.genjin.catalog;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a range sheet in both languages: what its headings mean, and its words for body, energy, gearbox and so on. */
@Component
class RangeWords {

    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final MessageSource messages;
    private final Map<String, RangeColumn> headings = new HashMap<>();
    private final Map<Class<?>, Map<String, Enum<?>>> codes = new HashMap<>();

    RangeWords(MessageSource messages) {
        this.messages = messages;
        for (RangeColumn column : RangeColumn.values()) {
            LANGUAGES.forEach(language -> headings.putIfAbsent(plain(heading(column, language)), column));
            column.otherNames().forEach(name -> headings.putIfAbsent(plain(name), column));
            headings.putIfAbsent(plain(column.name()), column);
        }
        learn("body", Body.values());
        learn("energy", Energy.values());
        learn("gearbox", Gearbox.values());
        learn("colourPlace", ColourPlace.values());
        learn("focus", Focus.values());
        learn("better", Better.values());
    }

    private void learn(String kind, Enum<?>[] all) {
        Map<String, Enum<?>> words = new HashMap<>();
        for (Enum<?> one : all) {
            words.put(plain(one.name()), one);
            LANGUAGES.forEach(
                    language -> words.put(plain(messages.getMessage(kind + "." + one.name(), null, language)), one));
        }
        codes.put(all.getClass().getComponentType(), Map.copyOf(words));
    }

    private String heading(RangeColumn column, Locale language) {
        return messages.getMessage("rangeColumn." + column, null, language);
    }

    /** What a heading means, whatever its case, width, blanks, and remarks in brackets. */
    Optional<RangeColumn> column(String heading) {
        return Optional.ofNullable(headings.get(plain(heading)));
    }

    /** What a word means; nothing when it is none of ours. */
    <E extends Enum<E>> @Nullable E code(Class<E> kind, @Nullable String word) {
        Map<String, Enum<?>> words = codes.getOrDefault(kind, Map.of());
        return word == null ? null : kind.cast(words.get(plain(word)));
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .replaceAll("\\(.*?\\)", "")
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
