package io.genjin.coselling.web;

import io.genjin.coselling.IntroductionId;
import io.genjin.coselling.RewardDesk;
import io.genjin.prospect.ProspectLabels;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rewards: the sales manager approves, the cashier pays. */
@Controller
@RequestMapping("/co-selling/rewards")
class RewardPages {

    private final RewardDesk desk;
    private final ProspectLabels labels;
    private final StaffDirectory staff;
    private final Screens screens;

    RewardPages(RewardDesk desk, ProspectLabels labels, StaffDirectory staff, Screens screens) {
        this.desk = desk;
        this.labels = labels;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        return list(Fields.empty(), null, me, model);
    }

    private String list(Fields form, @Nullable IntroductionId about, StaffMember me, Model model) {
        var lines = desk.all(me);
        var names = labels.of(
                lines.stream()
                        .map(line -> line.introduction().prospect().value())
                        .toList(),
                me);
        model.addAttribute("page", new RewardsPage(lines, names, new People(staff, me.dealership()), form, about));
        return "coselling/rewards";
    }

    @PostMapping("/{id}/approval")
    String approve(
            @PathVariable IntroductionId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(() -> desk.approve(id, me), id, me, model, request, response);
    }

    @PostMapping("/{id}/rejection")
    String reject(
            @PathVariable IntroductionId id,
            @RequestParam(required = false) @Nullable String note,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(() -> desk.reject(id, note, me), id, me, model, request, response);
    }

    @PostMapping("/{id}/payment")
    String pay(
            @PathVariable IntroductionId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(() -> desk.pay(id, me), id, me, model, request, response);
    }

    private String done(
            Runnable act,
            IntroductionId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/co-selling/rewards";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return list(form, id, me, model);
        }
    }
}
