package io.genjin.staff.web;

import io.genjin.shared.Refusal;

/** Notice was given, and what was asked for would leave the house: a list, a print, a number in full. */
final class NoticeGiven extends Refusal {

    NoticeGiven() {
        super(Kind.FORBIDDEN);
    }
}
