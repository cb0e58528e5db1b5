package io.genjin.delivery;

import io.genjin.dealership.Dealerships;
import io.genjin.delivery.DeliveryFact.Kind;
import io.genjin.order.OrderDesk;
import io.genjin.pdi.PdiCar;
import io.genjin.pdi.PdiDesk;
import io.genjin.picture.Picture;
import io.genjin.picture.PictureId;
import io.genjin.picture.Pictures;
import io.genjin.picture.Purpose;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Signature;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the car is handed over with the customer at hand: section by section, then both signatures. Signing ends the order and
 * the case and begins the owner's file, all in one transaction (scenario 38).
 */
@Service
@Transactional
public class ConfirmationDesk {

    private static final String HAND_OVER = "delivery.hand-over";
    private static final int LONGEST_WORDS = 300;
    private static final int LONGEST_REMARKS = 1000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PLATE = 12;
    private static final int MOST_KM = 9999;
    private static final int BEST = 10;

    private final Deliveries deliveries;
    private final OutstandingItems outstanding;
    private final OrderDesk orders;
    private final PdiDesk pdi;
    private final Pictures pictures;
    private final ProspectDesk prospects;
    private final ExpectedCustomer expected;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmationDesk(
            Deliveries deliveries,
            OutstandingItems outstanding,
            OrderDesk orders,
            PdiDesk pdi,
            Pictures pictures,
            ProspectDesk prospects,
            ExpectedCustomer expected,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deliveries = deliveries;
        this.outstanding = outstanding;
        this.orders = orders;
        this.pdi = pdi;
        this.pictures = pictures;
        this.prospects = prospects;
        this.expected = expected;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** One item as it was ticked: nothing chosen takes it back. */
    public record Ticked(
            Check.@Nullable Finding finding,
            @Nullable String words,
            @Nullable LocalDate due) {}

    /** Both signatures as they came: strokes, or a typed name. */
    public record Signatures(
            @Nullable String customer,
            @Nullable String customerName,
            @Nullable String staff,
            @Nullable String staffName) {}

    /**
     * Keeps what was checked of the car or of the papers, finished or not.
     *
     * @param stamp what the writer had before them ({@link HandoverSheet#stamp}); nothing compares with nothing
     * @throws FieldsRefused naming the items that owe something without words or day
     * @throws SectionChanged when a colleague wrote to the section meanwhile
     */
    public Delivery check(
            DeliveryId id, Section section, Map<CheckItem, Ticked> ticked, @Nullable Long stamp, StaffMember by) {
        Delivery one = hold(id, by);
        LocalDate today = dealerships.get(by.dealership()).today(clock);
        List<Field> wrong = new ArrayList<>();
        Map<CheckItem, Check> found = new EnumMap<>(CheckItem.class);
        for (CheckItem item : CheckItem.of(section)) {
            Ticked tick = ticked.get(item);
            if (tick == null || tick.finding() == null) {
                continue;
            }
            String words = PlainText.line(tick.words(), LONGEST_WORDS, "words." + item, wrong);
            boolean owes = tick.finding() == Check.Finding.NOT_OK;
            LocalDate due = owes ? tick.due() : null;
            if (owes && words == null) {
                wrong.add(Field.of("words." + item, "delivery.wordsMissing"));
            }
            if (owes && due == null) {
                wrong.add(Field.of("due." + item, "delivery.dueMissing"));
            }
            if (due != null && due.isBefore(today)) {
                wrong.add(Field.of("due." + item, "delivery.past"));
            }
            if (item.isDemandedByLaw() && tick.finding() == Check.Finding.NA) {
                wrong.add(Field.of("finding." + item, "delivery.lawNeedsIt"));
            }
            if (wrong.isEmpty()) {
                found.put(item, new Check(tick.finding(), words, due));
            }
        }
        refuse(wrong);
        HandoverSheet now = one.sheet().withChecks(section, found, clock.millis());
        return keep(one, now, section, stamp, now.checks().equals(one.sheet().checks()));
    }

    /** Keeps what was explained and who was introduced. */
    public Delivery explain(
            DeliveryId id,
            Set<Explanation> explained,
            @Nullable String serviceAdvisor,
            @Nullable StaffId manager,
            @Nullable Long stamp,
            StaffMember by) {
        Delivery one = hold(id, by);
        List<Field> wrong = new ArrayList<>();
        String advisor = PlainText.line(serviceAdvisor, LONGEST_NAME, "serviceAdvisor", wrong);
        if (manager != null
                && staff.find(by.dealership(), manager)
                        .filter(member ->
                                member.isAnyOf(Role.SALES_MANAGER, Role.SHOWROOM_MANAGER, Role.GENERAL_MANAGER))
                        .isEmpty()) {
            wrong.add(Field.of("manager", "delivery.manager"));
        }
        refuse(wrong);
        HandoverSheet before = one.sheet();
        HandoverSheet now =
                before.withExplained(explained, advisor, manager == null ? null : manager.value(), clock.millis());
        boolean same = now.explained().equals(before.explained())
                && Objects.equals(now.serviceAdvisor(), before.serviceAdvisor())
                && Objects.equals(now.manager(), before.manager());
        return keep(one, now, Section.EXPLANATIONS, stamp, same);
    }

    /** Keeps kilometres, plate, ceremony, satisfaction and remarks. */
    public Delivery note(DeliveryId id, HandoverSheet.Notes notes, @Nullable Long stamp, StaffMember by) {
        Delivery one = hold(id, by);
        List<Field> wrong = new ArrayList<>();
        String plate = PlainText.line(notes.plate(), LONGEST_PLATE, "plate", wrong);
        Integer mileage = notes.mileage();
        if (mileage != null && (mileage < 0 || mileage > MOST_KM)) {
            wrong.add(Field.of("mileage", "field.mileage", MOST_KM));
        }
        Integer satisfaction = notes.satisfaction();
        if (satisfaction != null && (satisfaction < 1 || satisfaction > BEST)) {
            wrong.add(Field.of("satisfaction", "delivery.satisfaction.range"));
        }
        String remarks = PlainText.text(notes.remarks(), LONGEST_REMARKS, "remarks", wrong);
        refuse(wrong);
        HandoverSheet.Notes clean = new HandoverSheet.Notes(plate, mileage, notes.ceremony(), satisfaction, remarks);
        HandoverSheet now = one.sheet().withNotes(clean, clock.millis());
        return keep(
                one,
                now,
                Section.HANDOVER,
                stamp,
                now.notes().equals(one.sheet().notes()));
    }

    /** Keeps the photograph of customer and car; a later one takes its place. */
    public Delivery photograph(DeliveryId id, byte[] photograph, StaffMember by) {
        Delivery one = hold(id, by);
        Instant now = clock.instant();
        if (!one.isOpen()) {
            throw new DeliverySigned();
        }
        PictureId picture = pictures.add(by.dealership(), Purpose.DELIVERY, "picture", photograph, by.id(), now);
        one.write(one.sheet().withPicture(picture.value()), now);
        deliveries.update(one);
        return one;
    }

    @Transactional(readOnly = true)
    public Picture picture(Delivery one) {
        UUID picture = one.sheet().picture();
        if (picture == null) {
            throw new NothingHere(one.id());
        }
        return pictures.read(one.dealership(), new PictureId(picture), Purpose.DELIVERY);
    }

    private Delivery keep(Delivery one, HandoverSheet now, Section section, @Nullable Long stamp, boolean same) {
        if (stamp != null && stamp != one.sheet().stamp(section) && !same) {
            throw new SectionChanged();
        }
        one.write(now, clock.instant());
        deliveries.update(one);
        return one;
    }

    /** What is in the way of the signature now. */
    @Transactional(readOnly = true)
    public List<Hindrance> hindrances(Delivery one) {
        return one.isOpen()
                ? Hindrance.of(
                        inspection(one), orders.outstanding(orders.get(one.dealership(), one.order())), one.sheet())
                : List.of();
    }

    private PdiCar.State inspection(Delivery one) {
        return pdi.car(one.vin(), one.dealership()).map(PdiCar::state).orElse(PdiCar.State.WAITING);
    }

    /**
     * Customer and staff sign. Order, case, owner file and call-backs follow in the same transaction; of two who tap at once
     * one signs.
     *
     * @throws DeliveryBlocked naming everything that is in the way
     * @throws DeliverySigned when both have signed before
     */
    public Delivery sign(DeliveryId id, Signatures came, StaffMember by) {
        Prospect held = prospects.hold(deliveries.get(by.dealership(), id).prospect(), by, HAND_OVER);
        orders.hold(by.dealership(), deliveries.get(by.dealership(), id).order());
        Delivery one = deliveries.getForUpdate(by.dealership(), id);
        if (!one.isOpen()) {
            throw new DeliverySigned();
        }
        List<Hindrance> hindrances = hindrances(one);
        if (!hindrances.isEmpty()) {
            throw new DeliveryBlocked(hindrances);
        }
        List<Field> wrong = new ArrayList<>();
        Signature customer = Signature.read(came.customer(), came.customerName(), "customer", wrong);
        Signature ours = Signature.read(came.staff(), came.staffName(), "staff", wrong);
        refuse(wrong);
        Instant now = clock.instant();
        StaffId consultant = held.owner();
        one.sign(
                hindrances,
                new Delivery.Signed(Objects.requireNonNull(customer), Objects.requireNonNull(ours), by.id(), now));
        deliveries.update(one);
        for (CheckItem item : one.sheet().owed()) {
            Check check = Objects.requireNonNull(one.sheet().check(item));
            outstanding.add(
                    by.dealership(),
                    new Outstanding(
                            TypedId.newValue(),
                            id,
                            one.prospect(),
                            item,
                            Objects.requireNonNull(check.words()),
                            Objects.requireNonNull(check.due()),
                            consultant,
                            now,
                            null));
        }
        expected.came(held, one.appointment(), now, by);
        orders.delivered(one.order(), now, by);
        events.publishEvent(new Delivered(
                by.dealership(),
                one.order(),
                one.prospect(),
                one.vin(),
                one.sheet().plate(),
                one.model(),
                now,
                Objects.requireNonNull(one.sheet().mileage()),
                consultant,
                Objects.requireNonNull(one.sheet().serviceAdvisor())));
        return one;
    }

    /** Says how something the customer was owed was settled; the signed confirmation stays as it is. */
    public Outstanding settle(UUID id, @Nullable String how, StaffMember by) {
        Outstanding one = outstanding.get(by.dealership(), id);
        Prospect held = prospects.hold(one.prospect(), by, "outstanding.settle");
        List<Field> wrong = new ArrayList<>();
        String words = PlainText.line(how, LONGEST_WORDS, "how", wrong);
        if (words == null) {
            wrong.add(Field.of("how", "field.required"));
        }
        refuse(wrong);
        Instant now = clock.instant();
        if (!outstanding.settle(by.dealership(), id, Objects.requireNonNull(words), by.id(), now)) {
            throw new SettledAlready();
        }
        events.publishEvent(DeliveryFact.of(Kind.OUTSTANDING_SETTLED, one.delivery(), held, by.id(), now)
                .with("item", one.item().name())
                .with("due", one.due().toString())
                .with("onTime", !one.isOverdue(dealerships.get(by.dealership()).dayOf(now))));
        return outstanding.get(by.dealership(), id);
    }

    private Delivery hold(DeliveryId id, StaffMember by) {
        prospects.hold(deliveries.get(by.dealership(), id).prospect(), by, HAND_OVER);
        return deliveries.getForUpdate(by.dealership(), id);
    }

    @Transactional(readOnly = true)
    public List<StaffMember> managers(DealershipId dealership) {
        return staff.active(dealership).stream()
                .filter(member -> member.isAnyOf(Role.SALES_MANAGER, Role.SHOWROOM_MANAGER, Role.GENERAL_MANAGER))
                .toList();
    }

    private static void refuse(List<Field> wrong) {
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
    }
}
