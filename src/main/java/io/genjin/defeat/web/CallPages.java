package io.genjin.defeat.web;

import io.genjin.defeat.CaseFile;
import io.genjin.defeat.CourtesyDesk;
import io.genjin.defeat.Defeat;
import io.genjin.prospect.web.People;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.Refusal;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Customer relations' first screen: whom to ask whether they are really lost. */
@Controller
@RequestMapping("/courtesy-calls")
class CallPages {

    private static final int ROWS = 100;

    private final CourtesyDesk desk;
    private final CaseFile file;
    private final StaffDirectory staff;
    private final Screens screens;

    CallPages(CourtesyDesk desk, CaseFile file, StaffDirectory staff, Screens screens) {
        this.desk = desk;
        this.file = file;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        return list(null, null, Fields.empty(), me, model);
    }

    private String list(
            @Nullable UUID shown, @Nullable PhoneNumber revealed, Fields form, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new CallsPage(
                        file.toVerify(ROWS, null, me).items(),
                        file.calls(true, me),
                        file.calls(false, me),
                        new People(staff, me.dealership()),
                        shown,
                        revealed,
                        form));
        return "defeat/calls";
    }

    @PostMapping("/{id}/finding")
    String called(
            @PathVariable String id,
            @RequestParam(required = false) Defeat.@Nullable Finding finding,
            @RequestParam(required = false) @Nullable String comment,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID call = TypedId.parse(id);
        try {
            desk.called(call, finding, comment, me);
            return "redirect:/courtesy-calls";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return list(call, null, form, me, model);
        }
    }

    /** The whole number for a call that is still to be made; each look is logged. */
    @PostMapping("/{id}/mobile-reveals")
    String reveal(@PathVariable String id, StaffMember me, Model model) {
        UUID call = TypedId.parse(id);
        return list(call, file.numberForCall(call, me), Fields.empty(), me, model);
    }
}
