package io.genjin.reception.web;

import io.genjin.appointment.AppointmentList;
import io.genjin.dealership.Dealerships;
import io.genjin.ownership.DoorCheck;
import io.genjin.prospect.Access;
import io.genjin.prospect.web.People;
import io.genjin.reception.DailySheets;
import io.genjin.reception.FloorBoard;
import io.genjin.reception.FloorTeam;
import io.genjin.reception.ReceptionDesk;
import io.genjin.reception.SheetDesk;
import io.genjin.reception.VisitId;
import io.genjin.reception.VisitKind;
import io.genjin.reception.VisitPurpose;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Problems;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door: a number is looked up, a party is registered, heads are counted, a party is seen off. */
@Controller
class ReceptionPages {

    private final ReceptionDesk desk;
    private final SheetDesk sheetDesk;
    private final DailySheets sheets;
    private final DoorCheck doorCheck;
    private final FloorTeam team;
    private final FloorBoard board;
    private final AppointmentList appointments;
    private final Access access;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    ReceptionPages(
            ReceptionDesk desk,
            SheetDesk sheetDesk,
            DailySheets sheets,
            DoorCheck doorCheck,
            FloorTeam team,
            FloorBoard board,
            AppointmentList appointments,
            Access access,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.sheetDesk = sheetDesk;
        this.sheets = sheets;
        this.doorCheck = doorCheck;
        this.team = team;
        this.board = board;
        this.appointments = appointments;
        this.access = access;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/reception")
    String door(
            @RequestParam(required = false) @Nullable VisitId registered,
            @RequestParam(required = false) @Nullable String appointment,
            StaffMember me,
            Model model) {
        Fields form = blank();
        if (appointment != null) {
            form.put("appointment", appointment);
        }
        return page(form, null, registered, me, model);
    }

    private static Fields blank() {
        return Fields.empty()
                .put("kind", VisitKind.VISIT)
                .put("purpose", VisitPurpose.NEW_CAR)
                .put("people", 1);
    }

    /** The number is looked up before the party is registered; what was typed stays. */
    @PostMapping("/reception/checks")
    String check(
            @RequestParam(required = false) @Nullable String mobile,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        DoorCheck.Answer answer = null;
        try {
            answer = doorCheck.check(mobile, me);
        } catch (Refusal refusal) {
            refused(form, refusal, request, response);
        }
        return page(form, answer, null, me, model);
    }

    @PostMapping("/visits")
    String register(
            @ModelAttribute ArrivalForm body,
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
                        () -> "/reception?registered="
                                + desk.register(body.said(), me).id());
            } catch (Refusal refusal) {
                refused(form, refusal, request, response);
                return page(form, null, null, me, model);
            }
        }
        response.setStatus(422);
        return page(form, null, null, me, model);
    }

    @PostMapping("/reception/parties")
    String click(StaffMember me) {
        sheetDesk.click(me);
        return "redirect:/reception";
    }

    @PostMapping("/visits/{id}/departure")
    String leave(@PathVariable VisitId id, @RequestParam(required = false) @Nullable String from, StaffMember me) {
        desk.leave(id, me);
        return "redirect:" + ("door".equals(from) ? "/reception" : "/visits/" + id);
    }

    private void refused(Fields form, Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        form.refused(refusal.unlessNothingHere(), screens.of(request));
        Problems.mark(response, refusal);
    }

    private String page(
            Fields form, DoorCheck.@Nullable Answer answer, @Nullable VisitId registered, StaffMember me, Model model) {
        LocalDate today = dealerships.get(me.dealership()).today(clock);
        model.addAttribute(
                "page",
                new ArrivalPage(
                        form,
                        answer,
                        registered == null ? null : board.open(registered, me).row(),
                        team.places(me),
                        appointments.between(today, today, me).stream()
                                .filter(row -> row.appointment().kind().isAtOurs()
                                        && row.appointment().mayBeKept(clock.instant()))
                                .toList(),
                        board.of(today, me).stream()
                                .filter(row -> row.visit().leftAt() == null)
                                .toList(),
                        sheets.of(today, me).heads(),
                        access.seesAll(me, "visit.register"),
                        new People(staff, me.dealership())));
        return "reception/door";
    }
}
