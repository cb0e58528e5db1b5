/** Subscribing and stopping, the letter as it is set, and what the administrator sees of the mail server. */
@org.jspecify.annotations.NullMarked
package io.genjin.subscription.web;
