package io.genjin.subscription;

/** How sending a letter went. Its sentence is the text {@code mailOutcome.<NAME>}. */
public enum Outcome {
    SENT(Weight.DONE),
    /** No mail server is set up for Genjin. */
    NO_SERVER(Weight.LATER),
    /** The mail server does not answer, or broke off. */
    UNREACHABLE(Weight.LATER),
    /** The mail server does not speak the encryption that is set. */
    ENCRYPTION(Weight.LATER),
    /** Nobody vouches for the mail server's certificate, it has run out, or it is another machine's. */
    CERTIFICATE(Weight.LATER),
    /** The mail server does not take user and password. */
    SIGN_IN_REFUSED(Weight.LATER),
    /** The server refused for now. */
    REFUSED_FOR_NOW(Weight.LATER),
    /** The server refused the letter. */
    REFUSED(Weight.NEVER),
    /** The server knows no such address. */
    ADDRESS_REFUSED(Weight.NEVER),
    /** The subscriber has given no address. */
    NO_ADDRESS(Weight.NEVER),
    /** Letters go to the dealership's own domains only, and this is none. */
    ADDRESS_ELSEWHERE(Weight.NEVER),
    /** The subscriber may not open the page any more. */
    NOT_ALLOWED(Weight.NEVER),
    /** The subscriber has left, or leaves and takes nothing out any more. */
    LEFT(Weight.NEVER),
    /** The subscriber stopped it before it was sent. */
    STOPPED(Weight.NEVER),
    /** A newer one came due before this one could be sent. */
    SUPERSEDED(Weight.NEVER),
    /** Something went wrong in Genjin itself. */
    DEFECT(Weight.LATER);

    private enum Weight {
        DONE,
        LATER,
        NEVER
    }

    private final Weight weight;

    Outcome(Weight weight) {
        this.weight = weight;
    }

    /** Whether trying again may help. */
    public boolean mayPass() {
        return weight == Weight.LATER;
    }

    /** Whether every other letter would fare the same at this moment. */
    public boolean concernsAll() {
        return switch (this) {
            case NO_SERVER, UNREACHABLE, ENCRYPTION, CERTIFICATE, SIGN_IN_REFUSED -> true;
            default -> false;
        };
    }
}
