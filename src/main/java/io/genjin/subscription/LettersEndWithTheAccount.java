package io.genjin.subscription;

import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffFact;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whose account is closed gets no letters any more, also not after coming back. */
@Component
class LettersEndWithTheAccount {

    private final SubscriptionDesk desk;
    private final StaffDirectory staff;

    LettersEndWithTheAccount(SubscriptionDesk desk, StaffDirectory staff) {
        this.desk = desk;
        this.staff = staff;
    }

    @EventListener
    void closed(StaffFact fact) {
        if (fact.what() == StaffFact.Kind.STAFF_DEACTIVATED) {
            staff.find(fact.dealership(), fact.who()).ifPresent(desk::left);
        }
    }
}
