package io.genjin.subscription;

import io.genjin.dealership.Dealership;
import io.genjin.subscription.Subscription.Language;
import java.time.Instant;

/** Puts a digest into words and on paper; the pages' side of the house does it. */
public interface SetsLetters {

    /** The letter of a subscription that came due. */
    Letter letter(Subscription subscription, Digest digest, Instant due, Dealership dealership);

    /** A letter that only shows that letters arrive. */
    Letter trial(Language language, Dealership dealership, Instant at);
}
