package io.genjin.hlist;

import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An open customer with what speaks for and against an order in the week; the heavier comes first. */
public record Candidate(Outlook outlook, List<Sign> signs) {

    /** Days before today in which a visit or a talk is fresh. */
    static final int LATELY = 7;

    /** After so many days without a talk a customer has gone quiet. */
    static final int QUIET = 14;

    private static final Set<NextStepReason> COMING_IN = EnumSet.of(
            NextStepReason.INVITE_TO_SHOWROOM,
            NextStepReason.INVITE_TEST_DRIVE,
            NextStepReason.EVENT_INVITATION,
            NextStepReason.DECISION_MAKER_VISIT);

    private static final Comparator<Candidate> HEAVIEST_FIRST = Comparator.comparing(Candidate::weight)
            .reversed()
            .thenComparing(candidate -> candidate.outlook().grade())
            .thenComparing(candidate -> candidate.outlook().nextDate())
            .thenComparing(candidate -> candidate.outlook().prospect().value());

    public Candidate {
        signs = List.copyOf(signs);
    }

    public int weight() {
        return signs.stream().mapToInt(Sign::weight).sum();
    }

    /** Whether the customer is offered: grade H, or another sign that alone makes an order likely (O-11). */
    public boolean isOffered() {
        return signs.stream().anyMatch(Sign::offers);
    }

    /** All of them in the order in which they are talked through, offered or not. */
    static List<Candidate> rank(Collection<Outlook> outlooks, ListWeek week, LocalDate today) {
        return outlooks.stream()
                .map(outlook -> new Candidate(outlook, signs(outlook, week, today)))
                .sorted(HEAVIEST_FIRST)
                .toList();
    }

    private static List<Sign> signs(Outlook of, ListWeek week, LocalDate today) {
        List<Sign> signs = new ArrayList<>();
        boolean cameLately = isWithin(of.lastVisit(), LATELY, today);
        boolean reachedLately = isWithin(of.lastReached(), LATELY, today);
        boolean comesIn = of.appointment() || COMING_IN.contains(of.nextReason());
        add(Sign.GRADE_H, of.grade() == Grade.H, signs);
        add(Sign.GRADE_A, of.grade() == Grade.A, signs);
        add(Sign.EXPECTED_IN_WEEK, of.expectedDate() != null && week.contains(of.expectedDate()), signs);
        add(Sign.APPOINTMENT_IN_WEEK, comesIn && week.contains(of.nextDate()), signs);
        add(
                Sign.TEST_DRIVE_NEXT,
                of.nextReason() == NextStepReason.INVITE_TEST_DRIVE
                        && !of.nextDate().isAfter(week.sunday()),
                signs);
        add(Sign.VISITED_LATELY, cameLately, signs);
        add(Sign.REACHED_LATELY, reachedLately, signs);
        add(Sign.CAME_BACK, of.visits() > 1, signs);
        add(Sign.ALL_EVIDENCE, of.evidence().size() == Evidence.values().length, signs);
        add(Sign.NO_PURCHASING_POWER, !of.evidence().contains(Evidence.PURCHASING_POWER), signs);
        add(Sign.NOT_REACHED_LONG, !isWithin(of.lastReached(), QUIET, today) && !cameLately, signs);
        add(Sign.OVERDUE, of.overdue(), signs);
        add(Sign.MISSED, of.misses() > 0, signs);
        return signs;
    }

    private static boolean isWithin(@Nullable LocalDate day, int days, LocalDate today) {
        return day != null && !day.isBefore(today.minusDays(days)) && !day.isAfter(today);
    }

    private static void add(Sign sign, boolean seen, List<Sign> signs) {
        if (seen) {
            signs.add(sign);
        }
    }
}
