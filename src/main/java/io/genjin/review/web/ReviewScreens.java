package io.genjin.review.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.improvement.ActionDesk;
import io.genjin.review.AgendaPoint;
import io.genjin.review.MinutesChanged;
import io.genjin.review.ReviewBook;
import io.genjin.review.ReviewWeek;
import io.genjin.review.WeeklyReviewDesk;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the review of a week, and does what one of its forms asks for: refused or in conflict, it comes back as it was typed. */
@Component
class ReviewScreens {

    static final String SEATS = "seats";
    static final String ARCHIVE = "archive";

    private static final String HOLD = "review.hold";

    private final ReviewBook book;
    private final ActionDesk actions;
    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    ReviewScreens(
            ReviewBook book,
            ActionDesk actions,
            StaffDirectory staff,
            Rights rights,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.book = book;
        this.actions = actions;
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    Screen screen(HttpServletRequest request) {
        return screens.of(request);
    }

    String show(ReviewWeek week, Sheet sheet, Typed typed, StaffMember me, Model model) {
        ReviewBook.Opened opened = book.find(week, me).orElse(null);
        if (opened == null) {
            Dealership dealership = dealerships.get(me.dealership());
            model.addAttribute(
                    "page",
                    new WeekPage(
                            week,
                            book.canBeOpened(week, me),
                            rights.allows(me, HOLD),
                            !dealership.today(clock).isBefore(week.monday()),
                            week.owedAt(dealership),
                            book.isOwed(week, me)));
            return "review/unopened";
        }
        model.addAttribute("page", page(opened, sheet, typed, me));
        return "review/week";
    }

    ReviewPage page(ReviewBook.Opened opened, Sheet sheet, Typed typed, StaffMember me) {
        boolean holds = rights.allows(me, HOLD);
        boolean archived = opened.archive() != null;
        List<StaffMember> team = staff.active(me.dealership());
        return new ReviewPage(
                opened,
                holds && !archived,
                holds && archived,
                book.nowDifferent(opened.minutes().reports(), me.dealership()),
                sheet,
                typed,
                team,
                team.stream().filter(WeeklyReviewDesk::isManager).toList(),
                actions.candidates(me),
                me.username());
    }

    /** Something that a manager does to the review of a week. */
    interface Act {
        void on(ReviewWeek week);
    }

    /** What was asked, by which a repeated form is recognised. */
    record Asked(String path, Map<String, List<String>> typed) {}

    /** Does what a form of the page asks for, once; a refusal shows the page again with everything typed. */
    String done(
            LocalDate week,
            String part,
            Sheet sheet,
            Act act,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReviewWeek of = book.week(week, me);
        Fields form = Fields.of(request.getParameterMap());
        try {
            return once.redirect(request.getParameter("_once"), asked(request), me.dealership(), me.id(), () -> {
                act.on(of);
                return "/weekly-review?week=" + of;
            });
        } catch (MinutesChanged changed) {
            response.setStatus(409);
            return show(of, sheet, conflicting(of, part, form, changed, request, me), me, model);
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            return show(of, sheet, new Typed(part, form.refused(refusal, screens.of(request)), List.of()), me, model);
        }
    }

    private static Asked asked(HttpServletRequest request) {
        Map<String, List<String>> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_")) {
                typed.put(name, List.of(values));
            }
        });
        return new Asked(request.getRequestURI(), typed);
    }

    /** What was typed beside what a colleague stored; saving once more is then against their version. */
    private Typed conflicting(
            ReviewWeek week,
            String part,
            Fields form,
            MinutesChanged changed,
            HttpServletRequest request,
            StaffMember me) {
        Map<String, String> theirs = stored(week, part, me);
        if (theirs.isEmpty()) {
            return new Typed(part, form.refused(changed, screens.of(request)), List.of());
        }
        List<Typed.Difference> differences = new ArrayList<>();
        theirs.forEach((name, stored) -> {
            if (!name.equals("version")) {
                String mine = String.join(",", form.values(name));
                if (!mine.equals(stored)) {
                    differences.add(new Typed.Difference(name, form.value("original." + name), mine, stored));
                }
                form.put("original." + name, stored);
            }
        });
        form.put("version", theirs.get("version"));
        return new Typed(part, form, differences);
    }

    /** The fields of a part as they are stored now, with their version; none for a part that is gone. */
    private Map<String, String> stored(ReviewWeek week, String part, StaffMember me) {
        ReviewPage page = page(book.get(week, me), Sheet.NONE, Typed.NOTHING, me);
        Map<String, String> stored = new TreeMap<>();
        if (part.equals(SEATS)) {
            copy(page.seatsForm(), stored, "version", "chair", "participants");
        } else if (part.startsWith("note-")) {
            copy(page.noteForm(AgendaPoint.valueOf(part.substring("note-".length()))), stored, "version", part);
        }
        page.minutes().findings().stream()
                .filter(finding -> ReviewPage.part(finding).equals(part))
                .forEach(finding -> copy(page.findingForm(finding), stored, "version", "defect", "report", "figure"));
        page.minutes().decisions().stream()
                .filter(decision -> ReviewPage.part(decision).equals(part))
                .forEach(decision -> copy(page.decisionForm(decision), stored, "version", "decision"));
        return stored;
    }

    private static void copy(Fields from, Map<String, String> to, String... names) {
        for (String name : names) {
            to.put(name, String.join(",", from.values(name)));
        }
    }
}
