package io.genjin.staff.web;

import io.genjin.shared.web.Fields;

/** The page of the first set-up. */
public record SetUpPage(Fields form) {}
