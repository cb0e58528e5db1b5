package io.genjin.prospect.web;

import io.genjin.journal.Backdated;
import io.genjin.journal.JournalEntry;
import io.genjin.shared.web.Screen;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts journal entries into sentences. The text of {@code journal.<KIND>} names details in braces, with how to say them
 * after a colon: {@code {nextDate:date}}, {@code {to:person}}, {@code {reason:nextReason}} (a code's text). A part in square
 * brackets is left out when one of its details is missing.
 */
public final class JournalWords {

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::(\\w+))?\\}");

    private final Screen s;
    private final People people;

    public JournalWords(Screen s, People people) {
        this.s = s;
        this.people = people;
    }

    public String sentence(JournalEntry entry) {
        String text = s.tOr("journal." + entry.kind(), entry.kind());
        String chosen = OPTIONAL.matcher(text).replaceAll(part -> {
            boolean complete = PLACE.matcher(part.group(1)).results().allMatch(place -> !entry.detail(place.group(1))
                    .isEmpty());
            return complete ? Matcher.quoteReplacement(part.group(1)) : "";
        });
        return PLACE.matcher(chosen)
                .replaceAll(
                        place -> Matcher.quoteReplacement(said(entry.details().get(place.group(1)), place.group(2))));
    }

    private String said(@Nullable Object value, @Nullable String how) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> many) {
            return many.stream().map(one -> said(one, how)).collect(Collectors.joining(s.t("list.separator")));
        }
        if (value instanceof Map<?, ?> fields) {
            return fields.keySet().stream()
                    .map(name -> s.tOr("card." + name, String.valueOf(name)))
                    .collect(Collectors.joining(s.t("list.separator")));
        }
        String text = value.toString();
        if (how == null) {
            return text;
        }
        return switch (how) {
            case "date" -> day(text);
            case "person" -> people.name(text);
            case "minutes" -> span(text);
            default -> s.tOr(how + "." + text, text);
        };
    }

    private String span(String minutes) {
        try {
            return s.exactly(Duration.ofMinutes(Long.parseLong(minutes)));
        } catch (NumberFormatException notANumber) {
            return minutes;
        }
    }

    private String day(String text) {
        try {
            return s.date(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return text;
        }
    }

    /** How much later than it happened a person wrote a contact down; what the clock writes is never late. */
    public Backdated backdated(JournalEntry entry) {
        return entry.kind().equals("FOLLOW_UP_RECORDED")
                ? Backdated.of(entry.happenedAt(), entry.recordedAt())
                : Backdated.PROMPTLY;
    }

    /** Whether the entry tells of something that went wrong, to be marked in the timeline. */
    public boolean isBad(JournalEntry entry) {
        return entry.kind().endsWith("_MISSED")
                || entry.kind().endsWith("_BREACHED")
                || entry.kind().endsWith("_SET_ASIDE")
                || entry.kind().endsWith("_BROKEN")
                || entry.kind().equals("ESCALATED")
                || entry.kind().equals("COLLISION_OPENED")
                || entry.kind().equals("COMPLAINT_OPENED")
                || entry.kind().equals("COMPLAINT_ESCALATED");
    }
}
