package io.genjin.ownership;

import io.genjin.shared.Refusal;

/** Only who received the customer lately can claim; or there is nobody to claim. */
public class NotReceivedYet extends Refusal {

    NotReceivedYet() {
        super(Kind.RULE);
    }
}
