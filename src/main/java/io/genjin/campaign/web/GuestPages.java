package io.genjin.campaign.web;

import io.genjin.campaign.Campaign;
import io.genjin.campaign.CampaignDesk;
import io.genjin.campaign.CampaignId;
import io.genjin.campaign.CampaignResult;
import io.genjin.campaign.GuestDesk;
import io.genjin.campaign.Invitation;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.prospect.web.People;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Inviting customers, their answers and their coming: from the campaign's page and from the customer's. */
@Controller
class GuestPages {

    private static final int ROWS = 50;

    private final GuestDesk desk;
    private final CampaignDesk campaigns;
    private final CampaignResult results;
    private final ProspectList list;
    private final CardFile file;
    private final Dealerships dealerships;
    private final StaffDirectory staff;
    private final Screens screens;
    private final Clock clock;

    GuestPages(
            GuestDesk desk,
            CampaignDesk campaigns,
            CampaignResult results,
            ProspectList list,
            CardFile file,
            Dealerships dealerships,
            StaffDirectory staff,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.results = results;
        this.list = list;
        this.file = file;
        this.dealerships = dealerships;
        this.staff = staff;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/campaigns/{id}/invitations/new")
    String choose(
            @PathVariable CampaignId id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        return choose(id, q, grade, cursor, Fields.empty(), me, model);
    }

    private String choose(
            CampaignId id,
            @Nullable String q,
            @Nullable Grade grade,
            @Nullable String cursor,
            Fields form,
            StaffMember me,
            Model model) {
        CampaignResult.Reading result = results.of(id, me);
        ProspectList.Filter filter = new ProspectList.Filter(q, grade, null, null, null, null, null);
        model.addAttribute(
                "page",
                new InvitePage(
                        result.campaign(),
                        list.find(filter, ROWS, cursor, me),
                        Set.copyOf(result.states().keySet()),
                        q,
                        grade,
                        new People(staff, me.dealership()),
                        form));
        return "campaign/invite";
    }

    @PostMapping("/campaigns/{id}/invitations")
    String invite(
            @PathVariable CampaignId id,
            @RequestParam(required = false) @Nullable List<ProspectId> prospects,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.invite(id, prospects == null ? List.of() : prospects, me);
            return "redirect:/campaigns/" + id + "#guests";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(422);
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return choose(id, null, null, null, form, me, model);
        }
    }

    /** @param customer whether it was said on the customer's page, which is shown again then */
    @PostMapping("/campaigns/{id}/invitations/{prospect}/answer")
    String answer(
            @PathVariable CampaignId id,
            @PathVariable ProspectId prospect,
            @RequestParam(required = false) Invitation.@Nullable Answer answer,
            @RequestParam(defaultValue = "false") boolean customer,
            StaffMember me) {
        desk.answer(id, prospect, answer, me);
        return back(id, prospect, customer);
    }

    @PostMapping("/campaigns/{id}/invitations/{prospect}/attendance")
    String attend(
            @PathVariable CampaignId id,
            @PathVariable ProspectId prospect,
            @RequestParam(defaultValue = "false") boolean customer,
            StaffMember me) {
        desk.attend(id, prospect, me);
        return back(id, prospect, customer);
    }

    private static String back(CampaignId id, ProspectId prospect, boolean customer) {
        return "redirect:" + (customer ? "/prospects/" + prospect + "/campaigns" : "/campaigns/" + id + "#guests");
    }

    @GetMapping("/prospects/{id}/campaigns")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), me, model, request);
    }

    private String panel(ProspectId id, Fields form, StaffMember me, Model model, HttpServletRequest request) {
        List<CampaignPanel.Line> lines = desk.of(id, me).stream()
                .map(one -> new CampaignPanel.Line(campaigns.get(one.campaign(), me), one))
                .toList();
        model.addAttribute(
                "page",
                new CampaignPanel(
                        file.open(id, me),
                        lines,
                        campaigns.open(me),
                        dealerships.get(me.dealership()).today(clock),
                        form,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "campaign/panel";
    }

    @PostMapping("/prospects/{id}/campaigns")
    String inviteOne(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String campaign,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (campaign == null || campaign.isBlank()) {
                throw new FieldsRefused(Refusal.Field.of("campaign", "field.required"));
            }
            Campaign chosen = campaigns.get(CampaignId.of(campaign), me);
            desk.invite(chosen.id(), List.of(id), me);
            return "redirect:/prospects/" + id + "/campaigns";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(422);
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return panel(id, form, me, model, request);
        }
    }
}
