package io.genjin.prospect;

import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.privacy.AccessLog;
import io.genjin.shared.Page;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens one card for reading: the prospect, its timeline, and on request the whole number, which is logged. */
@Component
public class CardFile {

    private final Access access;
    private final Journal journal;
    private final AccessLog accessLog;
    private final MergedCases merged;

    CardFile(Access access, Journal journal, AccessLog accessLog, MergedCases merged) {
        this.merged = merged;
        this.access = access;
        this.journal = journal;
        this.accessLog = accessLog;
    }

    @Transactional(readOnly = true)
    public Prospect open(ProspectId id, StaffMember reader) {
        return access.read(id, reader);
    }

    /** What happened to the customer, in this case and in all that were merged into it, newest first. */
    @Transactional(readOnly = true)
    public Page<JournalEntry> timeline(ProspectId id, int limit, @Nullable String cursor, StaffMember reader) {
        access.read(id, reader);
        List<UUID> cases = merged.into(reader.dealership(), id).stream()
                .map(ProspectId::value)
                .collect(Collectors.toCollection(ArrayList::new));
        cases.add(id.value());
        return journal.timeline(reader.dealership(), cases, limit, cursor);
    }

    /** Every case of the customer: the one that goes on, and all that were merged into it. What one says holds for all. */
    @Transactional(readOnly = true)
    public List<ProspectId> cases(ProspectId id, StaffMember reader) {
        access.read(id, reader);
        ProspectId goesOn = merged.survivorOf(reader.dealership(), id).orElse(id);
        List<ProspectId> cases = new ArrayList<>(List.of(goesOn));
        cases.addAll(merged.into(reader.dealership(), goesOn));
        return cases;
    }

    /** The whole number. Each look is one entry of the access log: who, whose, when (S-R33, S-R72). */
    @Transactional
    public PhoneNumber reveal(ProspectId id, StaffMember reader) {
        Prospect prospect = access.read(id, reader);
        accessLog.revealed(reader, id.value(), "mobile");
        return prospect.content().number();
    }
}
