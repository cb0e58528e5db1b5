package io.genjin.consent;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where managers say with which partners the dealership works, and see how well consent is kept with each. */
@Service
@Transactional
public class PartnerDesk {

    private static final int LONGEST_NAME = 120;
    private static final Duration COUNTED = Duration.ofDays(365);

    private final Partners partners;
    private final Disclosures disclosures;
    private final Dealerships dealerships;
    private final Clock clock;

    PartnerDesk(Partners partners, Disclosures disclosures, Dealerships dealerships, Clock clock) {
        this.partners = partners;
        this.disclosures = disclosures;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * Adds a partner.
     *
     * @throws PartnerKnown when an active one has this name
     */
    public Partner add(@Nullable String name, Partner.@Nullable Type type, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String clean = PlainText.line(name, LONGEST_NAME, "name", wrong);
        if (clean == null) {
            wrong.add(Field.of("name", "field.required"));
        }
        if (type == null) {
            wrong.add(Field.of("type", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Partner partner = new Partner(
                PartnerId.next(), by.dealership(), Objects.requireNonNull(clean), Objects.requireNonNull(type), null);
        partners.add(partner, by.id(), clock.instant());
        return partner;
    }

    /** Ends the work with a partner: nothing is handed to it any more. Doing it twice changes nothing. */
    public Partner retire(PartnerId id, StaffMember by) {
        partners.get(by.dealership(), id);
        partners.retire(by.dealership(), id, by.id(), clock.instant());
        return partners.get(by.dealership(), id);
    }

    /** All partners, those in use first. */
    @Transactional(readOnly = true)
    public List<Partner> all(StaffMember reader) {
        return partners.all(reader.dealership());
    }

    /** K30 of the last year, by partner; who got nothing is missing. */
    @Transactional(readOnly = true)
    public Map<PartnerId, ConsentRate> rates(StaffMember reader) {
        return disclosures
                .rates(
                        reader.dealership(),
                        clock.instant().minus(COUNTED),
                        dealerships.get(reader.dealership()).zone())
                .stream()
                .collect(Collectors.toMap(ConsentRate::partner, Function.identity()));
    }
}
