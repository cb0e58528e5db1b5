package io.genjin.owner;

import io.genjin.dealership.Dealerships;
import io.genjin.delivery.Delivered;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the owner's file in the transaction in which the customer signs for the car, or not at all (scenario 38). */
@Component
class FileBeginsWithTheSignature {

    private final OwnerFileDesk desk;
    private final Dealerships dealerships;

    FileBeginsWithTheSignature(OwnerFileDesk desk, Dealerships dealerships) {
        this.desk = desk;
        this.dealerships = dealerships;
    }

    /** The invoice goes with the car: it bears the day of the delivery. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void open(Delivered delivered) {
        LocalDate day = dealerships.get(delivered.dealership()).dayOf(delivered.deliveredAt());
        desk.open(new NewOwner(
                delivered.dealership(),
                delivered.order().value(),
                delivered.prospect(),
                delivered.vin(),
                delivered.model(),
                delivered.deliveredAt(),
                delivered.mileage(),
                day,
                delivered.consultant(),
                delivered.consultant(),
                new OwnerDetails(
                        null,
                        delivered.plate(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        delivered.serviceAdvisor(),
                        Set.of())));
    }
}
