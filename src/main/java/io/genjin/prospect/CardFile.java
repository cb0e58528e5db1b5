package io.genjin.prospect;

import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.privacy.AccessLog;
import io.genjin.shared.Page;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens one card for reading: the prospect, its timeline, and on request the whole number, which is logged. */
@Component
public class CardFile {

    private final Access access;
    private final Journal journal;
    private final AccessLog accessLog;

    CardFile(Access access, Journal journal, AccessLog accessLog) {
        this.access = access;
        this.journal = journal;
        this.accessLog = accessLog;
    }

    @Transactional(readOnly = true)
    public Prospect open(ProspectId id, StaffMember reader) {
        return access.read(id, reader);
    }

    @Transactional(readOnly = true)
    public Page<JournalEntry> timeline(ProspectId id, int limit, @Nullable String cursor, StaffMember reader) {
        access.read(id, reader);
        return journal.timeline(reader.dealership(), id.value(), limit, cursor);
    }

    /** The whole number. Each look is one entry of the access log: who, whose, when (S-R33, S-R72). */
    @Transactional
    public PhoneNumber reveal(ProspectId id, StaffMember reader) {
        Prospect prospect = access.read(id, reader);
        accessLog.revealed(reader, id.value(), "mobile");
        return prospect.content().number();
    }
}
