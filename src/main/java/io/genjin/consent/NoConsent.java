package io.genjin.consent;

import io.genjin.shared.Refusal;

/** The customer has not allowed it: nothing goes to the partner, and the attempt is on record. */
public class NoConsent extends Refusal {

    private final ConsentGate.Why why;

    NoConsent(Partner partner, ConsentGate.Why why) {
        super(Kind.RULE, partner.name());
        this.why = why;
        String field =
                switch (why) {
                    case NONE, REFUSED, WITHDRAWN, EXPIRED -> "partner";
                    case OTHER_PURPOSE -> "purpose";
                    case OUTSIDE_SCOPE -> "fields";
                };
        at(Field.of(field, "noConsent." + why.name()));
    }

    public ConsentGate.Why why() {
        return why;
    }
}
