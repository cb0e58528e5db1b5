package io.genjin.hqlead.web;

import io.genjin.hqlead.Feedback;
import io.genjin.hqlead.SentFeedback;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A day's feedback to HQ and whether it went.
 *
 * @param names people's names by their sign-in names, which is all that the feedback says
 */
public record FeedbackPage(
        Feedback feedback, List<SentFeedback.Sent> sent, LocalDate today, Map<String, String> names) {

    public String name(String username) {
        return names.getOrDefault(username, username);
    }

    public LocalDate day() {
        return feedback.date();
    }

    /** Path of another day's feedback. */
    public String pathOf(LocalDate other) {
        return "/hq-feedback?date=" + other;
    }

    public String sheetPath() {
        return "/hq-feedback.xlsx?date=" + day();
    }
}
