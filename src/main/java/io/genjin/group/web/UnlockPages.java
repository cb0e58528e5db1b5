package io.genjin.group.web;

import io.genjin.dealership.Dealerships;
import io.genjin.group.UnlockDesk;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows a dealership who from outside unlocked its personal data, why and until when. */
@Controller
class UnlockPages {

    private final UnlockDesk unlocks;
    private final Dealerships dealerships;
    private final Clock clock;

    UnlockPages(UnlockDesk unlocks, Dealerships dealerships, Clock clock) {
        this.unlocks = unlocks;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @GetMapping("/unlocks")
    String list(StaffMember me, Model model) {
        model.addAttribute("page", new UnlocksPage(unlocks.newest(dealerships.get(me.dealership())), clock.instant()));
        return "group/unlocks";
    }
}
