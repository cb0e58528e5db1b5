package io.genjin.reception;

import io.genjin.shared.Refusal;

/** Nobody knows yet who the party was: file it, or say why it left no number, before it is closed. */
public class VisitNotFiled extends Refusal {

    VisitNotFiled() {
        super(Kind.RULE);
        at("follows");
    }
}
