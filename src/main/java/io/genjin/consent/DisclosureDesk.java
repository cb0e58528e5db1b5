package io.genjin.consent;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way on which anything of a customer goes to a partner, before the deal and after it alike (R-203, O-15, S-R66).
 * Whatever sends, prints or exports for a partner asks here first and has nothing but what it gets from here.
 */
@Service
public class DisclosureDesk {

    private final ProspectDesk prospects;
    private final CardFile file;
    private final Partners partners;
    private final Consents consents;
    private final Disclosures disclosures;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisclosureDesk(
            ProspectDesk prospects,
            CardFile file,
            Partners partners,
            Consents consents,
            Disclosures disclosures,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.file = file;
        this.partners = partners;
        this.consents = consents;
        this.disclosures = disclosures;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** What came of asking; a no is an answer and not thrown, for what is thrown would undo its own record. */
    public sealed interface Answer {

        Disclosure disclosure();
    }

    /**
     * The customer allows it.
     *
     * @param values what the card says in the fields handed over, whole; kept nowhere
     */
    public record Released(Disclosure disclosure, Map<DataField, String> values) implements Answer {

        @Override
        public String toString() {
            return "Released[" + disclosure + "]";
        }
    }

    /** The customer has not allowed it: nothing of it goes, and {@code refusal} says why. */
    public record Withheld(Disclosure disclosure, Set<DataField> withheld, NoConsent refusal) implements Answer {}

    /**
     * Hands the named fields to a partner, all or none. Both outcomes are written down; let the transaction end well.
     *
     * @throws FieldsRefused when it is not said to whom, for what or which fields, or the card says nothing in any of them
     */
    @Transactional
    public Answer disclose(
            ProspectId id,
            @Nullable String partnerId,
            @Nullable String purposeTyped,
            Set<DataField> fields,
            StaffMember by) {
        return disclose(id, partnerId, purposeTyped, fields, field -> null, by);
    }

    /**
     * The same for whoever keeps more of the customer than the card does.
     *
     * @param beside what is known beside the card, such as the buyer's identity number of an order; asked only for fields that
     *               the customer allowed, and only where the card says nothing
     */
    @Transactional
    public Answer disclose(
            ProspectId id,
            @Nullable String partnerId,
            @Nullable String purposeTyped,
            Set<DataField> fields,
            Function<DataField, @Nullable String> beside,
            StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "disclosure.send");
        List<Field> wrong = new ArrayList<>();
        Partner partner = ConsentDesk.active(partners, partnerId, by, wrong);
        String purpose = ConsentDesk.purpose(purposeTyped, wrong);
        if (fields.isEmpty()) {
            wrong.add(Field.of("fields", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Objects.requireNonNull(partner);
        Objects.requireNonNull(purpose);
        List<ProspectId> cases = file.cases(id, by);
        ConsentDesk.holdOthers(prospects, cases, id, by);
        Instant now = clock.instant();
        ConsentGate.Verdict verdict = ConsentGate.judge(
                consents.of(by.dealership(), cases),
                partner.id(),
                purpose,
                fields,
                dealerships.get(by.dealership()).dayOf(now));
        Consent consent = verdict.consent();
        if (consent == null) {
            ConsentGate.Why why = Objects.requireNonNull(verdict.why());
            Disclosure stopped = written(prospect, partner, null, purpose, fields, why, by, now);
            events.publishEvent(ConsentFact.of(
                            ConsentFact.Kind.DISCLOSURE_REFUSED, prospect, partner, purpose, fields, by.id(), now)
                    .with("why", why.name()));
            return new Withheld(stopped, verdict.withheld(), new NoConsent(partner, why));
        }
        Map<DataField, String> values = values(prospect, fields, beside);
        if (values.isEmpty()) {
            throw new FieldsRefused(Field.of("fields", "field.nothingOnCard"));
        }
        Disclosure released = written(prospect, partner, consent.id(), purpose, values.keySet(), null, by, now);
        events.publishEvent(
                ConsentFact.of(ConsentFact.Kind.DISCLOSED, prospect, partner, purpose, values.keySet(), by.id(), now)
                        .with("consent", consent.id().toString()));
        return new Released(released, values);
    }

    private Disclosure written(
            Prospect prospect,
            Partner partner,
            @Nullable ConsentId consent,
            String purpose,
            Set<DataField> fields,
            ConsentGate.@Nullable Why why,
            StaffMember by,
            Instant at) {
        Disclosure disclosure = new Disclosure(
                DisclosureId.next(), prospect.id(), partner.id(), consent, purpose, fields, why, by.id(), at);
        disclosures.add(by.dealership(), disclosure);
        return disclosure;
    }

    private static Map<DataField, String> values(
            Prospect prospect, Set<DataField> fields, Function<DataField, @Nullable String> beside) {
        Map<DataField, String> values = new EnumMap<>(DataField.class);
        for (DataField field : fields) {
            String onCard = field.of(prospect.content());
            String value = onCard == null ? beside.apply(field) : onCard;
            if (value != null) {
                values.put(field, value);
            }
        }
        return Collections.unmodifiableMap(values);
    }
}
