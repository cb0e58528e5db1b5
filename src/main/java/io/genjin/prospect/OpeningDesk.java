package io.genjin.prospect;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectFact.Kind;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a card right after the first contact, or finds the customer on file: a colleague's, one's own, or one who was given up
 * or rested and comes back, whose case then goes on with all its history (R-106, scenarios 21, 22, 36).
 */
@Service
public class OpeningDesk {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Prospects prospects;
    private final Returns returns;
    private final FirstDeadlines firstDeadlines;
    private final Dealerships dealerships;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpeningDesk(
            Prospects prospects,
            Returns returns,
            FirstDeadlines firstDeadlines,
            Dealerships dealerships,
            StaffDirectory staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.returns = returns;
        this.firstDeadlines = firstDeadlines;
        this.dealerships = dealerships;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a card right after the first contact.
     *
     * @throws FieldsRefused    when grade, next date or its reason is missing, or another field breaks its rule (scenario 8)
     * @throws GradeNeedsReason when the grade differs from the suggestion without a reason (scenario 17)
     * @throws NextDateTooLate  when the next date lies after the first limit without a late reason
     */
    @Transactional
    public Opening open(OpenProspect wish, StaffMember by) {
        Dealership dealership = dealerships.get(by.dealership());
        Instant now = clock.instant();
        Instant receivedAt = wish.receivedAt() == null ? now : wish.receivedAt();
        CardContent content = required(wish, now);
        GradeChoice choice = Objects.requireNonNull(wish.grade());
        StaffId owner = ownerOf(wish, by);
        Deadline deadline = firstDeadlines.of(dealership, choice.grade(), receivedAt, content.source(), now);
        NextStep next = nextStep(wish, deadline, dealership.dayOf(now));
        Optional<Prospect> given = returns.givenUp(content.number(), dealership.id());
        if (given.isPresent()) {
            return new Opening.Returned(
                    returns.takeUp(given.get(), new Returns.Return(content, choice, owner, next), by));
        }
        Prospect prospect = new Prospect(Prospect.State.beginning(
                ProspectId.next(),
                dealership.id(),
                String.valueOf(prospects.cardNumbers(1).get(0)),
                receivedAt,
                choice,
                owner,
                content,
                ProspectStatus.ASSIGNED,
                wish.importantCustomer(),
                next,
                deadline,
                content.source() == Source.WALK_IN ? Prospect.Visits.NONE.and(receivedAt) : Prospect.Visits.NONE));
        GradeSuggestion suggestion =
                GradeSuggestion.of(content.band(dealership.dayOf(now)), choice.evidence(), choice.grade());
        prospect.grade(choice, suggestion, by.id(), now);
        if (!prospects.insert(prospect, null, by.id(), now, dealership.zone())) {
            return known(content, next, by, now);
        }
        events.publishEvent(ProspectFact.of(prospect, Kind.PROSPECT_OPENED, by.id(), receivedAt)
                .with("initialGrade", choice.grade().name())
                .with("suggested", suggestion.grade().name())
                .with("gradeReason", choice.reason())
                .with("nextDate", next.date().toString())
                .with("nextReason", next.reason().name())
                .with("lateReason", wish.lateReason()));
        if (content.source() == Source.WALK_IN) {
            events.publishEvent(ProspectFact.of(prospect, Kind.VISIT_RECORDED, by.id(), receivedAt)
                    .with("nature", "FIRST"));
        }
        return new Opening.Opened(prospect);
    }

    private CardContent required(OpenProspect wish, Instant now) {
        List<Field> wrong = new ArrayList<>();
        if (wish.grade() == null) {
            wrong.add(Field.of("grade", "field.required"));
        }
        if (wish.nextDate() == null) {
            wrong.add(Field.of("nextFollowUpDate", "field.required"));
        }
        if (wish.nextReason() == null) {
            wrong.add(Field.of("nextFollowUpReason", "field.required"));
        }
        if (wish.receivedAt() != null && wish.receivedAt().isAfter(now)) {
            wrong.add(Field.of("receivedAt", "field.future"));
        }
        if (wish.receivedAt() != null && wish.receivedAt().isBefore(EARLIEST)) {
            wrong.add(Field.of("receivedAt", "field.tooEarly"));
        }
        try {
            CardContent content = wish.content().checked();
            if (wrong.isEmpty()) {
                return content;
            }
        } catch (FieldsRefused refused) {
            wrong.addAll(refused.fields());
        }
        throw new FieldsRefused(wrong);
    }

    private StaffId ownerOf(OpenProspect wish, StaffMember by) {
        boolean manager = by.isAnyOf(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER);
        StaffMember owner = by;
        if (manager && wish.owner() != null && !wish.owner().isBlank()) {
            owner = staff.byUsername(by.dealership(), wish.owner().strip())
                    .filter(member -> member.active() && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                    .orElseThrow(() -> new FieldsRefused(Field.of("owner", "field.owner")));
        }
        if (wish.importantCustomer() && !owner.is(Role.SALES_MANAGER)) {
            throw new FieldsRefused(Field.of("importantCustomer", "refusal.important-customer-needs-sales-manager"));
        }
        if (!owner.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER)) {
            throw new FieldsRefused(Field.of("owner", "field.owner"));
        }
        return owner.id();
    }

    private NextStep nextStep(OpenProspect wish, Deadline deadline, LocalDate today) {
        LocalDate date = Objects.requireNonNull(wish.nextDate());
        NextStepReason reason = Objects.requireNonNull(wish.nextReason());
        NextStep next = new NextStep(date, reason, wish.nextNote() == null ? "" : wish.nextNote());
        ProspectDesk.checkStep(next, today);
        if (date.isAfter(deadline.latest())
                && (wish.lateReason() == null || wish.lateReason().isBlank())) {
            throw new NextDateTooLate(date, deadline.latest());
        }
        return next;
    }

    /** The number is on file: leads the caller to their own card, or notes the courtesy and tells the owner (scenario 21, 22). */
    private Opening known(CardContent content, NextStep next, StaffMember by, Instant now) {
        ProspectId id = prospects.openWith(by.dealership(), content.number()).orElseThrow();
        Prospect existing = returns.wakeIfDormant(prospects.getForUpdate(by.dealership(), id), next, by);
        if (existing.isOwnedBy(by)) {
            return new Opening.OwnAlready(id);
        }
        return courtesy(existing, content.source(), by, now);
    }

    /**
     * Reception's door: {@code receiver} receives a colleague's customer today as a courtesy; the visit counts, and the owner is
     * told (domain 5, ownership (c)).
     */
    @Transactional
    public Opening.OnFile courtesy(ProspectId id, Source source, StaffMember receiver) {
        Instant now = clock.instant();
        NextStep soon =
                NextStep.on(dealerships.get(receiver.dealership()).dayOf(now), NextStepReason.LEFT_SHOWROOM_CALLBACK);
        Prospect existing = returns.wakeIfDormant(prospects.getForUpdate(receiver.dealership(), id), soon, receiver);
        return courtesy(existing, source, receiver, now);
    }

    private Opening.OnFile courtesy(Prospect existing, Source source, StaffMember by, Instant now) {
        Dealership dealership = dealerships.get(by.dealership());
        boolean visit = source == Source.WALK_IN && !existing.wasHereOn(dealership.dayOf(now), dealership.zone());
        String nature = existing.visits().count() == 0 ? "FILED_FIRST" : "RETURN";
        if (visit) {
            existing.visited(now);
            prospects.update(existing, by.id(), now, dealership.zone());
            events.publishEvent(
                    ProspectFact.of(existing, Kind.VISIT_RECORDED, by.id(), now).with("nature", nature));
        }
        boolean disputed = !existing.approval().status().isConfirmed();
        events.publishEvent(ProspectFact.of(existing, Kind.COURTESY_RECEPTION, by.id(), now)
                .with("owner", existing.owner().value())
                .with("source", source.name())
                .with("disputed", disputed ? true : null));
        return new Opening.OnFile(existing.id(), disputed);
    }
}
