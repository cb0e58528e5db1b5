package io.genjin.owner.web;

import io.genjin.owner.OwnerBook;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;

/**
 * What an owner's history adds to a customer's page: the file of the car, who recommended the customer, the car before.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record OwnerPanel(ProspectId id, OwnerBook.About about, People people, boolean asPart) {}
