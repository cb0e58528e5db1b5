package io.genjin.staff.web;

import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Owing;
import io.genjin.staff.Sessions;
import io.genjin.staff.SignInDesk;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Signing in: one page, one answer for a wrong name and a wrong password (S-R3). */
@Controller
class SignInPages {

    /** Where the {@link Door} leads a form that waits; nobody comes here by an address. */
    static final String KEPT_PATH = "/sign-in/kept";

    private static final CsrfTokenRequestHandler PROOFS = new XorCsrfTokenRequestAttributeHandler();

    private final SignInDesk desk;
    private final SignInGuard guard;
    private final Sessions sessions;
    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrfTokens;
    private final Screens screens;
    private final SetUp setUp;
    private final ObjectProvider<OffersNames> offers;
    private final JsonMapper json;
    private final Doorstep doorstep;

    SignInPages(
            SignInDesk desk,
            SignInGuard guard,
            Sessions sessions,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens,
            Screens screens,
            SetUp setUp,
            ObjectProvider<OffersNames> offers,
            JsonMapper json,
            Doorstep doorstep) {
        this.desk = desk;
        this.guard = guard;
        this.sessions = sessions;
        this.contexts = contexts;
        this.csrfTokens = csrfTokens;
        this.screens = screens;
        this.setUp = setUp;
        this.offers = offers;
        this.json = json;
        this.doorstep = doorstep;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam(defaultValue = "/") String back, HttpServletRequest request, Model model) {
        if (request.getAttribute(StaffFilter.MEMBER) != null) {
            return "redirect:/";
        }
        if (setUp.isOpen()) {
            return "redirect:/set-up";
        }
        return page(Fields.empty(), back, "", model);
    }

    /** A form sent without a session or with the proof of an earlier one: sign in first, or save it now. */
    @PostMapping(KEPT_PATH)
    String keep(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(request.getAttribute(Door.KEPT) instanceof KeptForm kept)) {
            return "redirect:/sign-in";
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        if (request.getAttribute(StaffFilter.MEMBER) instanceof StaffMember member) {
            return kept(kept, member, model);
        }
        return page(Fields.empty(), "/", kept.text(json), model);
    }

    private static String kept(KeptForm kept, StaffMember member, Model model) {
        model.addAttribute("page", new KeptPage(kept, member.name()));
        return "staff/kept";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(defaultValue = "") String kept,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Screen s = screens.of(request);
        String address = request.getRemoteAddr();
        Fields form = Fields.empty().put("username", username);
        if (username.isBlank() || password.isBlank()) {
            String wrong = username.isBlank() ? "username" : "password";
            return refused(form.error(wrong, s.t("field.required")), back, kept, response, model);
        }
        guard.check(address);
        SignInDesk.Outcome outcome = desk.signIn(username, password, address);
        StaffMember waiting = outcome.waiting();
        if (waiting != null) {
            doorstep.wait(waiting, request);
            return askForCode(Fields.empty(), back, kept, model);
        }
        StaffMember member = outcome.member();
        if (member == null) {
            guard.failed(address);
            String sentence = outcome.locked() ? "signIn.locked" : "signIn.wrong";
            return refused(form.error("password", s.t(sentence)), back, kept, response, model);
        }
        return comeIn(member, back, kept, request, response, model);
    }

    /** The second step, for whoever came here by going back. */
    @GetMapping("/sign-in/code")
    String showCode(HttpServletRequest request, Model model) {
        return doorstep.waiting(request).isEmpty() ? "redirect:/sign-in" : askForCode(Fields.empty(), "/", "", model);
    }

    /** The second step: a code of the authenticator, or a recovery code (S-R8). */
    @PostMapping("/sign-in/code")
    String prove(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(defaultValue = "") String kept,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Screen s = screens.of(request);
        Optional<SignedIn> who = doorstep.waiting(request);
        if (who.isEmpty()) {
            return refused(Fields.empty().error("password", s.t("signIn.code.late")), back, kept, response, model);
        }
        if (code.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return askForCode(Fields.empty().error("code", s.t("field.required")), back, kept, model);
        }
        String address = request.getRemoteAddr();
        guard.check(address);
        SignInDesk.Outcome outcome =
                desk.prove(who.get().dealershipId(), who.get().staffId(), code, address);
        StaffMember member = outcome.member();
        if (member == null) {
            guard.failed(address);
            if (outcome.locked()) {
                doorstep.leave(request);
                return refused(Fields.empty().error("password", s.t("signIn.locked")), back, kept, response, model);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return askForCode(Fields.empty().error("code", s.t("secondFactor.code.wrong")), back, kept, model);
        }
        doorstep.leave(request);
        return comeIn(member, back, kept, request, response, model);
    }

    private static String askForCode(Fields form, String back, String kept, Model model) {
        model.addAttribute("page", new SignInPage(form, isOurs(back) ? back : "/", kept, List.of()));
        return "staff/sign-in-code";
    }

    private String comeIn(
            StaffMember member,
            String back,
            String kept,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        begin(member, request, response);
        Owing owing = doorstep.settle(member, request);
        Optional<KeptForm> waiting = KeptForm.read(kept, json);
        if (owing.stops()) {
            return "redirect:" + Doorstep.pathOf(owing);
        }
        if (waiting.isPresent()) {
            return kept(waiting.get(), member, model);
        }
        return "redirect:" + (owing.factorUntil() != null ? Doorstep.FACTOR_PATH : isOurs(back) ? back : "/");
    }

    /** A new session under a new number, and a new proof for forms (S-R9). */
    void begin(StaffMember member, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        CsrfToken proof = csrfTokens.generateToken(request);
        csrfTokens.saveToken(proof, request, response);
        PROOFS.handle(request, response, () -> proof);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.authentication(member));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        sessions.makeRoom(member, request.getSession().getId());
    }

    private String refused(Fields form, String back, String kept, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, back, kept, model);
    }

    private String page(Fields form, String back, String kept, Model model) {
        OffersNames offered = offers.getIfAvailable();
        model.addAttribute(
                "page",
                new SignInPage(form, isOurs(back) ? back : "/", kept, offered == null ? List.of() : offered.names()));
        return "staff/sign-in";
    }

    static boolean isOurs(String back) {
        return back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") && !back.contains(":");
    }
}
