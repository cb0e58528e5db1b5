package io.genjin.delivery.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.delivery.Check;
import io.genjin.delivery.CheckItem;
import io.genjin.delivery.ConfirmationDesk;
import io.genjin.delivery.Delivery;
import io.genjin.delivery.DeliveryBook;
import io.genjin.delivery.DeliveryDesk;
import io.genjin.delivery.DeliveryId;
import io.genjin.delivery.Explanation;
import io.genjin.delivery.HandoverSheet;
import io.genjin.delivery.Hindrance;
import io.genjin.delivery.Outstanding;
import io.genjin.delivery.Preparation;
import io.genjin.delivery.Section;
import io.genjin.order.SalesOrder;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cars set aside, appointments, the handover and what is still owed, for other systems; the same checks as on the pages. */
@RestController
@RequestMapping("/api/v1")
class DeliveryApi {

    private final DeliveryDesk desk;
    private final ConfirmationDesk confirmation;
    private final DeliveryBook book;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    DeliveryApi(
            DeliveryDesk desk,
            ConfirmationDesk confirmation,
            DeliveryBook book,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.desk = desk;
        this.confirmation = confirmation;
        this.book = book;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    /** The VIN of the car to be set aside. */
    record VehicleBody(@Nullable String vin) {}

    /** A car set aside for an order. */
    record MatchedView(
            String order, String orderNo, @Nullable String vin, String status) {}

    /** Why. */
    record ReasonBody(@Nullable String reason) {}

    /** When and where the car is handed over; {@code reason} only when an appointment is moved. */
    record AppointmentBody(
            @Nullable OffsetDateTime at,
            @Nullable String place,
            @Nullable String people,
            @Nullable String reason) {

        DeliveryDesk.Wish wish() {
            return new DeliveryDesk.Wish(at == null ? null : at.toInstant(), place, people);
        }
    }

    /** Everything that is prepared; what is not named is not. */
    record PreparationBody(@Nullable Set<Preparation> prepared) {}

    /** How an item was found; what is not in order has words and a day by which it is settled. */
    record CheckBody(
            Check.@Nullable Finding finding,
            @Nullable String words,
            @Nullable LocalDate due) {}

    /** The items of one section, {@code CAR} or {@code DOCUMENTS}; one without finding is taken back. */
    record ChecksBody(@Nullable Section section, @Nullable Map<CheckItem, CheckBody> checks) {}

    /**
     * What was explained, and who was introduced.
     *
     * @param manager the greeting manager's sign-in name
     */
    record ExplanationsBody(
            @Nullable Set<Explanation> explained,
            @Nullable String serviceAdvisor,
            @Nullable String manager) {}

    /** Both signatures, as strokes or as typed names. */
    record SignatureBody(
            @Nullable String customer,
            @Nullable String customerName,
            @Nullable String staff,
            @Nullable String staffName) {

        ConfirmationDesk.Signatures both() {
            return new ConfirmationDesk.Signatures(customer, customerName, staff, staffName);
        }
    }

    /** What is in the way of the signature, and the duty of those who can solve it. */
    record HindranceView(
            Hindrance.Kind kind,
            @Nullable String solver,
            @Nullable BigDecimal amount,
            int count,
            @Nullable CheckItem item) {}

    /** Something the customer is still owed. */
    record OutstandingView(
            String id,
            String delivery,
            String prospectId,
            CheckItem item,
            String words,
            LocalDate due,
            boolean overdue,
            String responsible,
            @Nullable OffsetDateTime settledAt,
            @Nullable String how) {}

    /** A handover. */
    record DeliveryView(
            String id,
            String order,
            String prospectId,
            String customerName,
            String maskedMobile,
            String vin,
            String model,
            LocalDate promised,
            OffsetDateTime scheduledAt,
            String place,
            @Nullable String people,
            int moves,
            Delivery.Status status,
            Set<Preparation> prepared,
            Map<CheckItem, Check> checks,
            Set<Explanation> explained,
            @Nullable String serviceAdvisor,
            HandoverSheet.Notes notes,
            List<HindranceView> hindrances,
            List<OutstandingView> outstanding,
            @Nullable OffsetDateTime signedAt) {}

    /** The figures of a month; shares are counts of two that exclude each other. */
    record FiguresView(
            String month,
            Map<DeliveryBook.Measure, Integer> counts,
            @Nullable BigDecimal satisfaction) {}

    /** How it was settled. */
    record SettlementBody(@Nullable String how) {}

    /** What was asked about what, by which a repeated key is recognised. */
    record Asked(String about, Record body) {}

    @PostMapping("/prospects/{id}/vehicle")
    @Answers(value = MatchedView.class, status = 200)
    ResponseEntity<?> match(
            @PathVariable ProspectId id,
            @RequestBody VehicleBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key,
                new Asked(id.toString(), body),
                me.dealership(),
                me.id(),
                () -> ResponseEntity.ok(view(desk.match(id, body.vin(), me))));
    }

    @PostMapping("/prospects/{id}/vehicle/release")
    MatchedView release(@PathVariable ProspectId id, @RequestBody ReasonBody body, StaffMember me) {
        return view(desk.release(id, body.reason(), me));
    }

    private static MatchedView view(SalesOrder order) {
        return new MatchedView(
                order.id().toString(),
                order.orderNo(),
                order.vin() == null ? null : order.vin().value(),
                order.status().name());
    }

    @PostMapping("/prospects/{id}/delivery")
    @Answers(value = DeliveryView.class, status = 201)
    ResponseEntity<?> schedule(
            @PathVariable ProspectId id,
            @RequestBody AppointmentBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
            Delivery made = desk.schedule(id, body.wish(), me);
            return ResponseEntity.created(URI.create("/api/v1/deliveries/" + made.id()))
                    .body(view(made.id(), me));
        });
    }

    /** The handovers of a week, or of the day when {@code view} is {@code day}. */
    @GetMapping("/deliveries")
    Page<DeliveryView> calendar(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String view,
            StaffMember me) {
        LocalDate day = date == null ? dealerships.get(me.dealership()).today(clock) : date;
        return new Page<>(
                book.calendar(day, !"day".equals(view), me).rows().stream()
                        .map(row -> view(row, me))
                        .toList(),
                null);
    }

    @GetMapping("/deliveries/{id}")
    DeliveryView delivery(@PathVariable DeliveryId id, StaffMember me) {
        return view(id, me);
    }

    @PostMapping("/deliveries/{id}/moves")
    DeliveryView move(@PathVariable DeliveryId id, @RequestBody AppointmentBody body, StaffMember me) {
        return view(desk.move(id, body.wish(), body.reason(), me).id(), me);
    }

    @PostMapping("/deliveries/{id}/calling-off")
    DeliveryView callOff(@PathVariable DeliveryId id, @RequestBody ReasonBody body, StaffMember me) {
        return view(desk.callOff(id, body.reason(), me).id(), me);
    }

    @PutMapping("/deliveries/{id}/preparation")
    DeliveryView prepare(@PathVariable DeliveryId id, @RequestBody PreparationBody body, StaffMember me) {
        return view(
                desk.prepare(id, body.prepared() == null ? Set.of() : body.prepared(), me)
                        .id(),
                me);
    }

    @PutMapping("/deliveries/{id}/checks")
    DeliveryView check(@PathVariable DeliveryId id, @RequestBody ChecksBody body, StaffMember me) {
        Section section = body.section();
        if (section != Section.CAR && section != Section.DOCUMENTS) {
            throw new FieldsRefused(Field.of("section", "field.required"));
        }
        Map<CheckItem, ConfirmationDesk.Ticked> ticked = new EnumMap<>(CheckItem.class);
        if (body.checks() != null) {
            body.checks()
                    .forEach((item, check) ->
                            ticked.put(item, new ConfirmationDesk.Ticked(check.finding(), check.words(), check.due())));
        }
        return view(confirmation.check(id, section, ticked, null, me).id(), me);
    }

    @PutMapping("/deliveries/{id}/explanations")
    DeliveryView explain(@PathVariable DeliveryId id, @RequestBody ExplanationsBody body, StaffMember me) {
        StaffId manager = body.manager() == null
                ? null
                : staff.byUsername(me.dealership(), body.manager())
                        .map(StaffMember::id)
                        .orElseThrow(() -> new FieldsRefused(Field.of("manager", "delivery.manager")));
        Set<Explanation> explained = body.explained() == null ? Set.of() : body.explained();
        return view(
                confirmation
                        .explain(id, explained, body.serviceAdvisor(), manager, null, me)
                        .id(),
                me);
    }

    @PutMapping("/deliveries/{id}/notes")
    DeliveryView note(@PathVariable DeliveryId id, @RequestBody HandoverSheet.Notes body, StaffMember me) {
        return view(confirmation.note(id, body, null, me).id(), me);
    }

    @PostMapping("/deliveries/{id}/signature")
    @Answers(value = DeliveryView.class, status = 200)
    ResponseEntity<?> sign(
            @PathVariable DeliveryId id,
            @RequestBody SignatureBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key,
                new Asked(id.toString(), body),
                me.dealership(),
                me.id(),
                () -> ResponseEntity.ok(
                        view(confirmation.sign(id, body.both(), me).id(), me)));
    }

    @GetMapping("/deliveries/outstanding")
    Page<OutstandingView> outstanding(StaffMember me) {
        return new Page<>(
                book.owed(me).stream().map(one -> view(one.item(), me)).toList(), null);
    }

    @PostMapping("/deliveries/outstanding/{item}/settlement")
    OutstandingView settle(@PathVariable String item, @RequestBody SettlementBody body, StaffMember me) {
        return view(confirmation.settle(OutstandingPages.read(item), body.how(), me), me);
    }

    /** @param month as {@code 2026-03}; this one when missing */
    @GetMapping("/deliveries/figures")
    FiguresView figures(@RequestParam(required = false) @Nullable String month, StaffMember me) {
        DeliveryBook.Month figures = book.month(month(month, me), me);
        Map<DeliveryBook.Measure, Integer> counts = new EnumMap<>(DeliveryBook.Measure.class);
        for (DeliveryBook.Measure measure : DeliveryBook.Measure.values()) {
            counts.put(measure, figures.count(measure));
        }
        return new FiguresView(figures.month().toString(), counts, figures.satisfaction());
    }

    private YearMonth month(@Nullable String typed, StaffMember me) {
        try {
            return typed == null
                    ? YearMonth.from(dealerships.get(me.dealership()).today(clock))
                    : YearMonth.parse(typed);
        } catch (DateTimeParseException unreadable) {
            throw new FieldsRefused(Field.of("month", "field.unreadable"));
        }
    }

    private DeliveryView view(DeliveryId id, StaffMember me) {
        return view(book.open(id, me), me);
    }

    private DeliveryView view(DeliveryBook.Row row, StaffMember me) {
        Delivery one = row.delivery();
        Delivery.Signed signed = one.signed();
        return new DeliveryView(
                one.id().toString(),
                one.order().toString(),
                one.prospect().toString(),
                row.customer().customerName(),
                row.customer().maskedMobile(),
                one.vin().value(),
                one.model(),
                one.promised(),
                local(one.scheduledAt(), me),
                one.place(),
                one.people(),
                one.moves(),
                one.status(),
                one.prepared().keySet(),
                one.sheet().checks(),
                one.sheet().explained(),
                one.sheet().serviceAdvisor(),
                one.sheet().notes(),
                confirmation.hindrances(one).stream().map(DeliveryApi::view).toList(),
                book.owedBy(one.id(), me).stream().map(item -> view(item, me)).toList(),
                signed == null ? null : local(signed.at(), me));
    }

    private static HindranceView view(Hindrance one) {
        return new HindranceView(
                one.kind(),
                one.solver() == null ? null : one.solver().name(),
                one.amount() == null ? null : one.amount().yuan(),
                one.count(),
                one.item());
    }

    private OutstandingView view(Outstanding one, StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        Outstanding.Settled settled = one.settled();
        return new OutstandingView(
                one.id().toString(),
                one.delivery().toString(),
                one.prospect().toString(),
                one.item(),
                one.words(),
                one.due(),
                one.isOverdue(dealership.today(clock)),
                staff.get(me.dealership(), one.responsible()).username(),
                settled == null ? null : local(settled.at(), me),
                settled == null ? null : settled.how());
    }

    private OffsetDateTime local(Instant at, StaffMember me) {
        return at.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }
}
