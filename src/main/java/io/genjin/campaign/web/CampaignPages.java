package io.genjin.campaign.web;

import io.genjin.campaign.Campaign;
import io.genjin.campaign.CampaignChanged;
import io.genjin.campaign.CampaignDesk;
import io.genjin.campaign.CampaignId;
import io.genjin.campaign.CampaignResult;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Campaigns: the list, the plan, the result and the customers behind its numbers. */
@Controller
@RequestMapping("/campaigns")
class CampaignPages {

    private final CampaignDesk desk;
    private final CampaignResult results;
    private final ProspectLabels labels;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    CampaignPages(
            CampaignDesk desk,
            CampaignResult results,
            ProspectLabels labels,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.results = results;
        this.labels = labels;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new CampaignsPage(
                        desk.all(me),
                        dealerships.get(me.dealership()).today(clock),
                        new People(staff, me.dealership())));
        return "campaign/list";
    }

    @GetMapping("/new")
    String blank(StaffMember me, Model model) {
        return form(null, Fields.empty().put("responsible", me.username()), false, me, model);
    }

    private String form(@Nullable Campaign campaign, Fields form, boolean theirs, StaffMember me, Model model) {
        String changedBy = campaign == null ? "" : staff.nameOf(me.dealership(), campaign.changedBy());
        model.addAttribute(
                "page", new CampaignFormPage(campaign, form, theirs, changedBy, staff.active(me.dealership())));
        return "campaign/form";
    }

    @PostMapping
    String plan(
            @ModelAttribute CampaignForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(
                        key,
                        body,
                        me.dealership(),
                        me.id(),
                        () -> "/campaigns/" + desk.plan(body.draft(), me).id());
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(null, form, false, me, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable CampaignId id, StaffMember me, Model model) {
        CampaignResult.Reading result = results.of(id, me);
        var names =
                labels.of(result.states().keySet().stream().map(TypedId::value).toList(), me);
        model.addAttribute("page", new CampaignPage(result, names, new People(staff, me.dealership()), Fields.empty()));
        return "campaign/campaign";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable CampaignId id, StaffMember me, Model model) {
        Campaign campaign = desk.get(id, me);
        Fields form = Fields.of(CampaignForm.of(campaign.plan(), responsible(campaign, me)))
                .put("version", campaign.version());
        return form(campaign, form, false, me, model);
    }

    private String responsible(Campaign campaign, StaffMember me) {
        return staff.find(me.dealership(), campaign.plan().responsible())
                .map(StaffMember::username)
                .orElse("");
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable CampaignId id,
            @ModelAttribute CampaignForm body,
            BindingResult bound,
            @RequestParam(defaultValue = "0") int version,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                desk.change(id, body.draft(), version, me);
                return "redirect:/campaigns/" + id;
            } catch (CampaignChanged changed) {
                Campaign now = desk.get(id, me);
                response.setStatus(409);
                return form(now, form.put("version", now.version()), true, me, model);
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return form(desk.get(id, me), form, false, me, model);
    }

    @GetMapping("/{id}/members")
    String members(
            @PathVariable CampaignId id, @RequestParam CampaignResult.Figure figure, StaffMember me, Model model) {
        CampaignResult.Reading result = results.of(id, me);
        MembersPage page = new MembersPage(result, figure, java.util.Map.of());
        model.addAttribute(
                "page",
                new MembersPage(
                        result,
                        figure,
                        labels.of(page.members().stream().map(TypedId::value).toList(), me)));
        return "campaign/members";
    }
}
