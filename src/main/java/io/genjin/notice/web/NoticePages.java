package io.genjin.notice.web;

import io.genjin.notice.Notices;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bell: what others and the clock did to the reader's customers. */
@Controller
@RequestMapping("/notices")
class NoticePages {

    private static final int ROWS = 50;

    private final Notices notices;
    private final StaffDirectory staff;
    private final Screens screens;
    private final Clock clock;

    NoticePages(Notices notices, StaffDirectory staff, Screens screens, Clock clock) {
        this.notices = notices;
        this.staff = staff;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        People people = new People(staff, me.dealership());
        Screen s = screens.of(request);
        model.addAttribute(
                "page",
                new NoticesPage(
                        notices.of(me, ROWS, cursor),
                        new NoticeWords(new JournalWords(s, people), s),
                        people,
                        cursor == null));
        return "notice/list";
    }

    /** The small number at the bell, loaded into every page and again each minute. */
    @GetMapping("/count")
    String count(StaffMember me, Model model) {
        model.addAttribute("page", new NoticeCount(notices.unseen(me)));
        return "notice/count";
    }

    /** Marks as seen what was on the page; what came meanwhile stays unseen. */
    @PostMapping("/seen")
    String seen(@RequestParam(required = false) @Nullable Instant until, StaffMember me) {
        notices.seen(me, until == null ? clock.instant() : until);
        return "redirect:/notices";
    }
}
