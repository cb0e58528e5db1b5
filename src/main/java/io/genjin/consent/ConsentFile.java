package io.genjin.consent;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Access;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What one customer said about partners, and what went to them, for those who may see it. */
@Component
public class ConsentFile {

    private static final int MOST_SHOWN = 100;

    private final CardFile file;
    private final Access access;
    private final Partners partners;
    private final Consents consents;
    private final Disclosures disclosures;
    private final Dealerships dealerships;
    private final Clock clock;

    ConsentFile(
            CardFile file,
            Access access,
            Partners partners,
            Consents consents,
            Disclosures disclosures,
            Dealerships dealerships,
            Clock clock) {
        this.file = file;
        this.access = access;
        this.partners = partners;
        this.consents = consents;
        this.disclosures = disclosures;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * One customer's statements and hand-overs, each list newest first, those of merged cases among them.
     *
     * @param partners everybody whom a statement or hand-over can name
     */
    public record Opened(
            Prospect prospect,
            List<Consent> statements,
            List<Disclosure> disclosures,
            Map<PartnerId, Partner> partners,
            LocalDate today) {

        /** Partners that could be asked about now. */
        public List<Partner> active() {
            return partners.values().stream().filter(Partner::isActive).toList();
        }

        /** The statement about this partner that counts, if the customer ever said anything. */
        public Optional<Consent> decisive(PartnerId partner) {
            return ConsentGate.decisive(statements, partner);
        }

        /** Whether a later statement has taken this one's place. */
        public boolean isReplaced(Consent statement) {
            return decisive(statement.partner())
                    .filter(one -> !one.id().equals(statement.id()))
                    .isPresent();
        }
    }

    @Transactional(readOnly = true)
    public Opened open(ProspectId id, StaffMember reader) {
        Prospect prospect = access.seen(file.open(id, reader), reader, "consent.read");
        List<ProspectId> cases = file.cases(id, reader);
        return new Opened(
                prospect,
                consents.of(reader.dealership(), cases),
                disclosures.of(reader.dealership(), cases, MOST_SHOWN),
                partners.all(reader.dealership()).stream()
                        .collect(Collectors.toMap(
                                Partner::id, Function.identity(), (one, same) -> one, java.util.LinkedHashMap::new)),
                dealerships.get(reader.dealership()).today(clock));
    }
}
