/** Handing a leaver's customers over, on screen and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.handover.web;
