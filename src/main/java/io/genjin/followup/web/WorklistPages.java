package io.genjin.followup.web;

import io.genjin.appointment.AppointmentList;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.Worklist;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.Access;
import io.genjin.prospect.CardStatus;
import io.genjin.prospect.ProspectList;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.NavItem;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to contact: a consultant's day on the phone, the morning list of the whole store on the desk and on paper. */
@Controller
class WorklistPages {

    private static final int UPCOMING_DAYS = 3;
    private static final int MOST_RETURNED = 50;

    private final Worklist worklist;
    private final WorklistSheet sheet;
    private final WorklistQuestion questions;
    private final ProspectList prospects;
    private final AppointmentList appointments;
    private final Access access;
    private final AccessLog accessLog;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    WorklistPages(
            Worklist worklist,
            WorklistSheet sheet,
            WorklistQuestion questions,
            ProspectList prospects,
            AppointmentList appointments,
            Access access,
            AccessLog accessLog,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.worklist = worklist;
        this.sheet = sheet;
        this.questions = questions;
        this.prospects = prospects;
        this.appointments = appointments;
        this.access = access;
        this.accessLog = accessLog;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @GetMapping("/today")
    String today(StaffMember me, Model model) {
        Dealership dealership = dealerships.get(me.dealership());
        LocalDate today = dealership.today(clock);
        Instant endOfToday = dealership.endOf(today);
        Set<StaffId> mine = access.ownersOf(me);
        List<Worklist.Item> owed = worklist.until(today.plusDays(UPCOMING_DAYS), mine, me);
        ProspectList.Filter returned = new ProspectList.Filter(null, null, null, null, null, null, CardStatus.RETURNED);
        model.addAttribute(
                "page",
                new TodayPage(
                        owed.stream().filter(Worklist.Item::overdue).toList(),
                        owed.stream()
                                .filter(item -> !item.overdue() && !item.dueAt().isAfter(endOfToday))
                                .toList(),
                        owed.stream()
                                .filter(item -> item.dueAt().isAfter(endOfToday))
                                .toList(),
                        prospects.find(returned, MOST_RETURNED, null, me).items().stream()
                                .filter(row -> mine.contains(row.owner()))
                                .toList(),
                        appointments.own(today, today.plusDays(1), me),
                        mine.stream()
                                .filter(owner -> !owner.equals(me.id()))
                                .map(owner -> staff.nameOf(me.dealership(), owner))
                                .toList()));
        return "followup/today";
    }

    @GetMapping("/worklist")
    String list(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) WorklistPage.@Nullable Part only,
            StaffMember me,
            Model model) {
        model.addAttribute("page", page(date, consultant, only, me));
        return "followup/worklist";
    }

    private WorklistPage page(
            @Nullable LocalDate date, @Nullable String consultant, WorklistPage.@Nullable Part only, StaffMember me) {
        LocalDate day = date == null ? dealerships.get(me.dealership()).today(clock) : date;
        List<StaffMember> team = access.seesAll(me, "prospect.read")
                ? staff.active(me.dealership()).stream()
                        .filter(member -> member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                        .toList()
                : List.of();
        return new WorklistPage(
                day,
                consultant == null ? "" : consultant,
                only,
                worklist.of(day, questions.consultant(consultant, me), me).stream()
                        .filter(item -> only == null || only.has(item))
                        .toList(),
                team,
                new People(staff, me.dealership()));
    }

    /** For the wall and the morning meeting; that it was printed is logged. */
    @GetMapping("/worklist/print")
    String print(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            Model model) {
        WorklistPage page = page(date, consultant, null, me);
        accessLog.printed(me, null, "worklist", page.items().size());
        model.addAttribute("page", page);
        return "followup/print";
    }

    @GetMapping(value = "/worklist.xlsx", produces = WorklistSheet.TYPE)
    ResponseEntity<byte[]> sheet(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        return sheet.answer(date, questions.consultant(consultant, me), me, request);
    }

    @Bean
    static NavItem todayItem() {
        return new NavItem("nav.today", "/today", "calendar-due", "followup.record", 5, "SALES_CONSULTANT");
    }

    @Bean
    static NavItem worklistItem() {
        return new NavItem("nav.worklist", "/worklist", "list-check", "worklist.read", 10, "SALES_MANAGER");
    }
}
