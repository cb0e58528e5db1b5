package io.genjin.appointment;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One invitation to come: when, with whom, made in which contact. It keeps its name when it is moved, so that the contact that
 * invited stays attributed (3.2). A customer who comes late keeps it still: a missed one may become kept for two days.
 */
public class Appointment {

    /** A missed appointment may turn out as kept for this long; later it is history. */
    static final Duration CORRECTABLE = Duration.ofHours(48);

    private final AppointmentId id;
    private final DealershipId dealership;
    private final ProspectId prospect;
    private final AppointmentKind kind;
    private final @Nullable StaffId with;
    private final @Nullable String note;
    private final @Nullable UUID invitedIn;
    private final StaffId madeBy;
    private final Instant madeAt;
    private Instant at;
    private int moves;
    private AppointmentStatus status;
    private @Nullable Instant settledAt;
    private @Nullable String reason;

    /** Everything a stored appointment consists of. */
    record State(
            AppointmentId id,
            DealershipId dealership,
            ProspectId prospect,
            AppointmentKind kind,
            Instant at,
            @Nullable StaffId with,
            @Nullable String note,
            @Nullable UUID invitedIn,
            StaffId madeBy,
            Instant madeAt,
            int moves,
            AppointmentStatus status,
            @Nullable Instant settledAt,
            @Nullable String reason) {}

    Appointment(State state) {
        this.id = state.id();
        this.dealership = state.dealership();
        this.prospect = state.prospect();
        this.kind = state.kind();
        this.at = state.at();
        this.with = state.with();
        this.note = state.note();
        this.invitedIn = state.invitedIn();
        this.madeBy = state.madeBy();
        this.madeAt = state.madeAt();
        this.moves = state.moves();
        this.status = state.status();
        this.settledAt = state.settledAt();
        this.reason = state.reason();
    }

    void move(Instant to, @Nullable String why) {
        open();
        at = to;
        moves++;
        reason = why;
        status = AppointmentStatus.MOVED;
    }

    void cancel(@Nullable String why, Instant now) {
        open();
        settle(AppointmentStatus.CANCELLED, why, now);
    }

    /** The customer did not come. */
    void missed(Instant now) {
        open();
        settle(AppointmentStatus.NO_SHOW, null, now);
    }

    /** The customer came; also a while after the appointment was given up for missed. */
    void kept(Instant now) {
        boolean cameLate = status == AppointmentStatus.NO_SHOW && !now.isAfter(at.plus(CORRECTABLE));
        if (!cameLate) {
            open();
        }
        settle(AppointmentStatus.KEPT, null, now);
    }

    private void open() {
        if (!status.isOpen()) {
            throw new AppointmentSettled();
        }
    }

    private void settle(AppointmentStatus how, @Nullable String why, Instant now) {
        status = how;
        reason = why;
        settledAt = now;
    }

    /** Whether the customer can still keep it: it is to come, or was missed a short while ago. */
    public boolean mayBeKept(Instant now) {
        return status.isOpen() || status == AppointmentStatus.NO_SHOW && !now.isAfter(at.plus(CORRECTABLE));
    }

    public AppointmentId id() {
        return id;
    }

    public DealershipId dealership() {
        return dealership;
    }

    public ProspectId prospect() {
        return prospect;
    }

    public AppointmentKind kind() {
        return kind;
    }

    public Instant at() {
        return at;
    }

    /** Who expects the customer, if not simply the customer's consultant. */
    public @Nullable StaffId with() {
        return with;
    }

    public @Nullable String note() {
        return note;
    }

    /** The contact in which it was made (3.2). */
    public @Nullable UUID invitedIn() {
        return invitedIn;
    }

    public StaffId madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public int moves() {
        return moves;
    }

    public AppointmentStatus status() {
        return status;
    }

    public @Nullable Instant settledAt() {
        return settledAt;
    }

    /** Why it was moved or cancelled. */
    public @Nullable String reason() {
        return reason;
    }
}
