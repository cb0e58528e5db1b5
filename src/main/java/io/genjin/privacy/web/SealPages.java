package io.genjin.privacy.web;

import io.genjin.privacy.AuditChain;
import io.genjin.privacy.AuditState;
import io.genjin.staff.StaffMember;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How far the records are sealed, and whether they are whole: read again when somebody asks (S-R75). */
@Controller
@RequestMapping("/audit")
class SealPages {

    private final AuditChain chain;

    SealPages(AuditChain chain) {
        this.chain = chain;
    }

    @GetMapping
    String show(StaffMember me, Model model) {
        return page(chain.state(me.dealership()), model);
    }

    /** Answers with what was found just now; nothing is kept of it. */
    @PostMapping("/verification")
    String verify(StaffMember me, Model model) {
        return page(chain.verify(me.dealership()), model);
    }

    private static String page(AuditState state, Model model) {
        model.addAttribute("page", new SealPage(state));
        return "privacy/audit";
    }
}
