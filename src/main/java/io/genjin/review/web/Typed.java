package io.genjin.review.web;

import io.genjin.shared.web.Fields;
import java.util.List;

/**
 * What was typed into one form of the page and could not be stored: refused, or written by a colleague meanwhile.
 *
 * @param part        which form
 * @param differences where a colleague's words and these differ
 */
public record Typed(String part, Fields form, List<Difference> differences) {

    static final Typed NOTHING = new Typed("", Fields.empty(), List.of());

    /** One field in which two managers say something else: as both had it, mine, and theirs. */
    public record Difference(String field, String original, String mine, String theirs) {}
}
