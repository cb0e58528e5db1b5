package io.genjin.process;

import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectClosed;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody says why a stage is left out with a customer. */
@Service
@Transactional
public class ProcessDesk {

    private static final int LONGEST_NOTE = 500;

    private final ProspectDesk prospects;
    private final ProcessFile file;
    private final StageSkips skips;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProcessDesk(
            ProspectDesk prospects, ProcessFile file, StageSkips skips, ApplicationEventPublisher events, Clock clock) {
        this.prospects = prospects;
        this.file = file;
        this.skips = skips;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws StageDone     when the stage was done or is under way
     * @throws FieldsRefused when stage or reason is missing, or the other reason has no words
     */
    public CaseCourse skip(
            ProspectId id, @Nullable Stage stage, @Nullable SkipReason reason, @Nullable String note, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "process.skip");
        if (!prospect.status().isOpen()) {
            throw new ProspectClosed();
        }
        List<Field> wrong = new ArrayList<>();
        if (stage == null) {
            wrong.add(Field.of("stage", "field.required"));
        }
        if (reason == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        String words = PlainText.line(note, LONGEST_NOTE, "note", wrong);
        if (reason != null && reason.needsNote() && words == null) {
            wrong.add(Field.of("note", "field.skipNote"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Stage left = Objects.requireNonNull(stage);
        SkipReason why = Objects.requireNonNull(reason);
        boolean may = file.open(id, by).course().steps().stream()
                .anyMatch(step -> step.stage() == left && step.mayBeSkipped());
        if (!may) {
            throw new StageDone();
        }
        Instant now = clock.instant();
        skips.add(by.dealership(), id, left, why, words, by.id(), now);
        events.publishEvent(SkipFact.of(prospect, left, why, by.id(), now));
        return file.open(id, by).course();
    }
}
