package io.genjin.staff.web;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.Refusal;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Duties;
import io.genjin.staff.Invitation;
import io.genjin.staff.SecondFactorDesk;
import io.genjin.staff.StaffDesk;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffList;
import io.genjin.staff.StaffMember;
import io.genjin.staff.web.StaffPage.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of the dealership: list, invitation, one person with duties, absences, leaving and coming back. */
@Controller
@RequestMapping("/staff")
class StaffPages {

    private static final int ABSENCES = 12;

    private final StaffDesk desk;
    private final StaffList list;
    private final StaffDirectory directory;
    private final SecondFactorDesk factors;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    StaffPages(
            StaffDesk desk,
            StaffList list,
            StaffDirectory directory,
            SecondFactorDesk factors,
            Dealerships dealerships,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.list = list;
        this.directory = directory;
        this.factors = factors;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        model.addAttribute("page", new StaffListPage(list.all(me.dealership(), today(me))));
        return "staff/list";
    }

    @GetMapping("/new")
    String blank(StaffMember me, Model model) {
        model.addAttribute("page", new NewStaffPage(Fields.empty(), Duties.of(me.dealership())));
        return "staff/new";
    }

    /** Answers with the new person's page, because the invitation's address can be shown only now. */
    @PostMapping
    String invite(
            @ModelAttribute StaffForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                Invitation invitation = desk.invite(body.givenUsername(), body.givenName(), body.givenRoles(), me);
                return invited(invitation, "staff.invited", me, model);
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        model.addAttribute("page", new NewStaffPage(form, Duties.of(me.dealership())));
        return "staff/new";
    }

    @GetMapping("/{id}")
    String person(@PathVariable StaffId id, @RequestParam Map<String, String> query, StaffMember me, Model model) {
        String notice =
                query.containsKey("saved") ? "staff.saved" : query.containsKey("signedOut") ? "staff.signedOut" : null;
        return person(id, notice, null, forms -> forms, me, model);
    }

    private String person(
            StaffId id,
            @Nullable String notice,
            @Nullable InvitationLink link,
            UnaryOperator<Forms> asTyped,
            StaffMember me,
            Model model) {
        StaffList.Row row = list.one(me.dealership(), id, today(me));
        model.addAttribute(
                "page",
                new StaffPage(
                        row,
                        Duties.of(me.dealership()),
                        list.absencesOf(row.member(), ABSENCES),
                        directory.all(me.dealership()),
                        today(me),
                        id.equals(me.id()),
                        factors.isOn(row.member()),
                        link,
                        notice,
                        asTyped.apply(Forms.of(row))));
        return "staff/person";
    }

    @PostMapping("/{id}/name")
    String rename(
            @PathVariable StaffId id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam int version,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.rename(id, name, version, me);
            return saved(id);
        } catch (Refusal refusal) {
            Fields form = typed(request).refused(refusal, screens.of(request));
            return refused(refusal, id, forms -> forms.name(form), me, model, response);
        }
    }

    @PostMapping("/{id}/roles")
    String changeRoles(
            @PathVariable StaffId id,
            @ModelAttribute StaffForm body,
            BindingResult bound,
            @RequestParam int version,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (bound.hasErrors()) {
            response.setStatus(422);
            return person(id, null, null, forms -> forms.roles(form), me, model);
        }
        try {
            desk.changeRoles(id, body.givenRoles(), version, me);
            return saved(id);
        } catch (Refusal refusal) {
            form.refused(refusal, screens.of(request));
            return refused(refusal, id, forms -> forms.roles(form), me, model, response);
        }
    }

    @PostMapping("/{id}/deactivation")
    String deactivate(
            @PathVariable StaffId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Supplier<String> act = () -> {
            desk.deactivate(id, me);
            return saved(id);
        };
        return acted(act, id, me, model, request, response);
    }

    @PostMapping("/{id}/sign-out")
    String signOut(
            @PathVariable StaffId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Supplier<String> act = () -> {
            desk.signOut(id, me);
            return "redirect:/staff/" + id.value() + "?signedOut";
        };
        return acted(act, id, me, model, request, response);
    }

    @PostMapping("/{id}/second-factor/end")
    String endSecondFactor(
            @PathVariable StaffId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Supplier<String> act = () -> {
            factors.reset(id, me, request.getRemoteAddr());
            return saved(id);
        };
        return acted(act, id, me, model, request, response);
    }

    @PostMapping("/{id}/reactivation")
    String reactivate(
            @PathVariable StaffId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return withLink(() -> desk.reactivate(id, me), "staff.reactivated", id, me, model, request, response);
    }

    @PostMapping("/{id}/password-reset")
    String resetPassword(
            @PathVariable StaffId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return withLink(() -> desk.resetPassword(id, me), "staff.reset", id, me, model, request, response);
    }

    private String withLink(
            Supplier<Invitation> act,
            String notice,
            StaffId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(() -> invited(act.get(), notice, me, model), id, me, model, request, response);
    }

    /** Does what a button without fields asks for; a refusal is told where the button stands. */
    private String acted(
            Supplier<String> act,
            StaffId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return act.get();
        } catch (Refusal refusal) {
            Fields form = Fields.empty().refused(refusal, screens.of(request));
            return refused(refusal, id, forms -> forms.act(form), me, model, response);
        }
    }

    private String invited(Invitation invitation, String notice, StaffMember me, Model model) {
        return person(invitation.who(), notice, InvitationLink.to(invitation), forms -> forms, me, model);
    }

    @PostMapping("/{id}/absences")
    String recordAbsence(
            @PathVariable StaffId id,
            @ModelAttribute AbsenceForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (bound.hasErrors()) {
            response.setStatus(422);
            return person(id, null, null, forms -> forms.absence(form), me, model);
        }
        try {
            desk.recordAbsence(id, body.toPlan(), me);
            return saved(id);
        } catch (Refusal refusal) {
            form.refused(refusal, screens.of(request));
            return refused(refusal, id, forms -> forms.absence(form), me, model, response);
        }
    }

    @PostMapping("/{id}/absences/{absence}/cancellation")
    String cancelAbsence(
            @PathVariable StaffId id,
            @PathVariable String absence,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.cancelAbsence(id, TypedId.parse(absence), me);
            return saved(id);
        } catch (Refusal refusal) {
            Fields form = Fields.empty().refused(refusal, screens.of(request));
            return refused(refusal, id, forms -> forms.act(form), me, model, response);
        }
    }

    /** The page as it was, with the refusal where it belongs; what is not there at all stays not found. */
    private String refused(
            Refusal refusal,
            StaffId id,
            UnaryOperator<Forms> asTyped,
            StaffMember me,
            Model model,
            HttpServletResponse response) {
        refusal.unlessNothingHere();
        response.setStatus(refusal.kind().status());
        return person(id, null, null, asTyped, me, model);
    }

    private static Fields typed(HttpServletRequest request) {
        return Fields.of(request.getParameterMap());
    }

    private static String saved(StaffId id) {
        return "redirect:/staff/" + id.value() + "?saved";
    }

    private LocalDate today(StaffMember me) {
        return dealerships.get(me.dealership()).today(clock);
    }
}
