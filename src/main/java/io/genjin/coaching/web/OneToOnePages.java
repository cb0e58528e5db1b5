package io.genjin.coaching.web;

import io.genjin.coaching.OneToOne;
import io.genjin.coaching.OneToOneBook;
import io.genjin.coaching.OneToOneDesk;
import io.genjin.coaching.OneToOneId;
import io.genjin.coaching.PlanBook;
import io.genjin.coaching.Proposals;
import io.genjin.coaching.SuccessPlan;
import io.genjin.coaching.TalkWeek;
import io.genjin.coaching.WeeklyTalks;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.web.People;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One-to-ones: whom to talk to this week and why, writing one down, the history, and corrections. */
@Controller
@RequestMapping("/one-to-ones")
class OneToOnePages {

    static final String HOLD = "coaching.hold";
    private static final int ROWS = 50;

    /** Where one-to-ones stand in the navigation. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavItem oneToOnesItem() {
            return new NavItem("nav.oneToOnes", "/one-to-ones", "messages", "coaching.read", 49);
        }
    }

    /** What was sent for which talk, by which a repeated form is recognised. */
    record Asked(String what, OneToOneId talk, Object body) {}

    private final OneToOneDesk desk;
    private final OneToOneBook book;
    private final Proposals proposals;
    private final WeeklyTalks weeks;
    private final PlanBook plans;
    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    OneToOnePages(
            OneToOneDesk desk,
            OneToOneBook book,
            Proposals proposals,
            WeeklyTalks weeks,
            PlanBook plans,
            StaffDirectory staff,
            Rights rights,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.proposals = proposals;
        this.weeks = weeks;
        this.plans = plans;
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    /** On a page somebody else's change is a conflict; the precondition is the API's. */
    static int status(Refusal refusal) {
        return (refusal.kind() == Refusal.Kind.PRECONDITION ? Refusal.Kind.CONFLICT : refusal.kind()).status();
    }

    /** The week that a day lies in, the running one unless a day is named. */
    static TalkWeek week(@Nullable LocalDate day, LocalDate today) {
        return TalkWeek.of(day == null ? today : PeriodDay.of("week", day));
    }

    @GetMapping
    String week(
            @RequestParam(required = false) @Nullable LocalDate week,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        LocalDate today = house(me).today(clock);
        TalkWeek of = week(week, today);
        TalkWeek running = TalkWeek.of(today);
        boolean all = book.seesAll(me);
        model.addAttribute(
                "page",
                new OneToOnesPage(
                        of,
                        running,
                        all ? weeks.of(of, me.dealership()) : null,
                        all && of.equals(running) ? proposals.of(me) : null,
                        book.ofWeek(of, me),
                        all ? weeks.coverage(null, null, me) : null,
                        rights.allows(me, HOLD),
                        words(request, me),
                        people(me)));
        return "coaching/week";
    }

    @GetMapping("/history")
    String history(
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        String name = consultant == null || consultant.isBlank()
                ? ""
                : book.consultant(consultant, me).name();
        model.addAttribute(
                "page",
                new TalkHistoryPage(
                        book.history(consultant, ROWS, cursor, me),
                        name.isEmpty() || consultant == null ? "" : consultant.strip(),
                        name,
                        people(me)));
        return "coaching/history";
    }

    /** @param consultant sign-in name of whoever is chosen already */
    @GetMapping("/new")
    String blank(
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        return form(Fields.empty().put("consultant", consultant), me, model, request);
    }

    private String form(Fields form, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute("page", new TalkFormPage(form, desk.candidates(me), proposals.of(me), words(request, me)));
        return "coaching/form";
    }

    @PostMapping
    String hold(
            @ModelAttribute TalkForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(
                        key,
                        body,
                        me.dealership(),
                        me.id(),
                        () -> "/one-to-ones/"
                                + desk.hold(body.draft(house(me).zone()), me).id());
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(form, me, model, request);
    }

    @GetMapping("/{id}")
    String show(@PathVariable OneToOneId id, StaffMember me, Model model, HttpServletRequest request) {
        return show(id, "", Fields.empty(), me, model, request);
    }

    private String show(
            OneToOneId id, String part, Fields form, StaffMember me, Model model, HttpServletRequest request) {
        List<OneToOne> versions = book.versions(id, me);
        OneToOne talk = versions.get(0);
        List<SuccessPlan> made = plans.ofTalk(id, me);
        model.addAttribute(
                "page",
                new TalkPage(
                        versions,
                        made,
                        rights.allows(me, HOLD)
                                && !talk.takenBack()
                                && made.isEmpty()
                                && !talk.consultant().equals(me.id()),
                        staff.get(me.dealership(), talk.consultant()).username(),
                        rights.allows(me, HOLD) && !talk.takenBack(),
                        part,
                        form,
                        words(request, me),
                        people(me)));
        return "coaching/talk";
    }

    @PostMapping("/{id}/correction")
    String correct(
            @PathVariable OneToOneId id,
            @ModelAttribute CorrectionForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return changed(
                "correction",
                id,
                body,
                Fields.of(bound, request.getParameterMap()),
                () -> desk.correct(id, body.correction(house(me).zone()), body.seen(), me),
                key,
                me,
                model,
                request,
                response);
    }

    @PostMapping("/{id}/withdrawal")
    String takeBack(
            @PathVariable OneToOneId id,
            @ModelAttribute CorrectionForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return changed(
                "withdrawal",
                id,
                body,
                Fields.of(bound, request.getParameterMap()),
                () -> desk.takeBack(id, body.reason(), body.seen(), me),
                key,
                me,
                model,
                request,
                response);
    }

    /** Once; a refusal shows what stands there now and everything that was typed. */
    private String changed(
            String part,
            OneToOneId id,
            CorrectionForm body,
            Fields form,
            Runnable act,
            @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        int status = 422;
        if (!form.isRefused()) {
            try {
                return once.redirect(key, new Asked(part, id, body), me.dealership(), me.id(), () -> {
                    act.run();
                    return "/one-to-ones/" + id;
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
                status = status(refusal);
            }
        }
        response.setStatus(status);
        return show(id, part, form, me, model, request);
    }

    private ClueWords words(HttpServletRequest request, StaffMember me) {
        return new ClueWords(screens.of(request), house(me).today(clock));
    }

    private People people(StaffMember me) {
        return new People(staff, me.dealership());
    }

    private Dealership house(StaffMember me) {
        return dealerships.get(me.dealership());
    }
}
