package io.genjin.consent;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where it is written down what a customer said about a partner. Nothing said means no, and a no closes nothing else: whoever
 * refuses the bank buys for cash like anybody (3.14, scenario 26).
 */
@Service
@Transactional
public class ConsentDesk {

    static final int LONGEST_PURPOSE = 120;
    private static final int LONGEST_EVIDENCE = 500;

    private final ProspectDesk prospects;
    private final CardFile file;
    private final Partners partners;
    private final Consents consents;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsentDesk(
            ProspectDesk prospects,
            CardFile file,
            Partners partners,
            Consents consents,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.file = file;
        this.partners = partners;
        this.consents = consents;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the customer said, as it was typed.
     *
     * @param given  yes or no; nothing chosen is neither
     * @param saidAt when; nothing means now
     */
    public record Said(
            @Nullable String partner,
            @Nullable String purpose,
            Set<DataField> scope,
            @Nullable Boolean given,
            Consent.@Nullable Channel channel,
            @Nullable Instant saidAt,
            @Nullable String evidence,
            @Nullable LocalDate validUntil) {}

    /**
     * Writes down a yes or a no.
     *
     * @throws FieldsRefused naming every field that is missing or breaks its rule
     */
    public Consent record(ProspectId id, Said said, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "consent.change");
        Dealership dealership = dealerships.get(by.dealership());
        Instant now = clock.instant();
        Instant saidAt = said.saidAt() == null ? now : said.saidAt();
        List<Field> wrong = new ArrayList<>();
        Partner partner = active(partners, said.partner(), by, wrong);
        String purpose = purpose(said.purpose(), wrong);
        String evidence = PlainText.text(said.evidence(), LONGEST_EVIDENCE, "evidence", wrong);
        Boolean given = said.given();
        if (given == null) {
            wrong.add(Field.of("given", "field.required"));
        }
        if (said.channel() == null) {
            wrong.add(Field.of("channel", "field.required"));
        }
        if (Boolean.TRUE.equals(given) && said.scope().isEmpty()) {
            wrong.add(Field.of("fields", "field.consentFields"));
        }
        if (saidAt.isAfter(now)) {
            wrong.add(Field.of("at", "field.saidAt"));
        }
        LocalDate until = Boolean.TRUE.equals(given) ? said.validUntil() : null;
        if (until != null && until.isBefore(dealership.dayOf(now))) {
            wrong.add(Field.of("validUntil", "field.validUntil"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Consent consent = new Consent(
                ConsentId.next(),
                by.dealership(),
                id,
                Objects.requireNonNull(partner).id(),
                Objects.requireNonNull(purpose),
                said.scope(),
                Objects.requireNonNull(given),
                Objects.requireNonNull(said.channel()),
                saidAt,
                evidence,
                until,
                by.id(),
                now,
                null);
        consents.add(consent);
        ConsentFact fact = ConsentFact.of(
                        given ? ConsentFact.Kind.CONSENT_GIVEN : ConsentFact.Kind.CONSENT_REFUSED,
                        prospect,
                        partner,
                        purpose,
                        consent.scope(),
                        by.id(),
                        saidAt)
                .with("channel", consent.channel().name());
        events.publishEvent(until == null ? fact : fact.with("validUntil", until.toString()));
        return consent;
    }

    /**
     * The customer takes a yes back; from now on nothing goes (scenario 27). What went before stays on record.
     *
     * @throws NothingToWithdraw when it was a no, or was taken back already
     */
    public Consent withdraw(ProspectId id, ConsentId consent, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "consent.change");
        List<ProspectId> cases = file.cases(id, by);
        holdOthers(prospects, cases, id, by);
        Consent withdrawn = of(cases, consent, by);
        Instant now = clock.instant();
        consents.withdraw(by.dealership(), consent, by.id(), now);
        events.publishEvent(ConsentFact.of(
                ConsentFact.Kind.CONSENT_WITHDRAWN,
                prospect,
                partners.get(by.dealership(), withdrawn.partner()),
                withdrawn.purpose(),
                withdrawn.scope(),
                by.id(),
                now));
        return of(cases, consent, by);
    }

    private Consent of(List<ProspectId> cases, ConsentId consent, StaffMember by) {
        return consents.of(by.dealership(), cases).stream()
                .filter(one -> one.id().equals(consent))
                .findFirst()
                .orElseThrow(() -> new NothingHere(consent));
    }

    /** Who takes back and who hands over wait for each other, even from two cases of one customer. */
    static void holdOthers(ProspectDesk prospects, List<ProspectId> cases, ProspectId held, StaffMember by) {
        ProspectId goesOn = cases.get(0);
        if (!goesOn.equals(held)) {
            prospects.hold(goesOn, by.dealership());
        }
    }

    static @Nullable Partner active(Partners partners, @Nullable String id, StaffMember by, List<Field> wrong) {
        try {
            Partner partner = partners.get(by.dealership(), PartnerId.of(id == null ? "" : id));
            if (partner.isActive()) {
                return partner;
            }
        } catch (NothingHere unknown) {
            // falls through: a partner that is not there is one that nobody chose
        }
        wrong.add(Field.of("partner", "field.partner"));
        return null;
    }

    static @Nullable String purpose(@Nullable String typed, List<Field> wrong) {
        String purpose = PlainText.line(typed, LONGEST_PURPOSE, "purpose", wrong);
        if (purpose == null) {
            wrong.add(Field.of("purpose", "field.required"));
        }
        return purpose;
    }
}
