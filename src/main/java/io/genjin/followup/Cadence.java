package io.genjin.followup;

import io.genjin.dealership.Frequency;
import io.genjin.dealership.PolicyHistory;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What first limit and rhythm demand of one prospect: every due moment, every miss with the owner who answers for it, and
 * the next due (R-210, 1.11, 1.12). It reads no clock and no table; the same history gives the same reading. Nothing else
 * computes a due moment.
 *
 * <p><b>Policy versions.</b> A due is judged by the version in force at the event that set it: receipt, contact, regrading,
 * a miss, a cycle's end, or the new version itself, which acts on what is open as a regrading does:
 *
 * <ul>
 *   <li>A first limit that has not fallen is recomputed from the receipt, yet a version that shortens it never lets it
 *       fall before the end of the day from which the version holds, unless it would have fallen sooner anyhow: nobody can
 *       keep a rule before it exists.
 *   <li>A once-rhythm that becomes shorter is due at the earlier of its running due and day of the version + n; one that
 *       becomes longer at last counted + n, not before the day of the version. One that becomes an m-times rhythm begins a
 *       cycle that day. One that stays the same is not touched.
 *   <li>A running cycle ends by the version under which it began, misses included; the next one, of one contact or of
 *       several, follows the new version (scenario 14).
 *   <li>Whether an unanswered attempt counts is asked of the version at the attempt.
 * </ul>
 *
 * <p><b>A rhythm of its own</b> that a manager gave one customer (1.8 state 9) takes the place of the grade's until the next
 * regrading; it acts as a regrading does.
 *
 * <p><b>Rests.</b> While a case rests (dormant, defeated, ordered) nothing is owed and nothing falls. When it resumes, the
 * rhythm begins anew on that day; a first follow-up that was still owed is owed again, its limit counted from then.
 *
 * <p><b>Several things at one moment</b> happen in this order: the version, the resuming, the contact, the regrading, the own
 * rhythm, the rest. A contact that brings a new grade is thus judged by the grade that it met.
 *
 * <p>Closed days do not stop a clock (O-07); where a policy lets them, {@code PausedCadence} cuts them out beforehand.
 */
public final class Cadence {

    private Cadence() {}

    /**
     * Reads the clocks at {@code asOf}; what happened later is left out.
     *
     * @param zone the dealership's zone, in which days begin and end
     */
    public static Reading read(History history, PolicyHistory policies, ZoneId zone, Instant asOf) {
        return new ClockWalk(history, policies, zone).until(asOf);
    }

    /**
     * All that the clocks ask about one prospect. The lists may come in any order.
     *
     * @param receivedAt when the information was obtained: the first clock's anchor (O-03)
     * @param fromHq     whether HQ sent it: then the earlier of HQ's hours and the grade's limit holds (O-04)
     * @param grades     at least one; the earliest is the grade from receipt on
     * @param owners     at least one; the earliest also answers for the time before
     * @param touches    those before the receipt are no follow-ups and are passed over (1.12 rule 1)
     */
    public record History(
            Instant receivedAt,
            boolean fromHq,
            List<GradeSince> grades,
            List<OwnerSince> owners,
            List<Touch> touches,
            List<Excuse> excuses,
            List<OwnRhythm> ownRhythms,
            List<Rest> rests) {

        public History {
            if (grades.isEmpty() || owners.isEmpty()) {
                throw new IllegalArgumentException("an open prospect has a grade and an owner");
            }
            grades = grades.stream()
                    .sorted(Comparator.comparing(GradeSince::since)
                            .thenComparing(GradeSince::grade, Comparator.reverseOrder()))
                    .toList();
            owners = owners.stream()
                    .sorted(Comparator.comparing(OwnerSince::since)
                            .thenComparing(since -> since.owner().value()))
                    .toList();
            touches = touches.stream()
                    .sorted(Comparator.comparing(Touch::at).thenComparing(Touch::answered))
                    .toList();
            excuses = List.copyOf(excuses);
            ownRhythms = ownRhythms.stream()
                    .sorted(Comparator.comparing(OwnRhythm::since))
                    .toList();
            rests = rests.stream().sorted(Comparator.comparing(Rest::from)).toList();
        }

        /** A case that never rested and keeps to the rhythm of its grade. */
        public History(
                Instant receivedAt,
                boolean fromHq,
                List<GradeSince> grades,
                List<OwnerSince> owners,
                List<Touch> touches,
                List<Excuse> excuses) {
            this(receivedAt, fromHq, grades, owners, touches, excuses, List.of(), List.of());
        }

        /** Whose prospect it was at {@code moment}: the one who is charged with what fell due then (1.11 rule 7). */
        public StaffId ownerAt(Instant moment) {
            StaffId found = owners.get(0).owner();
            for (OwnerSince next : owners) {
                if (!next.since().isAfter(moment)) {
                    found = next.owner();
                }
            }
            return found;
        }

        boolean excusesAt(Instant dueAt) {
            return excuses.stream().anyMatch(excuse -> excuse.covers(dueAt));
        }
    }

    /** The grade from a moment on; the first one from the receipt. Of two at one moment the hotter holds. */
    public record GradeSince(Grade grade, Instant since) {}

    public record OwnerSince(StaffId owner, Instant since) {}

    /** The rhythm that a manager gave this one customer from a moment on; nothing when it follows the grade again. */
    public record OwnRhythm(@Nullable Frequency frequency, Instant since) {}

    /** A stretch in which the case was not followed: dormant, defeated or ordered; without end while it lasts. */
    public record Rest(Instant from, @Nullable Instant until) {}

    /**
     * A follow-up, made by a person and recorded with its result; never the contact in which the information was obtained
     * (1.12 rule 1) and never an automatic message.
     *
     * @param at       when it happened, not when it was typed (1.12 rule 7); read to the second, as the limits are, so that
     *                 all of a day's last second is on time
     * @param answered whether the customer was reached; else it was an attempt (1.12 rule 5)
     */
    public record Touch(Instant at, boolean answered) {

        public Touch {
            at = at.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /**
     * A plan after the rhythm's latest day that was given a late reason (1.12 rule 8): what is missed after {@code from} up
     * to and including {@code until} is excused.
     */
    public record Excuse(Instant from, Instant until, String reason) {

        boolean covers(Instant dueAt) {
            return from.isBefore(dueAt) && !until.isBefore(dueAt);
        }
    }

    /**
     * One contact that was demanded and not made.
     *
     * @param dueAt   the last moment at which it would have been on time
     * @param owner   whose prospect it was at that moment
     * @param first   whether the first limit was missed; else the rhythm
     * @param excused whether a late reason covers it
     */
    public record Miss(Instant dueAt, StaffId owner, boolean first, boolean excused) {}

    /**
     * What the clocks say at one moment.
     *
     * @param dueAt    the next due moment; or a first limit that has fallen, until a first attempt or contact
     * @param latest   the latest day for which the next contact may be planned without a late reason: the day of
     *                 {@code dueAt}, never one that is over
     * @param first    whether the first follow-up is still owed
     * @param misses   every miss that fell before, in time order, excused ones included
     * @param demanded contacts demanded so far: the misses, and the contacts that met a first limit or the rhythm. A contact
     *                 that meets both is one contact (K03b)
     * @param counted  the days that counted for the rhythm, in order
     * @param met      those among them on which the rhythm had demanded a contact, in order (K03b)
     */
    public record Reading(
            Instant dueAt,
            LocalDate latest,
            boolean first,
            List<Miss> misses,
            int demanded,
            List<LocalDate> counted,
            List<LocalDate> met) {

        public Reading {
            misses = List.copyOf(misses);
            counted = List.copyOf(counted);
            met = List.copyOf(met);
        }

        /** Whether the due moment has fallen: not at it, only after it (1.12 rule 7). */
        public boolean overdueAt(Instant now) {
            return now.isAfter(dueAt);
        }
    }
}
