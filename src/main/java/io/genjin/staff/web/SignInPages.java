package io.genjin.staff.web;

import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.SignInDesk;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in: one page, one answer for a wrong name and a wrong password (S-R3). */
@Controller
class SignInPages {

    private final SignInDesk desk;
    private final SignInGuard guard;
    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrfTokens;
    private final Screens screens;
    private final SetUp setUp;
    private final ObjectProvider<OffersNames> offers;

    SignInPages(
            SignInDesk desk,
            SignInGuard guard,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens,
            Screens screens,
            SetUp setUp,
            ObjectProvider<OffersNames> offers) {
        this.desk = desk;
        this.guard = guard;
        this.contexts = contexts;
        this.csrfTokens = csrfTokens;
        this.screens = screens;
        this.setUp = setUp;
        this.offers = offers;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam(defaultValue = "/") String back, HttpServletRequest request, Model model) {
        if (request.getAttribute(StaffFilter.MEMBER) != null) {
            return "redirect:/";
        }
        if (setUp.isOpen()) {
            return "redirect:/set-up";
        }
        return page(Fields.empty(), back, model);
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Screen s = screens.of(request);
        String address = request.getRemoteAddr();
        Fields form = Fields.empty().put("username", username);
        if (username.isBlank() || password.isBlank()) {
            String wrong = username.isBlank() ? "username" : "password";
            return refused(form.error(wrong, s.t("field.required")), back, response, model);
        }
        guard.check(address);
        SignInDesk.Outcome outcome = desk.signIn(username, password, address);
        StaffMember member = outcome.member();
        if (member == null) {
            guard.failed(address);
            String sentence = outcome.locked() ? "signIn.locked" : "signIn.wrong";
            return refused(form.error("password", s.t(sentence)), back, response, model);
        }
        begin(member, request, response);
        return "redirect:" + (isOurs(back) ? back : "/");
    }

    /** A new session under a new number, and a new proof for forms (S-R9). */
    void begin(StaffMember member, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        csrfTokens.saveToken(null, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.authentication(member));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private String refused(Fields form, String back, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, back, model);
    }

    private String page(Fields form, String back, Model model) {
        OffersNames offered = offers.getIfAvailable();
        model.addAttribute(
                "page", new SignInPage(form, isOurs(back) ? back : "/", offered == null ? List.of() : offered.names()));
        return "staff/sign-in";
    }

    private static boolean isOurs(String back) {
        return back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") && !back.contains(":");
    }
}
