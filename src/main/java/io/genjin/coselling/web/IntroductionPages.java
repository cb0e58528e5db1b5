package io.genjin.coselling.web;

import io.genjin.consent.DataField;
import io.genjin.coselling.CoSellingDesk;
import io.genjin.coselling.CoSellingResult;
import io.genjin.coselling.IntroductionDesk;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The panel on a customer's page about partners: who introduced them, and to whom we introduced them. */
@Controller
@RequestMapping("/prospects/{id}/co-selling")
class IntroductionPages {

    private final IntroductionDesk desk;
    private final CoSellingDesk partners;
    private final CoSellingResult results;
    private final CardFile file;
    private final StaffDirectory staff;
    private final Screens screens;

    IntroductionPages(
            IntroductionDesk desk,
            CoSellingDesk partners,
            CoSellingResult results,
            CardFile file,
            StaffDirectory staff,
            Screens screens) {
        this.desk = desk;
        this.partners = partners;
        this.results = results;
        this.file = file;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), Fields.empty(), null, me, model, request);
    }

    private String panel(
            ProspectId id,
            Fields brought,
            Fields handed,
            @Nullable Map<DataField, String> released,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        model.addAttribute(
                "page",
                new IntroductionPanel(
                        file.open(id, me),
                        results.of(desk.of(id, me), me),
                        partners.all(me),
                        new People(staff, me.dealership()),
                        brought,
                        handed,
                        released,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "coselling/panel";
    }

    @PostMapping
    String introduced(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String coSeller,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.introducedToUs(id, coSeller, me);
            return "redirect:/prospects/" + id + "/co-selling";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return panel(id, form, Fields.empty(), null, me, model, request);
        }
    }

    /** Shows what was handed over once, on this answer only. */
    @PostMapping("/hand-over")
    String handOver(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String toPartner,
            @RequestParam(required = false) @Nullable String purpose,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        Screen s = screens.of(request);
        try {
            IntroductionDesk.HandOver done = desk.introduceToThem(id, toPartner, purpose, me);
            if (done.refusal() == null) {
                response.setHeader("Cache-Control", "no-store");
                return panel(id, Fields.empty(), Fields.empty(), done.values(), me, model, request);
            }
            form.error(
                    "toPartner",
                    s.t(done.refusal().messageKey(), done.refusal().args().toArray()));
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            refusal.fields()
                    .forEach(field -> form.error(
                            field.name().equals("coSeller") || field.name().equals("partner")
                                    ? "toPartner"
                                    : field.name(),
                            s.t(field.messageKey(), field.args().toArray())));
            if (refusal.fields().isEmpty()) {
                form.refused(refusal, s);
            }
        }
        response.setStatus(422);
        return panel(id, Fields.empty(), form, null, me, model, request);
    }
}
