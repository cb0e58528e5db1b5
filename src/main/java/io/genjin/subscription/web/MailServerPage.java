package io.genjin.subscription.web;

import io.genjin.shared.web.Fields;
import io.genjin.subscription.MailDesk;
import org.jspecify.annotations.Nullable;

/**
 * The mail server as the system administrator sees it.
 *
 * @param address where a trial letter goes; empty while the administrator has given none
 * @param trial   what came of one just sent
 */
public record MailServerPage(MailDesk.State state, String address, MailDesk.@Nullable Trial trial, Fields form) {}
