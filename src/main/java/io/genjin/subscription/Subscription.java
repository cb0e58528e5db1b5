package io.genjin.subscription;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One page that one person gets by e-mail, in their own rhythm.
 *
 * @param page    code of the {@link Subscribable}
 * @param since   when it was subscribed to, or taken up with another rhythm
 * @param settled everything that was due until then is dealt with
 * @param ended   nothing while it goes on
 */
public record Subscription(
        SubscriptionId id,
        DealershipId dealership,
        StaffId subscriber,
        String page,
        Rhythm rhythm,
        Language language,
        Instant since,
        Instant settled,
        @Nullable Ended ended,
        int version) {

    /** In which language the letters are. */
    public enum Language {
        ZH,
        EN
    }

    /** Why no letter comes any more. */
    public enum Why {
        /** The subscriber stopped it. */
        STOPPED,
        /** The subscriber's account was closed; who comes back subscribes anew. */
        LEFT
    }

    /** That it ended, and why. */
    public record Ended(Why why, Instant at) {}

    public boolean isOn() {
        return ended == null;
    }
}
