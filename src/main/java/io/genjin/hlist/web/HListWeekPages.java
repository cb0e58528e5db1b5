package io.genjin.hlist.web;

import gg.jte.Content;
import io.genjin.dealership.Dealerships;
import io.genjin.hlist.HList;
import io.genjin.hlist.HListBook;
import io.genjin.hlist.HListDesk;
import io.genjin.hlist.HListEntry;
import io.genjin.hlist.ListWeek;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All lists of a week, on screen and on paper. */
@Controller
@RequestMapping("/h-list")
class HListWeekPages {

    private static final String HOLD = "hlist.hold";

    private final HListDesk desk;
    private final HListBook book;
    private final ProspectLabels labels;
    private final AccessLog accessLog;
    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Screens screens;

    HListWeekPages(
            HListDesk desk,
            HListBook book,
            ProspectLabels labels,
            AccessLog accessLog,
            StaffDirectory staff,
            Rights rights,
            Dealerships dealerships,
            Screens screens) {
        this.desk = desk;
        this.book = book;
        this.labels = labels;
        this.accessLog = accessLog;
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.screens = screens;
    }

    @Bean
    static NavItem hListItem() {
        return new NavItem("nav.hList", "/h-list", "target-arrow", "hlist.read", 28);
    }

    @GetMapping
    String week(
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(defaultValue = "-1") int handed,
            StaffMember me,
            Model model) {
        model.addAttribute("page", week(book.week(week, me), handed, Fields.empty(), me));
        return "hlist/week";
    }

    private WeekPage week(ListWeek week, int handed, Fields form, StaffMember me) {
        HListBook.Week read = book.read(week, null, me);
        ListWeek running = book.week(null, me);
        Map<StaffId, String> usernames =
                staff.all(me.dealership()).stream().collect(Collectors.toMap(StaffMember::id, StaffMember::username));
        return new WeekPage(
                read,
                running,
                book.isOpen(running.next(), me),
                mayHold(me) && book.isOpen(week, me),
                customers(
                        Stream.concat(
                                read.lists().stream().flatMap(list -> list.entries().stream()), read.mine().stream()),
                        me),
                handed,
                form,
                team(me),
                usernames,
                new People(staff, me.dealership()));
    }

    private boolean mayHold(StaffMember me) {
        return rights.reachOf(me, HOLD) == Reach.ALL;
    }

    private List<StaffMember> team(StaffMember me) {
        return staff.active(me.dealership()).stream()
                .filter(HListDesk::canAnswer)
                .toList();
    }

    private Map<UUID, ProspectLabels.Label> customers(Stream<HListEntry> entries, StaffMember me) {
        return labels.of(
                entries.map(entry -> entry.prospect().value()).distinct().toList(), me);
    }

    /** All entries of one person to another, as when somebody leaves. */
    @PostMapping("/hand-overs")
    String handOver(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable LocalDate week,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            int handed = desk.handOver(from, to, reason, me);
            return "redirect:/h-list?week=" + book.week(week, me) + "&handed=" + handed;
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refused, screens.of(request));
            model.addAttribute("page", week(book.week(week, me), WeekPage.NOTHING_HANDED, form, me));
            return "hlist/week";
        }
    }

    /** For the meeting and the signatures; that it was printed is logged. */
    @GetMapping("/print")
    String print(
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        ListWeek of = book.week(week, me);
        StaffMember one = consultant == null || consultant.isBlank() ? null : book.consultant(consultant, me);
        HListBook.Week read = book.read(of, one == null ? null : one.id(), me);
        int printed =
                read.lists().stream().mapToInt(list -> list.entries().size()).sum();
        accessLog.printed(me, null, "h-list " + of, printed);
        String base = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
        Map<StaffId, Content> codes = new HashMap<>();
        for (HList list : read.lists()) {
            String username = staff.get(me.dealership(), list.consultant()).username();
            codes.put(list.consultant(), QrCode.of(base + "/h-list/" + of + "/" + username));
        }
        model.addAttribute(
                "page",
                new PaperPage(
                        read,
                        customers(read.lists().stream().flatMap(list -> list.entries().stream()), me),
                        codes,
                        new People(staff, me.dealership()),
                        dealerships.get(me.dealership()).name(),
                        one == null ? "/h-list?week=" + of : "/h-list/" + of + "/" + one.username()));
        return "hlist/print";
    }
}
