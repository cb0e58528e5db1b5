package io.genjin.hlist.web;

import io.genjin.hlist.EntryWish;
import io.genjin.prospect.ProspectId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A place on a list as it was filled in. */
record HListForm(
        @Nullable String prospectId,
        @Nullable String likelyReason,
        @Nullable String obstacle,
        @Nullable String action,
        @Nullable String responsible,
        @Nullable LocalDate expectedDate) {

    EntryWish wish() {
        return new EntryWish(
                prospectId == null || prospectId.isBlank() ? null : ProspectId.of(prospectId),
                likelyReason,
                obstacle,
                action,
                responsible,
                expectedDate);
    }
}
