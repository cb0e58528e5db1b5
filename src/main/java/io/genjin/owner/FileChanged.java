package io.genjin.owner;

import io.genjin.shared.Refusal;

/** A colleague changed the owner's file meanwhile (S-R53). */
public class FileChanged extends Refusal {

    FileChanged() {
        super(Kind.CONFLICT);
    }
}
