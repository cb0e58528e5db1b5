package io.genjin.prospect;

import io.genjin.shared.Refusal;

/**
 * The number belongs to a colleague's customer. Says nothing of whom or whose; the owner and, where the card is not signed
 * yet, the managers are told (S-R27, scenario 21, 22).
 */
public class AlreadyOnFile extends Refusal {

    public AlreadyOnFile(Opening.OnFile found) {
        super(Kind.CONFLICT);
        at(Field.of("mobile", found.disputed() ? "field.mobile.conflict" : "field.mobile.courtesy"));
    }
}
