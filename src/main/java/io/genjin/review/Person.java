package io.genjin.review;

import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.UUID;

/** Somebody as the minutes name them, for good: people change their names and leave. */
public record Person(UUID id, String username, String name) {

    static Person of(StaffMember member) {
        return new Person(member.id().value(), member.username(), member.name());
    }

    public boolean is(StaffId other) {
        return id.equals(other.value());
    }
}
