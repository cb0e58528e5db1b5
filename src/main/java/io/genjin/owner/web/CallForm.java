package io.genjin.owner.web;

import io.genjin.owner.CallReport;
import io.genjin.owner.NewFriend;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sheet of a call as it was filled in; the answers stand beside it, one field each. */
record CallForm(
        @Nullable Boolean reached,
        @Nullable String said,
        @Nullable Integer satisfaction,
        @Nullable String complaint,
        @Nullable String friendName,
        @Nullable String friendMobile,
        @Nullable String friendModel,
        @Nullable String friendRemark) {

    static final String ANSWER = "answer-";

    /** The answers among everything that was typed. */
    static Map<String, String> answers(Map<String, String> typed) {
        Map<String, String> answers = new TreeMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(ANSWER)) {
                answers.put(name.substring(ANSWER.length()), value);
            }
        });
        return answers;
    }

    CallReport report(Map<String, String> answers) {
        return new CallReport(
                reached,
                said,
                satisfaction,
                answers,
                complaint,
                new NewFriend(friendName, friendMobile, friendModel, friendRemark));
    }
}
