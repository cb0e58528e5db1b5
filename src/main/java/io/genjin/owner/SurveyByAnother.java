package io.genjin.owner;

import io.genjin.shared.Refusal;

/** A consultant does not fill in the questionnaire about their own work (2.10: SC asks for full marks). */
public class SurveyByAnother extends Refusal {

    SurveyByAnother() {
        super(Kind.RULE);
    }
}
