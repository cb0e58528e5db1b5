package io.genjin.deal.web;

import io.genjin.deal.QuoteFile;
import io.genjin.prospect.ProspectId;
import java.util.List;

/**
 * The quotations of a customer on their page.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record QuotePanel(ProspectId prospect, String customerName, List<QuoteFile.Opened> quotations, boolean asPart) {}
