package io.genjin.consent.web;

import io.genjin.consent.Consent;
import io.genjin.consent.ConsentDesk;
import io.genjin.consent.ConsentFile;
import io.genjin.consent.ConsentId;
import io.genjin.consent.DataField;
import io.genjin.consent.DisclosureDesk;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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

/** The panel on a customer's page about partners: what the customer said, and what goes to whom. */
@Controller
@RequestMapping("/prospects/{id}")
class ConsentPages {

    private final ConsentDesk desk;
    private final DisclosureDesk disclosures;
    private final ConsentFile file;
    private final Dealerships dealerships;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    ConsentPages(
            ConsentDesk desk,
            DisclosureDesk disclosures,
            ConsentFile file,
            Dealerships dealerships,
            StaffDirectory staff,
            Once once,
            Screens screens) {
        this.desk = desk;
        this.disclosures = disclosures;
        this.file = file;
        this.dealerships = dealerships;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping("/consents")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), Fields.empty(), null, me, model, request);
    }

    private String panel(
            ProspectId id,
            Fields said,
            Fields sent,
            DisclosureDesk.@Nullable Released released,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        model.addAttribute(
                "page",
                new ConsentPanel(
                        file.open(id, me),
                        new People(staff, me.dealership()),
                        said,
                        sent,
                        released,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "consent/panel";
    }

    /** What was asked about which customer, by which a repeated form is recognised. */
    record Asked(ProspectId prospect, Record body) {}

    @PostMapping("/consents")
    String record(
            @PathVariable ProspectId id,
            @ModelAttribute ConsentForm body,
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
                    desk.record(id, body.said(dealerships.get(me.dealership()).zone()), me);
                    return "/prospects/" + id + "/consents";
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return panel(id, form, Fields.empty(), null, me, model, request);
    }

    @PostMapping("/consents/{consent}/withdrawal")
    String withdraw(
            @PathVariable ProspectId id,
            @PathVariable ConsentId consent,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.withdraw(id, consent, me);
            return "redirect:/prospects/" + id + "/consents";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.empty().refused(refusal, screens.of(request));
            return panel(id, form, Fields.empty(), null, me, model, request);
        }
    }

    /** Which statement it rests on, by which the page names partner and purpose, and what is to go. */
    record SendForm(@Nullable String statement, @Nullable Set<DataField> sent) {}

    /** Shows what was handed over once, on this answer only. */
    @PostMapping("/disclosures")
    String disclose(
            @PathVariable ProspectId id,
            @ModelAttribute SendForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        AtomicReference<DisclosureDesk.@Nullable Answer> fresh = new AtomicReference<>();
        if (!bound.hasErrors()) {
            try {
                String again = once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    fresh.set(send(id, body, me));
                    return "/prospects/" + id + "/consents";
                });
                DisclosureDesk.Answer answer = fresh.get();
                if (answer == null) {
                    return again;
                }
                if (answer instanceof DisclosureDesk.Released released) {
                    response.setHeader("Cache-Control", "no-store");
                    return panel(id, Fields.empty(), Fields.empty(), released, me, model, request);
                }
                if (answer instanceof DisclosureDesk.Withheld withheld) {
                    refused(form, withheld.refusal(), screens.of(request));
                }
            } catch (Refusal refusal) {
                refusal.unlessNothingHere();
                refused(form, refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return panel(id, Fields.empty(), form, null, me, model, request);
    }

    private DisclosureDesk.Answer send(ProspectId id, SendForm body, StaffMember me) {
        Consent statement = file.open(id, me).statements().stream()
                .filter(one -> one.id().toString().equals(body.statement()))
                .findFirst()
                .orElseThrow(() -> new FieldsRefused(Field.of("statement", "field.required")));
        return disclosures.disclose(
                id,
                statement.partner().toString(),
                statement.purpose(),
                body.sent() == null ? Set.of() : body.sent(),
                me);
    }

    /** The page has one choice for partner and purpose, and its own name for what is to go. */
    private static void refused(Fields form, Refusal refusal, Screen s) {
        refusal.fields()
                .forEach(field -> form.error(
                        field.name().equals("fields") ? "sent" : "statement",
                        s.t(field.messageKey(), field.args().toArray())));
        if (refusal.fields().isEmpty()) {
            form.refused(refusal, s);
        }
    }
}
