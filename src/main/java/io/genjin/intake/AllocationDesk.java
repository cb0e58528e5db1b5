package io.genjin.intake;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Policies;
import io.genjin.prospect.AlreadyAllocated;
import io.genjin.prospect.FollowedAlready;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives waiting leads to consultants (FJ-MⅢ-09): to whom the customer belonged before, else in turn. Allocation eats the
 * clock, it does not start one (scenario 4).
 */
@Service
public class AllocationDesk {

    /** Who was given nothing for so long goes first anyway. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private static final int LONGEST_REASON = 500;

    private final Leads leads;
    private final ProspectDesk prospects;
    private final Responsible responsible;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Policies policies;
    private final Clock clock;

    AllocationDesk(
            Leads leads,
            ProspectDesk prospects,
            Responsible responsible,
            StaffDirectory staff,
            Dealerships dealerships,
            Policies policies,
            Clock clock) {
        this.leads = leads;
        this.prospects = prospects;
        this.responsible = responsible;
        this.staff = staff;
        this.dealerships = dealerships;
        this.policies = policies;
        this.clock = clock;
    }

    /** A consultant who could be given a lead: how many customers they answer for, and whether they are away today. */
    public record Candidate(StaffMember member, int open, boolean away) {}

    /** Everybody who may follow customers, those who are there first. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(StaffMember reader) {
        DealershipId in = reader.dealership();
        LocalDate today = dealerships.get(in).today(clock);
        Map<StaffId, Integer> open = prospects.openByOwner(in);
        return staff.active(in).stream()
                .filter(AllocationDesk::mayFollow)
                .map(member ->
                        new Candidate(member, open.getOrDefault(member.id(), 0), staff.isAway(in, member.id(), today)))
                .sorted(Comparator.comparing(Candidate::away)
                        .thenComparing(one -> one.member().username()))
                .toList();
    }

    private static boolean mayFollow(StaffMember member) {
        return member.active() && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER);
    }

    /**
     * Who should get each of the waiting {@code rows}, in their order, as if each were given as suggested. Former owners come
     * first; the sales manager takes no turn, but keeps customers who were theirs. A lead taken back goes to another.
     */
    @Transactional(readOnly = true)
    public Map<LeadId, Suggestion> suggestions(List<LeadList.Row> rows, StaffMember reader) {
        DealershipId in = reader.dealership();
        Instant now = clock.instant();
        List<Candidate> present =
                candidates(reader).stream().filter(one -> !one.away()).toList();
        Map<StaffId, StaffMember> byId = new HashMap<>();
        present.forEach(one -> byId.put(one.member().id(), one.member()));
        Map<ProspectId, StaffId> formerOwners = prospects.formerOwners(
                in, rows.stream().map(row -> row.prospect().id()).toList());
        Map<LeadId, StaffId> takenFrom =
                leads.takenFrom(in, rows.stream().map(row -> row.lead().id()).toList());
        Rotation rotation = rotation(present, leads.lastAllocations(in, now.minus(REMEMBERED)));
        Map<LeadId, Suggestion> suggestions = new HashMap<>();
        for (LeadList.Row row : rows) {
            StaffId had = takenFrom.get(row.lead().id());
            StaffMember former = byId.get(formerOwners.get(row.prospect().id()));
            if (former != null && former.id().equals(had)) {
                former = null;
            }
            Optional<StaffId> next = former == null ? rotation.nextBeside(had) : Optional.of(former.id());
            if (next.isPresent()) {
                StaffMember consultant = Objects.requireNonNull(byId.get(next.get()));
                Suggestion.Why why = former == null ? Suggestion.Why.ROTATION : Suggestion.Why.FORMER_OWNER;
                suggestions.put(row.lead().id(), new Suggestion(consultant, why));
                rotation = rotation.after(next.get(), now);
            }
        }
        return suggestions;
    }

    private static Rotation rotation(List<Candidate> present, Map<StaffId, Instant> lastGiven) {
        return new Rotation(present.stream()
                .filter(one -> one.member().is(Role.SALES_CONSULTANT))
                .map(one -> new Rotation.Turn(
                        one.member().id(),
                        one.member().username(),
                        one.open(),
                        lastGiven.get(one.member().id())))
                .toList());
    }

    /** The moment from which a waiting lead warns: four hours after it was received unless the policy says else (2.1). */
    @Transactional(readOnly = true)
    public Duration warnsAfter(StaffMember reader) {
        List<Integer> hours =
                policies.current(reader.dealership(), clock.instant()).hqWarningHours();
        return Duration.ofHours(hours.isEmpty() ? 4 : hours.get(0));
    }

    /**
     * Gives a waiting lead to a consultant. Its clock runs on.
     *
     * @param toUsername the consultant's sign-in name
     * @throws FieldsRefused      when nobody of that name follows customers
     * @throws AllocatedMeanwhile when a colleague was first
     * @throws LeadSettled        when the lead waits for nobody
     */
    @Transactional
    public Lead allocate(LeadId id, @Nullable String toUsername, StaffMember by) {
        Dealership dealership = dealerships.get(by.dealership());
        if (toUsername == null || toUsername.isBlank()) {
            throw new FieldsRefused(Field.of("to", "field.required"));
        }
        StaffMember to = staff.byUsername(dealership.id(), toUsername.strip())
                .filter(AllocationDesk::mayFollow)
                .orElseThrow(() -> new FieldsRefused(Field.of("to", "field.owner")));
        Lead lead = waiting(id, dealership);
        try {
            prospects.allocate(Objects.requireNonNull(lead.prospect()), to.id(), by.id(), dealership.id());
        } catch (AlreadyAllocated tooLate) {
            waiting(id, dealership);
            throw tooLate;
        }
        return leads.find(dealership.id(), id).orElseThrow();
    }

    /**
     * Takes an allocated lead that nobody followed back, so that it waits for another consultant. Its clock runs on and a
     * breach stays recorded; the designated person of today answers for it meanwhile (2.1).
     *
     * @throws FieldsRefused   when no reason is given
     * @throws FollowedAlready when the consultant has followed it
     * @throws LeadWaits       when it waits already
     * @throws LeadSettled     when it repeats a customer on file, or was found to be none
     */
    @Transactional
    public Lead takeBack(LeadId id, @Nullable String reason, StaffMember by) {
        Dealership dealership = dealerships.get(by.dealership());
        List<Field> wrong = new ArrayList<>();
        String said = PlainText.line(reason, LONGEST_REASON, "reason", wrong);
        if (said == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Lead lead = allocated(id, dealership);
        StaffId answers = responsible.today(dealership, dealership.today(clock));
        try {
            prospects.takeLeadBack(
                    Objects.requireNonNull(lead.prospect()),
                    answers,
                    Objects.requireNonNull(said),
                    by.id(),
                    dealership.id());
        } catch (FollowedAlready tooLate) {
            allocated(id, dealership);
            throw tooLate;
        }
        return leads.find(dealership.id(), id).orElseThrow();
    }

    private Lead allocated(LeadId id, Dealership dealership) {
        Lead lead = leads.find(dealership.id(), id).orElseThrow(() -> new NothingHere(id));
        if (lead.status() == LeadStatus.LEAD_RECEIVED) {
            throw new LeadWaits();
        }
        if (lead.status() != LeadStatus.ASSIGNED || lead.prospect() == null) {
            throw new LeadSettled();
        }
        return lead;
    }

    private Lead waiting(LeadId id, Dealership dealership) {
        Lead lead = leads.find(dealership.id(), id).orElseThrow(() -> new NothingHere(id));
        if (lead.status() == LeadStatus.ASSIGNED) {
            throw new AllocatedMeanwhile(
                    staff.nameOf(dealership.id(), Objects.requireNonNull(lead.allocatedTo())),
                    Objects.requireNonNull(lead.allocatedAt()));
        }
        if (lead.status() != LeadStatus.LEAD_RECEIVED || lead.prospect() == null) {
            throw new LeadSettled();
        }
        return lead;
    }
}
