package io.genjin.prospect;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the clocks demand next of a prospect. Set by {@code followup}, which alone computes it once a first follow-up was made; before
 * that it is the policy's first limit.
 *
 * @param dueAt        the moment that the rule allows at the latest; later is a miss (1.12 rule 7)
 * @param latest       the last day that may be planned without a late reason (1.12 rule 8)
 * @param firstPending whether the first follow-up is still owed
 */
public record Deadline(Instant dueAt, LocalDate latest, boolean firstPending) {}
