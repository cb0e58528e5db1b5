package io.genjin.defeat.web;

import io.genjin.defeat.CaseFile;
import io.genjin.prospect.Prospect;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sheet on which a consultant sums up why there was no deal. */
public record ReviewPage(CaseFile.Opened file, Fields form) {

    /** The answers to whether the customer will be visited again, in words. */
    public Map<String, String> answers(Screen s) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (ReviewForm.Answer answer : ReviewForm.Answer.values()) {
            answers.put(answer.name(), s.t("review.revisit." + answer));
        }
        return answers;
    }

    public Prospect prospect() {
        return file.prospect();
    }
}
