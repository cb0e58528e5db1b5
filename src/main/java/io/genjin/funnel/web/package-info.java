/** The funnel on screen, on paper, as a workbook and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.funnel.web;
