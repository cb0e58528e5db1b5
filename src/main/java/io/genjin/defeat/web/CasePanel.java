package io.genjin.defeat.web;

import io.genjin.defeat.CaseFile;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer did not buy, on their page.
 *
 * @param own    whether it is the reader's customer
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record CasePanel(CaseFile.Opened file, People people, boolean own, Fields form, boolean asPart) {

    /** What a decision adjusted, each as {@code owner=li.na}. */
    public static List<String> adjustments(CaseFile.Decided decided) {
        return Arrays.stream(decided.adjusted().split(" "))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public static String named(String adjustment) {
        return adjustment.substring(0, adjustment.indexOf('='));
    }

    public static String valued(String adjustment) {
        return adjustment.substring(adjustment.indexOf('=') + 1);
    }

    public @Nullable String noticeKey() {
        return file.asksForReview() && file.prospect().status().isFollowed() ? "case.asksForReview" : null;
    }
}
