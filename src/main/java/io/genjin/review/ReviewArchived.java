package io.genjin.review;

import io.genjin.shared.Refusal;

/** The review is in the archive; what is to be corrected is added, never changed. */
public class ReviewArchived extends Refusal {

    ReviewArchived(ReviewWeek week) {
        super(Kind.CONFLICT, week.monday());
    }
}
