package io.genjin.prospect;

import io.genjin.shared.Refusal;

/** The number belongs to the caller's own customer: go on with that card. */
public class OwnCustomerOnFile extends Refusal {

    private final ProspectId existing;

    public OwnCustomerOnFile(Opening.OwnAlready found) {
        super(Kind.CONFLICT, found.existing().toString());
        this.existing = found.existing();
        at(Field.of("mobile", "field.mobile.own"));
    }

    public ProspectId existing() {
        return existing;
    }
}
