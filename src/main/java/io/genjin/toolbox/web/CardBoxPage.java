package io.genjin.toolbox.web;

import io.genjin.prospect.web.People;
import io.genjin.staff.StaffMember;
import io.genjin.toolbox.CardBox;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The card box with one compartment open.
 *
 * @param team   consultants to choose among; empty when the reader has only their own
 * @param chosen whose box it is; nobody's holds the cards of all whom the reader may see
 */
public record CardBoxPage(
        CardBox box,
        CardBox.Compartment open,
        List<StaffMember> team,
        @Nullable StaffMember chosen,
        People people) {

    public String consultant() {
        return chosen == null ? "" : chosen.username();
    }

    /** Path of the same box with another compartment open. */
    public String pathOf(CardBox.Compartment compartment) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/card-box").queryParam("at", compartment.key());
        if (chosen != null) {
            path.queryParam("consultant", chosen.username());
        }
        return path.fragment("cards").encode().build().toUriString();
    }

    public String indexPath() {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/index-card");
        if (chosen != null) {
            path.queryParam("consultant", chosen.username());
        }
        return path.encode().build().toUriString();
    }

    /** Whether cards of more than one person lie in it, so that each must say whose it is. */
    public boolean isMixed() {
        return chosen == null && !team.isEmpty();
    }
}
