package io.genjin.board.web;

import io.genjin.board.BoardDesk;
import io.genjin.board.MorningBoard;
import io.genjin.board.ShownNames;
import io.genjin.board.WeekBoard;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.NavItem;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The boards of the meeting room; each asks for itself anew every minute. */
@Controller
@RequestMapping("/board")
class MeetingBoardPages {

    private static final String STATE = "board.state";

    private final MorningBoard mornings;
    private final WeekBoard weeks;
    private final BoardDesk desk;
    private final Rights rights;
    private final StaffDirectory staff;

    MeetingBoardPages(MorningBoard mornings, WeekBoard weeks, BoardDesk desk, Rights rights, StaffDirectory staff) {
        this.mornings = mornings;
        this.weeks = weeks;
        this.desk = desk;
        this.rights = rights;
        this.staff = staff;
    }

    @GetMapping("/morning")
    String morning(StaffMember me, Model model, HttpServletRequest request, HttpServletResponse response) {
        whole("/board/morning", request, response);
        model.addAttribute(
                "page",
                new MorningPage(mornings.read(me), new People(staff, me.dealership()), rights.allows(me, STATE)));
        return "board/morning";
    }

    /** A board has a frame of its own: who comes from another page by a link gets it whole, not into that page's frame. */
    private static void whole(String path, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Boosted") != null) {
            response.setHeader("HX-Redirect", path);
        }
    }

    /** One more or less of what somebody expects of the day; sent again it changes nothing, for it names the new number. */
    @PostMapping("/morning/expectations")
    String state(
            @RequestParam LocalDate day,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) @Nullable Integer orders,
            @RequestParam(required = false) @Nullable Integer deliveries,
            StaffMember me) {
        desk.state(day, consultant, orders, deliveries, me);
        return "redirect:/board/morning";
    }

    /** @param week a day of the week that is asked for */
    @GetMapping("/week")
    String week(
            @RequestParam(required = false) @Nullable LocalDate week,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        whole("/board/week", request, response);
        model.addAttribute(
                "page",
                new WeekBoardPage(weeks.read(week, me), new People(staff, me.dealership()), mornings.today(me), week));
        return "board/week";
    }

    /** What both boards show of customers' names. */
    @PostMapping("/names")
    String names(@RequestParam ShownNames names, StaffMember me) {
        desk.show(names, me);
        return "redirect:/board/morning";
    }

    @Bean
    static NavItem meetingBoardItem() {
        return new NavItem("nav.board", "/board/morning", "presentation", "board.read", 53);
    }
}
