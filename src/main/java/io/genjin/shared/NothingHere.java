package io.genjin.shared;

/** There is nothing by that name, or the reader may not know that there is: both get the same answer (S-R22, S-R27). */
public class NothingHere extends Refusal {

    public NothingHere(Object what) {
        super(Kind.NOT_FOUND, what.toString());
    }
}
