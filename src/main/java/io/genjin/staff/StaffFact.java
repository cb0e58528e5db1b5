package io.genjin.staff;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a person of the dealership: joined, other duties, away, left. About no prospect. */
public record StaffFact(
        DealershipId dealership,
        Kind what,
        StaffId who,
        @Nullable UUID actor,
        Instant happenedAt,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds of facts this module knows. */
    public enum Kind {
        STAFF_INVITED,
        STAFF_RENAMED,
        ROLES_CHANGED,
        SIGN_IN_RESET,
        SIGNED_OUT,
        NOTICE_GIVEN,
        NOTICE_WITHDRAWN,
        STAFF_DEACTIVATED,
        STAFF_REACTIVATED,
        ABSENCE_RECORDED,
        ABSENCE_CANCELLED,
        /** People changed their own e-mail address; which it is the journal does not tell. */
        EMAIL_CHANGED,
        SECOND_FACTOR_SET_UP,
        SECOND_FACTOR_ENDED,
        /** An administrator ended the second factor of a colleague. */
        SECOND_FACTOR_RESET,
        DOOR_RULES_CHANGED
    }

    static StaffFact of(Kind what, StaffMember who, StaffMember by, Instant at) {
        return new StaffFact(
                who.dealership(),
                what,
                who.id(),
                by.id().value(),
                at,
                Map.of("person", who.id().toString(), "username", who.username()));
    }

    /** The same fact saying one thing more; nothing to say adds nothing. */
    StaffFact with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value instanceof Collection<?> many ? codes(many) : written(value));
        return new StaffFact(dealership, what, who, actor, happenedAt, more);
    }

    private static List<String> codes(Collection<?> many) {
        return many.stream().sorted().map(Object::toString).toList();
    }

    private static String written(Object value) {
        return value.toString();
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
