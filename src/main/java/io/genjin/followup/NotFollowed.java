package io.genjin.followup;

import io.genjin.shared.Refusal;

/** The prospect is not in follow-up any more, so that no contact can be promised or recorded. */
final class NotFollowed extends Refusal {

    NotFollowed() {
        super(Kind.CONFLICT);
    }
}
