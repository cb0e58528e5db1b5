package io.genjin.subscription.web;

import io.genjin.shared.web.Fields;
import io.genjin.subscription.SubscriptionDesk.Standing;

/** One subscription: its letters, and the form that gives it another rhythm. */
public record SubscriptionPage(Standing standing, Fields form, boolean changed) {}
