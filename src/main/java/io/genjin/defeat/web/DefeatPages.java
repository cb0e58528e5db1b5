package io.genjin.defeat.web;

import io.genjin.dealership.Dealerships;
import io.genjin.defeat.CaseFile;
import io.genjin.defeat.CauseDesk;
import io.genjin.defeat.Defeat;
import io.genjin.defeat.DefeatDesk;
import io.genjin.defeat.DefeatId;
import io.genjin.defeat.DefeatStatus;
import io.genjin.defeat.StageReached;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The managers' side of customers who did not buy: what waits for a decision, the analysis, and the word on defeats. */
@Controller
class DefeatPages {

    private static final int ROWS = 50;
    private static final Set<DefeatStatus> OPEN = Set.of(DefeatStatus.PENDING, DefeatStatus.TO_VERIFY);
    private static final Set<DefeatStatus> DECIDED =
            Set.of(DefeatStatus.AGREED, DefeatStatus.REJECTED, DefeatStatus.RESCUED, DefeatStatus.WITHDRAWN);

    private final CauseDesk causes;
    private final DefeatDesk desk;
    private final CaseFile file;
    private final ProspectList list;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    DefeatPages(
            CauseDesk causes,
            DefeatDesk desk,
            CaseFile file,
            ProspectList list,
            StaffDirectory staff,
            Dealerships dealerships,
            Screens screens,
            Clock clock) {
        this.causes = causes;
        this.desk = desk;
        this.file = file;
        this.list = list;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/defeats")
    String list(
            @RequestParam(defaultValue = "analysis") CasesPage.Tab tab,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        Page<ProspectList.Row> nobody = new Page<>(List.of(), null);
        Page<CaseFile.Row> nothing = new Page<>(List.of(), null);
        model.addAttribute(
                "page",
                new CasesPage(
                        tab,
                        tab == CasesPage.Tab.analysis ? at(ProspectStatus.CAUSE_ANALYSIS, cursor, me) : nobody,
                        switch (tab) {
                            case pending -> file.list(OPEN, ROWS, cursor, me);
                            case decided -> file.list(DECIDED, ROWS, cursor, me);
                            default -> nothing;
                        },
                        tab == CasesPage.Tab.dormant ? at(ProspectStatus.DORMANT, cursor, me) : nobody,
                        new People(staff, me.dealership())));
        return "defeat/list";
    }

    private Page<ProspectList.Row> at(ProspectStatus status, @Nullable String cursor, StaffMember me) {
        return list.find(new ProspectList.Filter(null, null, status, null, null, null, null), ROWS, cursor, me);
    }

    // ---- the analysis

    @GetMapping("/prospects/{id}/cause-decision")
    String blank(@PathVariable ProspectId id, StaffMember me, Model model) {
        CaseFile.Opened opened = file.open(id, me);
        Fields form = Fields.empty()
                .put("nextReason", NextStepReason.ROUTINE)
                .put("nextDate", opened.prospect().deadline().latest())
                .put("gradeEvidence", opened.prospect().evidence())
                .put("stageReached", StageReached.of(opened.prospect()));
        opened.reviews().stream().findFirst().ifPresent(review -> form.put("reasons", review.reasons()));
        return cause(opened, form, me, model);
    }

    private String cause(CaseFile.Opened opened, Fields form, StaffMember me, Model model) {
        model.addAttribute("page", new CausePage(opened, form, others(opened, me), new People(staff, me.dealership())));
        return "defeat/cause";
    }

    private List<StaffMember> others(CaseFile.Opened opened, StaffMember me) {
        return followers(me).stream()
                .filter(member -> !opened.prospect().isOwnedBy(member))
                .toList();
    }

    private List<StaffMember> followers(StaffMember me) {
        return staff.active(me.dealership()).stream()
                .filter(member -> member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .toList();
    }

    @PostMapping("/prospects/{id}/cause-decision")
    String decide(
            @PathVariable ProspectId id,
            @ModelAttribute CauseForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                causes.decide(id, body.said(), me);
                return "redirect:/prospects/" + id;
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return cause(file.open(id, me), form, me, model);
    }

    // ---- the word on a defeat

    @GetMapping("/defeats/{id}")
    String defeat(@PathVariable DefeatId id, StaffMember me, Model model, HttpServletRequest request) {
        return defeat(id, Fields.empty(), null, me, model, screens.of(request));
    }

    private String defeat(
            DefeatId id, Fields form, @Nullable PhoneNumber revealed, StaffMember me, Model model, Screen s) {
        CaseFile.Row row = file.get(id, me);
        Defeat defeat = row.defeat();
        LocalDate today = dealerships.get(me.dealership()).today(clock);
        Defeat.Verification verification = defeat.verification();
        model.addAttribute(
                "page",
                new DefeatPage(
                        row,
                        new People(staff, me.dealership()),
                        followers(me).stream()
                                .filter(member -> !row.prospect().isOwnedBy(member))
                                .toList(),
                        staff.active(me.dealership()).stream()
                                .filter(member -> member.isAnyOf(
                                        Role.CUSTOMER_RELATIONS, Role.SHOWROOM_MANAGER, Role.SALES_MANAGER))
                                .filter(member -> !member.id().equals(defeat.appliedBy())
                                        && !member.id().equals(defeat.ownerThen()))
                                .toList(),
                        Objects.requireNonNull(defeat.loss().outcome()).suggestedWakeUp(today),
                        s.may("defeat.decide")
                                && defeat.status().isOpen()
                                && !defeat.appliedBy().equals(me.id()),
                        defeat.status() == DefeatStatus.TO_VERIFY
                                && verification != null
                                && verification.verifier().equals(me.id()),
                        revealed,
                        form));
        return "defeat/defeat";
    }

    @PostMapping("/defeats/{id}/approval")
    String approve(
            @PathVariable DefeatId id,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable LocalDate wakeUpDate,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return act(id, () -> desk.approve(id, comment, wakeUpDate, me), me, model, request, response);
    }

    @PostMapping("/defeats/{id}/rejection")
    String reject(
            @PathVariable DefeatId id,
            @ModelAttribute RejectionForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (bound.hasErrors()) {
            response.setStatus(422);
            return defeat(id, Fields.of(bound, request.getParameterMap()), null, me, model, screens.of(request));
        }
        return act(id, () -> desk.reject(id, body.rejection(), me), me, model, request, response);
    }

    @PostMapping("/defeats/{id}/verification")
    String verify(
            @PathVariable DefeatId id,
            @RequestParam(required = false) @Nullable String verifier,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return act(id, () -> desk.sendToVerify(id, verifier, me), me, model, request, response);
    }

    @PostMapping("/defeats/{id}/finding")
    String finding(
            @PathVariable DefeatId id,
            @RequestParam(required = false) Defeat.@Nullable Finding finding,
            @RequestParam(required = false) @Nullable String comment,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return act(id, () -> desk.verified(id, finding, comment, me), me, model, request, response);
    }

    /** The whole number for who is to ask the customer; each look is logged. */
    @PostMapping("/defeats/{id}/mobile-reveals")
    String reveal(@PathVariable DefeatId id, StaffMember me, Model model, HttpServletRequest request) {
        return defeat(id, Fields.empty(), file.numberToVerify(id, me), me, model, screens.of(request));
    }

    private String act(
            DefeatId id,
            Runnable act,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Screen s = screens.of(request);
        try {
            act.run();
            return "redirect:/defeats/" + id;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            return defeat(id, Fields.of(request.getParameterMap()).refused(refusal, s), null, me, model, s);
        }
    }
}
