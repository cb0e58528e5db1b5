package io.genjin.toolbox.web;

import io.genjin.prospect.ProspectId;
import io.genjin.toolbox.CardsAtHand;
import org.jspecify.annotations.Nullable;

/**
 * The cards that fit a moment.
 *
 * @param asPart  whether they are loaded into a sheet or a customer's page; otherwise it is a page of its own
 * @param asPanel whether they are a section of a customer's page, which says so when there are none
 */
public record CardsAtHandPage(
        CardsAtHand.Cards cards, @Nullable ProspectId prospect, boolean asPart, boolean asPanel) {}
