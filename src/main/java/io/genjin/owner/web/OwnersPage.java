package io.genjin.owner.web;

import io.genjin.owner.OwnerBook;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list of owners.
 *
 * @param consultant sign-in name of the one consultant asked for; empty for all
 * @param only       what only is asked for: {@code unhappy}, {@code plate}, or nothing
 * @param team       consultants to choose among; empty when the reader sees only their own
 */
public record OwnersPage(
        Page<OwnerBook.Row> rows, String q, String consultant, String only, List<StaffMember> team, People people) {

    /** Path of the next part of the list. */
    public String next() {
        return UriComponentsBuilder.fromPath("/owners")
                .queryParam("q", q)
                .queryParam("consultant", consultant)
                .queryParam("only", only)
                .queryParam("cursor", rows.next())
                .encode()
                .build()
                .toUriString();
    }

    /** Path of the same list with only some of it. */
    public String onlyPath(@Nullable String other) {
        return UriComponentsBuilder.fromPath("/owners")
                .queryParam("q", q)
                .queryParam("consultant", consultant)
                .queryParam("only", other)
                .encode()
                .build()
                .toUriString();
    }
}
