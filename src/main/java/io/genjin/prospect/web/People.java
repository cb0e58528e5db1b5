package io.genjin.prospect.web;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The names of a dealership's people, for rows and timelines that know only their ids. */
public final class People {

    private static final String TYPED = "StaffId[value=";

    private final StaffDirectory staff;
    private final DealershipId dealership;

    public People(StaffDirectory staff, DealershipId dealership) {
        this.staff = staff;
        this.dealership = dealership;
    }

    ProspectView.@Nullable Person person(@Nullable StaffId id) {
        if (id == null) {
            return null;
        }
        StaffMember member = staff.get(dealership, id);
        return new ProspectView.Person(member.username(), member.name());
    }

    public String name(@Nullable StaffId id) {
        return id == null ? "" : staff.nameOf(dealership, id);
    }

    public String name(@Nullable UUID id) {
        return id == null ? "" : staff.nameOf(dealership, new StaffId(id));
    }

    /** The name behind an identity written in a journal entry; the text itself when it is none. */
    public String name(String id) {
        // entries of registered parties once wrote the identity with its type around it, and the journal keeps them
        String bare = id.startsWith(TYPED) && id.endsWith("]") ? id.substring(TYPED.length(), id.length() - 1) : id;
        try {
            return name(UUID.fromString(bare));
        } catch (IllegalArgumentException notAnIdentity) {
            return id;
        }
    }
}
