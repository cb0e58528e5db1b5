package io.genjin.ownership.web;

import io.genjin.ownership.DoorCheck;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Problems;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The check at the door: a number, and whether it is on file. */
@Controller
@RequestMapping("/door-check")
class DoorPages {

    private final DoorCheck check;
    private final StaffDirectory staff;
    private final Screens screens;

    DoorPages(DoorCheck check, StaffDirectory staff, Screens screens) {
        this.check = check;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping
    String blank(StaffMember me, Model model) {
        model.addAttribute("page", new DoorPage(Fields.empty(), null, new People(staff, me.dealership())));
        return "ownership/door";
    }

    @PostMapping
    String check(
            @RequestParam(required = false) @Nullable String mobile,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        People people = new People(staff, me.dealership());
        Fields form = Fields.of(request.getParameterMap());
        DoorCheck.Answer answer = null;
        try {
            answer = check.check(mobile, me);
        } catch (Refusal refusal) {
            form.refused(refusal, screens.of(request));
            Problems.mark(response, refusal);
        }
        model.addAttribute("page", new DoorPage(form, answer, people));
        return "ownership/door";
    }
}
