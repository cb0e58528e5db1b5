package io.genjin.deal.web;

import io.genjin.deal.Quotation;
import io.genjin.deal.QuoteComparison;

/** The versions of a quotation beside each other. */
public record ComparisonPage(Quotation quotation, String customerName, QuoteComparison comparison) {}
