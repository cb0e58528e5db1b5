package io.genjin.consent.web;

import io.genjin.consent.Partner;
import io.genjin.consent.PartnerDesk;
import io.genjin.consent.PartnerId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where managers keep the list of partners. */
@Controller
class PartnerPages {

    private final PartnerDesk desk;
    private final Once once;
    private final Screens screens;

    PartnerPages(PartnerDesk desk, Once once, Screens screens) {
        this.desk = desk;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static NavItem partnersItem() {
        return new NavItem("nav.partners", "/partners", "building-bank", "partner.manage", 82);
    }

    @Bean
    static ProspectPanel consentPanel() {
        return new ProspectPanel("consent.title", "/prospects/{id}/consents", "consent.read", 27);
    }

    /** A partner as the form names it. */
    record PartnerForm(@Nullable String name, Partner.@Nullable Type type) {}

    @GetMapping("/partners")
    String list(StaffMember me, Model model) {
        return list(Fields.empty(), me, model);
    }

    private String list(Fields form, StaffMember me, Model model) {
        model.addAttribute("page", new PartnersPage(desk.all(me), desk.rates(me), form));
        return "consent/partners";
    }

    @PostMapping("/partners")
    String add(
            @ModelAttribute PartnerForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, body, me.dealership(), me.id(), () -> {
                    desk.add(body.name(), body.type(), me);
                    return "/partners";
                });
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return list(form, me, model);
    }

    @PostMapping("/partners/{id}/retirement")
    String retire(@PathVariable PartnerId id, StaffMember me) {
        desk.retire(id, me);
        return "redirect:/partners";
    }
}
