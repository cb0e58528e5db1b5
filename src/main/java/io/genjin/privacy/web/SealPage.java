package io.genjin.privacy.web;

import io.genjin.privacy.AuditState;

/** The seals of the dealership's records. */
public record SealPage(AuditState state) {}
