package io.genjin.defeat.web;

import io.genjin.defeat.CaseFile;
import io.genjin.defeat.DefeatDesk;
import io.genjin.defeat.ReviewDesk;
import io.genjin.defeat.StageReached;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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

/** The consultant's side of a customer who did not buy: the panel on their page, the review, and the customer who came back. */
@Controller
@RequestMapping("/prospects/{id}")
class CasePages {

    private final ReviewDesk desk;
    private final DefeatDesk defeats;
    private final CaseFile file;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    CasePages(ReviewDesk desk, DefeatDesk defeats, CaseFile file, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.defeats = defeats;
        this.file = file;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping("/case")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), me, model, request);
    }

    private String panel(ProspectId id, Fields form, StaffMember me, Model model, HttpServletRequest request) {
        CaseFile.Opened opened = file.open(id, me);
        model.addAttribute(
                "page",
                new CasePanel(
                        opened,
                        new People(staff, me.dealership()),
                        opened.prospect().isOwnedBy(me),
                        form,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "defeat/panel";
    }

    @GetMapping("/reviews/new")
    String blank(@PathVariable ProspectId id, StaffMember me, Model model) {
        CaseFile.Opened opened = file.open(id, me);
        model.addAttribute("page", new ReviewPage(opened, first(opened)));
        return "defeat/review";
    }

    private static Fields first(CaseFile.Opened opened) {
        Prospect prospect = opened.prospect();
        Fields form = Fields.empty()
                .put("stageReached", StageReached.of(prospect))
                .put("nextReason", NextStepReason.ROUTINE)
                .put("nextDate", prospect.deadline().latest());
        var open = opened.openReview();
        if (prospect.status() == ProspectStatus.NOT_CLOSED_REVIEW && open != null) {
            form.put("summary", open.summary()).put("reasons", open.reasons());
        }
        if (prospect.status() == ProspectStatus.CAUSE_ANALYSIS) {
            opened.reviews().stream().findFirst().ifPresent(review -> form.put("reasons", review.reasons()));
        }
        return form;
    }

    @PostMapping("/reviews")
    String review(
            @PathVariable ProspectId id,
            @ModelAttribute ReviewForm body,
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
                    desk.review(id, body.said(), me);
                    return "/prospects/" + id;
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        model.addAttribute("page", new ReviewPage(file.open(id, me), form));
        return "defeat/review";
    }

    /** What was asked about which prospect, by which a repeated form is recognised. */
    record Asked(ProspectId prospect, Record body) {}

    @PostMapping("/defeats")
    String apply(
            @PathVariable ProspectId id,
            @ModelAttribute LossForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                defeats.apply(id, body.loss(), me);
                return "redirect:/prospects/" + id;
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        model.addAttribute("page", new ReviewPage(file.open(id, me), form));
        return "defeat/review";
    }

    @PostMapping("/reactivation")
    String cameBack(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable LocalDate nextDate,
            @RequestParam(required = false) @Nullable NextStepReason nextReason,
            @RequestParam(required = false) @Nullable String comment,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.cameBack(id, nextDate, nextReason, comment, me);
            return "redirect:/prospects/" + id + "?cameBack";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return panel(id, form, me, model, request);
        }
    }
}
