package io.genjin.catalog.web;

import io.genjin.shared.web.Fields;

/** The form that brings a range sheet. */
public record RangeUploadPage(Fields form) {}
