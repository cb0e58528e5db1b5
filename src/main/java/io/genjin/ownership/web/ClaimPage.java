package io.genjin.ownership.web;

import io.genjin.shared.web.Fields;

/** The claim for a customer whom the owner neglects. */
public record ClaimPage(Fields form) {}
