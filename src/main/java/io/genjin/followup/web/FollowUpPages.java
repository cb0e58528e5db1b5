package io.genjin.followup.web;

import io.genjin.dealership.Dealerships;
import io.genjin.followup.FollowUpDesk;
import io.genjin.followup.FollowUpFile;
import io.genjin.followup.OpenPoints;
import io.genjin.followup.SuggestedDates;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.web.People;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The record sheet, and the follow-up panel on a prospect's page. */
@Controller
@RequestMapping("/prospects/{id}")
class FollowUpPages {

    private static final int RECENT = 3;
    private static final int LISTED = 20;

    private final FollowUpDesk desk;
    private final FollowUpFile file;
    private final SuggestedDates suggested;
    private final OpenPoints openPoints;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;

    FollowUpPages(
            FollowUpDesk desk,
            FollowUpFile file,
            SuggestedDates suggested,
            OpenPoints openPoints,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens) {
        this.desk = desk;
        this.file = file;
        this.suggested = suggested;
        this.openPoints = openPoints;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static ProspectPanel followUpPanel() {
        return new ProspectPanel("followup.title", "/prospects/{id}/follow-ups", "followup.read", 10);
    }

    @GetMapping("/follow-ups/new")
    String blank(@PathVariable ProspectId id, StaffMember me, Model model) {
        FollowUpFile.Opened opened = file.open(id, RECENT, me);
        Prospect prospect = opened.prospect();
        Map<Grade, LocalDate> latest = suggested.latestAfterContact(prospect);
        Fields form = Fields.empty()
                .put("way", "PHONE")
                .put("gradeAfter", prospect.grade())
                .put("gradeEvidence", prospect.evidence())
                .put("nextDate", latest.get(prospect.grade()))
                .put("nextReason", NextStepReason.ROUTINE);
        model.addAttribute(
                "page", new RecordPage(prospect, form, latest, opened.contacts(), openPoints.of(me.dealership(), id)));
        return "followup/record";
    }

    @PostMapping("/follow-ups")
    String record(
            @PathVariable ProspectId id,
            @ModelAttribute FollowUpForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            ZoneId zone = dealerships.get(me.dealership()).zone();
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    desk.record(id, body.report(zone), me);
                    return "/prospects/" + id + "?recorded";
                });
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        FollowUpFile.Opened opened = file.open(id, RECENT, me);
        response.setStatus(422);
        model.addAttribute(
                "page",
                new RecordPage(
                        opened.prospect(),
                        form,
                        suggested.latestAfterContact(opened.prospect()),
                        opened.contacts(),
                        openPoints.of(me.dealership(), id)));
        return "followup/record";
    }

    /** What was asked of which prospect, by which a repeated form is recognised. */
    record Asked(ProspectId prospect, Record body) {}

    @GetMapping("/follow-ups")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), me, model, request);
    }

    private String panel(ProspectId id, Fields form, StaffMember me, Model model, HttpServletRequest request) {
        FollowUpFile.Opened opened = file.open(id, LISTED, me);
        model.addAttribute(
                "page",
                new FollowUpPanel(
                        opened.prospect(),
                        opened.contacts(),
                        opened.misses(),
                        new People(staff, me.dealership()),
                        form,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "followup/panel";
    }

    @PostMapping("/reschedules")
    String reschedule(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable LocalDate nextDate,
            @RequestParam(required = false) @Nullable NextStepReason nextReason,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String lateReason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.reschedule(id, nextDate, nextReason, reason, lateReason, me);
            return "redirect:/prospects/" + id;
        } catch (Refusal refusal) {
            return refused(id, refusal, me, model, request, response);
        }
    }

    @PostMapping("/grade-changes")
    String regrade(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable Set<Evidence> evidence,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.regrade(id, grade, Objects.requireNonNullElse(evidence, Set.of()), reason, me);
            return "redirect:/prospects/" + id;
        } catch (Refusal refusal) {
            return refused(id, refusal, me, model, request, response);
        }
    }

    private String refused(
            ProspectId id,
            Refusal refusal,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        refusal.unlessNothingHere();
        response.setStatus(refusal.kind().status());
        Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
        return panel(id, form, me, model, request);
    }
}
