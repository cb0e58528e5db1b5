package io.genjin.ownership.web;

import io.genjin.ownership.CollisionDesk;
import io.genjin.ownership.CollisionFile;
import io.genjin.ownership.CollisionId;
import io.genjin.ownership.Verdict;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Disputes about customers: the list, the case with its evidence, the claim, the decision, the appeal. */
@Controller
@RequestMapping("/collisions")
class CollisionPages {

    private static final int ROWS = 50;

    private final CollisionDesk desk;
    private final CollisionFile file;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    CollisionPages(CollisionDesk desk, CollisionFile file, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.file = file;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "waiting") CollisionFile.Which status,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        model.addAttribute(
                "page",
                new CollisionsPage(
                        status, file.find(status, ROWS, cursor, me), new People(staff, me.dealership()), me.id()));
        return "ownership/collisions";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("page", new ClaimPage(Fields.empty()));
        return "ownership/claim";
    }

    /** What a claim says, by which a repeated form is recognised. */
    record ClaimForm(@Nullable String mobile, @Nullable String words) {}

    @PostMapping
    String claim(
            @RequestParam(required = false) @Nullable String mobile,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return once.redirect(
                    key,
                    new ClaimForm(mobile, words),
                    me.dealership(),
                    me.id(),
                    () -> "/collisions/" + desk.claim(mobile, words, me));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute(
                    "page", new ClaimPage(Fields.of(request.getParameterMap()).refused(refusal, screens.of(request))));
            return "ownership/claim";
        }
    }

    @GetMapping("/{id}")
    String open(@PathVariable CollisionId id, StaffMember me, Model model) {
        model.addAttribute("page", page(id, Fields.empty(), me));
        return "ownership/collision";
    }

    private CollisionPage page(CollisionId id, Fields form, StaffMember me) {
        CollisionFile.Opened opened = file.open(id, me);
        List<StaffMember> candidates = staff.active(me.dealership()).stream()
                .filter(member -> member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .toList();
        return new CollisionPage(opened, new People(staff, me.dealership()), candidates, me.id(), form);
    }

    @PostMapping("/{id}/statements")
    String say(
            @PathVariable CollisionId id,
            @RequestParam(required = false) @Nullable String words,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, me, model, request, response, () -> desk.say(id, words, me));
    }

    @PostMapping("/{id}/decision")
    String decide(
            @PathVariable CollisionId id,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) Verdict.@Nullable Reason reason,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Integer shareA,
            @RequestParam(required = false) @Nullable Integer shareB,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(
                id,
                me,
                model,
                request,
                response,
                () -> desk.decide(id, new CollisionDesk.Decision(owner, reason, words, shareA, shareB), me));
    }

    @PostMapping("/{id}/appeal")
    String appeal(
            @PathVariable CollisionId id,
            @RequestParam(required = false) @Nullable String words,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, me, model, request, response, () -> desk.appeal(id, words, me));
    }

    private String acted(
            CollisionId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Runnable act) {
        try {
            act.run();
            return "redirect:/collisions/" + id;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(id, form, me));
            return "ownership/collision";
        }
    }
}
