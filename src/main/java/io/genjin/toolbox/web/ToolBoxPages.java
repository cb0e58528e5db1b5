package io.genjin.toolbox.web;

import io.genjin.dealership.Dealerships;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import io.genjin.toolbox.CardBox;
import io.genjin.toolbox.Consultants;
import io.genjin.toolbox.FiledCard;
import io.genjin.toolbox.ToolBox;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The card box, and the index to it on screen and on paper. */
@Controller
class ToolBoxPages {

    private static final int MOST_ENTRIES = 100;
    private static final int MOST_MOVES = 12;
    private static final Set<String> MOVES =
            Set.of("RESCHEDULED", "FOLLOW_UP_RECORDED", "PROSPECT_OPENED", "LEAD_RECEIVED");

    private final ToolBox toolBox;
    private final Consultants consultants;
    private final CardFile cards;
    private final AccessLog accessLog;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;

    ToolBoxPages(
            ToolBox toolBox,
            Consultants consultants,
            CardFile cards,
            AccessLog accessLog,
            StaffDirectory staff,
            Dealerships dealerships,
            Screens screens) {
        this.toolBox = toolBox;
        this.consultants = consultants;
        this.cards = cards;
        this.accessLog = accessLog;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
    }

    @Bean
    static NavItem cardBoxItem() {
        return new NavItem("nav.cardBox", "/card-box", "archive", "toolbox.box", 27);
    }

    @GetMapping("/card-box")
    String box(
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "") String at,
            StaffMember me,
            Model model) {
        StaffMember chosen = consultants.chosen(consultant, me);
        CardBox box = toolBox.box(chosen, me);
        model.addAttribute(
                "page",
                new CardBoxPage(
                        box,
                        box.at(at).orElse(box.first()),
                        consultants.offered(me),
                        chosen,
                        new People(staff, me.dealership())));
        return "toolbox/card-box";
    }

    @GetMapping("/index-card")
    String index(
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "name") ToolBox.Order sort,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        model.addAttribute("page", page(consultant, sort, me, request));
        return "toolbox/index-card";
    }

    private IndexPage page(
            @Nullable String consultant, ToolBox.Order sort, StaffMember me, HttpServletRequest request) {
        StaffMember chosen = consultants.chosen(consultant, me);
        return new IndexPage(
                toolBox.index(chosen, sort, me),
                sort,
                consultants.offered(me),
                chosen,
                new People(staff, me.dealership()),
                address(request));
    }

    /** On paper, for the box on the desk; that it was printed is logged. */
    @GetMapping("/index-card/print")
    String print(
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "name") ToolBox.Order sort,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        IndexPage page = page(consultant, sort, me, request);
        accessLog.printed(me, null, "index-card", page.cards().size());
        model.addAttribute("page", page);
        return "toolbox/index-print";
    }

    /** The index card of one customer on paper; that it was printed is logged. */
    @GetMapping("/prospects/{id}/index-card")
    String card(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        FiledCard card = toolBox.card(id, me);
        accessLog.printed(me, id.value(), "index-card", 1);
        People people = new People(staff, me.dealership());
        model.addAttribute(
                "page",
                new OneIndexCardPage(
                        card,
                        dealerships.get(me.dealership()),
                        people,
                        cards.timeline(id, MOST_ENTRIES, null, me).items().stream()
                                .filter(entry -> MOVES.contains(entry.kind()))
                                .limit(MOST_MOVES)
                                .toList(),
                        new JournalWords(screens.of(request), people),
                        QrCode.of(address(request) + "/prospects/" + id)));
        return "toolbox/one-index-card";
    }

    private static String address(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
    }
}
