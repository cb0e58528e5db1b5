package io.genjin.erasure;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where a customer's wish to be erased is taken, and where a second person decides it (S-R69). What is not finished, and what the law
 * wants kept, is refused with a sentence that the customer can be told.
 */
@Service
public class ErasureDesk {

    private final ProspectDesk prospects;
    private final CardFile file;
    private final Erasures erasures;
    private final Obstacles obstacles;
    private final Erasing erasing;
    private final Dealerships dealerships;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ErasureDesk(
            ProspectDesk prospects,
            CardFile file,
            Erasures erasures,
            Obstacles obstacles,
            Erasing erasing,
            Dealerships dealerships,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.prospects = prospects;
        this.file = file;
        this.erasures = erasures;
        this.obstacles = obstacles;
        this.erasing = erasing;
        this.dealerships = dealerships;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What erasing this customer would do.
     *
     * @param cases     how many cases of the customer go together
     * @param rows      how many records of which kind hold something of the customer
     * @param obstacles what stands in the way, and until when
     * @param history   what was asked before, newest first
     */
    public record Outlook(
            Prospect prospect,
            int cases,
            Map<String, Integer> rows,
            List<Obstacle> obstacles,
            List<Erasure> history,
            LocalDate today) {

        /** The wish that waits to be decided or done, if there is one. */
        public @Nullable Erasure waiting() {
            return history.stream()
                    .filter(one -> one.status() == Erasure.Status.ASKED || one.status() == Erasure.Status.CONFIRMED)
                    .findFirst()
                    .orElse(null);
        }

        /** The erasure that was done, if it was. */
        public @Nullable Erasure done() {
            return history.stream()
                    .filter(one -> one.status() == Erasure.Status.DONE)
                    .findFirst()
                    .orElse(null);
        }
    }

    @Transactional(readOnly = true)
    public Outlook look(ProspectId id, StaffMember reader) {
        Prospect prospect = file.open(id, reader);
        DealershipId in = reader.dealership();
        List<UUID> cases = cases(in, id);
        LocalDate today = today(in);
        return new Outlook(
                prospect,
                cases.size(),
                erasing.count(in, id),
                obstacles.of(in, cases, today),
                erasures.of(in, cases),
                today);
    }

    private List<UUID> cases(DealershipId in, ProspectId id) {
        return List.copyOf(Eraser.sameCustomer(jdbc, in, List.of(id.value())));
    }

    private LocalDate today(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        return dealership.dayOf(clock.instant());
    }

    /**
     * Takes the wish.
     *
     * @throws ErasureBlocked naming what must be ended first or is kept by law, and until when
     * @throws ErasureAsked   when it was asked already
     */
    @Transactional
    public Erasure ask(ProspectId id, Erasure.@Nullable Reason reason, StaffMember by) {
        prospects.hold(id, by, "erasure.ask");
        if (reason == null) {
            throw new FieldsRefused(Field.of("reason", "field.required"));
        }
        List<UUID> cases = cases(by.dealership(), id);
        refuseWhatIsNotFinished(by.dealership(), cases);
        if (erasures.of(by.dealership(), cases).stream().anyMatch(one -> one.status() != Erasure.Status.DECLINED)) {
            throw new ErasureAsked();
        }
        Instant now = clock.instant();
        Erasure asked = Erasure.asked(id, reason, by, today(by.dealership()), now);
        erasures.add(asked);
        events.publishEvent(
                ErasureFact.of(ErasureFact.Kind.ERASURE_ASKED, asked, by.id().value(), now));
        return asked;
    }

    private void refuseWhatIsNotFinished(DealershipId in, List<UUID> cases) {
        obstacles.of(in, cases, today(in)).stream().findFirst().ifPresent(first -> {
            throw new ErasureBlocked(first);
        });
    }

    /**
     * Decides for it, and does it at once. There is no way back.
     *
     * @throws OwnErasureConfirmed when the same person asked
     * @throws ErasureDecided      when it was decided already
     * @throws ErasureBlocked      when something has begun meanwhile
     */
    public Erasure confirm(ErasureId id, StaffMember by) {
        DealershipId in = by.dealership();
        Erasure confirmed = Objects.requireNonNull(transaction.execute(status -> {
            Erasure asked = erasures.get(in, id);
            prospects.hold(asked.prospect(), by, "erasure.decide");
            Instant now = clock.instant();
            Erasure decided = erasures.get(in, id).confirmed(by, now);
            refuseWhatIsNotFinished(in, cases(in, asked.prospect()));
            if (!erasures.decide(decided)) {
                throw new ErasureDecided();
            }
            events.publishEvent(ErasureFact.of(
                    ErasureFact.Kind.ERASURE_CONFIRMED, decided, by.id().value(), now));
            return decided;
        }));
        Tenancy.within(in, () -> erasing.carryOut(confirmed));
        return Objects.requireNonNull(transaction.execute(status -> erasures.get(in, id)));
    }

    /** Decides against it; the customer is told why. */
    @Transactional
    public Erasure decline(ErasureId id, Erasure.@Nullable Declined why, StaffMember by) {
        Erasure asked = erasures.get(by.dealership(), id);
        prospects.hold(asked.prospect(), by, "erasure.decide");
        if (why == null) {
            throw new FieldsRefused(Field.of("why", "field.required"));
        }
        Instant now = clock.instant();
        Erasure decided = erasures.get(by.dealership(), id).declined(why, by, now);
        if (!erasures.decide(decided)) {
            throw new ErasureDecided();
        }
        events.publishEvent(ErasureFact.of(
                ErasureFact.Kind.ERASURE_DECLINED, decided, by.id().value(), now));
        return decided;
    }

    /** All that were asked, newest first. */
    @Transactional(readOnly = true)
    public Page<Erasure> page(StaffMember reader, int limit, @Nullable String cursor) {
        return erasures.page(reader.dealership(), limit, cursor);
    }
}
