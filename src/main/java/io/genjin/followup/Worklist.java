package io.genjin.followup;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The morning list: exactly the promises that are due on a day or overdue by it, the most urgent first, as the sales
 * manager opens every morning with it.
 */
@Component
public class Worklist {

    /** More lines than a dealership can work off in a day are not listed. */
    static final int MOST = 5_000;

    /** What kind of contact is owed. */
    public enum ItemKind {
        FOLLOW_UP,
        /** An owner is to be called back (回访). */
        CALLBACK
    }

    /**
     * One customer who must be contacted.
     *
     * @param breached    an HQ lead that nobody followed in its 24 hours; it leads the list (scenario 3)
     * @param escalation  before whom the overdue promise has come; nothing while it is not overdue
     * @param handover    the new owner of an H or A customer owes the first contact, earlier than the promise (5, Reassignment)
     * @param open        what stands open with the customer, to be spoken of in this contact
     * @param overdueDays full days since the promise was due; 0 on the day itself
     * @param call        which call to an owner it is; nothing for a customer who is to be followed
     * @param path        where what was said is written down
     */
    public record Item(
            ProspectId prospect,
            String customerName,
            String maskedMobile,
            Grade grade,
            Instant dueAt,
            boolean breached,
            boolean overdue,
            long overdueDays,
            Escalation.@Nullable Level escalation,
            NextStepReason reason,
            boolean handover,
            ItemKind kind,
            StaffId owner,
            @Nullable String mainModel,
            @Nullable Instant lastContactAt,
            List<OpenPoint> open,
            @Nullable String call,
            String path) {}

    private static final Comparator<Item> MOST_URGENT_FIRST = Comparator.comparing(Item::kind)
            .thenComparing((Item item) -> !item.breached())
            .thenComparing(item -> !item.overdue())
            .thenComparing(item -> item.kind() == ItemKind.CALLBACK ? Grade.H : item.grade())
            .thenComparing(Item::dueAt)
            .thenComparing(item -> item.prospect().value())
            .thenComparing(Item::path);

    private final ProspectList list;
    private final Escalations escalations;
    private final OpenPoints openPoints;
    private final List<CallsOwners> owners;
    private final Dealerships dealerships;
    private final Clock clock;

    Worklist(
            ProspectList list,
            Escalations escalations,
            OpenPoints openPoints,
            List<CallsOwners> owners,
            Dealerships dealerships,
            Clock clock) {
        this.list = list;
        this.escalations = escalations;
        this.openPoints = openPoints;
        this.owners = List.copyOf(owners);
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * The list of one day, sorted overdue, then H, A, B, C, N, then owners to be called back (4.3).
     *
     * @param consultant whose customers; nobody's asks for all that the reader may see
     */
    @Transactional(readOnly = true)
    public List<Item> of(LocalDate day, @Nullable StaffId consultant, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Instant asOf = day.equals(dealership.today(clock)) ? clock.instant() : dealership.startOf(day);
        Set<StaffId> owners = consultant == null ? Set.of() : Set.of(consultant);
        return owedBy(day, asOf, owners, dealership, reader);
    }

    /** What these owners owe now and until the end of {@code day}, as it stands now; sorted alike. */
    @Transactional(readOnly = true)
    public List<Item> until(LocalDate day, Set<StaffId> owners, StaffMember reader) {
        return owedBy(day, clock.instant(), owners, dealerships.get(reader.dealership()), reader);
    }

    private List<Item> owedBy(
            LocalDate day, Instant asOf, Set<StaffId> owners, Dealership dealership, StaffMember reader) {
        List<ProspectList.Row> rows = list.owedBy(dealership.endOf(day), owners, MOST, reader);
        Escalations.Levels levels = escalations.levels(
                dealership,
                asOf,
                rows.stream()
                        .filter(row -> asOf.isAfter(row.dueAt()))
                        .map(ProspectList.Row::id)
                        .toList());
        Map<ProspectId, List<OpenPoint>> open = openPoints.of(
                dealership.id(), rows.stream().map(ProspectList.Row::id).toList());
        LocalDate today = dealership.dayOf(asOf);
        Stream<Item> followed =
                rows.stream().map(row -> item(row, asOf, levels, open.getOrDefault(row.id(), List.of()), dealership));
        Stream<Item> called = this.owners.stream()
                .flatMap(calls -> calls.due(day, today, owners, reader).stream())
                .map(Worklist::item);
        return Stream.concat(followed, called).sorted(MOST_URGENT_FIRST).toList();
    }

    private static Item item(
            ProspectList.Row row,
            Instant asOf,
            Escalations.Levels levels,
            List<OpenPoint> open,
            Dealership dealership) {
        boolean overdue = asOf.isAfter(row.dueAt());
        return new Item(
                row.id(),
                row.customerName(),
                row.maskedMobile(),
                row.grade(),
                row.dueAt(),
                overdue && row.source().isFromHq() && row.lastContactAt() == null,
                overdue,
                Prospect.overdueDays(row.dueAt(), asOf, dealership.zone()),
                levels.of(row.id(), row.dueAt(), row.grade()),
                row.nextReason(),
                row.dueAt().equals(row.handoverDueAt()),
                ItemKind.FOLLOW_UP,
                row.owner(),
                row.mainModel(),
                row.lastContactAt(),
                open,
                null,
                "/prospects/" + row.id() + "/follow-ups/new");
    }

    private static Item item(CallsOwners.Call call) {
        return new Item(
                call.prospect(),
                call.customerName(),
                call.maskedMobile(),
                call.grade(),
                call.dueAt(),
                false,
                call.overdue(),
                call.overdueDays(),
                null,
                NextStepReason.ROUTINE,
                false,
                ItemKind.CALLBACK,
                call.caller(),
                call.model(),
                call.lastContactAt(),
                List.of(),
                call.type(),
                call.path());
    }
}
