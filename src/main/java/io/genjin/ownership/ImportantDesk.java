package io.genjin.ownership;

import io.genjin.ownership.OwnershipFact.Kind;
import io.genjin.prospect.OwnerDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Important customers (重要用户) belong to the sales manager from the moment they are marked (R-206, scenario 28); their consultant
 * may stay as an assistant, whose contacts count for the customer while what is due stays the owner's.
 */
@Service
public class ImportantDesk {

    private static final int LONGEST_NOTE = 300;

    private final ProspectDesk prospects;
    private final OwnerDesk owners;
    private final Assistants assistants;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportantDesk(
            ProspectDesk prospects,
            OwnerDesk owners,
            Assistants assistants,
            StaffDirectory staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.owners = owners;
        this.assistants = assistants;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Marks a customer as important.
     *
     * @param salesManager sign-in name of whose it becomes; needed only when there are several
     * @param assist       whether the consultant who had it stays as an assistant
     */
    @Transactional
    public Prospect mark(
            ProspectId id, @Nullable String salesManager, boolean assist, @Nullable String note, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "important.mark");
        String why = note(note);
        if (prospect.isImportantCustomer()) {
            return prospect;
        }
        StaffId consultant = prospect.owner();
        owners.markImportant(prospect, owners.salesManagerFor(prospect, salesManager, "salesManager", by), why, by);
        if (assist && !prospect.owner().equals(consultant)) {
            name(prospect, consultant, by);
        }
        return prospect;
    }

    /** The customer is important no more; the sales manager keeps it until somebody transfers it. */
    @Transactional
    public Prospect unmark(ProspectId id, @Nullable String note, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "important.mark");
        String why = note(note);
        if (why == null) {
            throw new FieldsRefused(Field.of("note", "field.required"));
        }
        if (prospect.isImportantCustomer()) {
            owners.unmarkImportant(prospect, why, by);
        }
        return prospect;
    }

    /** Names an assistant (sign-in name) for any customer. */
    @Transactional
    public void assist(ProspectId id, @Nullable String username, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "important.mark");
        StaffMember person = consultant(username, by);
        if (prospect.isOwnedBy(person)) {
            throw new FieldsRefused(Field.of("assistant", "field.assistant.owner"));
        }
        name(prospect, person.id(), by);
    }

    private void name(Prospect prospect, StaffId person, StaffMember by) {
        if (assistants.add(by.dealership(), prospect.id(), person, by.id(), clock.instant())) {
            events.publishEvent(OwnershipFact.of(prospect, Kind.ASSISTANT_NAMED, by.id(), clock.instant())
                    .with("assistant", person));
        }
    }

    /** The person assists no more. */
    @Transactional
    public void endAssistance(ProspectId id, @Nullable String username, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "important.mark");
        StaffMember person = staff.byUsername(by.dealership(), username == null ? "" : username.strip())
                .orElseThrow(() -> new FieldsRefused(Field.of("assistant", "field.owner")));
        if (assistants.end(by.dealership(), id, person.id(), by.id(), clock.instant())) {
            events.publishEvent(OwnershipFact.of(prospect, Kind.ASSISTANT_ENDED, by.id(), clock.instant())
                    .with("assistant", person.id()));
        }
    }

    private StaffMember consultant(@Nullable String username, StaffMember by) {
        return staff.byUsername(by.dealership(), username == null ? "" : username.strip())
                .filter(member -> member.active() && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .orElseThrow(() -> new FieldsRefused(Field.of("assistant", "field.owner")));
    }

    private static @Nullable String note(@Nullable String typed) {
        List<Field> wrong = new ArrayList<>();
        String note = PlainText.line(typed, LONGEST_NOTE, "note", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return note;
    }

    /** Who assists with a customer. */
    @Transactional(readOnly = true)
    public List<StaffId> assistantsOf(Prospect prospect) {
        return assistants.of(prospect.dealership(), prospect.id());
    }

    /** The open customers with whom a person assists, the next owed first. */
    @Transactional(readOnly = true)
    public List<Prospect> assistedBy(StaffMember person) {
        return prospects.getAll(person.dealership(), assistants.assistedBy(person)).stream()
                .filter(prospect -> prospect.status().isOpen())
                .sorted(java.util.Comparator.comparing(
                                (Prospect prospect) -> prospect.nextStep().date())
                        .thenComparing(prospect -> prospect.id().value()))
                .toList();
    }
}
