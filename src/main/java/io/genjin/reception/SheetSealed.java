package io.genjin.reception;

import io.genjin.shared.Refusal;

/** All have signed the day's sheet; it is never changed, only corrected by an entry of its own. */
public class SheetSealed extends Refusal {

    SheetSealed() {
        super(Kind.CONFLICT);
    }
}
