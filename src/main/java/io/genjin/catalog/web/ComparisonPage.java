package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.Comparison;

/** One comparison beside the customer. */
public record ComparisonPage(Comparison comparison, CarModel model, String changedBy) {}
