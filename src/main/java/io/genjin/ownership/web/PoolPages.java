package io.genjin.ownership.web;

import io.genjin.ownership.ImportantDesk;
import io.genjin.ownership.PoolDesk;
import io.genjin.prospect.PoolList;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pool that consultants claim from, and the customers with whom one assists. */
@Controller
class PoolPages {

    private static final int ROWS = 50;

    private final PoolDesk desk;
    private final PoolList list;
    private final ImportantDesk important;
    private final StaffDirectory staff;
    private final Screens screens;

    PoolPages(PoolDesk desk, PoolList list, ImportantDesk important, StaffDirectory staff, Screens screens) {
        this.desk = desk;
        this.list = list;
        this.important = important;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping("/pool")
    String pool(@RequestParam(required = false) @Nullable String cursor, StaffMember me, Model model) {
        model.addAttribute("page", page(cursor, Fields.empty(), me));
        return "ownership/pool";
    }

    private PoolPage page(@Nullable String cursor, Fields form, StaffMember me) {
        return new PoolPage(list.find(ROWS, cursor, me), new People(staff, me.dealership()), form);
    }

    @PostMapping("/pool/{id}/claim")
    String claim(
            @PathVariable ProspectId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.claim(id, me);
            return "redirect:/prospects/" + id;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(null, Fields.empty().refused(refusal, screens.of(request)), me));
            return "ownership/pool";
        }
    }

    @GetMapping("/assisting")
    String assisting(StaffMember me, Model model) {
        model.addAttribute("page", new AssistingPage(important.assistedBy(me), new People(staff, me.dealership())));
        return "ownership/assisting";
    }
}
