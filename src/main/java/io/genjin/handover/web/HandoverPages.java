package io.genjin.handover.web;

import io.genjin.handover.HandoverDesk;
import io.genjin.handover.HandoverId;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDesk;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notice, and a leaver's customers to their successors. */
@Controller
class HandoverPages {

    private static final String CHOICE = "to-";

    private final HandoverDesk desk;
    private final StaffDesk people;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    HandoverPages(HandoverDesk desk, StaffDesk people, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.people = people;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping("/staff/{id}/handover")
    String list(@PathVariable String id, StaffMember me, Model model) {
        model.addAttribute("page", page(id, Fields.empty(), me));
        return "handover/handover";
    }

    private HandoverPage page(String id, Fields form, StaffMember me) {
        StaffMember leaver = leaver(id, me);
        return new HandoverPage(
                leaver,
                desk.openOf(leaver.id(), me),
                desk.successors(leaver.id(), me),
                staff.noticeOf(me.dealership(), leaver.id()).orElse(null),
                form);
    }

    private StaffMember leaver(String id, StaffMember me) {
        return staff.all(me.dealership()).stream()
                .filter(member -> member.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** Who gets whom, by which a repeated form is recognised. */
    record Plan(StaffId leaver, Map<String, String> choices) {}

    @PostMapping("/staff/{id}/handovers")
    String plan(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        StaffMember leaver = leaver(id, me);
        Map<String, String> choices = new TreeMap<>();
        typed.forEach((name, choice) -> {
            if (name.startsWith(CHOICE)) {
                choices.put(name.substring(CHOICE.length()), choice);
            }
        });
        try {
            return once.redirect(key, new Plan(leaver.id(), choices), me.dealership(), me.id(), () -> {
                Map<ProspectId, String> read = choices.entrySet().stream()
                        .collect(Collectors.toMap(one -> ProspectId.of(one.getKey()), Map.Entry::getValue));
                return "/handovers/" + desk.plan(leaver.id(), read, null, me);
            });
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute(
                    "page", page(id, Fields.of(request.getParameterMap()).refused(refusal, screens.of(request)), me));
            return "handover/handover";
        }
    }

    @GetMapping("/handovers/{id}")
    String open(@PathVariable HandoverId id, StaffMember me, Model model) {
        model.addAttribute("page", new HandoverResultPage(desk.get(id, me), new People(staff, me.dealership())));
        return "handover/result";
    }

    @PostMapping("/handovers/{id}/run")
    String run(@PathVariable HandoverId id, StaffMember me) {
        desk.run(id, me);
        return "redirect:/handovers/" + id;
    }

    @PostMapping("/staff/{id}/notice")
    String notice(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate noticeFrom,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            people.giveNotice(leaver(id, me).id(), noticeFrom, me);
            return "redirect:/staff/" + id + "/handover";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            model.addAttribute(
                    "page", page(id, Fields.of(request.getParameterMap()).refused(refusal, screens.of(request)), me));
            return "handover/handover";
        }
    }

    @PostMapping("/staff/{id}/notice/withdrawal")
    String withdraw(@PathVariable String id, StaffMember me) {
        people.withdrawNotice(leaver(id, me).id(), me);
        return "redirect:/staff/" + id + "/handover";
    }
}
