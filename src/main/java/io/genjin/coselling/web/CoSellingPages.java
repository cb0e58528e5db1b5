package io.genjin.coselling.web;

import io.genjin.consent.Partner;
import io.genjin.consent.PartnerDesk;
import io.genjin.coselling.CoSeller;
import io.genjin.coselling.CoSellerId;
import io.genjin.coselling.CoSellingDesk;
import io.genjin.coselling.CoSellingResult;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Co-selling partners: who they are, what they were promised, what came of it. */
@Controller
@RequestMapping("/co-selling")
class CoSellingPages {

    private final CoSellingDesk desk;
    private final CoSellingResult results;
    private final PartnerDesk firms;
    private final ProspectLabels labels;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    CoSellingPages(
            CoSellingDesk desk,
            CoSellingResult results,
            PartnerDesk firms,
            ProspectLabels labels,
            StaffDirectory staff,
            Once once,
            Screens screens) {
        this.desk = desk;
        this.results = results;
        this.firms = firms;
        this.labels = labels;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static NavItem coSellingItem() {
        return new NavItem("nav.coSelling", "/co-selling", "topology-star", "coselling.read", 123);
    }

    @Bean
    static NavItem rewardsItem() {
        return new NavItem("nav.rewards", "/co-selling/rewards", "coins", "coselling.rewards", 124);
    }

    @Bean
    static ProspectPanel introductionsPanel() {
        return new ProspectPanel("coSelling.panel", "/prospects/{id}/co-selling", "coselling.customer", 68);
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        return list(Fields.empty(), Fields.empty(), me, model);
    }

    private String list(Fields form, Fields own, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new CoSellingPage(
                        desk.all(me),
                        firms.all(me),
                        staff.active(me.dealership()),
                        desk.ownKept(me),
                        new People(staff, me.dealership()),
                        form,
                        own));
        return "coselling/list";
    }

    @PostMapping
    String add(
            @ModelAttribute CoSellerForm body,
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
                        () -> "/co-selling/" + desk.add(body.draft(), me).id());
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return list(form, Fields.empty(), me, model);
    }

    @PostMapping("/own-numbers")
    String keepOwn(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String ownMobile,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.keepOwn(person, ownMobile, me);
            return "redirect:/co-selling#own-numbers";
        } catch (Refusal refusal) {
            response.setStatus(422);
            Fields own = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return list(Fields.empty(), own, me, model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable CoSellerId id, StaffMember me, Model model) {
        return show(id, Fields.empty(), me, model);
    }

    private String show(CoSellerId id, Fields form, StaffMember me, Model model) {
        CoSeller partner = desk.get(id, me);
        var lines = results.of(id, me);
        var names = labels.of(
                lines.stream()
                        .map(line -> line.introduction().prospect().value())
                        .toList(),
                me);
        String firm = firms.all(me).stream()
                .filter(one -> one.id().equals(partner.firm()))
                .map(Partner::name)
                .findFirst()
                .orElse(null);
        model.addAttribute(
                "page",
                new CoSellerPage(
                        partner,
                        firm,
                        desk.agreements(id, me),
                        lines,
                        names,
                        new People(staff, me.dealership()),
                        form));
        return "coselling/partner";
    }

    /** What is promised, and to whom, by which a repeated form is recognised. */
    record Promise(
            CoSellerId partner,
            @Nullable String reward,
            @Nullable LocalDate from) {}

    @PostMapping("/{id}/agreements")
    String agree(
            @PathVariable CoSellerId id,
            @RequestParam(required = false) @Nullable String reward,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return once.redirect(key, new Promise(id, reward, from), me.dealership(), me.id(), () -> {
                desk.agree(id, reward, from, me);
                return "/co-selling/" + id;
            });
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(422);
            return show(id, Fields.of(request.getParameterMap()).refused(refusal, screens.of(request)), me, model);
        }
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable CoSellerId id, StaffMember me) {
        desk.retire(id, me);
        return "redirect:/co-selling/" + id;
    }
}
