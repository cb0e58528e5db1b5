package io.genjin.intake;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Policies;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes leads in, one by one. A lead becomes a prospect at once, answered for by the designated person, so that from its
 * first second it has an owner and a clock.
 */
@Service
public class LeadDesk {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_EXTERNAL_ID = 100;
    private static final int LONGEST_REASON = 500;

    private final Leads leads;
    private final ProspectDesk prospects;
    private final Responsible responsible;
    private final Dealerships dealerships;
    private final Policies policies;
    private final Clock clock;

    LeadDesk(
            Leads leads,
            ProspectDesk prospects,
            Responsible responsible,
            Dealerships dealerships,
            Policies policies,
            Clock clock) {
        this.leads = leads;
        this.prospects = prospects;
        this.responsible = responsible;
        this.dealerships = dealerships;
        this.policies = policies;
        this.clock = clock;
    }

    /** What came of a report: the lead, and whether it is new or was reported before. */
    public record Arrival(Lead lead, boolean isNew) {}

    /**
     * The dealership that a lead is for. People of a dealership report to their own; HQ names any that sells.
     *
     * @param code the dealership's code as the sender gave it, if given
     * @throws FieldsRefused naming {@code dealership}
     */
    @Transactional(readOnly = true)
    public DealershipId addressee(@Nullable String code, StaffMember by) {
        String named = code == null ? "" : code.strip();
        if (!by.is(Role.HQ)) {
            if (!named.isEmpty() && !dealerships.get(by.dealership()).code().equals(named)) {
                throw new FieldsRefused(Field.of("dealership", "field.dealership.other"));
            }
            return by.dealership();
        }
        if (named.isEmpty()) {
            throw new FieldsRefused(Field.of("dealership", "field.required"));
        }
        return dealerships
                .byCode(named)
                .map(Dealership::id)
                .filter(id -> !id.isHq())
                .orElseThrow(() -> new FieldsRefused(Field.of("dealership", "field.dealership.unknown")));
    }

    /**
     * Takes one lead in. The same source and external number again changes nothing and gives the same lead. A customer who
     * has an open prospect keeps it: the file gets another point of contact and its owner another reason to call (2.1).
     *
     * @param in the dealership it is for, as {@link #addressee} says; the caller is in its scope
     * @throws FieldsRefused     naming every field that is missing or wrong; then nothing is kept
     * @throws NobodyResponsible when nobody could answer for it
     */
    @Transactional
    public Arrival receive(NewLead wish, DealershipId in, StaffMember by) {
        Dealership dealership = dealerships.get(in);
        Instant now = clock.instant();
        Instant receivedAt = wish.receivedAt() == null ? now : wish.receivedAt();
        StaffId actor = by.dealership().equals(in) ? by.id() : null;
        Checked checked = checked(wish, receivedAt, now, by);
        CardContent content = checked.content();
        Lead lead = new Lead(
                in,
                LeadId.next(),
                content.source(),
                checked.externalId(),
                receivedAt,
                LeadStatus.LEAD_RECEIVED,
                null,
                null,
                receivedAt,
                content.intentModels(),
                content.remark(),
                null,
                null,
                null,
                null);
        if (!leads.insert(lead, actor, now)) {
            return new Arrival(
                    leads.find(in, content.source(), Objects.requireNonNull(checked.externalId()))
                            .orElseThrow(),
                    false);
        }
        Lead settled = settle(lead, content, dealership, actor, now);
        leads.settle(settled);
        return new Arrival(settled, true);
    }

    /**
     * Takes in a customer whom somebody recommends to a consultant: at once that consultant's, and counted for them. A case that
     * was given up goes on (scenario 36).
     *
     * @param consultant to whom; nobody when the consultant is away, and then the lead waits to be allocated
     * @return nothing, and nothing is kept, when the number has an open case
     * @throws FieldsRefused     naming every field that is missing or wrong
     * @throws NobodyResponsible when nobody could answer for it
     */
    @Transactional
    public Optional<Lead> receiveFor(NewLead wish, @Nullable StaffId consultant, StaffMember by) {
        DealershipId in = by.dealership();
        Dealership dealership = dealerships.get(in);
        Instant now = clock.instant();
        Instant receivedAt = wish.receivedAt() == null ? now : wish.receivedAt();
        CardContent content = checked(wish, receivedAt, now, by).content();
        if (prospects.openWith(in, content.number()).isPresent()) {
            return Optional.empty();
        }
        StaffId owner = consultant == null ? responsible.today(dealership, dealership.dayOf(now)) : consultant;
        Lead lead = new Lead(
                in,
                LeadId.next(),
                content.source(),
                null,
                receivedAt,
                LeadStatus.LEAD_RECEIVED,
                null,
                null,
                receivedAt,
                content.intentModels(),
                content.remark(),
                null,
                null,
                null,
                null);
        Optional<ProspectId> back = prospects.comeBack(content, receivedAt, owner, by, in);
        if (back.isPresent()) {
            Prospect again = prospects.get(in, back.get());
            Lead repeat = lead.repeating(again.id(), again.deadline().dueAt());
            leads.insert(repeat, by.id(), now);
            return Optional.of(repeat);
        }
        Optional<Prospect> opened = prospects.receive(
                new ProspectDesk.Received(content, Grade.N, receivedAt, owner, consultant != null, null), by.id(), in);
        if (opened.isEmpty()) {
            // somebody stored the same number at this moment (scenario 22)
            return Optional.empty();
        }
        Lead taken = lead.opened(opened.get().id(), opened.get().deadline().dueAt());
        leads.insert(taken, by.id(), now);
        if (consultant != null) {
            leads.assigned(in, opened.get().id(), consultant, by.id().value(), now);
        }
        return leads.find(in, taken.id());
    }

    private Lead settle(Lead lead, CardContent content, Dealership dealership, @Nullable StaffId actor, Instant now) {
        DealershipId in = dealership.id();
        Optional<ProspectId> known = prospects.openWith(in, content.number());
        if (known.isEmpty()) {
            StaffId owner = responsible.today(dealership, dealership.dayOf(now));
            known = prospects.comeBack(content, lead.receivedAt(), owner, null, in);
            if (known.isPresent()) {
                return repeating(lead, known.get(), dealership, actor, now);
            }
            Optional<Prospect> opened = prospects.receive(
                    new ProspectDesk.Received(content, Grade.N, lead.receivedAt(), owner, false, lead.externalId()),
                    actor,
                    in);
            if (opened.isPresent()) {
                return lead.opened(opened.get().id(), opened.get().deadline().dueAt());
            }
            // somebody stored the same number at this moment (scenario 22)
            known = prospects.openWith(in, content.number());
        }
        return repeating(lead, known.orElseThrow(), dealership, actor, now);
    }

    private Lead repeating(
            Lead lead, ProspectId existing, Dealership dealership, @Nullable StaffId actor, Instant now) {
        DealershipId in = dealership.id();
        prospects.repeated(existing, lead.source(), lead.externalId(), lead.receivedAt(), actor, in);
        Instant dueAt = policies.current(in, now)
                .firstLimit(
                        prospects.get(in, existing).grade(),
                        lead.receivedAt(),
                        lead.source().isFromHq(),
                        dealership.zone());
        return lead.repeating(existing, dueAt);
    }

    /** A lead's content after all checks. */
    private record Checked(CardContent content, @Nullable String externalId) {}

    private static Checked checked(NewLead wish, Instant receivedAt, Instant now, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        if (wish.source() == null) {
            wrong.add(Field.of("source", "field.required"));
        }
        if (receivedAt.isAfter(now)) {
            wrong.add(Field.of("receivedAt", "field.future"));
        } else if (receivedAt.isBefore(EARLIEST)) {
            wrong.add(Field.of("receivedAt", "field.tooEarly"));
        }
        String externalId = PlainText.line(wish.externalId(), LONGEST_EXTERNAL_ID, "externalId", wrong);
        try {
            CardContent content = content(wish, externalId, by).checked();
            if (wrong.isEmpty()) {
                return new Checked(content, externalId);
            }
        } catch (FieldsRefused refused) {
            refused.fields().stream().map(LeadDesk::named).forEach(wrong::add);
        }
        throw new FieldsRefused(wrong);
    }

    /** A lead calls the card's remark its comments. */
    private static Field named(Field field) {
        return field.name().equals("remark") ? new Field("comments", field.messageKey(), field.args()) : field;
    }

    private static CardContent content(NewLead wish, @Nullable String externalId, StaffMember by) {
        Source source = wish.source() == null ? Source.HQ_ALLOCATED : wish.source();
        return CardContent.of(
                wish.customerName() == null ? "" : wish.customerName(),
                wish.mobile() == null ? "" : wish.mobile(),
                source,
                detail(wish, externalId, source, by),
                wish.intentModels(),
                wish.comments());
    }

    /** Where the card must say more of its source than the sender did: the sender and its number for the lead. */
    private static @Nullable String detail(NewLead wish, @Nullable String externalId, Source source, StaffMember by) {
        boolean given = wish.sourceDetail() != null && !wish.sourceDetail().isBlank();
        if (given || !source.needsDetail()) {
            return wish.sourceDetail();
        }
        return externalId == null ? by.name() : by.name() + " " + externalId;
    }

    /**
     * Finds that what was reported is no customer (wrong number, test, advertisement), with the reason, which the timeline
     * keeps.
     *
     * @throws LeadSettled when the lead repeats a customer on file or is settled already
     */
    @Transactional
    public Lead invalidate(LeadId id, @Nullable String reason, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String said = PlainText.line(reason, LONGEST_REASON, "reason", wrong);
        if (said == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Lead lead = get(id, by);
        if (lead.prospect() == null || lead.status() == LeadStatus.INVALID) {
            throw new LeadSettled();
        }
        prospects.invalidate(lead.prospect(), ProspectFact.Kind.LEAD_INVALID, said, by.id(), by.dealership());
        return get(id, by);
    }

    @Transactional(readOnly = true)
    public Lead get(LeadId id, StaffMember reader) {
        return leads.find(reader.dealership(), id).orElseThrow(() -> new NothingHere(id));
    }
}
