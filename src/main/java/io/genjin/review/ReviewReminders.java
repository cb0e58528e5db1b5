package io.genjin.review;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.review.ReviewFact.Kind;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the managers of a week whose review is owed: on Friday at 18:00 when nobody has opened it, and on the Monday after
 * when it is not in the archive. Each is said once, also when this runs often, on several nodes, or after a weekend's downtime.
 */
@Component
public class ReviewReminders {

    /** When somebody is reminded. */
    enum Stage {
        FRIDAY,
        MONDAY
    }

    private final WeeklyReviews reviews;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReviewReminders(
            WeeklyReviews reviews,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.reviews = reviews;
        this.dealerships = dealerships;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Reminds in all dealerships; says how many facts there were to tell. */
    public int remind() {
        int told = 0;
        for (Dealership dealership : dealerships.selling()) {
            told += remind(dealership);
        }
        return told;
    }

    /** The same in one dealership. */
    public int remind(DealershipId in) {
        return remind(dealerships.get(in));
    }

    private int remind(Dealership dealership) {
        Instant now = clock.instant();
        ReviewWeek running = ReviewWeek.of(dealership.dayOf(now));
        return Tenancy.within(dealership.id(), () -> {
            begin(dealership, running.before());
            int told = 0;
            if (!now.isBefore(running.owedAt(dealership))) {
                told += remind(dealership, running, Stage.FRIDAY);
            }
            return told + remind(dealership, running.before(), Stage.MONDAY);
        });
    }

    /** A dealership owes reviews from the week in which it is first asked; nobody is reminded of weeks before it. */
    private void begin(Dealership dealership, ReviewWeek before) {
        transaction.executeWithoutResult(status -> {
            if (!reviews.areKept(dealership.id())) {
                reviews.remind(dealership.id(), before, Stage.MONDAY.name(), clock.instant());
            }
        });
    }

    private int remind(Dealership dealership, ReviewWeek week, Stage stage) {
        Boolean told = transaction.execute(status -> {
            boolean done = reviews.find(dealership.id(), week)
                    .filter(review -> stage == Stage.FRIDAY || review.archived())
                    .isPresent();
            Instant due = stage == Stage.FRIDAY ? week.owedAt(dealership) : week.overAt(dealership);
            if (done || !reviews.remind(dealership.id(), week, stage.name(), clock.instant())) {
                return false;
            }
            events.publishEvent(ReviewFact.of(Kind.WEEK_NOT_HELD, dealership.id(), week, null, due)
                    .with("stage", stage.name()));
            return true;
        });
        return Boolean.TRUE.equals(told) ? 1 : 0;
    }
}
