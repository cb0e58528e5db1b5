package io.genjin.privacy.web;

import io.genjin.privacy.AccessLog;
import io.genjin.shared.web.NavItem;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the log of looks: numbers shown whole, lists downloaded or printed (S-R72). */
@Controller
class LookedAtPages {

    private static final int SHOWN = 200;

    private final AccessLog log;
    private final StaffDirectory staff;

    LookedAtPages(AccessLog log, StaffDirectory staff) {
        this.log = log;
        this.staff = staff;
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

    @GetMapping("/access-log")
    String show(StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new LookedAtPage(log.newest(me, SHOWN).stream()
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
