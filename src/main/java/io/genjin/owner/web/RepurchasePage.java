package io.genjin.owner.web;

import io.genjin.owner.OwnerFile;
import io.genjin.shared.web.Fields;

/** The sheet on which an owner's wish for another car is opened. */
public record RepurchasePage(OwnerFile file, Fields form) {}
