package io.genjin.staff.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Founding;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The first start of a real dealership: its name and its administrator, guarded by the one-time code. */
@Controller
class SetUpPages {

    private final SetUp setUp;
    private final Founding founding;
    private final Dealerships dealerships;
    private final SignInPages door;
    private final SignInGuard guard;
    private final Screens screens;

    SetUpPages(
            SetUp setUp,
            Founding founding,
            Dealerships dealerships,
            SignInPages door,
            SignInGuard guard,
            Screens screens) {
        this.setUp = setUp;
        this.founding = founding;
        this.dealerships = dealerships;
        this.door = door;
        this.guard = guard;
        this.screens = screens;
    }

    @GetMapping("/set-up")
    String show(Model model) {
        if (!setUp.isOpen()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("page", new SetUpPage(Fields.of(SetUpForm.EMPTY)));
        return "staff/set-up";
    }

    @PostMapping("/set-up")
    String setUp(
            @ModelAttribute SetUpForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        String address = request.getRemoteAddr();
        guard.check(address);
        try {
            SetUpForm clean = form.checked();
            StaffMember administrator = setUp.once(
                    clean.code(),
                    () -> founding.found(dealership(clean), clean.username(), clean.name(), clean.password()));
            door.begin(administrator, request, response);
            return "redirect:/";
        } catch (SetUpCodeWrong wrong) {
            guard.failed(address);
            return refused(form, wrong, request, response, model);
        } catch (Refusal refusal) {
            return refused(form, refusal, request, response, model);
        }
    }

    private Dealership dealership(SetUpForm form) {
        return new Dealership(
                nextNumber(), form.dealershipCode(), form.dealershipName(), form.region(), ZoneId.of(form.zone()));
    }

    private DealershipId nextNumber() {
        return new DealershipId(dealerships.all().stream()
                        .mapToInt(one -> one.id().value())
                        .max()
                        .orElse(0)
                + 1);
    }

    private String refused(
            SetUpForm form, Refusal refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", new SetUpPage(Fields.of(form).refused(refusal, screens.of(request))));
        return "staff/set-up";
    }
}
