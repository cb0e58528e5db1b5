package io.genjin.reception.web;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.web.People;
import io.genjin.reception.DailySheets;
import io.genjin.reception.FloorBoard;
import io.genjin.reception.FloorTeam;
import io.genjin.reception.ReceptionDesk;
import io.genjin.reception.VisitId;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The showroom manager's board of open visits, and who is on the floor. */
@Controller
class FloorPages {

    private final FloorBoard board;
    private final FloorTeam team;
    private final ReceptionDesk desk;
    private final DailySheets sheets;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    FloorPages(
            FloorBoard board,
            FloorTeam team,
            ReceptionDesk desk,
            DailySheets sheets,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.board = board;
        this.team = team;
        this.desk = desk;
        this.sheets = sheets;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @GetMapping("/floor")
    String floor(StaffMember me, Model model) {
        model.addAttribute("page", page(false, me));
        return "reception/floor";
    }

    /** The board alone; the page asks for it every half minute. */
    @GetMapping("/floor/board")
    String part(StaffMember me, Model model) {
        model.addAttribute("page", page(true, me));
        return "reception/board";
    }

    private FloorPage page(boolean asPart, StaffMember me) {
        return new FloorPage(
                board.open(me),
                team.places(me),
                sheets.of(dealerships.get(me.dealership()).today(clock), me).heads(),
                new People(staff, me.dealership()),
                asPart);
    }

    @PostMapping("/floor/people")
    String people(
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "false") boolean onFloor,
            StaffMember me) {
        team.put(consultant, onFloor, me);
        return "redirect:/floor";
    }

    @PostMapping("/visits/{id}/manager")
    String join(@PathVariable VisitId id, StaffMember me) {
        desk.join(id, me);
        return "redirect:/floor";
    }
}
