package io.genjin.report;

import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tallies of everybody, and of the dealership, to which what is nobody's belongs as well. */
final class Tallies {

    private final Map<UUID, Tally> people = new HashMap<>();
    private final Tally dealership = new Tally();

    void add(String part, @Nullable UUID person, long day, long month) {
        dealership.add(part, day, month);
        if (person != null) {
            people.computeIfAbsent(person, who -> new Tally()).add(part, day, month);
        }
    }

    boolean has(StaffId person) {
        return people.containsKey(person.value());
    }

    /** Of one person, or of the dealership when there is no person. */
    Tally of(@Nullable StaffMember person) {
        return person == null ? dealership : people.getOrDefault(person.id().value(), new Tally());
    }
}
