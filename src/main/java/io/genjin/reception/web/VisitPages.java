package io.genjin.reception.web;

import io.genjin.dealership.Dealerships;
import io.genjin.followup.SuggestedDates;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Opening;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.web.People;
import io.genjin.reception.ClosingDesk;
import io.genjin.reception.FloorBoard;
import io.genjin.reception.Follows;
import io.genjin.reception.NotFiledReason;
import io.genjin.reception.Visit;
import io.genjin.reception.VisitId;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** The consultant's side of a visit: filing the party, and saying what follows before the day ends. */
@Controller
class VisitPages {

    private final ClosingDesk desk;
    private final FloorBoard board;
    private final SuggestedDates suggested;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    VisitPages(
            ClosingDesk desk,
            FloorBoard board,
            SuggestedDates suggested,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.board = board;
        this.suggested = suggested;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @Bean
    static ProspectPanel visitPanel() {
        return new ProspectPanel("visits.ofCustomer", "/prospects/{id}/visits", "visit.read", 14);
    }

    @GetMapping("/visits")
    String list(StaffMember me, Model model) {
        LocalDate today = dealerships.get(me.dealership()).today(clock);
        model.addAttribute(
                "page",
                new VisitsPage(
                        board.open(me),
                        board.of(today, me).stream()
                                .filter(row -> !row.visit().isOpen())
                                .toList(),
                        new People(staff, me.dealership())));
        return "reception/visits";
    }

    @GetMapping("/prospects/{id}/visits")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        List<FloorBoard.Row> rows = board.ofProspect(id, me);
        model.addAttribute(
                "page",
                new VisitPanel(
                        id,
                        rows,
                        new People(staff, me.dealership()),
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "reception/panel";
    }

    @GetMapping("/visits/{id}")
    String open(@PathVariable VisitId id, StaffMember me, Model model) {
        FloorBoard.Opened opened = board.open(id, me);
        return page(opened, blankFiling(opened), blankClosing(opened), me, model);
    }

    private static Fields blankFiling(FloorBoard.Opened opened) {
        Fields form = Fields.empty().put("nextFollowUpReason", NextStepReason.LEFT_SHOWROOM_CALLBACK);
        if (opened.named() && opened.row().visit().customerName() != null) {
            form.put("customerName", opened.row().visit().customerName());
        }
        return form;
    }

    private Fields blankClosing(FloorBoard.Opened opened) {
        Fields form = Fields.empty().put("follows", opened.allowed().get(0));
        Prospect customer = opened.customer();
        if (customer != null && opened.mine()) {
            form.put("gradeAfter", customer.grade())
                    .put("nextReason", NextStepReason.LEFT_SHOWROOM_CALLBACK)
                    .put(
                            "model",
                            customer.content().intentModels().stream()
                                    .findFirst()
                                    .orElse(null));
            if (!opened.row().visit().isOpened() && customer.status().isFollowed()) {
                form.put("nextDate", suggested.latestAfterContact(customer).get(customer.grade()));
            }
        }
        return form;
    }

    @PostMapping("/visits/{id}/filing")
    String file(
            @PathVariable VisitId id,
            @ModelAttribute FilingForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    Opening opening = desk.file(id, body.said(), me);
                    return "/visits/" + id + "?filed=" + opening.getClass().getSimpleName();
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        FloorBoard.Opened opened = board.open(id, me);
        response.setStatus(422);
        return page(opened, form, blankClosing(opened), me, model);
    }

    @PostMapping("/visits/{id}/no-filing")
    String notFiled(
            @PathVariable VisitId id,
            @RequestParam(required = false) @Nullable NotFiledReason notFiledReason,
            @RequestParam(required = false) @Nullable String course,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.notFiled(id, notFiledReason, course, me);
            return "redirect:/visits/" + id;
        } catch (Refusal refusal) {
            FloorBoard.Opened opened = board.open(id, me);
            response.setStatus(422);
            Fields form =
                    Fields.of(request.getParameterMap()).refused(refusal.unlessNothingHere(), screens.of(request));
            return page(opened, blankFiling(opened), form, me, model);
        }
    }

    @PostMapping("/visits/{id}/closing")
    String close(
            @PathVariable VisitId id,
            @ModelAttribute ClosingForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    Visit visit = desk.close(
                            id, body.said(dealerships.get(me.dealership()).zone()), me);
                    boolean review = visit.follows() == Follows.REVIEW && visit.prospect() != null;
                    return review ? "/prospects/" + visit.prospect() + "/reviews/new" : "/visits/" + id;
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        FloorBoard.Opened opened = board.open(id, me);
        response.setStatus(422);
        return page(opened, blankFiling(opened), form, me, model);
    }

    /** What was asked of which visit, by which a repeated form is recognised. */
    record Asked(VisitId visit, Record body) {}

    private String page(FloorBoard.Opened opened, Fields filing, Fields closing, StaffMember me, Model model) {
        Prospect customer = opened.customer();
        Map<Grade, LocalDate> latest =
                customer != null && opened.mine() && customer.status().isFollowed()
                        ? suggested.latestAfterContact(customer)
                        : Map.of();
        model.addAttribute("page", new VisitPage(opened, filing, closing, latest, new People(staff, me.dealership())));
        return "reception/visit";
    }
}
