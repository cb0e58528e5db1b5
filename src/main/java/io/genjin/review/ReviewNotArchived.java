package io.genjin.review;

import io.genjin.shared.Refusal;

/** What is still being written is changed where it stands; only the archive has additions. */
public class ReviewNotArchived extends Refusal {

    ReviewNotArchived(ReviewWeek week) {
        super(Kind.CONFLICT, week.monday());
    }
}
