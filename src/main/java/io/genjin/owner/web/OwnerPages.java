package io.genjin.owner.web;

import io.genjin.dealership.Dealerships;
import io.genjin.owner.CallbackDesk;
import io.genjin.owner.ComplaintDesk;
import io.genjin.owner.OwnerBook;
import io.genjin.owner.OwnerFileDesk;
import io.genjin.owner.OwnerId;
import io.genjin.owner.ReferralDesk;
import io.genjin.owner.RepurchaseDesk;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.Access;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The owners: the list, one of them with everything that can be done for them, and the card on paper. */
@Controller
class OwnerPages {

    private static final int ROWS = 50;
    private static final int ENTRIES = 30;

    private final OwnerBook book;
    private final OwnerFileDesk desk;
    private final ReferralDesk referrals;
    private final ComplaintDesk complaints;
    private final CallbackDesk callbacks;
    private final RepurchaseDesk repurchases;
    private final Access access;
    private final AccessLog accessLog;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;

    OwnerPages(
            OwnerBook book,
            OwnerFileDesk desk,
            ReferralDesk referrals,
            ComplaintDesk complaints,
            CallbackDesk callbacks,
            RepurchaseDesk repurchases,
            Access access,
            AccessLog accessLog,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens) {
        this.book = book;
        this.desk = desk;
        this.referrals = referrals;
        this.complaints = complaints;
        this.callbacks = callbacks;
        this.repurchases = repurchases;
        this.access = access;
        this.accessLog = accessLog;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping("/owners")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String consultant,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        StaffId whose = staff.byUsername(me.dealership(), consultant.strip())
                .map(StaffMember::id)
                .orElse(null);
        OwnerBook.Filter filter = new OwnerBook.Filter(q, whose, only.equals("unhappy"), only.equals("plate"));
        model.addAttribute(
                "page",
                new OwnersPage(
                        book.find(filter, ROWS, cursor, me),
                        q,
                        consultant,
                        only,
                        access.seesAll(me, "owner.read") ? consultants(me) : List.of(),
                        people(me)));
        return "owner/list";
    }

    private List<StaffMember> consultants(StaffMember me) {
        return staff.active(me.dealership()).stream()
                .filter(member -> member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                .toList();
    }

    private People people(StaffMember me) {
        return new People(staff, me.dealership());
    }

    @GetMapping("/owners/{id}")
    String open(@PathVariable OwnerId id, StaffMember me, Model model, HttpServletRequest request) {
        return open(id, "", Fields.empty(), me, model, request);
    }

    private String open(OwnerId id, String part, Fields form, StaffMember me, Model model, HttpServletRequest request) {
        OwnerBook.Opened opened = book.open(id, me);
        People people = people(me);
        model.addAttribute(
                "page",
                new OwnerPage(
                        opened,
                        book.timeline(opened.file(), ENTRIES, me),
                        new JournalWords(screens.of(request), people),
                        people,
                        part,
                        form,
                        Fields.of(OwnerForm.of(opened.file())),
                        consultants(me).stream()
                                .filter(one -> !one.id().equals(opened.file().consultant()))
                                .toList()));
        return "owner/owner";
    }

    /** What was asked of which owner, by which a repeated form is recognised. */
    record Asked(OwnerId owner, String what, Object body) {}

    @PostMapping("/owners/{id}")
    String change(
            @PathVariable OwnerId id,
            @ModelAttribute OwnerForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        return done(id, "details", form, !bound.hasErrors(), me, model, request, response, () -> {
            desk.change(id, body.details(), Objects.requireNonNullElse(body.version(), -1), me);
            return "redirect:/owners/" + id;
        });
    }

    /** Does what a form of the owner's page asks for; a refusal shows the page again with everything typed. */
    private String done(
            OwnerId id,
            String part,
            Fields form,
            boolean readable,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<String> act) {
        if (readable) {
            try {
                return act.get();
            } catch (Refusal refusal) {
                refusal.unlessNothingHere();
                response.setStatus(refusal.kind().status());
                form.refused(refusal, screens.of(request));
                return open(id, part, form, me, model, request);
            }
        }
        response.setStatus(422);
        return open(id, part, form, me, model, request);
    }

    @PostMapping("/owners/{id}/referrals")
    String refer(
            @PathVariable OwnerId id,
            @ModelAttribute FriendForm body,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        return done(
                id,
                "friend",
                form,
                true,
                me,
                model,
                request,
                response,
                () -> once.redirect(key, new Asked(id, "referral", body), me.dealership(), me.id(), () -> {
                    referrals.refer(id, body.friend(), me);
                    return "/owners/" + id;
                }));
    }

    @PostMapping("/owners/{id}/referrals/{referral}/thanks")
    String thank(
            @PathVariable OwnerId id,
            @PathVariable String referral,
            @RequestParam(required = false) @Nullable String reward,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        return done(id, "thanks-" + referral, form, true, me, model, request, response, () -> {
            referrals.thank(id, TypedId.parse(referral), reward, me);
            return "redirect:/owners/" + id;
        });
    }

    @PostMapping("/owners/{id}/complaints")
    String complain(
            @PathVariable OwnerId id,
            @RequestParam(required = false) @Nullable String complaint,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        return done(
                id,
                "complaint",
                form,
                true,
                me,
                model,
                request,
                response,
                () -> once.redirect(
                        key,
                        new Asked(id, "complaint", Objects.requireNonNullElse(complaint, "")),
                        me.dealership(),
                        me.id(),
                        () -> "/complaints/"
                                + complaints.open(id, complaint, me).id()));
    }

    /** A call planned by hand. */
    record EventForm(@Nullable LocalDate dueDate, @Nullable String occasion) {}

    @PostMapping("/owners/{id}/callbacks")
    String plan(
            @PathVariable OwnerId id,
            @ModelAttribute EventForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        return done(
                id,
                "callback",
                form,
                !bound.hasErrors(),
                me,
                model,
                request,
                response,
                () -> once.redirect(key, new Asked(id, "callback", body), me.dealership(), me.id(), () -> {
                    callbacks.plan(id, body.dueDate(), body.occasion(), me);
                    return "/owners/" + id;
                }));
    }

    @PostMapping("/owners/{id}/transfers")
    String transfer(
            @PathVariable OwnerId id,
            @RequestParam(required = false) @Nullable String to,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        return done(id, "transfer", form, true, me, model, request, response, () -> {
            desk.handOver(id, to, me);
            return "redirect:/owners/" + id;
        });
    }

    @GetMapping("/owners/{id}/repurchases/new")
    String another(@PathVariable OwnerId id, StaffMember me, Model model) {
        Fields form = Fields.empty().put("nextFollowUpReason", NextStepReason.ROUTINE);
        model.addAttribute("page", new RepurchasePage(book.open(id, me).file(), form));
        return "owner/repurchase";
    }

    @PostMapping("/owners/{id}/repurchases")
    String another(
            @PathVariable OwnerId id,
            @ModelAttribute RepurchaseForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        response.setStatus(422);
        if (!bound.hasErrors()) {
            try {
                String answer = once.redirect(
                        key,
                        new Asked(id, "repurchase", body),
                        me.dealership(),
                        me.id(),
                        () -> "/prospects/"
                                + repurchases.open(id, body.wish(), me).id());
                response.setStatus(200);
                return answer;
            } catch (Refusal refusal) {
                refusal.unlessNothingHere();
                response.setStatus(refusal.kind().status());
                form.refused(refusal, screens.of(request));
            }
        }
        model.addAttribute("page", new RepurchasePage(book.open(id, me).file(), form));
        return "owner/repurchase";
    }

    @GetMapping("/owners/{id}/print")
    String print(@PathVariable OwnerId id, StaffMember me, Model model) {
        OwnerBook.Opened opened = book.open(id, me);
        accessLog.printed(me, opened.file().prospect().value(), "owner", 1);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/owners/" + id)
                .build()
                .toUriString();
        model.addAttribute(
                "page", new PrintOwnerPage(opened, dealerships.get(me.dealership()), people(me), QrCode.of(address)));
        return "owner/print";
    }

    @GetMapping("/owners/hand-over")
    String handOver(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable Integer moved,
            StaffMember me,
            Model model) {
        model.addAttribute("page", handOverPage(moved, Fields.empty().put("from", from), me));
        return "owner/hand-over";
    }

    private HandOverPage handOverPage(@Nullable Integer moved, Fields form, StaffMember me) {
        return new HandOverPage(staff.active(me.dealership()), consultants(me), moved, form);
    }

    @PostMapping("/owners/hand-overs")
    String handOver(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return "redirect:/owners/hand-over?moved=" + desk.handOverAll(from, to, me);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            model.addAttribute("page", handOverPage(null, form, me));
            return "owner/hand-over";
        }
    }

    @GetMapping("/prospects/{id}/owner")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        boolean asPart = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        model.addAttribute("page", new OwnerPanel(id, book.about(id, me), people(me), asPart));
        return "owner/panel";
    }
}
