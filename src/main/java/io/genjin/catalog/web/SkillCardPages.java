package io.genjin.catalog.web;

import io.genjin.catalog.CatalogCardChanged;
import io.genjin.catalog.SkillCard;
import io.genjin.catalog.SkillCardDesk;
import io.genjin.catalog.SkillCardId;
import io.genjin.catalog.SkillCardKind;
import io.genjin.catalog.SkillCardText;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Writing skill cards: a new one begins with the built-in words, a change keeps what was typed when a colleague was first. */
@Controller
@RequestMapping("/catalog/skill-cards")
class SkillCardPages {

    private final SkillCardDesk desk;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    SkillCardPages(SkillCardDesk desk, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping("/new")
    String blank(
            @RequestParam(required = false) @Nullable SkillCardKind kind,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        Fields form = kind == null
                ? Fields.empty()
                : Fields.of(SkillCardForm.of(kind, desk.builtIn(kind, screens.locale(request))));
        return form(null, form, null, me, model);
    }

    private String form(
            @Nullable SkillCard card, Fields form, @Nullable SkillCardText theirs, StaffMember me, Model model) {
        String changedBy =
                card == null ? "" : staff.nameOf(me.dealership(), card.edition().changedBy());
        model.addAttribute("page", new SkillCardPage(card, form, theirs, changedBy));
        return "catalog/skill-card";
    }

    @PostMapping
    String add(
            @ModelAttribute SkillCardForm body,
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
                    desk.add(body.kind(), body.draft(), me);
                    return "/catalog";
                });
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(null, form, null, me, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable SkillCardId id, StaffMember me, Model model) {
        SkillCard card = desk.get(id, me.dealership());
        Fields form = Fields.of(SkillCardForm.of(card.kind(), card.text()))
                .put("version", card.edition().version());
        return form(card, form, null, me, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable SkillCardId id,
            @ModelAttribute SkillCardForm body,
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
                return "redirect:/catalog";
            } catch (CatalogCardChanged changed) {
                SkillCard now = desk.get(id, me.dealership());
                response.setStatus(409);
                return form(now, form.put("version", now.edition().version()), now.text(), me, model);
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return form(desk.get(id, me.dealership()), form, null, me, model);
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable SkillCardId id, StaffMember me) {
        desk.retire(id, true, me);
        return "redirect:/catalog";
    }

    @PostMapping("/{id}/return")
    String bringBack(@PathVariable SkillCardId id, StaffMember me) {
        desk.retire(id, false, me);
        return "redirect:/catalog";
    }
}
