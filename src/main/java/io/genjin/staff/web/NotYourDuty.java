package io.genjin.staff.web;

import io.genjin.shared.Refusal;

/** The person's duties do not include what they asked for (S-R21). */
final class NotYourDuty extends Refusal {

    NotYourDuty() {
        super(Kind.FORBIDDEN);
    }
}
