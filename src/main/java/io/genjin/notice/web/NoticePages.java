package io.genjin.notice.web;

import io.genjin.notice.NoticeFilter;
import io.genjin.notice.NoticeGroup;
import io.genjin.notice.Notices;
import io.genjin.notice.Notices.Notice;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.TypedId;
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
import org.springframework.web.bind.annotation.PathVariable;
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
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable NoticeGroup group,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        People people = new People(staff, me.dealership());
        Screen s = screens.of(request);
        NoticeFilter filter = new NoticeFilter(unread, group);
        model.addAttribute(
                "page",
                new NoticesPage(
                        filter,
                        notices.of(me, filter, ROWS, cursor),
                        new NoticeWords(new JournalWords(s, people), s),
                        people,
                        notices.unread(me),
                        cursor == null));
        return "notice/list";
    }

    /** The small number at the bell, loaded into every page and again each minute. */
    @GetMapping("/count")
    String count(StaffMember me, Model model) {
        model.addAttribute("page", new NoticeCount(notices.unread(me)));
        return "notice/count";
    }

    /** Reads one notice and leads on to its customer or to what it is about; where there is none to be seen, back to the list. */
    @PostMapping("/{id}/opening")
    String open(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable NoticeGroup group,
            StaffMember me) {
        Notice notice = notices.read(me, TypedId.parse(id));
        if (notice.customer() != null) {
            return "redirect:/prospects/" + notice.customer().id();
        }
        String place = NoticesPage.placeOf(notice);
        return "redirect:" + (place == null ? NoticesPage.path(new NoticeFilter(unread, group), null) : place);
    }

    /** Reads what was on the page; what came meanwhile stays unread. */
    @PostMapping("/read-all")
    String readAll(
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable NoticeGroup group,
            StaffMember me) {
        notices.readAll(me, group, until == null ? clock.instant() : until);
        return "redirect:" + NoticesPage.path(new NoticeFilter(false, group), null);
    }
}
