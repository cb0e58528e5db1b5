package io.genjin.deal.web;

import io.genjin.deal.DiscountLadder;
import io.genjin.deal.PriceDesk;
import io.genjin.deal.PriceRequestId;
import io.genjin.deal.QuoteFile;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The prices to decide, answered with one tap on a phone, and the limits behind them. */
@Controller
class PricePages {

    private static final int ROWS = 30;

    private final PriceDesk desk;
    private final QuoteFile file;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    PricePages(PriceDesk desk, QuoteFile file, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.file = file;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static NavItem pricesItem() {
        return new NavItem("nav.prices", "/prices", "rosette-discount-check", "price.decide", 13);
    }

    @Bean
    static NavItem limitsItem() {
        return new NavItem("nav.priceLimits", "/price-limits", "stairs-up", "price.limits", 84);
    }

    @GetMapping("/prices")
    String queue(@RequestParam(required = false) @Nullable String cursor, StaffMember me, Model model) {
        return queue(cursor, null, Fields.empty(), me, model);
    }

    private String queue(
            @Nullable String cursor, @Nullable PriceRequestId refused, Fields form, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new PricesPage(file.waiting(ROWS, cursor, me), new People(staff, me.dealership()), me, refused, form));
        return "deal/prices";
    }

    @PostMapping("/prices/{id}/approval")
    String approve(
            @PathVariable PriceRequestId id,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return decided(id, () -> desk.approve(id, reason, me), me, model, request, response);
    }

    @PostMapping("/prices/{id}/rejection")
    String reject(
            @PathVariable PriceRequestId id,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return decided(id, () -> desk.reject(id, reason, me), me, model, request, response);
    }

    @PostMapping("/prices/{id}/counter-offer")
    String counter(
            @PathVariable PriceRequestId id,
            @RequestParam(required = false) @Nullable String counter,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return decided(id, () -> desk.counter(id, counter, reason, me), me, model, request, response);
    }

    private String decided(
            PriceRequestId id,
            Runnable act,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/prices";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return queue(null, id, form, me, model);
        }
    }

    /** Limits as the form sends them. */
    record LimitsForm(
            @Nullable String model,
            DiscountLadder.@Nullable Unit unit,
            @Nullable String consultant,
            @Nullable String showroomManager,
            @Nullable String salesManager,
            @Nullable LocalDate validFrom) {

        PriceDesk.LadderWish wish() {
            return new PriceDesk.LadderWish(model, unit, consultant, showroomManager, salesManager, validFrom);
        }
    }

    @GetMapping("/price-limits")
    String limits(StaffMember me, Model model) {
        return limits(Fields.empty().put("unit", DiscountLadder.Unit.PERCENT), me, model);
    }

    private String limits(Fields form, StaffMember me, Model model) {
        model.addAttribute("page", new LimitsPage(desk.ladders(me), form));
        return "deal/limits";
    }

    @PostMapping("/price-limits")
    String set(
            @ModelAttribute LimitsForm body,
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
                    desk.set(body.wish(), me);
                    return "/price-limits";
                });
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return limits(form, me, model);
    }
}
