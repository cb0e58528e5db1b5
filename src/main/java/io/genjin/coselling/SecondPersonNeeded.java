package io.genjin.coselling;

import io.genjin.shared.Refusal;

/** Who looked after the sale does not approve its reward, and who approved it does not pay it. */
public class SecondPersonNeeded extends Refusal {

    SecondPersonNeeded() {
        super(Kind.RULE);
    }
}
