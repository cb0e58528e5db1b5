package io.genjin.toolbox;

import io.genjin.prospect.Access;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose tool box a person may open: their own and those they stand in for; managers everybody's (S-R22). */
@Component
public class Consultants {

    private final Access access;
    private final StaffDirectory staff;

    Consultants(Access access, StaffDirectory staff) {
        this.access = access;
        this.staff = staff;
    }

    /**
     * Whose box is asked for; nobody means all that the reader may open. Somebody else's is to a consultant as if there were nobody
     * of that name.
     *
     * @throws FieldsRefused naming {@code consultant}
     */
    public @Nullable StaffMember chosen(@Nullable String username, StaffMember reader) {
        if (username == null || username.isBlank()) {
            return null;
        }
        boolean all = access.seesAll(reader, "prospect.read");
        return staff.byUsername(reader.dealership(), username.strip())
                .filter(member -> all || access.ownersOf(reader).contains(member.id()))
                .orElseThrow(() -> new FieldsRefused(Field.of("consultant", "field.owner")));
    }

    /** The people among whom the reader may choose; nobody when there is only the reader's own. */
    public List<StaffMember> offered(StaffMember reader) {
        boolean all = access.seesAll(reader, "prospect.read");
        Set<StaffId> owners = access.ownersOf(reader);
        List<StaffMember> people = staff.active(reader.dealership()).stream()
                .filter(member -> member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER)
                        || !all && member.id().equals(reader.id()))
                .filter(member -> all || owners.contains(member.id()))
                .toList();
        return people.size() > 1 ? people : List.of();
    }

    /** Whose customers are meant: the chosen person's, or all that the reader may see; nothing means the whole dealership's. */
    public @Nullable Set<StaffId> owners(@Nullable StaffMember chosen, StaffMember reader) {
        if (chosen != null) {
            return Set.of(chosen.id());
        }
        return access.seesAll(reader, "prospect.read") ? null : access.ownersOf(reader);
    }
}
