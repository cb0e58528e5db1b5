package io.genjin.prospect.web;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardDesk;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.CardStatus;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.prospect.ProspectList.Filter;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Confirming cards: hand in, sign or return, enter; the two queues in which managers and administrators work. */
@Controller
class CardPages {

    private static final int ROWS = 50;

    private final CardDesk cards;
    private final CardFile file;
    private final ProspectList list;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    CardPages(
            CardDesk cards,
            CardFile file,
            ProspectList list,
            StaffDirectory staff,
            Dealerships dealerships,
            Screens screens,
            Clock clock) {
        this.cards = cards;
        this.file = file;
        this.list = list;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    /** Cards that wait for the showroom manager's signature. */
    @GetMapping("/cards/waiting")
    String waiting(@RequestParam(required = false) @Nullable String cursor, StaffMember me, Model model) {
        model.addAttribute("page", queue(CardStatus.SUBMITTED, null, cursor, Fields.empty(), me));
        return "prospect/waiting";
    }

    /** Signed cards that wait for entry; the one opened is shown with what to check. */
    @GetMapping("/cards/entry")
    String entry(
            @RequestParam(required = false) @Nullable String card,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        model.addAttribute("page", queue(CardStatus.SIGNED, card, cursor, Fields.empty(), me));
        return "prospect/entry";
    }

    private CardQueuePage queue(
            CardStatus status, @Nullable String card, @Nullable String cursor, Fields form, StaffMember me) {
        var rows = list.find(new Filter(null, null, null, null, null, null, status), ROWS, cursor, me);
        ProspectId shown = card != null
                ? ProspectId.of(card)
                : rows.items().isEmpty() ? null : rows.items().get(0).id();
        var opened = shown == null ? null : file.open(shown, me);
        var alike = opened == null
                ? List.<ProspectList.Row>of()
                : list
                        .find(
                                new Filter(opened.content().customerName(), null, null, null, null, null, null),
                                6,
                                null,
                                me)
                        .items()
                        .stream()
                        .filter(row -> !row.id().equals(opened.id()))
                        .toList();
        return new CardQueuePage(
                rows,
                new People(staff, me.dealership()),
                opened != null && opened.approval().status() == status ? opened : null,
                alike,
                dealerships.get(me.dealership()).today(clock),
                dealerships.get(me.dealership()).zone(),
                me.id(),
                form);
    }

    @PostMapping("/prospects/{id}/submission")
    String submit(@PathVariable ProspectId id, StaffMember me) {
        cards.submit(id, me);
        return "redirect:/prospects/" + id;
    }

    @PostMapping("/prospects/{id}/signature")
    String sign(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable String from,
            StaffMember me) {
        cards.sign(id, comment, me);
        return back(from, id);
    }

    @PostMapping("/prospects/{id}/return")
    String giveBack(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable String from,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            cards.giveBack(id, comment, me);
            return back(from, id);
        } catch (FieldsRefused refused) {
            response.setStatus(422);
            Fields form = Fields.of(request.getParameterMap()).refused(refused, screens.of(request));
            model.addAttribute("page", queue(CardStatus.SUBMITTED, id.toString(), null, form, me));
            return "prospect/waiting";
        }
    }

    @PostMapping("/prospects/{id}/entry")
    String enter(@PathVariable ProspectId id, @RequestParam(required = false) @Nullable String from, StaffMember me) {
        cards.enter(id, me);
        return back(from, id);
    }

    private static String back(@Nullable String from, ProspectId id) {
        if ("waiting".equals(from)) {
            return "redirect:/cards/waiting";
        }
        return "entry".equals(from) ? "redirect:/cards/entry" : "redirect:/prospects/" + id;
    }
}
