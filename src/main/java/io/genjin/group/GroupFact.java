package io.genjin.group;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a group of dealerships, in HQ's own journal. */
public record GroupFact(Kind what, UUID actor, Instant happenedAt, Map<String, Object> details) implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        DEALERSHIP_GROUP_FOUNDED,
        DEALERSHIP_GROUP_JOINED,
        DEALERSHIP_GROUP_LEFT
    }

    static GroupFact of(Kind what, String group, StaffId by, Instant at) {
        return new GroupFact(what, by.value(), at, Map.of("group", group));
    }

    GroupFact with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new GroupFact(what, actor, happenedAt, more);
    }

    @Override
    public DealershipId dealership() {
        return DealershipId.HQ;
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
