package io.genjin.reception;

import io.genjin.shared.Refusal;

/** The party left a number, or came for something else than a car: there is nothing to explain. */
public class VisitFiled extends Refusal {

    VisitFiled() {
        super(Kind.CONFLICT);
    }
}
