/** Quotations, the queue of prices to decide and the limits, on pages and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.deal.web;
