package io.genjin.delivery;

import io.genjin.order.SalesOrderId;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Signature;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The handover of one ordered car (交车确认单, 3.7): from the appointment over the preparation and the walk round the car to the two
 * signatures. Signed is signed; what is still owed then lives on as {@link Outstanding}.
 */
public class Delivery {

    private static final Duration SOON = Duration.ofHours(24);

    /** How far it is. */
    public enum Status {
        OPEN,
        SIGNED,
        CALLED_OFF
    }

    /** Who prepared something, and when. */
    public record Done(UUID by, Instant at) {}

    /** Both signatures. */
    public record Signed(Signature customer, Signature staff, StaffId by, Instant at) {}

    /** Everything a row keeps. */
    record State(
            DeliveryId id,
            DealershipId dealership,
            SalesOrderId order,
            ProspectId prospect,
            Vin vin,
            String model,
            LocalDate promised,
            Instant scheduledAt,
            String place,
            @Nullable String people,
            int moves,
            @Nullable UUID appointment,
            Status status,
            Map<Preparation, Done> prepared,
            HandoverSheet sheet,
            StaffId madeBy,
            Instant madeAt,
            @Nullable Instant startedAt,
            @Nullable String calledOff,
            @Nullable Signed signed) {}

    private final DeliveryId id;
    private final DealershipId dealership;
    private final SalesOrderId order;
    private final ProspectId prospect;
    private final Vin vin;
    private final String model;
    private final LocalDate promised;
    private final StaffId madeBy;
    private final Instant madeAt;
    private final Map<Preparation, Done> prepared;
    private Instant scheduledAt;
    private String place;
    private @Nullable String people;
    private int moves;
    private @Nullable UUID appointment;
    private Status status;
    private HandoverSheet sheet;
    private @Nullable Instant startedAt;
    private @Nullable String calledOff;
    private @Nullable Signed signed;

    Delivery(State state) {
        this.id = state.id();
        this.dealership = state.dealership();
        this.order = state.order();
        this.prospect = state.prospect();
        this.vin = state.vin();
        this.model = state.model();
        this.promised = state.promised();
        this.scheduledAt = state.scheduledAt();
        this.place = state.place();
        this.people = state.people();
        this.moves = state.moves();
        this.appointment = state.appointment();
        this.status = state.status();
        this.prepared = new EnumMap<>(Preparation.class);
        this.prepared.putAll(state.prepared());
        this.sheet = state.sheet();
        this.madeBy = state.madeBy();
        this.madeAt = state.madeAt();
        this.startedAt = state.startedAt();
        this.calledOff = state.calledOff();
        this.signed = state.signed();
    }

    void move(Instant to, String where, @Nullable String whoComes) {
        mustBeOpen();
        moves++;
        scheduledAt = to;
        place = where;
        people = whoComes;
    }

    void callOff(String reason) {
        mustBeOpen();
        calledOff = reason;
        status = Status.CALLED_OFF;
    }

    void prepare(Set<Preparation> done, StaffId by, Instant at) {
        mustBeOpen();
        prepared.keySet().retainAll(done);
        done.forEach(one -> prepared.putIfAbsent(one, new Done(by.value(), at)));
    }

    /** What was gone through; the first writing is the beginning of the handover. */
    void write(HandoverSheet now, Instant at) {
        mustBeOpen();
        sheet = now;
        if (startedAt == null) {
            startedAt = at;
        }
    }

    void sign(List<Hindrance> hindrances, Signed both) {
        mustBeOpen();
        if (!hindrances.isEmpty()) {
            throw new DeliveryBlocked(hindrances);
        }
        signed = both;
        status = Status.SIGNED;
        if (startedAt == null) {
            startedAt = both.at();
        }
    }

    void appointed(@Nullable UUID with) {
        appointment = with;
    }

    private void mustBeOpen() {
        if (status == Status.SIGNED) {
            throw new DeliverySigned();
        }
        if (status == Status.CALLED_OFF) {
            throw new DeliveryCalledOff();
        }
    }

    /** Later than the contract promised. */
    public boolean isLateFor(LocalDate day) {
        return day.isAfter(promised);
    }

    /** The customer comes within a day, or is due already. */
    public boolean isSoon(Instant now) {
        return status == Status.OPEN && Duration.between(now, scheduledAt).compareTo(SOON) <= 0;
    }

    /** Whether the customer had the car by the day of the contract (2.9). */
    public boolean isOnPromise(ZoneId zone) {
        return signed != null && !signed.at().atZone(zone).toLocalDate().isAfter(promised);
    }

    public DeliveryId id() {
        return id;
    }

    public DealershipId dealership() {
        return dealership;
    }

    public SalesOrderId order() {
        return order;
    }

    public ProspectId prospect() {
        return prospect;
    }

    public Vin vin() {
        return vin;
    }

    public String model() {
        return model;
    }

    /** The day the contract promised when the appointment was made. */
    public LocalDate promised() {
        return promised;
    }

    public Instant scheduledAt() {
        return scheduledAt;
    }

    public String place() {
        return place;
    }

    /** Who is to be there. */
    public @Nullable String people() {
        return people;
    }

    public int moves() {
        return moves;
    }

    public @Nullable UUID appointment() {
        return appointment;
    }

    public Status status() {
        return status;
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public Map<Preparation, Done> prepared() {
        return Map.copyOf(prepared);
    }

    public HandoverSheet sheet() {
        return sheet;
    }

    public StaffId madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable String calledOff() {
        return calledOff;
    }

    public @Nullable Signed signed() {
        return signed;
    }
}
