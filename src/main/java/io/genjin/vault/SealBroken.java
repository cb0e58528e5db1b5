package io.genjin.vault;

/**
 * Something sealed cannot be opened: it was sealed for another thing, was changed, or its key is not in the key file. Never
 * a person's mistake, so it is a defect and not a refusal.
 */
public class SealBroken extends RuntimeException {

    SealBroken(String context, Throwable cause) {
        super("cannot open what was sealed for " + context, cause);
    }
}
