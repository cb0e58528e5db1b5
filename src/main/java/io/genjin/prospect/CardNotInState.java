package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** The card is not at the step that this act belongs to: it must be handed in, signed, entered in that order. */
public class CardNotInState extends Refusal {

    CardNotInState(CardStatus is, CardStatus needed) {
        super(Kind.CONFLICT, is.name(), needed.name());
    }
}
