package io.genjin.testdrive;

import io.genjin.shared.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody else has the car at that time; the sentence names the next free slot. */
public class CarTaken extends Refusal {

    private final transient @Nullable Slot next;

    CarTaken(String plate, Instant from, @Nullable Slot next) {
        super(Kind.CONFLICT, plate, from);
        this.next = next;
        at(
                next == null
                        ? Field.of("from", "field.carSlot.noneFree", plate, from)
                        : Field.of("from", "field.carSlot.taken", plate, from, next.from()));
    }

    /** When the car is free again for as long. */
    public @Nullable Slot next() {
        return next;
    }
}
