package io.genjin.review;

import io.genjin.shared.Refusal;

/** The review of a week that has not begun, or that is over for more than a week, cannot be opened. */
public class WeekNotReviewable extends Refusal {

    WeekNotReviewable(ReviewWeek week) {
        super(Kind.RULE, week.monday(), week.lastDay());
        at("week");
    }
}
