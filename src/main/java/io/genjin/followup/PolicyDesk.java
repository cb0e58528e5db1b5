package io.genjin.followup;

import io.genjin.dealership.Frequency;
import io.genjin.dealership.Policies;
import io.genjin.dealership.Policy;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the rhythm of the grades. A version holds from now on; open clocks are computed anew by it, and a running cycle
 * ends by the version under which it began (O-01, scenario 14).
 */
@Service
public class PolicyDesk {

    private static final int LONGEST_REASON = 200;
    private static final int LEAST_GRACE = 1;
    private static final int MOST_GRACE = 10;

    private final Policies policies;
    private final Sweep sweep;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PolicyDesk(Policies policies, Sweep sweep, ApplicationEventPublisher events, Clock clock) {
        this.policies = policies;
        this.sweep = sweep;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param rhythms the grades whose rhythm changes
     * @throws FieldsRefused when no reason is given, or nothing changes
     */
    @Transactional
    public Policy change(Map<Grade, Frequency> rhythms, @Nullable String reason, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.line(reason, LONGEST_REASON, "reason", wrong);
        if (why == null || why.isBlank()) {
            wrong.add(Field.of("reason", "field.required"));
        }
        Instant now = clock.instant();
        Policy before = policies.current(by.dealership(), now);
        Policy after = before;
        for (Map.Entry<Grade, Frequency> rhythm : rhythms.entrySet()) {
            after = after.with(rhythm.getKey(), rhythm.getValue());
        }
        if (wrong.isEmpty() && after.equals(before)) {
            wrong.add(Field.of("reason", "field.sameRules"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        policies.change(by.dealership(), after, now, by.name(), Objects.requireNonNull(why));
        events.publishEvent(new PolicyChanged(by.dealership(), by.id().value(), now, words(before, after), why));
        sweep.recompute(by.dealership());
        return after;
    }

    /**
     * Lets closed days stop the clocks from now on, or not any more (O-07).
     *
     * @throws FieldsRefused when no reason is given, or nothing changes
     */
    @Transactional
    public void pause(boolean onClosedDays, @Nullable String reason, StaffMember by) {
        Instant now = clock.instant();
        Policy before = policies.current(by.dealership(), now);
        String why = required(reason, "pauseReason");
        if (before.pauseOnClosedDays() == onClosedDays) {
            throw new FieldsRefused(Field.of("pauseReason", "field.sameRules"));
        }
        policies.change(by.dealership(), before.pausing(onClosedDays), now, by.name(), why);
        Map<String, Object> words = Map.of("pauseOnClosedDays", onClosedDays);
        events.publishEvent(new PolicyChanged(by.dealership(), by.id().value(), now, words, why));
        sweep.recompute(by.dealership());
    }

    /**
     * Lets an overdue promise come before the sales manager, and the customer be claimed, after so many intervals from now on.
     *
     * @throws FieldsRefused when the number is out of bounds, no reason is given, or nothing changes
     */
    @Transactional
    public void grace(@Nullable Integer intervals, @Nullable String reason, StaffMember by) {
        Instant now = clock.instant();
        Policy before = policies.current(by.dealership(), now);
        String why = required(reason, "graceReason");
        if (intervals == null || intervals < LEAST_GRACE || intervals > MOST_GRACE) {
            throw new FieldsRefused(Field.of("intervals", "field.grace", LEAST_GRACE, MOST_GRACE));
        }
        if (before.ownershipGraceIntervals() == intervals) {
            throw new FieldsRefused(Field.of("intervals", "field.sameRules"));
        }
        policies.change(by.dealership(), before.withGrace(intervals), now, by.name(), why);
        Map<String, Object> words = Map.of("ownershipGraceIntervals", intervals);
        events.publishEvent(new PolicyChanged(by.dealership(), by.id().value(), now, words, why));
    }

    /**
     * Calls owners on other days after the delivery from now on; calls planned before stay.
     *
     * @throws FieldsRefused when the days do not come one after the other within a quarter, no reason is given, or nothing changes
     */
    @Transactional
    public void callbacks(List<Integer> days, @Nullable String reason, StaffMember by) {
        Instant now = clock.instant();
        Policy before = policies.current(by.dealership(), now);
        String why = required(reason, "callbackReason");
        if (!Policy.areCallbackDays(days)) {
            throw new FieldsRefused(Field.of("callbackDays", "field.callbackDays"));
        }
        if (before.ownerCallbackDays().equals(days)) {
            throw new FieldsRefused(Field.of("callbackDays", "field.sameRules"));
        }
        policies.change(by.dealership(), before.withCallbackDays(days), now, by.name(), why);
        Map<String, Object> words = Map.of("ownerCallbackDays", days);
        events.publishEvent(new PolicyChanged(by.dealership(), by.id().value(), now, words, why));
    }

    private static String required(@Nullable String reason, String field) {
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.line(reason, LONGEST_REASON, field, wrong);
        if (why == null || why.isBlank()) {
            wrong.add(Field.of(field, "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return Objects.requireNonNull(why);
    }

    private static Map<String, Object> words(Policy before, Policy after) {
        Map<String, Object> words = new LinkedHashMap<>();
        for (Grade grade : Grade.values()) {
            Frequency was = before.rule(grade).frequency();
            Frequency is = after.rule(grade).frequency();
            if (!was.equals(is)) {
                words.put(grade.name(), was.days() + "/" + was.times() + " → " + is.days() + "/" + is.times());
            }
        }
        return words;
    }
}
