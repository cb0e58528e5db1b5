package io.genjin.ownership.web;

import io.genjin.ownership.GroupDesk;
import io.genjin.ownership.ImportantDesk;
import io.genjin.ownership.PoolDesk;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The panel on a customer's page that says whose it is, with what managers do about it. */
@Controller
@RequestMapping("/prospects/{id}")
class OwnershipPages {

    private static final int SHOWN = 20;

    private final CardFile file;
    private final PoolDesk pool;
    private final ImportantDesk important;
    private final GroupDesk groups;
    private final StaffDirectory staff;
    private final Screens screens;

    OwnershipPages(
            CardFile file,
            PoolDesk pool,
            ImportantDesk important,
            GroupDesk groups,
            StaffDirectory staff,
            Screens screens) {
        this.file = file;
        this.pool = pool;
        this.important = important;
        this.groups = groups;
        this.staff = staff;
        this.screens = screens;
    }

    @Bean
    static ProspectPanel ownershipPanel() {
        return new ProspectPanel("ownership.title", "/prospects/{id}/ownership", "ownership.read", 60);
    }

    @GetMapping("/ownership")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), me, model, request);
    }

    private String panel(ProspectId id, Fields form, StaffMember me, Model model, HttpServletRequest request) {
        Prospect prospect = file.open(id, me);
        List<Prospect> group = groups.groupOf(prospect);
        Screen s = screens.of(request);
        People people = new People(staff, me.dealership());
        boolean links = s.may("group.link");
        model.addAttribute(
                "page",
                new OwnershipPanel(
                        prospect,
                        important.assistantsOf(prospect),
                        group,
                        group.size() > 1 ? groups.timeline(group, SHOWN) : List.of(),
                        links ? groups.suggestion(prospect).orElse(null) : null,
                        staff.with(me.dealership(), Role.SALES_MANAGER),
                        staff.active(me.dealership()).stream()
                                .filter(member -> member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                                .toList(),
                        people,
                        new JournalWords(s, people),
                        form,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "ownership/panel";
    }

    @PostMapping("/release")
    String release(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, me, model, request, response, () -> pool.release(id, reason, me));
    }

    @PostMapping("/importance")
    String mark(
            @PathVariable ProspectId id,
            @RequestParam boolean important,
            @RequestParam(required = false) @Nullable String salesManager,
            @RequestParam(defaultValue = "false") boolean assist,
            @RequestParam(required = false) @Nullable String note,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, me, model, request, response, () -> {
            if (important) {
                this.important.mark(id, salesManager, assist, note, me);
            } else {
                this.important.unmark(id, note, me);
            }
        });
    }

    @PostMapping("/assistants")
    String assist(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String assistant,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, me, model, request, response, () -> important.assist(id, assistant, me));
    }

    @PostMapping("/assistants/end")
    String endAssistance(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String assistant,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, me, model, request, response, () -> important.endAssistance(id, assistant, me));
    }

    @PostMapping("/group-links")
    String link(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String mobile,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, me, model, request, response, () -> groups.link(id, mobile, owner, reason, me));
    }

    @PostMapping("/group-links/end")
    String unlink(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, me, model, request, response, () -> groups.unlink(id, reason, me));
    }

    private String acted(
            ProspectId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Runnable act) {
        try {
            act.run();
            return "redirect:/prospects/" + id;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            return panel(
                    id, Fields.of(request.getParameterMap()).refused(refusal, screens.of(request)), me, model, request);
        }
    }
}
