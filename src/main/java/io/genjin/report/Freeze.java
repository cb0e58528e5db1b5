package io.genjin.report;

import java.time.Instant;

/**
 * That the daily report of a day is frozen (冻结): its numbers are what was written down until closing time, and what was
 * written later stands beside them as a correction (scenario 40).
 *
 * @param knownUntil   closing time
 * @param frozenAt     when it was written down, later than closing time if the product did not run then
 * @param stood        whether what stood at closing time could still be told; else stocks and open promises are missing
 * @param standingKept whether all that stood was kept row by row; a day frozen by an older version kept the day's own promises alone
 */
public record Freeze(Instant knownUntil, Instant frozenAt, boolean stood, boolean standingKept) {}
