package io.genjin.review.web;

import io.genjin.review.ReviewWeek;
import java.time.Instant;

/**
 * A week whose review nobody has opened.
 *
 * @param canBeOpened whether its time is now
 * @param mayOpen     whether the reader may open it
 * @param begun       whether the week has begun
 * @param owedAt      Friday evening
 * @param owed        whether that has gone by
 */
public record WeekPage(
        ReviewWeek week, boolean canBeOpened, boolean mayOpen, boolean begun, Instant owedAt, boolean owed) {}
