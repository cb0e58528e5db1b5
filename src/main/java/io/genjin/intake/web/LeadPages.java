package io.genjin.intake.web;

import io.genjin.intake.AllocationDesk;
import io.genjin.intake.LeadDesk;
import io.genjin.intake.LeadId;
import io.genjin.intake.LeadList;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The designated person's first screen: who waits, how long still, and who should get them. */
@Controller
@RequestMapping("/leads")
class LeadPages {

    private static final int ROWS = 50;

    private final LeadDesk desk;
    private final AllocationDesk allocation;
    private final LeadList list;
    private final StaffDirectory staff;
    private final Screens screens;

    LeadPages(LeadDesk desk, AllocationDesk allocation, LeadList list, StaffDirectory staff, Screens screens) {
        this.desk = desk;
        this.allocation = allocation;
        this.list = list;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "waiting") LeadList.Which status,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        model.addAttribute("page", page(status, cursor, me, null, Fields.empty()));
        return "intake/leads";
    }

    private LeadsPage page(
            LeadList.Which which, @Nullable String cursor, StaffMember me, @Nullable LeadId refused, Fields form) {
        Page<LeadList.Row> rows = list.find(which, ROWS, cursor, me);
        boolean waiting = which == LeadList.Which.waiting;
        return new LeadsPage(
                which,
                rows,
                waiting ? allocation.candidates(me) : List.of(),
                waiting ? allocation.suggestions(rows.items(), me) : Map.of(),
                waiting ? allocation.warnsAfter(me) : Duration.ZERO,
                id -> id == null ? "" : staff.nameOf(me.dealership(), id),
                refused,
                form);
    }

    @PostMapping("/{id}/allocation")
    String allocate(
            @PathVariable LeadId id,
            @RequestParam(required = false) @Nullable String to,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            allocation.allocate(id, to, me);
            return "redirect:/leads";
        } catch (Refusal refusal) {
            return again(id, LeadList.Which.waiting, refusal, me, model, request, response);
        }
    }

    @PostMapping("/{id}/take-back")
    String takeBack(
            @PathVariable LeadId id,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            allocation.takeBack(id, reason, me);
            return "redirect:/leads";
        } catch (Refusal refusal) {
            return again(id, LeadList.Which.assigned, refusal, me, model, request, response);
        }
    }

    @PostMapping("/{id}/invalidation")
    String invalidate(
            @PathVariable LeadId id,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.invalidate(id, reason, me);
            return "redirect:/leads";
        } catch (Refusal refusal) {
            return again(id, LeadList.Which.waiting, refusal, me, model, request, response);
        }
    }

    private String again(
            LeadId id,
            LeadList.Which which,
            Refusal refusal,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        refusal.unlessNothingHere();
        Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
        response.setStatus(refusal.kind().status());
        model.addAttribute("page", page(which, null, me, id, form));
        return "intake/leads";
    }
}
