package io.genjin.staff.web;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Problems;
import io.genjin.shared.web.Screens;
import io.genjin.staff.ApiTokens;
import io.genjin.staff.EmailAddress;
import io.genjin.staff.EmailDesk;
import io.genjin.staff.Owing;
import io.genjin.staff.PasswordDesk;
import io.genjin.staff.SecondFactorDesk;
import io.genjin.staff.Sessions;
import io.genjin.staff.SignInHistory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody's own account: password, where they are signed in, tokens for systems, what happened at the door. */
@Controller
@RequestMapping("/account")
class AccountPages {

    private static final int RECORDS = 20;
    private static final int LONGEST_TOKEN_NAME = 60;

    private final PasswordDesk passwords;
    private final EmailDesk emails;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final SignInHistory history;
    private final SecondFactorDesk factors;
    private final Doorstep doorstep;
    private final Screens screens;

    AccountPages(
            PasswordDesk passwords,
            EmailDesk emails,
            Sessions sessions,
            ApiTokens tokens,
            SignInHistory history,
            SecondFactorDesk factors,
            Doorstep doorstep,
            Screens screens) {
        this.passwords = passwords;
        this.emails = emails;
        this.sessions = sessions;
        this.tokens = tokens;
        this.history = history;
        this.factors = factors;
        this.doorstep = doorstep;
        this.screens = screens;
    }

    @GetMapping
    String account(@RequestParam Map<String, String> query, StaffMember me, Model model, HttpServletRequest request) {
        String notice = query.containsKey("password")
                ? "account.password.changed"
                : query.containsKey("ended")
                        ? "account.sessions.ended"
                        : query.containsKey("revoked")
                                ? "account.tokens.revoked"
                                : query.containsKey("email") ? "account.email.changed" : null;
        if (query.containsKey("worn")) {
            Fields worn = Fields.empty().error("password", "password.worn");
            return page(null, null, worn, blankToken(), me, model, request);
        }
        return page(null, notice, Fields.empty(), blankToken(), me, model, request);
    }

    private String page(
            ApiTokens.@Nullable Issued issued,
            @Nullable String notice,
            Fields passwordForm,
            Fields tokenForm,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        String address = emails.of(me).map(EmailAddress::shown).orElse("");
        Fields emailForm = Fields.empty().put("email", address);
        return page(issued, notice, passwordForm, tokenForm, emailForm, me, model, request);
    }

    private String page(
            ApiTokens.@Nullable Issued issued,
            @Nullable String notice,
            Fields passwordForm,
            Fields tokenForm,
            Fields emailForm,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        model.addAttribute(
                "page",
                new AccountPage(
                        me,
                        sessions.of(me, sessionOf(request)),
                        tokens.of(me),
                        history.of(me, RECORDS),
                        issued,
                        notice,
                        passwordForm,
                        tokenForm,
                        emailForm,
                        passwords.preset(me),
                        factors.isOn(me)));
        return "staff/account";
    }

    @PostMapping("/password")
    String changePassword(
            @RequestParam(defaultValue = "") String currentPassword,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            passwords.change(me, currentPassword, password, passwordAgain, sessionOf(request), request.getRemoteAddr());
            Owing owing = doorstep.settle(me, request);
            return "redirect:" + (owing.stops() ? Doorstep.pathOf(owing) : "/account?password");
        } catch (Refusal refusal) {
            Problems.mark(response, refusal);
            Fields form = Fields.empty().refused(refusal, screens.of(request));
            return page(null, null, form, blankToken(), me, model, request);
        }
    }

    /** Where the person gets e-mail; an empty field takes the address back. */
    @PostMapping("/email")
    String changeEmail(
            @RequestParam(defaultValue = "") String email,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            emails.change(email, me);
            return "redirect:/account?email";
        } catch (Refusal refusal) {
            Problems.mark(response, refusal);
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return page(null, null, Fields.empty(), blankToken(), form, me, model, request);
        }
    }

    @PostMapping("/sessions/end-others")
    String endOtherSessions(StaffMember me, HttpServletRequest request) {
        sessions.endOthers(me, sessionOf(request));
        return "redirect:/account?ended";
    }

    @PostMapping("/sessions/{name}/end")
    String endSession(@PathVariable String name, StaffMember me) {
        sessions.end(me, name);
        return "redirect:/account?ended";
    }

    /** Answers with the page itself, because the token can be shown only now (S-R14). */
    @PostMapping("/tokens")
    String issueToken(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String days,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            List<Field> wrong = new ArrayList<>();
            String called = PlainText.line(name, LONGEST_TOKEN_NAME, "name", wrong);
            if (called == null) {
                wrong.add(Field.of("name", "field.required"));
            }
            Integer life = AccountPage.TOKEN_DAYS.stream()
                    .filter(number -> number.toString().equals(days))
                    .findFirst()
                    .orElse(null);
            if (life == null) {
                wrong.add(Field.of("days", "field.required"));
            }
            if (called == null || life == null || !wrong.isEmpty()) {
                throw new FieldsRefused(wrong);
            }
            ApiTokens.Issued issued = tokens.issue(me, called, Duration.ofDays(life));
            return page(issued, null, Fields.empty(), blankToken(), me, model, request);
        } catch (Refusal refusal) {
            Problems.mark(response, refusal);
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return page(null, null, Fields.empty(), form, me, model, request);
        }
    }

    @PostMapping("/tokens/{hash}/revocation")
    String revokeToken(@PathVariable String hash, StaffMember me) {
        tokens.revoke(me, read(hash));
        return "redirect:/account?revoked";
    }

    private static byte[] read(String hash) {
        try {
            return HexFormat.of().parseHex(hash);
        } catch (IllegalArgumentException noHash) {
            throw new NothingHere(hash);
        }
    }

    private static Fields blankToken() {
        return Fields.empty().put("days", 90);
    }

    private static String sessionOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }
}
