package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.shared.web.Fields;

/** The form that brings a photograph of a model. */
public record ModelPhotoPage(CarModel model, Fields form) {}
