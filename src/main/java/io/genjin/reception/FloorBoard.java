package io.genjin.reception;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is here right now, for how long, and what was done; and single visits for those who may see them. */
@Component
public class FloorBoard {

    private static final int MOST = 500;

    /**
     * A visit as the board shows it.
     *
     * @param label   the customer, for readers who may know
     * @param minutes since arrival, or how long the party stayed
     * @param late    of an earlier day, and still nobody said what follows
     */
    public record Row(Visit visit, ProspectLabels.@Nullable Label label, Set<Step> steps, long minutes, boolean late) {}

    /**
     * One visit opened.
     *
     * @param customer the customer, for readers who may see the card
     * @param mine     whether the reader follows the customer; otherwise it is a courtesy
     * @param masked   the number left at the door that no card has yet, masked
     * @param named    whether the reader may know how the party called itself
     */
    public record Opened(
            Row row,
            @Nullable Prospect customer,
            boolean mine,
            @Nullable String masked,
            boolean named) {

        public List<Follows> allowed() {
            return ClosingDesk.allowed(row.visit(), mine);
        }
    }

    private final Visits visits;
    private final VisitAccess access;
    private final ClosingDesk closings;
    private final Steps steps;
    private final ProspectDesk prospects;
    private final CardFile cards;
    private final ProspectLabels labels;
    private final Dealerships dealerships;
    private final Clock clock;

    FloorBoard(
            Visits visits,
            VisitAccess access,
            ClosingDesk closings,
            Steps steps,
            ProspectDesk prospects,
            CardFile cards,
            ProspectLabels labels,
            Dealerships dealerships,
            Clock clock) {
        this.visits = visits;
        this.access = access;
        this.closings = closings;
        this.steps = steps;
        this.prospects = prospects;
        this.cards = cards;
        this.labels = labels;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** Visits of which nobody said yet what follows: all, or the reader's own; earlier days first. */
    @Transactional(readOnly = true)
    public List<Row> open(StaffMember reader) {
        return rows(access.readable(visits.open(reader.dealership(), MOST), reader), reader);
    }

    /** The day's visits: all, or the reader's own, in the order of arrival. */
    @Transactional(readOnly = true)
    public List<Row> of(LocalDate day, StaffMember reader) {
        return rows(access.readable(visits.of(reader.dealership(), day), reader), reader);
    }

    /** These visits as rows. */
    @Transactional(readOnly = true)
    public List<Row> rows(Collection<Visit> some, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Instant now = clock.instant();
        LocalDate today = dealership.dayOf(now);
        List<UUID> customers = some.stream()
                .flatMap(visit -> Stream.ofNullable(visit.prospect()))
                .map(ProspectId::value)
                .distinct()
                .toList();
        Map<UUID, ProspectLabels.Label> known = labels.of(customers, reader);
        Map<VisitId, Set<Step>> done = steps.of(dealership, some);
        return some.stream()
                .map(visit -> new Row(
                        visit,
                        visit.prospect() == null
                                ? null
                                : known.get(visit.prospect().value()),
                        done.getOrDefault(visit.id(), Set.of()),
                        visit.stay(now).toMinutes(),
                        visit.isOpen() && visit.day().isBefore(today)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Opened open(VisitId id, StaffMember reader) {
        Visit visit = access.read(id, reader);
        ProspectId known = visit.prospect();
        Row row = rows(List.of(visit), reader).get(0);
        Prospect customer = known == null ? null : prospects.get(reader.dealership(), known);
        boolean seen = row.label() != null;
        boolean named = access.seesAll(reader, "visit.close") || access.isTheirs(visit, reader);
        return new Opened(
                row,
                seen ? customer : null,
                customer != null && access.mayFollow(customer, reader),
                named ? closings.mobileOf(visit).map(PhoneNumber::masked).orElse(null) : null,
                named);
    }

    /** A customer's visits, in all their cases, the newest first. */
    @Transactional(readOnly = true)
    public List<Row> ofProspect(ProspectId prospect, StaffMember reader) {
        return rows(visits.of(reader.dealership(), cards.cases(prospect, reader)), reader);
    }
}
