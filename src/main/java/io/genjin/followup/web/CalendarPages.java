package io.genjin.followup.web;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.HolidayList;
import io.genjin.dealership.Policies;
import io.genjin.followup.CalendarDesk;
import io.genjin.followup.CalendarDesk.Proposal;
import io.genjin.followup.PolicyDesk;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The opening calendar: weekly closing days, single days, holidays taken from a list, and whether they stop the clocks. */
@Controller
class CalendarPages {

    private final CalendarDesk desk;
    private final PolicyDesk rules;
    private final Policies policies;
    private final ClosedDays closedDays;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    CalendarPages(
            CalendarDesk desk,
            PolicyDesk rules,
            Policies policies,
            ClosedDays closedDays,
            Dealerships dealerships,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.rules = rules;
        this.policies = policies;
        this.closedDays = closedDays;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/policy/calendar")
    String show(StaffMember me, Model model) {
        return page(withWeek(Fields.empty(), me), me, model);
    }

    private Fields withWeek(Fields form, StaffMember me) {
        return form.put(
                "weekdays",
                closedDays
                        .calendar(me.dealership())
                        .weeklyOn(dealerships.get(me.dealership()).today(clock))
                        .map(pattern -> pattern.inOrder())
                        .orElse(List.of()));
    }

    private String page(Fields form, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new CalendarPage(
                        policies.current(me.dealership(), clock.instant()).pauseOnClosedDays(),
                        closedDays.calendar(me.dealership()),
                        dealerships.get(me.dealership()).today(clock),
                        form));
        return "followup/calendar";
    }

    @PostMapping("/policy/pause")
    String pause(
            @RequestParam(defaultValue = "false") boolean on,
            @RequestParam(required = false) @Nullable String pauseReason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return changed(() -> rules.pause(on, pauseReason, me), me, model, request, response);
    }

    @PostMapping("/policy/calendar/days")
    String say(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String closedReason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return changed(
                () -> {
                    if (open) {
                        desk.open(day, until, closedReason, me);
                    } else {
                        desk.close(day, until, closedReason, me);
                    }
                },
                me,
                model,
                request,
                response);
    }

    @PostMapping("/policy/calendar/days/removal")
    String asUsual(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable LocalDate until,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return changed(() -> desk.asUsual(day, until, me), me, model, request, response);
    }

    @PostMapping("/policy/calendar/weekly")
    String weekly(
            @RequestParam(required = false) @Nullable List<DayOfWeek> weekdays,
            @RequestParam(required = false) @Nullable LocalDate weeklyFrom,
            @RequestParam(required = false) @Nullable String weeklyReason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<DayOfWeek> chosen = weekdays == null ? List.of() : weekdays;
        return changed(() -> desk.closeWeekly(chosen, weeklyFrom, weeklyReason, me), me, model, request, response);
    }

    private String changed(
            Runnable change, StaffMember me, Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            change.run();
            return "redirect:/policy/calendar";
        } catch (Refusal refusal) {
            response.setStatus(422);
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return page(request.getRequestURI().endsWith("/weekly") ? form : withWeek(form, me), me, model);
        }
    }

    /** A list to be pasted, or the published one of a year to begin with. */
    @GetMapping("/policy/holidays")
    String holidays(@RequestParam(required = false) @Nullable Integer year, Model model) {
        Fields form = Fields.empty();
        if (year != null) {
            HolidayList.published(year).ifPresent(list -> form.put("list", list));
        }
        return holidays(form, null, model);
    }

    private static String holidays(Fields form, @Nullable Proposal proposal, Model model) {
        model.addAttribute("page", new HolidaysPage(form, proposal, HolidayList.publishedYears()));
        return "followup/holidays";
    }

    /** What the list would change; nothing is stored. */
    @PostMapping("/policy/holidays/preview")
    String preview(@RequestParam(required = false) @Nullable String list, StaffMember me, Model model) {
        return holidays(Fields.empty().put("list", list), desk.propose(list, me), model);
    }

    @PostMapping("/policy/holidays")
    String take(
            @RequestParam(required = false) @Nullable String list,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.take(list, me);
            return "redirect:/policy/calendar";
        } catch (Refusal refusal) {
            response.setStatus(422);
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return holidays(form, desk.propose(list, me), model);
        }
    }
}
