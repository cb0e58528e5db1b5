package io.genjin.staff.web;

import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Problems;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Owing;
import io.genjin.staff.SecondFactorDesk;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody's own second factor: set up with a picture, confirmed by a code, with recovery codes shown once (S-R8). */
@Controller
@RequestMapping(Doorstep.FACTOR_PATH)
class SecondFactorPages {

    private final SecondFactorDesk desk;
    private final Doorstep doorstep;
    private final Screens screens;

    SecondFactorPages(SecondFactorDesk desk, Doorstep doorstep, Screens screens) {
        this.desk = desk;
        this.doorstep = doorstep;
        this.screens = screens;
    }

    @GetMapping
    String show(@RequestParam Map<String, String> query, StaffMember me, Model model) {
        return page(List.of(), query.containsKey("ended") ? "secondFactor.ended" : null, Fields.empty(), me, model);
    }

    @PostMapping
    String begin(StaffMember me) {
        desk.begin(me);
        return "redirect:" + Doorstep.FACTOR_PATH;
    }

    /** Answers with the page itself, because the recovery codes can be shown only now. */
    @PostMapping("/confirmation")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            List<String> codes = desk.confirm(me, code, sessionOf(request), request.getRemoteAddr());
            doorstep.settle(me, request);
            return page(codes, "secondFactor.confirmed", Fields.empty(), me, model);
        } catch (Refusal refusal) {
            return refused(refusal, me, model, request, response);
        }
    }

    @PostMapping("/recovery-codes")
    String renew(
            @RequestParam(defaultValue = "") String code,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return page(desk.renewRecoveryCodes(me, code, request.getRemoteAddr()), null, Fields.empty(), me, model);
        } catch (Refusal refusal) {
            return refused(refusal, me, model, request, response);
        }
    }

    @PostMapping("/end")
    String end(
            @RequestParam(defaultValue = "") String code,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.end(me, code, request.getRemoteAddr());
            return "redirect:" + Doorstep.FACTOR_PATH + "?ended";
        } catch (Refusal refusal) {
            return refused(refusal, me, model, request, response);
        }
    }

    private String refused(
            Refusal refusal, StaffMember me, Model model, HttpServletRequest request, HttpServletResponse response) {
        Problems.mark(response, refusal);
        return page(List.of(), null, Fields.empty().refused(refusal, screens.of(request)), me, model);
    }

    private String page(List<String> codes, @Nullable String notice, Fields form, StaffMember me, Model model) {
        SecondFactorDesk.Shown shown = desk.shown(me);
        String address = shown.address();
        Owing owing = doorstep.owedBy(me);
        model.addAttribute(
                "page",
                new SecondFactorPage(
                        shown,
                        address == null ? null : QrCode.of(address),
                        codes,
                        owing.factorUntil(),
                        owing.factorNow(),
                        notice,
                        form));
        return "staff/second-factor";
    }

    private static String sessionOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }
}
