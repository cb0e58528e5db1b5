package io.genjin.needs;

import io.genjin.prospect.CardContent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * A field that the card lacks or says otherwise, with what the customer said. A person takes it over; nothing writes itself.
 *
 * @param was     what the card says; empty when nothing
 * @param becomes what it would say
 */
public record CardProposal(CardField field, String was, String becomes) {

    /** What a sheet could give the card, in the order of the card. */
    public static List<CardProposal> of(CardContent card, NeedsSheet sheet, LocalDate today) {
        return Arrays.stream(CardField.values())
                .map(field -> new CardProposal(
                        field,
                        field.on(card, today),
                        field.on(CardField.taken(EnumSet.of(field), card, sheet, today), today)))
                .filter(proposal -> !proposal.was().equals(proposal.becomes()))
                .toList();
    }

    /** Whether the card says nothing there. */
    public boolean isLacking() {
        return was.isEmpty();
    }
}
