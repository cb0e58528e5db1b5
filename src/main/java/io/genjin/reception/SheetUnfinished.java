package io.genjin.reception;

import io.genjin.shared.Refusal;

/** The day's sheet is not ready to be signed: visits are open, or parties are unexplained. */
public class SheetUnfinished extends Refusal {

    SheetUnfinished(int open, int unexplained) {
        super(Kind.RULE, open, unexplained);
    }
}
