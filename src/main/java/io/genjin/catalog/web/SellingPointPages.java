package io.genjin.catalog.web;

import io.genjin.catalog.CatalogCardChanged;
import io.genjin.catalog.SellingPoint;
import io.genjin.catalog.SellingPointCard;
import io.genjin.catalog.SellingPointCardId;
import io.genjin.catalog.SellingPointDesk;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** Writing selling-point cards; a change keeps what was typed when a colleague was first. */
@Controller
@RequestMapping("/catalog/selling-points")
class SellingPointPages {

    private final SellingPointDesk desk;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    SellingPointPages(SellingPointDesk desk, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String model, StaffMember me, Model page) {
        return form(null, Fields.empty().put("model", model.strip()), null, me, page);
    }

    private String form(
            @Nullable SellingPointCard card, Fields form, @Nullable SellingPoint theirs, StaffMember me, Model page) {
        String changedBy =
                card == null ? "" : staff.nameOf(me.dealership(), card.edition().changedBy());
        List<String> models = desk.all(me.dealership()).stream()
                .map(one -> one.point().model().text())
                .distinct()
                .toList();
        page.addAttribute("page", new SellingPointPage(card, form, theirs, changedBy, models));
        return "catalog/selling-point";
    }

    @PostMapping
    String add(
            @ModelAttribute SellingPointForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, body, me.dealership(), me.id(), () -> {
                    desk.add(body.draft(), me);
                    return "/catalog#selling-points";
                });
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(null, form, null, me, page);
    }

    @GetMapping("/{id}")
    String show(@PathVariable SellingPointCardId id, StaffMember me, Model page) {
        SellingPointCard card = desk.get(id, me.dealership());
        Fields form = Fields.of(SellingPointForm.of(card.point()))
                .put("version", card.edition().version());
        return form(card, form, null, me, page);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable SellingPointCardId id,
            @ModelAttribute SellingPointForm body,
            BindingResult bound,
            @RequestParam(defaultValue = "0") int version,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                desk.change(id, body.draft(), version, me);
                return "redirect:/catalog#selling-points";
            } catch (CatalogCardChanged changed) {
                SellingPointCard now = desk.get(id, me.dealership());
                response.setStatus(409);
                return form(now, form.put("version", now.edition().version()), now.point(), me, page);
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return form(desk.get(id, me.dealership()), form, null, me, page);
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable SellingPointCardId id, StaffMember me) {
        desk.retire(id, true, me);
        return "redirect:/catalog#selling-points";
    }

    @PostMapping("/{id}/return")
    String bringBack(@PathVariable SellingPointCardId id, StaffMember me) {
        desk.retire(id, false, me);
        return "redirect:/catalog#selling-points";
    }
}
