package io.genjin.owner;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call to an owner. Nothing is trusted: the desk names what is missing or wrong, all at once.
 *
 * @param satisfaction mark of the whole, 1 to 10; asked with the questionnaire
 * @param answers      by the questions' codes
 * @param complaint    what the owner complains about, if they do
 * @param friend       whom the owner named, if anybody
 */
public record CallReport(
        @Nullable Boolean reached,
        @Nullable String said,
        @Nullable Integer satisfaction,
        Map<String, String> answers,
        @Nullable String complaint,
        NewFriend friend) {

    public CallReport {
        answers = Map.copyOf(answers);
    }
}
