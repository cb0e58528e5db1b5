package io.genjin.owner.web;

import io.genjin.owner.CallbackDesk;
import io.genjin.owner.Complaint;
import io.genjin.owner.ComplaintDesk;
import io.genjin.owner.OwnerBook;
import io.genjin.prospect.web.People;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.Refusal;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Rights;
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

/** Complaints: whose turn it is, and each on its way to the owner's yes. */
@Controller
@RequestMapping("/complaints")
class ComplaintPages {

    private final ComplaintDesk desk;
    private final CallbackDesk callbacks;
    private final OwnerBook book;
    private final Rights rights;
    private final StaffDirectory staff;
    private final Screens screens;

    ComplaintPages(
            ComplaintDesk desk,
            CallbackDesk callbacks,
            OwnerBook book,
            Rights rights,
            StaffDirectory staff,
            Screens screens) {
        this.desk = desk;
        this.callbacks = callbacks;
        this.book = book;
        this.rights = rights;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new ComplaintsPage(
                        book.complaints(true, me), book.complaints(false, me), new People(staff, me.dealership())));
        return "owner/complaints";
    }

    @GetMapping("/{id}")
    String open(@PathVariable String id, StaffMember me, Model model) {
        return open(TypedId.parse(id), "", null, Fields.empty(), me, model);
    }

    private String open(
            UUID id, String part, @Nullable PhoneNumber revealed, Fields form, StaffMember me, Model model) {
        OwnerBook.Case one = book.complaint(id, me);
        Complaint complaint = one.complaint();
        boolean responsible = complaint.responsible().equals(me.id());
        model.addAttribute(
                "page",
                new ComplaintPage(
                        one,
                        responsible && complaint.status() == Complaint.Status.OPEN,
                        !responsible
                                && !me.id().equals(complaint.answeredBy())
                                && complaint.status() == Complaint.Status.ANSWERED
                                && rights.allows(me, "complaint.ask"),
                        !responsible && complaint.isOpen() && rights.allows(me, "complaint.decide"),
                        staff.active(me.dealership()).stream()
                                .filter(member -> rights.allows(member, "complaint.answer")
                                        && !member.id().equals(complaint.responsible()))
                                .toList(),
                        revealed,
                        new People(staff, me.dealership()),
                        part,
                        form));
        return "owner/complaint";
    }

    /** Does what a form of the page asks for; a refusal shows the page again with everything typed. */
    private String done(
            String id,
            String part,
            Runnable act,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/complaints/" + id;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return open(TypedId.parse(id), part, null, form, me, model);
        }
    }

    @PostMapping("/{id}/answer")
    String answer(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(id, "answer", () -> desk.answer(TypedId.parse(id), done, me), me, model, request, response);
    }

    @PostMapping("/{id}/asked")
    String asked(
            @PathVariable String id,
            @RequestParam(required = false) ComplaintDesk.@Nullable Asked result,
            @RequestParam(required = false) @Nullable String said,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(id, "asked", () -> desk.asked(TypedId.parse(id), result, said, me), me, model, request, response);
    }

    @PostMapping("/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(id, "decision", () -> desk.decide(TypedId.parse(id), reason, me), me, model, request, response);
    }

    @PostMapping("/{id}/responsible")
    String assign(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String to,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(id, "responsible", () -> desk.assign(TypedId.parse(id), to, me), me, model, request, response);
    }

    /** The owner's number for whoever asks again; each look is logged. */
    @PostMapping("/{id}/mobile-reveals")
    String reveal(@PathVariable String id, StaffMember me, Model model) {
        UUID complaint = TypedId.parse(id);
        PhoneNumber number = callbacks.number(book.complaint(complaint, me).complaint(), me);
        return open(complaint, "", number, Fields.empty(), me, model);
    }
}
