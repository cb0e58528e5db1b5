package io.genjin.prospect;

import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;

/** The grade chosen is not the one that time and evidence speak for, and nobody said why (R-208, O-06, scenario 17). */
public class GradeNeedsReason extends Refusal {

    private final Grade suggested;

    GradeNeedsReason(GradeChoice choice, GradeSuggestion suggestion) {
        super(Kind.RULE, choice.grade().name(), suggestion.grade().name());
        this.suggested = suggestion.grade();
        at(Field.of(
                choice.reasonField(),
                "field.gradeReason." + suggestion.because().name(),
                choice.grade().name(),
                suggestion.grade().name()));
    }

    public Grade suggested() {
        return suggested;
    }
}
