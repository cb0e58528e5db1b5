package io.genjin.testdrive;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows of each dealership when its cars can be driven and when they are taken. */
@Component
class Timetable {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MOST_DAYS_AHEAD = 60;

    private final Settings settings;
    private final Slots slots;
    private final ClosedDays closedDays;
    private final Dealerships dealerships;
    private final Clock clock;

    Timetable(Settings settings, Slots slots, ClosedDays closedDays, Dealerships dealerships, Clock clock) {
        this.settings = settings;
        this.slots = slots;
        this.closedDays = closedDays;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    FreeSlots of(DealershipId dealership) {
        return new FreeSlots(
                settings.rules(dealership),
                closedDays.calendar(dealership),
                dealerships.get(dealership).zone());
    }

    /** How long a drive on this route keeps a car. */
    Duration length(DealershipId dealership, Route route) {
        return of(dealership).length(route.minutes());
    }

    /** The next time from {@code from} on when the car is free for so long, whatever {@code except} holds. */
    Optional<Slot> next(TestDriveCar car, Instant from, Duration length, @Nullable UUID except) {
        Instant now = clock.instant();
        Instant earliest = from.isBefore(now) ? now : from;
        Dealership where = dealerships.get(car.dealership());
        Instant horizon = where.endOf(FreeSlots.lookAhead(where.dayOf(earliest)));
        List<Slot> taken = slots.taken(car.dealership(), car.id(), earliest, horizon, except == null ? NOBODY : except);
        return of(car.dealership()).next(earliest, length, taken, now);
    }

    /** Whether somebody else has the car at some moment of {@code slot}. */
    boolean isTaken(TestDriveCar car, Slot slot, @Nullable UUID except) {
        return !slots.taken(car.dealership(), car.id(), slot.from(), slot.to(), except == null ? NOBODY : except)
                .isEmpty();
    }

    /** The refusal for a slot that somebody else has, with the next free one. */
    CarTaken taken(TestDriveCar car, Slot slot, @Nullable UUID except) {
        Duration length = Duration.between(slot.from(), slot.to());
        return new CarTaken(
                car.plate(),
                slot.from(),
                next(car, slot.from(), length, except)
                        .filter(free -> !free.equals(slot))
                        .orElse(null));
    }

    /**
     * Insists that a slot lies ahead, on an open day, within the hours.
     *
     * @throws FieldsRefused naming {@code from}
     */
    void requireOpen(DealershipId dealership, Slot slot) {
        Instant now = clock.instant();
        Dealership where = dealerships.get(dealership);
        LocalDate day = where.dayOf(slot.from());
        DriveRules rules = settings.rules(dealership);
        if (slot.from().isBefore(now.minusSeconds(60))) {
            throw new FieldsRefused(Field.of("from", "field.carSlot.past"));
        }
        if (day.isAfter(where.dayOf(now).plusDays(MOST_DAYS_AHEAD))) {
            throw new FieldsRefused(Field.of("from", "field.carSlot.far", MOST_DAYS_AHEAD));
        }
        closedDays.on(dealership, day).ifPresent(closure -> {
            throw new FieldsRefused(Field.of("from", "field.carSlot.closed", day, closure.reason()));
        });
        if (!of(dealership).isWithinHours(slot)) {
            throw new FieldsRefused(Field.of(
                    "from",
                    "field.carSlot.hours",
                    rules.opens().toString(),
                    rules.closes().toString()));
        }
    }
}
