package io.genjin.defeat.web;

import io.genjin.defeat.CaseFile;
import io.genjin.prospect.ProspectList;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Customers who did not buy: those the managers must decide on, applications to give up, and those at rest.
 *
 * @param analyses customers who wait for a manager's decision; filled on the first tab only
 * @param defeats  applications; filled on the tabs of defeats
 * @param resting  dormant customers with their wake-up dates; filled on their tab only
 */
public record CasesPage(
        Tab tab,
        Page<ProspectList.Row> analyses,
        Page<CaseFile.Row> defeats,
        Page<ProspectList.Row> resting,
        People people) {

    /** What stands together. */
    public enum Tab {
        analysis,
        pending,
        decided,
        dormant
    }

    public boolean isEmpty() {
        return analyses.items().isEmpty()
                && defeats.items().isEmpty()
                && resting.items().isEmpty();
    }

    /** Address of the next part of the list; nothing at its end. */
    public String nextPath() {
        String next =
                analyses.next() != null ? analyses.next() : defeats.next() != null ? defeats.next() : resting.next();
        return next == null
                ? ""
                : UriComponentsBuilder.fromPath("/defeats")
                        .queryParam("tab", tab)
                        .queryParam("cursor", next)
                        .encode()
                        .build()
                        .toUriString();
    }
}
