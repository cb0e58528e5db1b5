package io.genjin.toolbox.web;

import gg.jte.Content;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.QrCode;
import io.genjin.staff.StaffMember;
import io.genjin.toolbox.FiledCard;
import io.genjin.toolbox.NameOrder;
import io.genjin.toolbox.ToolBox;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The index to the card box: one line for each customer.
 *
 * @param address where the product is reached, for the codes on paper
 */
public record IndexPage(
        List<FiledCard> cards,
        ToolBox.Order order,
        List<StaffMember> team,
        @Nullable StaffMember chosen,
        People people,
        String address) {

    public String consultant() {
        return chosen == null ? "" : chosen.username();
    }

    public boolean isMixed() {
        return chosen == null && !team.isEmpty();
    }

    /** The letter under which a line stands, when it is the first under it; an index by date has none. */
    public String letterAt(int line) {
        if (order == ToolBox.Order.date) {
            return "";
        }
        String letter = NameOrder.letter(cards.get(line).customerName());
        boolean again =
                line > 0 && NameOrder.letter(cards.get(line - 1).customerName()).equals(letter);
        return again ? "" : letter;
    }

    /** The code that opens a customer's record. */
    public Content code(FiledCard card) {
        return QrCode.of(address + "/prospects/" + card.prospect());
    }

    /** Path of the same index in another form or order. */
    public String path(String form, ToolBox.Order sorted) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/index-card" + form).queryParam("sort", sorted);
        if (chosen != null) {
            path.queryParam("consultant", chosen.username());
        }
        return path.encode().build().toUriString();
    }
}
