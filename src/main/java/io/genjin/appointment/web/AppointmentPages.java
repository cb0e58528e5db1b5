package io.genjin.appointment.web;

import io.genjin.appointment.AppointmentDesk;
import io.genjin.appointment.AppointmentId;
import io.genjin.appointment.AppointmentKind;
import io.genjin.appointment.AppointmentList;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
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
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The day's appointments, and those of one customer on the customer's page. */
@Controller
class AppointmentPages {

    private final AppointmentDesk desk;
    private final AppointmentList list;
    private final CardFile cards;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    AppointmentPages(
            AppointmentDesk desk,
            AppointmentList list,
            CardFile cards,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.list = list;
        this.cards = cards;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/appointments")
    String day(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String with,
            StaffMember me,
            Model model) {
        LocalDate day = date == null ? dealerships.get(me.dealership()).today(clock) : date;
        StaffMember expecting = with == null || with.isBlank()
                ? null
                : staff.byUsername(me.dealership(), with.strip())
                        .orElseThrow(() -> new FieldsRefused(Refusal.Field.of("with", "field.consultant")));
        model.addAttribute(
                "page",
                new AppointmentsPage(
                        day,
                        expecting,
                        list.between(day, day, me).stream()
                                .filter(row -> expecting == null || row.with().equals(expecting.id()))
                                .toList(),
                        new People(staff, me.dealership())));
        return "appointment/list";
    }

    @GetMapping("/prospects/{id}/appointments")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, blank(), null, Fields.empty(), me, model, request);
    }

    private static Fields blank() {
        return Fields.empty().put("kind", AppointmentKind.SHOWROOM_VISIT);
    }

    @PostMapping("/prospects/{id}/appointments")
    String make(
            @PathVariable ProspectId id,
            @ModelAttribute AppointmentForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
                    desk.make(id, body.wish(zone(me)), me);
                    return "/prospects/" + id;
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return panel(id, form, null, Fields.empty(), me, model, request);
    }

    /** What was asked of which prospect or appointment, by which a repeated form is recognised. */
    record Asked(String whose, Record body) {}

    @PostMapping("/appointments/{id}/move")
    String move(
            @PathVariable AppointmentId id,
            @ModelAttribute MoveForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return home(
                        desk.move(id, body.moment(zone(me)), body.reason(), me).prospect());
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        return refused(id, form, me, model, request, response);
    }

    @PostMapping("/appointments/{id}/cancellation")
    String cancel(
            @PathVariable AppointmentId id,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return home(desk.cancel(id, reason, me).prospect());
        } catch (Refusal refusal) {
            Fields form =
                    Fields.of(request.getParameterMap()).refused(refusal.unlessNothingHere(), screens.of(request));
            return refused(id, form, me, model, request, response);
        }
    }

    @PostMapping("/appointments/{id}/arrival")
    String arrival(
            @PathVariable AppointmentId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return home(desk.kept(id, me).prospect());
        } catch (Refusal refusal) {
            Fields form =
                    Fields.of(request.getParameterMap()).refused(refusal.unlessNothingHere(), screens.of(request));
            return refused(id, form, me, model, request, response);
        }
    }

    private static String home(ProspectId id) {
        return "redirect:/prospects/" + id;
    }

    private String refused(
            AppointmentId id,
            Fields change,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ProspectId prospect = list.find(me.dealership(), id)
                .orElseThrow(() -> new NothingHere(id))
                .prospect();
        response.setStatus(422);
        return panel(prospect, blank(), id, change, me, model, request);
    }

    private String panel(
            ProspectId id,
            Fields form,
            @Nullable AppointmentId touched,
            Fields change,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        model.addAttribute(
                "page",
                new AppointmentPanel(
                        cards.open(id, me),
                        list.of(id, me),
                        new People(staff, me.dealership()),
                        form,
                        touched,
                        change,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "appointment/panel";
    }

    private ZoneId zone(StaffMember me) {
        return dealerships.get(me.dealership()).zone();
    }
}
