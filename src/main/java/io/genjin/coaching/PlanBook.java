package io.genjin.coaching;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Success plans as people read them: managers all, a consultant their own. */
@Component
@Transactional(readOnly = true)
public class PlanBook {

    /** Which plans are asked for. */
    public enum Filter {
        ALL,
        /** A signature is missing. */
        TO_SIGN,
        /** Signed by both, and not followed up yet. */
        RUNNING,
        /** Of those, the day of the follow-up has come. */
        DUE,
        FOLLOWED_UP
    }

    private final SuccessPlans plans;
    private final PlanNumbers numbers;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Clock clock;

    PlanBook(SuccessPlans plans, PlanNumbers numbers, Rights rights, Dealerships dealerships, Clock clock) {
        this.plans = plans;
        this.numbers = numbers;
        this.rights = rights;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** The latest first. */
    public Page<SuccessPlan> list(
            Filter filter, @Nullable StaffId consultant, int limit, @Nullable String cursor, StaffMember reader) {
        return plans.list(
                reader.dealership(),
                SuccessPlans.Filter.valueOf(filter.name()),
                seesAll(reader) ? consultant : reader.id(),
                today(reader),
                limit,
                cursor);
    }

    public SuccessPlan read(PlanId id, StaffMember reader) {
        SuccessPlan plan = plans.get(reader.dealership(), id);
        mustSee(plan, reader);
        return plan;
    }

    /** What the figures of the plan would be if it were made of the same days now (scenario 32). */
    public PlanFigures today(SuccessPlan plan, StaffMember reader) {
        return numbers.of(plan.consultant(), new TalkWeek(plan.figures().week().from()), reader);
    }

    /** The plans that came of a talk, the latest first. */
    public List<SuccessPlan> ofTalk(OneToOneId talk, StaffMember reader) {
        return plans.ofTalk(reader.dealership(), talk).stream()
                .filter(plan -> isSeenBy(plan, reader))
                .toList();
    }

    void mustSee(SuccessPlan plan, StaffMember reader) {
        if (!isSeenBy(plan, reader)) {
            throw new NothingHere(plan.id());
        }
    }

    private boolean isSeenBy(SuccessPlan plan, StaffMember reader) {
        return seesAll(reader) || plan.consultant().equals(reader.id());
    }

    private boolean seesAll(StaffMember reader) {
        return rights.reachOf(reader, OneToOneBook.READ) == Reach.ALL;
    }

    private LocalDate today(StaffMember reader) {
        return dealerships.get(reader.dealership()).today(clock);
    }
}
