package io.genjin.duplicate.web;

import io.genjin.duplicate.CandidateId;
import io.genjin.duplicate.CardFields;
import io.genjin.duplicate.Choice;
import io.genjin.duplicate.Comparison;
import io.genjin.duplicate.DuplicateDesk;
import io.genjin.duplicate.MergeDesk;
import io.genjin.duplicate.MergeWish;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pairs that may be one customer, the comparison side by side, and the word of who decides. */
@Controller
@RequestMapping("/duplicates")
class DuplicatePages {

    private static final int LISTED = 30;

    private final DuplicateDesk desk;
    private final MergeDesk merges;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    DuplicatePages(DuplicateDesk desk, MergeDesk merges, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.merges = merges;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static NavItem duplicatesItem() {
        return new NavItem("nav.duplicates", "/duplicates", "copy-x", "duplicate.read", 28);
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String causedBy,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String dismissed,
            @RequestParam(required = false) @Nullable String proposed,
            StaffMember me,
            Model model) {
        List<DuplicatesPage.Figure> figures = desk.caused(me).stream()
                .map(one -> new DuplicatesPage.Figure(
                        one.by(),
                        one.by() == null
                                ? Whose.NOBODY
                                : staff.get(me.dealership(), one.by()).username(),
                        one.pairs()))
                .toList();
        model.addAttribute(
                "page",
                new DuplicatesPage(
                        desk.list(Whose.filter(causedBy, staff, me), LISTED, cursor, me),
                        figures,
                        desk.newestLook(me).orElse(null),
                        causedBy == null ? "" : causedBy,
                        dismissed != null ? "duplicate.dismissed" : proposed != null ? "duplicate.proposed" : null,
                        new People(staff, me.dealership())));
        return "duplicate/list";
    }

    /** How far the look through all customers is; the page asks again until it is finished. */
    @GetMapping("/look")
    String look(StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new DuplicatesPage(
                        new io.genjin.shared.Page<>(List.of(), null),
                        List.of(),
                        desk.newestLook(me).orElse(null),
                        "",
                        null,
                        new People(staff, me.dealership())));
        return "duplicate/look";
    }

    @PostMapping("/looks")
    String askToLook(StaffMember me) {
        desk.look(me);
        return "redirect:/duplicates";
    }

    @GetMapping("/{id}")
    String compare(
            @PathVariable CandidateId id,
            @RequestParam(required = false) @Nullable String survivor,
            StaffMember me,
            Model model) {
        return compare(id, survivor, Fields.empty(), me, model);
    }

    private String compare(CandidateId id, @Nullable String survivor, Fields form, StaffMember me, Model model) {
        DuplicateDesk.Row row = desk.open(id, me);
        Comparison compared = compared(row, survivor);
        model.addAttribute(
                "page",
                new ComparePage(
                        row.candidate(),
                        compared,
                        form,
                        new People(staff, me.dealership()),
                        me.isAnyOf(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER),
                        staff.get(me.dealership(), compared.survivor().owner()),
                        staff.get(me.dealership(), compared.absorbed().owner())));
        return "duplicate/compare";
    }

    private static Comparison compared(DuplicateDesk.Row row, @Nullable String survivor) {
        String kept = survivor == null && row.candidate().proposed() != null
                ? row.candidate().proposed().survivor().toString()
                : survivor;
        Prospect first = row.first();
        Prospect second = row.second();
        if (first.id().toString().equals(kept)) {
            return new Comparison(first, second);
        }
        return second.id().toString().equals(kept) ? new Comparison(second, first) : Comparison.of(first, second);
    }

    /** What was chosen at which versions, by which a repeated form is recognised. */
    record Asked(CandidateId pair, Map<String, String> typed) {}

    @PostMapping("/{id}/merges")
    String merge(
            @PathVariable CandidateId id,
            @RequestParam String survivor,
            @RequestParam int survivorVersion,
            @RequestParam int absorbedVersion,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable String gradeReason,
            @RequestParam(required = false) @Nullable LocalDate nextDate,
            @RequestParam(required = false) @Nullable NextStepReason nextReason,
            @RequestParam(required = false) @Nullable Boolean importantCustomer,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        DuplicateDesk.Row row = desk.open(id, me);
        Comparison compared = compared(row, survivor);
        ProspectId kept = compared.survivor().id();
        try {
            MergeWish wish = new MergeWish(
                    kept,
                    compared.absorbed().id(),
                    survivorVersion,
                    absorbedVersion,
                    choices(request),
                    owner,
                    grade,
                    gradeReason,
                    nextDate,
                    nextReason,
                    importantCustomer);
            return once.redirect(key, new Asked(id, typed(request)), me.dealership(), me.id(), () -> {
                merges.merge(wish, me);
                return "/prospects/" + kept + "?merged";
            });
        } catch (Refusal refusal) {
            return refused(id, kept.toString(), refusal, me, model, request, response);
        }
    }

    private static Map<String, Choice> choices(HttpServletRequest request) {
        Map<String, Choice> choices = new HashMap<>();
        for (String field : CardFields.names()) {
            String chosen = request.getParameter("field." + field);
            for (Choice choice : Choice.values()) {
                if (choice.name().equals(chosen)) {
                    choices.put(field, choice);
                }
            }
        }
        return choices;
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_")) {
                typed.put(name, String.join(",", values));
            }
        });
        return typed;
    }

    @PostMapping("/{id}/dismissal")
    String dismiss(
            @PathVariable CandidateId id,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.dismiss(id, reason, me);
            return "redirect:/duplicates?dismissed";
        } catch (Refusal refusal) {
            return refused(id, null, refusal, me, model, request, response);
        }
    }

    @PostMapping("/{id}/proposal")
    String propose(
            @PathVariable CandidateId id,
            @RequestParam(required = false) @Nullable ProspectId survivor,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.propose(id, survivor, me);
            return "redirect:/duplicates?proposed";
        } catch (Refusal refusal) {
            return refused(id, Objects.toString(survivor, null), refusal, me, model, request, response);
        }
    }

    private String refused(
            CandidateId id,
            @Nullable String survivor,
            Refusal refusal,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        refusal.unlessNothingHere();
        response.setStatus(refusal.kind().status());
        Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
        return compare(id, survivor, form, me, model);
    }
}
