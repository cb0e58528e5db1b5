package io.genjin.hlist;

import io.genjin.shared.Refusal;

/** Nobody is likely, somebody says, but customers stand on the list; they are taken off first. */
public class CustomersListed extends Refusal {

    CustomersListed(int customers) {
        super(Kind.CONFLICT, customers);
    }
}
