package io.genjin.hlist;

import io.genjin.shared.Refusal;

/** The customer stands on a list of this week already; one order is counted once. */
public class AlreadyListed extends Refusal {

    AlreadyListed(String consultant) {
        super(Kind.CONFLICT, consultant);
        at("prospectId");
    }
}
