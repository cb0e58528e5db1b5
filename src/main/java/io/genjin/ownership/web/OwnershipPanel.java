package io.genjin.ownership.web;

import io.genjin.journal.JournalEntry;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose customer it is: important or not, who assists, with whom the customer buys. */
public record OwnershipPanel(
        Prospect prospect,
        List<StaffId> assistants,
        List<Prospect> group,
        List<JournalEntry> timeline,
        @Nullable Prospect suggestion,
        List<StaffMember> salesManagers,
        List<StaffMember> consultants,
        People people,
        JournalWords words,
        Fields form,
        boolean asPart) {

    public boolean isGrouped() {
        return group.size() > 1;
    }

    public String here() {
        return "/prospects/" + prospect.id();
    }

    /** Card number of the member that an entry is about. */
    public String cardOf(JournalEntry entry) {
        UUID id = entry.prospect();
        Optional<Prospect> member =
                group.stream().filter(one -> one.id().value().equals(id)).findFirst();
        return member.map(Prospect::cardNo).orElse("");
    }

    /** Sign-in name of an assistant. */
    public String username(StaffId id) {
        return consultants.stream()
                .filter(member -> member.id().equals(id))
                .map(StaffMember::username)
                .findFirst()
                .orElse("");
    }
}
