package io.genjin.objection.web;

import io.genjin.objection.ObjectionDesk;
import io.genjin.objection.ObjectionResult;
import io.genjin.objection.ObjectionType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An objection and what was answered, as the page's forms send it; an untouched answer is none. */
record ObjectionForm(
        @Nullable ObjectionType type,
        @Nullable String wording,
        @Nullable String competitor,
        @Nullable String model,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable ObjectionResult result,
        @Nullable LocalDate answerDue) {

    ObjectionDesk.Raised raised() {
        boolean answered = answer != null && !answer.isBlank() || result != null && result != ObjectionResult.OPEN;
        return new ObjectionDesk.Raised(type, wording, competitor, model, answered ? given() : null, answerDue);
    }

    ObjectionDesk.Given given() {
        return new ObjectionDesk.Given(answer, answeredBy, result, answerDue);
    }
}
