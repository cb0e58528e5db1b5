package io.genjin.coaching;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a one-to-one or a success plan; their words stay with them, the journal keeps ids, days and numbers. */
public record CoachingFact(
        DealershipId dealership, Kind what, @Nullable UUID actor, Instant happenedAt, Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them; {@code to} is whoever is told. */
    public enum Kind {
        ONE_TO_ONE_HELD,
        ONE_TO_ONE_CORRECTED,
        ONE_TO_ONE_TAKEN_BACK,
        SUCCESS_PLAN_MADE,
        /** Written anew before both had signed; a signature given before is void. */
        SUCCESS_PLAN_CHANGED,
        SUCCESS_PLAN_SIGNED,
        /** The day of the follow-up has come. */
        SUCCESS_PLAN_DUE,
        SUCCESS_PLAN_FOLLOWED_UP
    }

    static CoachingFact of(Kind what, OneToOne talk, StaffId by, Instant at) {
        Map<String, Object> details = new HashMap<>();
        details.put("talk", talk.id().toString());
        details.put("version", talk.version());
        details.put("week", talk.week().toString());
        details.put("heldOn", talk.heldOn().toString());
        details.put("manager", talk.manager().toString());
        details.put("to", talk.consultant().toString());
        return new CoachingFact(talk.dealership(), what, by.value(), at, details);
    }

    /** @param to whoever is told */
    static CoachingFact of(Kind what, SuccessPlan plan, @Nullable StaffId by, StaffId to, Instant at) {
        Map<String, Object> details = new HashMap<>();
        details.put("plan", plan.id().toString());
        details.put("number", plan.number());
        details.put("version", plan.version());
        details.put("talk", plan.talk().toString());
        details.put("week", plan.week().toString());
        details.put("followUpOn", plan.content().followUpOn().toString());
        details.put("consultant", plan.consultant().toString());
        details.put("manager", plan.manager().toString());
        details.put("to", to.toString());
        return new CoachingFact(plan.dealership(), what, by == null ? null : by.value(), at, details);
    }

    CoachingFact with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new CoachingFact(dealership, what, actor, happenedAt, more);
    }

    @Override
    public String kind() {
        return what.name();
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }
}
