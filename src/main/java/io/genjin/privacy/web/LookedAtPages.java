package io.genjin.privacy.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.privacy.AccessLog;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the log of looks: numbers shown whole, lists downloaded or printed (S-R72). */
@Controller
class LookedAtPages {

    private static final int SHOWN = 500;

    private final AccessLog log;
    private final StaffDirectory staff;
    private final Dealerships dealerships;

    LookedAtPages(AccessLog log, StaffDirectory staff, Dealerships dealerships) {
        this.log = log;
        this.staff = staff;
        this.dealerships = dealerships;
    }

    @Bean
    static NavItem lookedAtItem() {
        return new NavItem("nav.lookedAt", "/access-log", "eye", "privacy.log", 90);
    }

    private String who(AccessLog.Entry entry, StaffMember me) {
        return entry.visitor() != null
                ? entry.visitor()
                : entry.staff() == null ? "" : staff.nameOf(me.dealership(), new StaffId(entry.staff()));
    }

    /** Who saw one customer, or what one person saw, between two days; all of it when nothing is asked (S-R72). */
    @GetMapping("/access-log")
    String show(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String prospect,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            StaffMember me,
            Model model) {
        Dealership dealership = dealerships.get(me.dealership());
        List<StaffMember> everybody = staff.all(me.dealership());
        UUID who = person.isBlank()
                ? null
                : staff.byUsername(me.dealership(), person)
                        .orElseThrow(() -> new NothingHere(person))
                        .id()
                        .value();
        UUID whose = prospect.isBlank() ? null : TypedId.parse(prospect);
        List<AccessLog.Entry> entries = log.between(
                me,
                who,
                whose,
                from == null ? null : dealership.startOf(PeriodDay.of("from", from)),
                to == null ? null : dealership.startOf(PeriodDay.of("to", to).plusDays(1)),
                SHOWN);
        model.addAttribute(
                "page",
                new LookedAtPage(
                        Fields.empty().put("person", person).put("from", from).put("to", to),
                        prospect,
                        everybody,
                        entries.size() == SHOWN,
                        entries.stream()
                                .map(entry -> new LookedAtPage.Line(
                                        entry.at(),
                                        who(entry, me),
                                        entry.look().name(),
                                        entry.what(),
                                        entry.customers(),
                                        entry.prospect() == null
                                                ? null
                                                : entry.prospect().toString()))
                                .toList()));
        return "privacy/access-log";
    }
}
