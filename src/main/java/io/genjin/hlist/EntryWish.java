package io.genjin.hlist;

import io.genjin.prospect.ProspectId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place on a list as manager and consultant fill it in (3.10).
 *
 * @param prospect    whom; read when the customer is listed, not when the place is changed
 * @param responsible sign-in name of who does what was agreed
 */
public record EntryWish(
        @Nullable ProspectId prospect,
        @Nullable String likelyReason,
        @Nullable String obstacle,
        @Nullable String action,
        @Nullable String responsible,
        @Nullable LocalDate expectedDate) {}
