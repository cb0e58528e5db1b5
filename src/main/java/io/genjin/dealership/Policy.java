package io.genjin.dealership;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.genjin.shared.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a dealership decided about the parameters of the process (domain 5). A policy is never changed: a new version takes
 * effect at a moment, and what happened before is judged by the version of its time.
 *
 * @param hqFirstHours              hours within which a lead from HQ is followed first, inclusive
 * @param hqWarningHours            hours after receipt at which an HQ lead warns: unallocated, then twice unfollowed
 * @param unansweredCounts          whether an unanswered attempt counts for the rhythm at once; else three on three days do
 * @param pauseOnClosedDays         whether closed days stop the clocks (O-07: off)
 * @param ownershipGraceIntervals   how many intervals an owner may be overdue before a colleague can claim
 * @param handoverHours             hours within which a new owner contacts an H or A prospect
 * @param weeklyOneToOnes           one-to-ones that a showroom manager holds at least each week
 * @param defeatVerifyPercent       share of approved defeats that another person verifies
 * @param ownerCallbackDays         days after the delivery on which an owner is called, first to third (owner.callbacks)
 */
public record Policy(
        Map<Grade, GradeRule> rules,
        int hqFirstHours,
        List<Integer> hqWarningHours,
        boolean unansweredCounts,
        boolean pauseOnClosedDays,
        int ownershipGraceIntervals,
        int handoverHours,
        int weeklyOneToOnes,
        int defeatVerifyPercent,
        List<Integer> ownerCallbackDays) {

    private static final List<Integer> CALLBACK_DAYS = List.of(3, 7, 30);

    public Policy {
        // versions from before owners were called say nothing of it
        ownerCallbackDays = Objects.requireNonNullElse(ownerCallbackDays, CALLBACK_DAYS);
        ownerCallbackDays = List.copyOf(ownerCallbackDays);
        if (!areCallbackDays(ownerCallbackDays)) {
            throw new IllegalArgumentException("three days, one after the other");
        }
        rules = new EnumMap<>(rules);
        hqWarningHours = List.copyOf(hqWarningHours);
        if (rules.size() != Grade.values().length) {
            throw new IllegalArgumentException("every grade has a rule");
        }
    }

    /** A policy that leaves the calls to owners as they are by default. */
    public Policy(
            Map<Grade, GradeRule> rules,
            int hqFirstHours,
            List<Integer> hqWarningHours,
            boolean unansweredCounts,
            boolean pauseOnClosedDays,
            int ownershipGraceIntervals,
            int handoverHours,
            int weeklyOneToOnes,
            int defeatVerifyPercent) {
        this(
                rules,
                hqFirstHours,
                hqWarningHours,
                unansweredCounts,
                pauseOnClosedDays,
                ownershipGraceIntervals,
                handoverHours,
                weeklyOneToOnes,
                defeatVerifyPercent,
                CALLBACK_DAYS);
    }

    /** Whether these may be the days of the three calls after a delivery: one after the other, within a quarter. */
    public static boolean areCallbackDays(List<Integer> days) {
        return days.size() == 3
                && days.get(0) >= 1
                && days.get(0) < days.get(1)
                && days.get(1) < days.get(2)
                && days.get(2) <= 90;
    }

    /** The table exactly as the manual prints it (O-01), and the defaults of domain 5. */
    public static Policy asPrinted() {
        Map<Grade, GradeRule> rules = new EnumMap<>(Grade.class);
        rules.put(Grade.H, new GradeRule(7, FirstLimit.hours(24), new Frequency(1, 2)));
        rules.put(Grade.A, new GradeRule(15, FirstLimit.days(3), new Frequency(2, 3)));
        rules.put(Grade.B, new GradeRule(30, FirstLimit.days(7), new Frequency(1, 4)));
        rules.put(Grade.C, new GradeRule(90, FirstLimit.days(15), new Frequency(1, 7)));
        rules.put(Grade.N, new GradeRule(null, FirstLimit.months(1), new Frequency(1, 15)));
        return new Policy(rules, 24, List.of(4, 12, 20), false, false, 2, 24, 1, 20);
    }

    @Override
    public Map<Grade, GradeRule> rules() {
        return Map.copyOf(rules);
    }

    public GradeRule rule(Grade grade) {
        return Objects.requireNonNull(rules.get(grade));
    }

    /** The same policy with another rhythm for one grade, such as 3天1次 for A. */
    public Policy with(Grade grade, Frequency frequency) {
        Map<Grade, GradeRule> changed = new EnumMap<>(rules);
        GradeRule rule = rule(grade);
        changed.put(grade, new GradeRule(rule.purchaseWithinDays(), rule.first(), frequency));
        return new Policy(
                changed,
                hqFirstHours,
                hqWarningHours,
                unansweredCounts,
                pauseOnClosedDays,
                ownershipGraceIntervals,
                handoverHours,
                weeklyOneToOnes,
                defeatVerifyPercent,
                ownerCallbackDays);
    }

    /** The same policy with clocks that closed days stop, or do not (O-07). */
    public Policy pausing(boolean onClosedDays) {
        return new Policy(
                rules,
                hqFirstHours,
                hqWarningHours,
                unansweredCounts,
                onClosedDays,
                ownershipGraceIntervals,
                handoverHours,
                weeklyOneToOnes,
                defeatVerifyPercent,
                ownerCallbackDays);
    }

    /** The same policy with another grace, in intervals of the rhythm, before an overdue customer may be claimed (5). */
    public Policy withGrace(int intervals) {
        return new Policy(
                rules,
                hqFirstHours,
                hqWarningHours,
                unansweredCounts,
                pauseOnClosedDays,
                intervals,
                handoverHours,
                weeklyOneToOnes,
                defeatVerifyPercent,
                ownerCallbackDays);
    }

    /** The same policy with other days for the calls after a delivery. */
    public Policy withCallbackDays(List<Integer> days) {
        return new Policy(
                rules,
                hqFirstHours,
                hqWarningHours,
                unansweredCounts,
                pauseOnClosedDays,
                ownershipGraceIntervals,
                handoverHours,
                weeklyOneToOnes,
                defeatVerifyPercent,
                days);
    }

    /** Whether A is contacted more often than H although H is hotter, as printed (O-01). */
    @JsonIgnore
    public boolean isADenserThanH() {
        return rule(Grade.A).frequency().isDenserThan(rule(Grade.H).frequency());
    }

    /** The last moment for the first follow-up: the earlier of the source's rule and the grade's (O-04, scenario 7). */
    public Instant firstLimit(Grade grade, Instant receivedAt, boolean fromHq, ZoneId zone) {
        Instant byGrade = rule(grade).first().dueAt(receivedAt, zone);
        if (!fromHq) {
            return byGrade;
        }
        Instant bySource = receivedAt.plus(Duration.ofHours(hqFirstHours));
        return bySource.isBefore(byGrade) ? bySource : byGrade;
    }

    /** The day until which a contact of {@code day} keeps pace in a rhythm of one contact. */
    public LocalDate keptUntil(Grade grade, LocalDate day) {
        return day.plusDays(rule(grade).frequency().days());
    }
}
