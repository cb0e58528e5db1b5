package io.genjin.followup.web;

import io.genjin.dealership.Dealerships;
import io.genjin.followup.NextStepAudit;
import io.genjin.followup.SetAside;
import io.genjin.staff.StaffMember;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The nightly proof that the journal and what is stored agree, for people and for systems. */
@Controller
class AuditPages {

    private static final int NIGHTS = 30;

    private final NextStepAudit audit;
    private final SetAside setAside;
    private final Dealerships dealerships;

    AuditPages(NextStepAudit audit, SetAside setAside, Dealerships dealerships) {
        this.audit = audit;
        this.setAside = setAside;
        this.dealerships = dealerships;
    }

    /** One proof as systems see it. */
    record RunView(OffsetDateTime at, int compared, List<NextStepAudit.Difference> differences) {}

    @GetMapping("/proof")
    String list(StaffMember me, Model model) {
        model.addAttribute("page", new AuditPage(setAside.of(me), audit.newest(NIGHTS, me)));
        return "followup/audit";
    }

    /** Makes the proof now instead of tonight. */
    @PostMapping("/proof")
    String run(StaffMember me) {
        audit.run(me.dealership());
        return "redirect:/proof";
    }

    @GetMapping("/api/v1/next-step-audits")
    @ResponseBody
    List<RunView> read(StaffMember me) {
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return audit.newest(NIGHTS, me).stream()
                .map(run -> new RunView(run.at().atZone(zone).toOffsetDateTime(), run.compared(), run.differences()))
                .toList();
    }
}
