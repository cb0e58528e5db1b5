package io.genjin.delivery;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.pdi.PdiDesk;
import io.genjin.pdi.PdiInspection;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Handovers to be read: the calendar of a day or week, what is still owed, the figures of a month; each by who may see what. */
@Component
public class DeliveryBook {

    private static final int MOST_OWED = 300;
    private static final int MOST_OVERDUE = 50;

    private final Deliveries deliveries;
    private final OutstandingItems outstanding;
    private final PdiDesk pdi;
    private final ProspectLabels labels;
    private final Dealerships dealerships;
    private final Clock clock;

    DeliveryBook(
            Deliveries deliveries,
            OutstandingItems outstanding,
            PdiDesk pdi,
            ProspectLabels labels,
            Dealerships dealerships,
            Clock clock) {
        this.deliveries = deliveries;
        this.outstanding = outstanding;
        this.pdi = pdi;
        this.labels = labels;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /** A handover with the customer's name and number, masked. */
    public record Row(Delivery delivery, ProspectLabels.Label customer) {}

    /** Something still owed, with the customer. */
    public record Owed(Outstanding item, ProspectLabels.Label customer) {}

    /**
     * Handovers of a span of days.
     *
     * @param overdue appointments before today that nobody has signed or moved
     */
    public record Calendar(LocalDate from, LocalDate to, List<Row> rows, List<Row> overdue) {

        public List<Row> of(LocalDate day, Dealership dealership) {
            return rows.stream()
                    .filter(row ->
                            dealership.dayOf(row.delivery().scheduledAt()).equals(day))
                    .toList();
        }
    }

    /** What a month's handovers were like (2.9); every number opens its rows. */
    public enum Measure {
        DELIVERED,
        ON_PROMISE,
        LATE,
        PDI_FIRST_PASS,
        PDI_REWORKED,
        COMPLETE,
        INCOMPLETE,
        SATISFACTION
    }

    /** The figures of a month with the rows they count. */
    public record Month(YearMonth month, List<Row> rows, List<PdiInspection> inspections, java.time.ZoneId zone) {

        /** The handovers a figure counts; those about inspections count cars instead. */
        public List<Row> of(Measure measure) {
            return rows.stream()
                    .filter(row -> switch (measure) {
                        case DELIVERED -> true;
                        case ON_PROMISE -> row.delivery().isOnPromise(zone);
                        case LATE -> !row.delivery().isOnPromise(zone);
                        case COMPLETE -> row.delivery().sheet().complete();
                        case INCOMPLETE -> !row.delivery().sheet().complete();
                        case SATISFACTION -> row.delivery().sheet().satisfaction() != null;
                        case PDI_FIRST_PASS, PDI_REWORKED -> false;
                    })
                    .toList();
        }

        /** First inspections that passed, or did not. */
        public List<PdiInspection> inspections(Measure measure) {
            return switch (measure) {
                case PDI_FIRST_PASS ->
                    inspections.stream().filter(Month::passed).toList();
                case PDI_REWORKED ->
                    inspections.stream().filter(one -> !passed(one)).toList();
                default -> List.of();
            };
        }

        private static boolean passed(PdiInspection one) {
            PdiInspection.Signed signed = one.signed();
            return signed != null && signed.firstTime();
        }

        public int count(Measure measure) {
            return of(measure).size() + inspections(measure).size();
        }

        /** What customers gave on average, to one place; nothing when nobody was asked. */
        public @Nullable BigDecimal satisfaction() {
            List<Row> asked = of(Measure.SATISFACTION);
            if (asked.isEmpty()) {
                return null;
            }
            int sum = asked.stream()
                    .map(row -> row.delivery().sheet().satisfaction())
                    .mapToInt(given -> given == null ? 0 : given)
                    .sum();
            return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(asked.size()), 1, RoundingMode.HALF_UP);
        }
    }

    /** One day, or the week from Monday that holds it. */
    @Transactional(readOnly = true)
    public Calendar calendar(LocalDate day, boolean week, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        LocalDate from = week ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
        LocalDate to = week ? from.plusDays(6) : day;
        Instant today = dealership.startOf(dealership.today(clock));
        return new Calendar(
                from,
                to,
                rows(
                        deliveries.scheduled(
                                dealership.id(), dealership.startOf(from), dealership.startOf(to.plusDays(1))),
                        reader),
                rows(deliveries.overdue(dealership.id(), today, MOST_OVERDUE), reader));
    }

    /** What is still owed to customers of the reader's, the longest overdue first. */
    @Transactional(readOnly = true)
    public List<Owed> owed(StaffMember reader) {
        List<Outstanding> open = outstanding.open(reader.dealership(), MOST_OWED);
        Map<UUID, ProspectLabels.Label> names = labels.of(
                open.stream().map(one -> one.prospect().value()).distinct().toList(), reader);
        return open.stream()
                .flatMap(one ->
                        Stream.ofNullable(names.get(one.prospect().value())).map(label -> new Owed(one, label)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Month month(YearMonth month, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Instant from = dealership.startOf(month.atDay(1));
        Instant before = dealership.startOf(month.plusMonths(1).atDay(1));
        return new Month(
                month,
                rows(deliveries.signed(dealership.id(), from, before), reader),
                pdi.firstSigned(dealership.id(), from, before),
                dealership.zone());
    }

    /** A handover that the reader may open; another's is not there (S-R22). */
    @Transactional(readOnly = true)
    public Row open(DeliveryId id, StaffMember reader) {
        return rows(List.of(deliveries.get(reader.dealership(), id)), reader).stream()
                .findFirst()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** The newest handover of a case that was not called off, if there is one. */
    @Transactional(readOnly = true)
    public @Nullable Delivery of(ProspectId customer, StaffMember reader) {
        return deliveries.of(reader.dealership(), customer).stream()
                .filter(one -> one.status() != Delivery.Status.CALLED_OFF)
                .findFirst()
                .orElse(null);
    }

    @Transactional(readOnly = true)
    public List<Outstanding> owedBy(DeliveryId id, StaffMember reader) {
        return outstanding.of(reader.dealership(), id);
    }

    private List<Row> rows(Collection<Delivery> found, StaffMember reader) {
        Map<UUID, ProspectLabels.Label> names = labels.of(
                found.stream().map(one -> one.prospect().value()).distinct().toList(), reader);
        return found.stream()
                .flatMap(one ->
                        Stream.ofNullable(names.get(one.prospect().value())).map(label -> new Row(one, label)))
                .toList();
    }
}
