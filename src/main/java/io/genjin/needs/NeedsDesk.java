package io.genjin.needs;

import io.genjin.dealership.Dealerships;
import io.genjin.followup.FollowUpDesk;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectClosed;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a needs sheet is filled, and where what it says goes onto the card and into the grade (2.4). */
@Service
@Transactional
public class NeedsDesk {

    private final ProspectDesk prospects;
    private final CardFile file;
    private final FollowUpDesk followUps;
    private final NeedsAnalyses analyses;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NeedsDesk(
            ProspectDesk prospects,
            CardFile file,
            FollowUpDesk followUps,
            NeedsAnalyses analyses,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.file = file;
        this.followUps = followUps;
        this.analyses = analyses;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores what the customer said as the next version. A grade given with it goes through the door of regrading with the evidence
     * of the sheet; one that differs from the suggestion needs its reason (R-208, O-06, scenario 17).
     *
     * @param replaces the version the sheet was filled from; 0 when it was blank
     * @throws NeedsChanged  when a colleague stored a newer one meanwhile
     * @throws FieldsRefused naming each field that is missing or breaks its rule
     */
    public NeedsAnalysis record(ProspectId id, NeedsSaid said, int replaces, StaffMember by) {
        Prospect prospect = open(id, by);
        Instant now = clock.instant();
        NeedsSaid.Checked checked = said.checked(now, prospect.receivedAt());
        int current = analyses.of(by.dealership(), List.of(id)).stream()
                .mapToInt(NeedsAnalysis::version)
                .max()
                .orElse(0);
        if (replaces != current) {
            throw new NeedsChanged(current);
        }
        NeedsAnalysis analysis = new NeedsAnalysis(
                NeedsId.next(),
                by.dealership(),
                id,
                current + 1,
                checked.sheet(),
                checked.sheet().suggestion(),
                said.grade(),
                checked.gradeReason(),
                checked.saidAt(),
                by.id(),
                now);
        analyses.add(analysis);
        events.publishEvent(NeedsFact.of(analysis, prospect));
        if (said.grade() != null && said.grade() != prospect.grade()) {
            followUps.regrade(id, said.grade(), checked.sheet().evidence(), checked.gradeReason(), by);
        }
        return analysis;
    }

    /**
     * Takes fields of the latest sheet over onto the card: a change of the card like any other, with its history and, on a
     * confirmed card, what follows from it.
     *
     * @param fields names of the card's fields
     */
    public Prospect fillCard(ProspectId id, Collection<String> fields, StaffMember by) {
        Prospect prospect = open(id, by);
        NeedsSheet sheet = latest(id, by).sheet();
        Set<CardField> taken = EnumSet.noneOf(CardField.class);
        fields.forEach(name -> CardField.named(name).ifPresent(taken::add));
        if (taken.isEmpty() || taken.size() < Set.copyOf(fields).size()) {
            throw new FieldsRefused(Field.of("fields", "field.cardFields"));
        }
        LocalDate today = dealerships.get(by.dealership()).today(clock);
        return prospects.rewrite(
                id,
                CardField.taken(taken, prospect.content(), sheet, today),
                prospect.isImportantCustomer(),
                prospect.version(),
                by);
    }

    /** Gives the customer the grade that the latest sheet speaks for, with its evidence. */
    public Prospect takeGrade(ProspectId id, StaffMember by) {
        open(id, by);
        NeedsSheet sheet = latest(id, by).sheet();
        return followUps.regrade(id, sheet.suggestion().grade(), sheet.evidence(), null, by);
    }

    private NeedsAnalysis latest(ProspectId id, StaffMember by) {
        return analyses.of(by.dealership(), file.cases(id, by)).stream()
                .findFirst()
                .orElseThrow(NothingSaid::new);
    }

    private Prospect open(ProspectId id, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "needs.record");
        if (!prospect.status().isOpen()) {
            throw new ProspectClosed();
        }
        return prospect;
    }
}
