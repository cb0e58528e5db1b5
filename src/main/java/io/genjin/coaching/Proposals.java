package io.genjin.coaching;

import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Policies;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** With whom to talk this week, and what in the reports speaks for it. For readers who see everybody's figures. */
@Component
@Transactional(readOnly = true)
public class Proposals {

    /**
     * A week's proposals.
     *
     * @param minimum how many one-to-ones a week needs (policy weekly.oneToOneMinimum)
     * @param talked  with whom there was one this week
     */
    public record OfWeek(TalkWeek week, int minimum, Set<StaffId> talked, List<Proposal> proposals) {

        public OfWeek {
            talked = Set.copyOf(talked);
            proposals = List.copyOf(proposals);
        }

        /** How many more the week needs. */
        public int missing() {
            return Math.max(0, minimum - talked.size());
        }
    }

    private final OneToOnes talks;
    private final Observations observations;
    private final Dealerships dealerships;
    private final Policies policies;
    private final Clock clock;

    Proposals(OneToOnes talks, Observations observations, Dealerships dealerships, Policies policies, Clock clock) {
        this.talks = talks;
        this.observations = observations;
        this.dealerships = dealerships;
        this.policies = policies;
        this.clock = clock;
    }

    /** Of the running week. */
    public OfWeek of(StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        TalkWeek week = TalkWeek.of(today);
        int minimum = policies.current(reader.dealership(), clock.instant()).weeklyOneToOnes();
        Set<StaffId> talked = talks.heldIn(week.monday(), reader.dealership());
        return new OfWeek(
                week,
                minimum,
                talked,
                Ranking.of(observations.of(week, today, reader), talked, minimum - talked.size(), today));
    }
}
