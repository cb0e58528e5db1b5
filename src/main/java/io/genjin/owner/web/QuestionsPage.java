package io.genjin.owner.web;

import io.genjin.owner.QuestionSet;
import io.genjin.shared.web.Fields;
import java.util.List;

/** What owners are asked: the questions of now as a form, and the versions before. */
public record QuestionsPage(List<QuestionSet> versions, Fields form, boolean mayChange) {

    /** Lines that the form offers. */
    public static final int LINES = 12;

    public QuestionSet current() {
        return versions.get(0);
    }
}
