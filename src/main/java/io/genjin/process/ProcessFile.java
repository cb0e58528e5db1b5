package io.genjin.process;

import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffMember;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a customer's case went through the stages, for those who may see it; merged cases are one. */
@Component
public class ProcessFile {

    private final CardFile file;
    private final Journal journal;
    private final StageSkips skips;

    ProcessFile(CardFile file, Journal journal, StageSkips skips) {
        this.file = file;
        this.journal = journal;
        this.skips = skips;
    }

    /**
     * One customer's course.
     *
     * @param notes the words beside the reason of a stage left out
     */
    public record Opened(Prospect prospect, CaseCourse course, Map<Stage, String> notes) {}

    @Transactional(readOnly = true)
    public Opened open(ProspectId id, StaffMember reader) {
        Prospect prospect = file.open(id, reader);
        List<ProspectId> cases = file.cases(id, reader);
        List<UUID> ids = cases.stream().map(ProspectId::value).toList();
        List<JournalEntry> entries = journal.about(reader.dealership(), ids).values().stream()
                .flatMap(Collection::stream)
                .toList();
        return new Opened(prospect, CaseCourse.read(entries), new HashMap<>(skips.notes(reader.dealership(), cases)));
    }
}
