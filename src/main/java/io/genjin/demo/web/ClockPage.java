package io.genjin.demo.web;

import io.genjin.shared.web.Fields;
import java.time.Instant;

/** The demo's clock and the form that moves it. */
public record ClockPage(Instant now, Fields form, boolean moved) {}
