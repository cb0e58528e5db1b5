package io.genjin.subscription.web;

import io.genjin.subscription.Digest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A letter as it is read: everything in words already.
 *
 * @param lead   what it tells of
 * @param digest nothing in a letter that only shows that letters arrive
 */
public record LetterPage(
        Locale locale,
        MessageSource messages,
        String title,
        String lead,
        @Nullable Digest digest,
        String open,
        String stop) {

    public String lang() {
        return locale.getLanguage().equals("zh") ? "zh-CN" : "en";
    }

    public String t(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    public List<String> columns() {
        return digest == null
                ? List.of()
                : digest.columns().stream().map(this::t).toList();
    }

    public List<Digest.Line> lines() {
        return digest == null ? List.of() : digest.lines();
    }

    /** What the numbers are, with the id of their definition. */
    public String label(Digest.Line line) {
        return line.id() == null ? t(line.label()) : t(line.label()) + " (" + line.id() + ")";
    }

    public String cell(Digest.Cell cell) {
        return cell.word() ? t(cell.text()) : cell.text();
    }

    /** The same in plain text. */
    String text() {
        StringBuilder text = new StringBuilder(title).append("\n").append(lead).append("\n\n");
        for (Digest.Line line : lines()) {
            text.append(label(line)).append(": ");
            for (int place = 0; place < line.cells().size(); place++) {
                text.append(place == 0 ? "" : " · ");
                if (columns().size() > 1) {
                    text.append(columns().get(place)).append(" ");
                }
                text.append(cell(line.cells().get(place)));
            }
            text.append("\n");
        }
        text.append(lines().isEmpty() ? "" : "\n");
        if (!open.isEmpty()) {
            text.append(t("letter.open")).append(": ").append(open).append("\n");
        }
        if (!stop.isEmpty()) {
            text.append(t("letter.stop")).append(": ").append(stop).append("\n");
        }
        return text.append(t("letter.private")).append("\n").toString();
    }
}
