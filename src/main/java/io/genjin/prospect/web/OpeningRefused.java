package io.genjin.prospect.web;

import io.genjin.prospect.AlreadyOnFile;
import io.genjin.prospect.Opening;
import io.genjin.prospect.OwnCustomerOnFile;
import io.genjin.shared.Refusal;

/** Puts the finding that a customer is on file into the words of a refusal. */
final class OpeningRefused {

    private OpeningRefused() {}

    static Refusal because(Opening opening) {
        if (opening instanceof Opening.OwnAlready own) {
            return new OwnCustomerOnFile(own);
        }
        if (opening instanceof Opening.OnFile found) {
            return new AlreadyOnFile(found);
        }
        throw new IllegalStateException("an opened prospect is no refusal");
    }
}
