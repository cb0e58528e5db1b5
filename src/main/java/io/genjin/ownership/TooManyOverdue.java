package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** The consultant's own customers wait already: they come first (S-R31). */
public class TooManyOverdue extends Refusal {

    TooManyOverdue(int overdue, int most) {
        super(Kind.RULE, overdue, most);
    }
}
