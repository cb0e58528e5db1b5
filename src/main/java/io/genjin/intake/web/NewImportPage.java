package io.genjin.intake.web;

import io.genjin.shared.web.Fields;

/** The form that uploads a sheet. */
public record NewImportPage(Fields form) {}
