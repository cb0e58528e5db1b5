package io.genjin.subscription.web;

import io.genjin.subscription.Rhythm.Every;
import io.genjin.subscription.Subscription.Language;
import io.genjin.subscription.Wish;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** A subscription as the form and the API send it. */
public record SubscriptionForm(
        @Nullable String page,
        @Nullable Every every,
        @Nullable DayOfWeek weekday,
        @Nullable Integer dayOfMonth,
        @Nullable String at,
        @Nullable Boolean openDaysOnly,
        @Nullable Language language) {

    /** As the desk wants it; a box that a page left unticked is a no, what the API left out is the default. */
    Wish wish(boolean fromPage) {
        Boolean open = fromPage ? (Boolean) Boolean.TRUE.equals(openDaysOnly) : openDaysOnly;
        return new Wish(page, every, weekday, dayOfMonth, at, open, language);
    }
}
