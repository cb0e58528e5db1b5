package io.genjin.review.web;

import io.genjin.review.ReviewBook;
import io.genjin.review.ReviewWeek;
import io.genjin.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The weeks that were reviewed, or not.
 *
 * @param words what was searched for; empty for all
 */
public record ArchivePage(Page<ReviewBook.Listed> rows, String words, ReviewWeek running) {

    /** Empty at the end of the list. */
    public String nextPath() {
        @Nullable String next = rows.next();
        return next == null
                ? ""
                : UriComponentsBuilder.fromPath("/weekly-review/archive")
                        .queryParam("q", "{q}")
                        .queryParam("cursor", next)
                        .encode()
                        .buildAndExpand(words)
                        .toUriString();
    }
}
