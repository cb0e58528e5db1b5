package io.genjin.catalog;

import io.genjin.shared.Refusal;

/** The range has a model, a trim or a colour of this name already, on sale or off. */
public class NameTaken extends Refusal {

    NameTaken(String name) {
        super(Kind.CONFLICT, name);
        at("name");
    }
}
