package io.genjin.hqlead.web;

import io.genjin.dealership.Dealerships;
import io.genjin.hqlead.HqBoard;
import io.genjin.hqlead.HqStatus;
import io.genjin.hqlead.SentFeedback;
import io.genjin.hqlead.StatusDesk;
import io.genjin.intake.AllocationDesk;
import io.genjin.intake.Lead;
import io.genjin.intake.LeadDesk;
import io.genjin.intake.LeadId;
import io.genjin.intake.LeadList;
import io.genjin.intake.Suggestion;
import io.genjin.prospect.Access;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The designated person's first screen: every open HQ lead with its clock, to be given away, taken back and recorded. */
@Controller
@RequestMapping("/hq-leads")
class BoardPages {

    private static final int ROWS = 50;

    private final HqBoard board;
    private final StatusDesk statuses;
    private final SentFeedback sent;
    private final AllocationDesk allocation;
    private final LeadDesk leads;
    private final Access access;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    BoardPages(
            HqBoard board,
            StatusDesk statuses,
            SentFeedback sent,
            AllocationDesk allocation,
            LeadDesk leads,
            Access access,
            StaffDirectory staff,
            Dealerships dealerships,
            Screens screens,
            Clock clock) {
        this.board = board;
        this.statuses = statuses;
        this.sent = sent;
        this.allocation = allocation;
        this.leads = leads;
        this.access = access;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "all") HqBoard.Show show,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        model.addAttribute("page", page(show, cursor, me, null, Fields.empty()));
        return "hqlead/board";
    }

    private BoardPage page(
            HqBoard.Show show, @Nullable String cursor, StaffMember me, @Nullable ProspectId refused, Fields form) {
        Page<HqBoard.Row> rows = board.find(show, ROWS, cursor, me);
        List<LeadList.Row> waiting = rows.items().stream()
                .filter(row -> row.isWaiting() && row.lead() != null)
                .map(row -> new LeadList.Row(Objects.requireNonNull(row.lead()), row.prospect()))
                .toList();
        Map<LeadId, Suggestion> suggestions = waiting.isEmpty() ? Map.of() : allocation.suggestions(waiting, me);
        return new BoardPage(
                show,
                rows,
                board.counts(me),
                sent.of(me.dealership(), dealerships.get(me.dealership()).today(clock)),
                waiting.isEmpty() ? List.of() : allocation.candidates(me),
                suggestions,
                readable(rows.items(), me),
                new People(staff, me.dealership()),
                refused,
                form);
    }

    private Set<ProspectId> readable(List<HqBoard.Row> rows, StaffMember me) {
        boolean all = access.seesAll(me, "prospect.read");
        Set<StaffId> owners = access.ownersOf(me);
        return rows.stream()
                .filter(row -> all || owners.contains(row.prospect().owner()))
                .map(row -> row.prospect().id())
                .collect(Collectors.toSet());
    }

    @PostMapping("/{id}/allocation")
    String allocate(
            @PathVariable LeadId id,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "all") HqBoard.Show show,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            allocation.allocate(id, to, me);
            return "redirect:/hq-leads?show=" + show;
        } catch (Refusal refusal) {
            return again(opened(id, me), refusal, show, me, model, request, response);
        }
    }

    @PostMapping("/{id}/take-back")
    String takeBack(
            @PathVariable LeadId id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "all") HqBoard.Show show,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            allocation.takeBack(id, reason, me);
            return "redirect:/hq-leads?show=" + show;
        } catch (Refusal refusal) {
            return again(opened(id, me), refusal, show, me, model, request, response);
        }
    }

    private @Nullable ProspectId opened(LeadId id, StaffMember me) {
        Lead lead = leads.get(id, me);
        return lead.prospect();
    }

    @PostMapping("/{id}/status")
    String record(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable HqStatus status,
            @RequestParam(required = false) @Nullable String remark,
            @RequestParam(defaultValue = "all") HqBoard.Show show,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            statuses.record(id, status, remark, me);
            return "redirect:/hq-leads?show=" + show;
        } catch (Refusal refusal) {
            return again(id, refusal, show, me, model, request, response);
        }
    }

    @PostMapping("/statuses")
    String confirmSuggested(@RequestParam(defaultValue = "all") HqBoard.Show show, StaffMember me) {
        statuses.confirmSuggested(me);
        return "redirect:/hq-leads?show=" + show;
    }

    private String again(
            @Nullable ProspectId id,
            Refusal refusal,
            HqBoard.Show show,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        refusal.unlessNothingHere();
        Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
        response.setStatus(refusal.kind().status());
        model.addAttribute("page", page(show, null, me, id, form));
        return "hqlead/board";
    }
}
