package io.genjin.coaching.web;

import io.genjin.coaching.OneToOne;
import io.genjin.coaching.OneToOneBook;
import io.genjin.coaching.OneToOneId;
import io.genjin.coaching.PlanBook;
import io.genjin.coaching.PlanBook.Filter;
import io.genjin.coaching.PlanChanged;
import io.genjin.coaching.PlanDraft;
import io.genjin.coaching.PlanFigures;
import io.genjin.coaching.PlanId;
import io.genjin.coaching.SuccessPlan;
import io.genjin.coaching.SuccessPlan.FollowUp;
import io.genjin.coaching.SuccessPlan.Side;
import io.genjin.coaching.SuccessPlan.Status;
import io.genjin.coaching.SuccessPlanDesk;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Success plans: the list, making one, signing it, looking at what came of it, and the paper (BG-MⅢ-09). */
@Controller
@RequestMapping("/success-plans")
class SuccessPlanPages {

    private static final int ROWS = 50;

    /** Where success plans stand in the navigation. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavItem successPlansItem() {
            return new NavItem("nav.successPlans", "/success-plans", "trending-up", "coaching.plans", 51);
        }
    }

    /** What was sent for which plan, by which a repeated form is recognised. */
    record Asked(String what, String plan, Map<String, String> typed) {}

    private final SuccessPlanDesk desk;
    private final PlanBook book;
    private final OneToOneBook talks;
    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    SuccessPlanPages(
            SuccessPlanDesk desk,
            PlanBook book,
            OneToOneBook talks,
            StaffDirectory staff,
            Rights rights,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.talks = talks;
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "ALL") Filter filter,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        model.addAttribute(
                "page",
                new PlansPage(
                        filter,
                        book.list(filter, null, ROWS, cursor, me),
                        today(me),
                        talks.seesAll(me),
                        new People(staff, me.dealership())));
        return "coaching/plans";
    }

    /** @param replaces the signed plan of which it is to be another version */
    @GetMapping("/new")
    String blank(
            @RequestParam OneToOneId talk,
            @RequestParam(required = false) @Nullable PlanId replaces,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        Fields form;
        OneToOne held = talks.versions(talk, me).get(0);
        if (replaces == null) {
            ClueWords words = words(request, me);
            Screen s = screens.of(request);
            form = Fields.empty()
                    .put(
                            "chosenBecause",
                            held.evidence().stream()
                                    .filter(clue -> clue.points() > 0
                                            && !words.own(clue).isEmpty())
                                    .map(clue -> s.t(
                                            "coaching.plan.becauseOf",
                                            s.code("measure", clue.measure()),
                                            words.own(clue),
                                            words.team(clue)))
                                    .collect(Collectors.joining("\n")));
        } else {
            form = PlanForm.of(book.read(replaces, me).content(), staff, me);
        }
        return form(held, null, replaces, form, false, me, model, request);
    }

    private String form(
            OneToOne talk,
            @Nullable SuccessPlan plan,
            @Nullable PlanId replaces,
            Fields form,
            boolean changed,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        PlanFigures figures = plan == null ? desk.figures(talk, me) : plan.figures();
        model.addAttribute(
                "page",
                new PlanFormPage(
                        talk,
                        plan,
                        replaces == null ? "" : replaces.toString(),
                        replaces == null ? "" : book.read(replaces, me).number(),
                        figures,
                        form,
                        changed,
                        desk.supporters(me),
                        staff.get(me.dealership(), talk.consultant()).username(),
                        words(request, me),
                        new People(staff, me.dealership())));
        return "coaching/planForm";
    }

    @PostMapping
    String make(
            @RequestParam OneToOneId talk,
            @RequestParam(required = false) @Nullable PlanId replaces,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        PlanDraft draft = PlanForm.draft(form);
        int status = 422;
        if (!form.isRefused()) {
            try {
                return once.redirect(
                        key,
                        new Asked("make", "", typed(request)),
                        me.dealership(),
                        me.id(),
                        () -> "/success-plans/"
                                + desk.make(talk, replaces, draft, me).id());
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
                status = OneToOnePages.status(refusal);
            }
        }
        response.setStatus(status);
        return form(talks.versions(talk, me).get(0), null, replaces, form, false, me, model, request);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable PlanId id, StaffMember me, Model model, HttpServletRequest request) {
        SuccessPlan plan = book.read(id, me);
        if (plan.isSigned()) {
            return "redirect:/success-plans/" + id;
        }
        Fields form = PlanForm.of(plan.content(), staff, me).put("version", plan.version());
        return form(talk(plan, me), plan, plan.replaces(), form, false, me, model, request);
    }

    @PostMapping("/{id}")
    String rewrite(
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        PlanDraft draft = PlanForm.draft(form);
        int status = 422;
        boolean changed = false;
        if (!form.isRefused()) {
            try {
                return once.redirect(
                        key, new Asked("rewrite", id.toString(), typed(request)), me.dealership(), me.id(), () -> {
                            desk.rewrite(id, draft, version, me);
                            return "/success-plans/" + id;
                        });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
                status = OneToOnePages.status(refusal);
                changed = refusal instanceof PlanChanged;
            }
        }
        response.setStatus(status);
        SuccessPlan plan = book.read(id, me);
        if (changed) {
            form.put("version", plan.version());
        }
        return form(talk(plan, me), plan, plan.replaces(), form, changed, me, model, request);
    }

    private OneToOne talk(SuccessPlan plan, StaffMember me) {
        return talks.versions(plan.talk(), me).get(0);
    }

    @GetMapping("/{id}")
    String show(@PathVariable PlanId id, StaffMember me, Model model) {
        return show(id, "", Fields.empty(), me, model);
    }

    private String show(PlanId id, String part, Fields form, StaffMember me, Model model) {
        model.addAttribute("page", page(book.read(id, me), part, form, null, me));
        return "coaching/plan";
    }

    private PlanPage page(SuccessPlan plan, String part, Fields form, gg.jte.@Nullable Content code, StaffMember me) {
        LocalDate today = today(me);
        FollowUp look = plan.followUp();
        boolean other = !plan.consultant().equals(me.id());
        boolean manages = other && rights.allows(me, OneToOnePages.HOLD);
        PlanId replaces = plan.replaces();
        PlanId replacedBy = plan.replacedBy();
        return new PlanPage(
                plan,
                book.today(plan, me),
                look == null ? desk.outcomes(plan, today) : look.outcomes(),
                staff.get(me.dealership(), plan.consultant()).username(),
                replaces == null ? "" : book.read(replaces, me).number(),
                replacedBy == null ? "" : book.read(replacedBy, me).number(),
                maySign(plan, me),
                manages && !plan.isSigned(),
                manages && plan.isDue(today),
                manages && plan.status() == Status.SIGNED,
                today,
                part,
                form,
                new People(staff, me.dealership()),
                dealerships.get(me.dealership()).name(),
                code);
    }

    private static boolean maySign(SuccessPlan plan, StaffMember me) {
        return me.id().equals(plan.consultant()) && plan.signed(Side.CONSULTANT) == null
                || me.id().equals(plan.manager()) && !plan.isSigned();
    }

    @GetMapping("/{id}/signature")
    String signature(@PathVariable PlanId id, StaffMember me, Model model) {
        SuccessPlan plan = book.read(id, me);
        if (!maySign(plan, me)) {
            return "redirect:/success-plans/" + id;
        }
        return signature(plan, Fields.empty(), false, me, model);
    }

    private String signature(SuccessPlan plan, Fields form, boolean changed, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new PlanSignPage(
                        plan, me.id().equals(plan.manager()), changed, form, new People(staff, me.dealership())));
        return "coaching/sign";
    }

    /** The signatures as the pads send them. */
    record SignatureForm(
            @Nullable Integer version,
            @Nullable String consultant,
            @Nullable String consultantName,
            @Nullable String manager,
            @Nullable String managerName) {

        SuccessPlanDesk.Signing signing() {
            return new SuccessPlanDesk.Signing(
                    version == null ? 0 : version,
                    new SuccessPlanDesk.Written(consultant, consultantName),
                    new SuccessPlanDesk.Written(manager, managerName));
        }
    }

    @PostMapping("/{id}/signature")
    String sign(
            @PathVariable PlanId id,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            SignatureForm body,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return once.redirect(
                    key, new Asked("sign", id.toString(), typed(request)), me.dealership(), me.id(), () -> {
                        desk.sign(id, body.signing(), me);
                        return "/success-plans/" + id;
                    });
        } catch (Refusal refusal) {
            Fields form =
                    Fields.of(request.getParameterMap()).refused(refusal.unlessNothingHere(), screens.of(request));
            response.setStatus(OneToOnePages.status(refusal));
            return signature(book.read(id, me), form, refusal instanceof PlanChanged, me, model);
        }
    }

    @PostMapping("/{id}/follow-up")
    String followUp(
            @PathVariable PlanId id,
            @RequestParam(required = false) @Nullable String said,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return once.redirect(
                    key, new Asked("follow-up", id.toString(), typed(request)), me.dealership(), me.id(), () -> {
                        desk.followUp(id, said, me);
                        return "/success-plans/" + id;
                    });
        } catch (Refusal refusal) {
            Fields form =
                    Fields.of(request.getParameterMap()).refused(refusal.unlessNothingHere(), screens.of(request));
            response.setStatus(OneToOnePages.status(refusal));
            return show(id, "follow-up", form, me, model);
        }
    }

    /** The plan on A4 (BG-MⅢ-09), with the code that opens it. */
    @GetMapping("/{id}/print")
    String paper(@PathVariable PlanId id, StaffMember me, Model model, HttpServletRequest request) {
        String base = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
        model.addAttribute(
                "page", page(book.read(id, me), "", Fields.empty(), QrCode.of(base + "/success-plans/" + id), me));
        return "coaching/planPrint";
    }

    /** What was typed, by which a repeated form is recognised. */
    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, words) -> {
            if (!name.startsWith("_")) {
                typed.put(name, words[0]);
            }
        });
        return typed;
    }

    private ClueWords words(HttpServletRequest request, StaffMember me) {
        return new ClueWords(screens.of(request), today(me));
    }

    private LocalDate today(StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        return dealership.today(clock);
    }
}
