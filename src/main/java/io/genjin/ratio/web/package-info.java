/** Ratios, history and calibration on screen, on paper, as a sheet and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.ratio.web;
