package io.genjin.reception;

import io.genjin.appointment.AppointmentId;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One party that came or called (一批, 3.3): people arriving together are one. It is open until it is said what follows, on the
 * same day; it is filed exactly when a valid number was left.
 */
public class Visit {

    private final VisitId id;
    private final DealershipId dealership;
    private final LocalDate day;
    private VisitKind kind;
    private final Instant arrivedAt;
    private @Nullable Instant leftAt;
    private final int people;
    private final @Nullable Transport transport;
    private final VisitPurpose purpose;
    private VisitNature nature;
    private @Nullable String customerName;
    private byte @Nullable [] mobileSealed;
    private final @Nullable StaffId requested;
    private final @Nullable StaffId consultant;
    private final @Nullable Given given;
    private @Nullable ProspectId prospect;
    private boolean opened;
    private @Nullable AppointmentId appointment;
    private @Nullable NotFiledReason notFiledReason;
    private @Nullable String course;
    private @Nullable String model;
    private @Nullable String colour;
    private @Nullable String competitor;
    private @Nullable Instant managerAt;
    private @Nullable Follows follows;
    private @Nullable Instant closedAt;
    private @Nullable StaffId closedBy;
    private final StaffId registeredBy;

    /** Everything a stored visit consists of. The number is kept sealed until a card has it. */
    record State(
            VisitId id,
            DealershipId dealership,
            LocalDate day,
            VisitKind kind,
            Instant arrivedAt,
            @Nullable Instant leftAt,
            int people,
            @Nullable Transport transport,
            VisitPurpose purpose,
            VisitNature nature,
            @Nullable String customerName,
            byte @Nullable [] mobileSealed,
            @Nullable StaffId requested,
            @Nullable StaffId consultant,
            @Nullable Given given,
            @Nullable ProspectId prospect,
            boolean opened,
            @Nullable AppointmentId appointment,
            @Nullable NotFiledReason notFiledReason,
            @Nullable String course,
            @Nullable String model,
            @Nullable String colour,
            @Nullable String competitor,
            @Nullable Instant managerAt,
            @Nullable Follows follows,
            @Nullable Instant closedAt,
            @Nullable StaffId closedBy,
            StaffId registeredBy) {}

    Visit(State state) {
        this.id = state.id();
        this.dealership = state.dealership();
        this.day = state.day();
        this.kind = state.kind();
        this.arrivedAt = state.arrivedAt();
        this.leftAt = state.leftAt();
        this.people = state.people();
        this.transport = state.transport();
        this.purpose = state.purpose();
        this.nature = state.nature();
        this.customerName = state.customerName();
        this.mobileSealed = state.mobileSealed();
        this.requested = state.requested();
        this.consultant = state.consultant();
        this.given = state.given();
        this.prospect = state.prospect();
        this.opened = state.opened();
        this.appointment = state.appointment();
        this.notFiledReason = state.notFiledReason();
        this.course = state.course();
        this.model = state.model();
        this.colour = state.colour();
        this.competitor = state.competitor();
        this.managerAt = state.managerAt();
        this.follows = state.follows();
        this.closedAt = state.closedAt();
        this.closedBy = state.closedBy();
        this.registeredBy = state.registeredBy();
    }

    /** The party left; who left already does not leave again. */
    boolean leave(Instant at) {
        boolean first = leftAt == null;
        if (first) {
            leftAt = at;
        }
        return first;
    }

    /** A manager joined; saying so twice says it once. */
    boolean joined(Instant at) {
        open();
        boolean first = managerAt == null;
        if (first) {
            managerAt = at;
        }
        return first;
    }

    /** The party's customer is known by now; {@code began} when the case began with this visit. */
    void belongsTo(ProspectId customer, VisitNature known, boolean began) {
        open();
        prospect = customer;
        nature = purpose.isSales() ? known : VisitNature.NON_SALES;
        opened = began;
        customerName = null;
        mobileSealed = null;
    }

    void invitedBy(AppointmentId by) {
        appointment = by;
        if (kind == VisitKind.VISIT) {
            kind = VisitKind.INVITED;
        }
    }

    void said(@Nullable String course, @Nullable String model, @Nullable String colour, @Nullable String competitor) {
        this.course = course;
        this.model = model;
        this.colour = colour;
        this.competitor = competitor;
    }

    /** The party went without leaving a number; nothing more can follow. */
    void notFiled(NotFiledReason reason, StaffId by, Instant at) {
        open();
        if (isFiled() || !purpose.isSales()) {
            throw new VisitFiled();
        }
        notFiledReason = reason;
        customerName = null;
        mobileSealed = null;
        settle(Follows.NOT_FILED, by, at);
    }

    /** It was said what follows. */
    void close(Follows what, StaffId by, Instant at) {
        open();
        if (purpose.isSales() && !isFiled()) {
            throw new VisitNotFiled();
        }
        settle(what, by, at);
    }

    private void settle(Follows what, StaffId by, Instant at) {
        follows = what;
        closedAt = at;
        closedBy = by;
        leave(at);
    }

    private void open() {
        if (!isOpen()) {
            throw new VisitOver();
        }
    }

    /** Nobody said yet what follows. */
    public boolean isOpen() {
        return closedAt == null;
    }

    /** A valid number was left, and a card has it. */
    public boolean isFiled() {
        return prospect != null;
    }

    /** A number was left at the door that no card has yet. */
    public boolean hasNumber() {
        return mobileSealed != null;
    }

    /** How long the party stayed, or has been here by {@code now}. */
    public Duration stay(Instant now) {
        return Duration.between(arrivedAt, leftAt == null ? now : leftAt);
    }

    public VisitId id() {
        return id;
    }

    public DealershipId dealership() {
        return dealership;
    }

    public LocalDate day() {
        return day;
    }

    public VisitKind kind() {
        return kind;
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    public @Nullable Instant leftAt() {
        return leftAt;
    }

    public int people() {
        return people;
    }

    public @Nullable Transport transport() {
        return transport;
    }

    public VisitPurpose purpose() {
        return purpose;
    }

    public VisitNature nature() {
        return nature;
    }

    /** How the party called itself at the door, until a card says it. */
    public @Nullable String customerName() {
        return customerName;
    }

    byte @Nullable [] mobileSealed() {
        return mobileSealed;
    }

    public @Nullable StaffId requested() {
        return requested;
    }

    /** Who receives the party; nobody when it came for something else than a car. */
    public @Nullable StaffId consultant() {
        return consultant;
    }

    public @Nullable Given given() {
        return given;
    }

    /** The customer, as soon as a valid number was left. */
    public @Nullable ProspectId prospect() {
        return prospect;
    }

    /** Whether the case began with this visit. */
    public boolean isOpened() {
        return opened;
    }

    /** The appointment that brought the party. */
    public @Nullable AppointmentId appointment() {
        return appointment;
    }

    public @Nullable NotFiledReason notFiledReason() {
        return notFiledReason;
    }

    public @Nullable String course() {
        return course;
    }

    public @Nullable String model() {
        return model;
    }

    public @Nullable String colour() {
        return colour;
    }

    public @Nullable String competitor() {
        return competitor;
    }

    /** When a manager joined. */
    public @Nullable Instant managerAt() {
        return managerAt;
    }

    /** What follows; nothing while the visit is open. */
    public @Nullable Follows follows() {
        return follows;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable StaffId closedBy() {
        return closedBy;
    }

    public StaffId registeredBy() {
        return registeredBy;
    }
}
