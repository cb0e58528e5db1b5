package io.genjin.prospect;

/** What came of the wish to open a card: a new prospect, or the finding that the customer is on file already. */
public sealed interface Opening {

    /** A new prospect, owned by the consultant who opened it. */
    record Opened(Prospect prospect) implements Opening {}

    /** A customer who was given up came back: the same case goes on, with its history (scenario 36). */
    record Returned(Prospect prospect) implements Opening {}

    /** The consultant's own customer: the card is there, go on with it. */
    record OwnAlready(ProspectId existing) implements Opening {}

    /**
     * A colleague's customer. The caller helped today as a courtesy and the owner is told (domain 5, ownership (c)); while
     * the owner's card is not signed yet, it is disputed and managers get a case to decide. Nothing personal of the file is shown (S-R27).
     */
    record OnFile(ProspectId existing, boolean disputed) implements Opening {}
}
