package io.genjin.staff.web;

import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.PasswordDesk;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page besides the sign-in that a stranger may open: by the code of an invitation they set their password. */
@Controller
@RequestMapping("/invitations/{code}")
class InvitationPages {

    private final PasswordDesk desk;
    private final Screens screens;

    InvitationPages(PasswordDesk desk, Screens screens) {
        this.desk = desk;
        this.screens = screens;
    }

    @GetMapping
    String open(@PathVariable String code, Model model) {
        model.addAttribute("page", page(code, Fields.empty()));
        return "staff/invitation";
    }

    @PostMapping
    String accept(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.accept(code, password, passwordAgain, request.getRemoteAddr());
            return "redirect:/sign-in";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            Fields form = Fields.empty().refused(refusal, screens.of(request));
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(code, form));
            return "staff/invitation";
        }
    }

    private InvitationPage page(String code, Fields form) {
        StaffMember member = desk.invited(code);
        return new InvitationPage(code, member, form, desk.preset(member));
    }
}
