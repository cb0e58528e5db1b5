/** Ratios, history and calibration on screen, on paper, as a sheet and over the API; the weekly review borrows how a past is shown. */
@org.springframework.modulith.NamedInterface("web")
@org.jspecify.annotations.NullMarked
package io.genjin.ratio.web;
