package io.genjin.order.web;

import io.genjin.consent.Consent;
import io.genjin.consent.ConsentFile;
import io.genjin.consent.DataField;
import io.genjin.consent.DisclosureDesk;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.SuggestedDates;
import io.genjin.order.CancelDesk;
import io.genjin.order.Cancellation;
import io.genjin.order.DraftDesk;
import io.genjin.order.FinanceDesk;
import io.genjin.order.LoanStatus;
import io.genjin.order.OrderDesk;
import io.genjin.order.OrderFile;
import io.genjin.order.SalesOrderId;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.web.People;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one order and everything that is done there. */
@Controller
@RequestMapping("/orders/{id}")
class OrderActionPages {

    private final OrderFile file;
    private final DraftDesk drafts;
    private final FinanceDesk finance;
    private final CancelDesk cancellations;
    private final OrderDesk desk;
    private final ConsentFile consents;
    private final SuggestedDates suggested;
    private final Rights rights;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;

    OrderActionPages(
            OrderFile file,
            DraftDesk drafts,
            FinanceDesk finance,
            CancelDesk cancellations,
            OrderDesk desk,
            ConsentFile consents,
            SuggestedDates suggested,
            Rights rights,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens) {
        this.file = file;
        this.drafts = drafts;
        this.finance = finance;
        this.cancellations = cancellations;
        this.desk = desk;
        this.consents = consents;
        this.suggested = suggested;
        this.rights = rights;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping
    String read(@PathVariable SalesOrderId id, StaffMember me, Model model, HttpServletRequest request) {
        return page(id, "", Fields.empty(), null, null, me, model, request);
    }

    private String page(
            SalesOrderId id,
            String part,
            Fields form,
            DisclosureDesk.@Nullable Released released,
            @Nullable String number,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        model.addAttribute("page", orderPage(file.open(id, me), part, form, released, number, me, request));
        return "order/order";
    }

    private OrderPage orderPage(
            OrderFile.Opened opened,
            String part,
            Fields form,
            DisclosureDesk.@Nullable Released released,
            @Nullable String number,
            StaffMember me,
            HttpServletRequest request) {
        String address = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort()
                + "/orders/" + opened.order().id();
        boolean asks = rights.allows(me, "order.finance") && rights.allows(me, "consent.read");
        return new OrderPage(
                opened,
                asks ? consents.open(opened.order().prospect(), me) : null,
                released,
                number,
                new People(staff, me.dealership()),
                part,
                form,
                dealerships.get(me.dealership()).name(),
                QrCode.of(address));
    }

    @GetMapping("/print")
    String print(@PathVariable SalesOrderId id, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute("page", orderPage(file.print(id, me), "", Fields.empty(), null, null, me, request));
        return "order/print";
    }

    /** Shows the buyer's whole number on this answer only. */
    @PostMapping("/identity-reveals")
    String reveal(
            @PathVariable SalesOrderId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String number = file.reveal(id, me);
        response.setHeader("Cache-Control", "no-store");
        return page(id, "", Fields.empty(), null, number, me, model, request);
    }

    @PostMapping("/submission")
    String submit(
            @PathVariable SalesOrderId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, "submit", () -> drafts.submit(id, me), me, model, request, response);
    }

    /** The new day, why, and the order as the writer saw it. */
    record PromiseForm(
            @Nullable LocalDate promisedDelivery,
            @Nullable String reason,
            @Nullable Integer version) {}

    @PostMapping("/promise")
    String promise(
            @PathVariable SalesOrderId id,
            @ModelAttribute PromiseForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (bound.hasErrors()) {
            response.setStatus(422);
            return page(id, "promise", Fields.of(bound, request.getParameterMap()), null, null, me, model, request);
        }
        int version = body.version() == null ? 0 : body.version();
        return acted(
                id,
                "promise",
                () -> drafts.promise(id, body.promisedDelivery(), body.reason(), version, me),
                me,
                model,
                request,
                response);
    }

    @PostMapping("/loan-chase")
    String chase(
            @PathVariable SalesOrderId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, "loan", () -> finance.chase(id, me), me, model, request, response);
    }

    @PostMapping("/loan-answer")
    String answer(
            @PathVariable SalesOrderId id,
            @RequestParam(required = false) @Nullable LoanStatus status,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, "loan", () -> finance.answer(id, status, me), me, model, request, response);
    }

    @PostMapping("/return")
    String takeBack(
            @PathVariable SalesOrderId id,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, "return", () -> desk.takeBack(id, reason, me), me, model, request, response);
    }

    private String acted(
            SalesOrderId id,
            String part,
            Runnable act,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/orders/" + id;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(
                    refusal.kind() == Refusal.Kind.PRECONDITION
                            ? 409
                            : refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return page(id, part, form, null, null, me, model, request);
        }
    }

    // ---- what goes to a bank or an insurer

    /** Which statement it rests on, by which the page names partner and purpose, what is to go, and of an insurance what it costs. */
    record HandOverForm(
            @Nullable String statement,
            @Nullable Set<DataField> sent,
            @Nullable String amount) {}

    /** What was asked of which order, by which a repeated form is recognised. */
    record Asked(SalesOrderId order, String what, HandOverForm body) {}

    @PostMapping("/loan")
    String applyForLoan(
            @PathVariable SalesOrderId id,
            @ModelAttribute HandOverForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return handOver(id, "loan", body, bound, key, me, model, request, response);
    }

    @PostMapping("/insurance")
    String insure(
            @PathVariable SalesOrderId id,
            @ModelAttribute HandOverForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return handOver(id, "insurance", body, bound, key, me, model, request, response);
    }

    /** Shows what was handed over once, on this answer only; a no is an answer too, and its record stays. */
    private String handOver(
            SalesOrderId id,
            String part,
            HandOverForm body,
            BindingResult bound,
            @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        AtomicReference<DisclosureDesk.@Nullable Answer> fresh = new AtomicReference<>();
        if (!bound.hasErrors()) {
            try {
                String again = once.redirect(key, new Asked(id, part, body), me.dealership(), me.id(), () -> {
                    FinanceDesk.HandOver what = what(id, body, me);
                    fresh.set(
                            part.equals("loan")
                                    ? finance.applyForLoan(id, what, me)
                                    : finance.insure(id, body.amount(), what, me));
                    return "/orders/" + id;
                });
                DisclosureDesk.Answer answer = fresh.get();
                if (answer == null) {
                    return again;
                }
                if (answer instanceof DisclosureDesk.Released released) {
                    response.setHeader("Cache-Control", "no-store");
                    return page(id, "", Fields.empty(), released, null, me, model, request);
                }
                if (answer instanceof DisclosureDesk.Withheld withheld) {
                    form.refused(withheld.refusal(), screens.of(request));
                    withheld.refusal()
                            .fields()
                            .forEach(field -> form.error(
                                    field.name().equals("fields") ? "sent" : "statement", field.messageKey()));
                }
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
                refusal.fields().stream()
                        .filter(field -> field.name().equals("fields"))
                        .forEach(field -> form.error("sent", field.messageKey()));
            }
        }
        response.setStatus(422);
        return page(id, part, form, null, null, me, model, request);
    }

    private FinanceDesk.HandOver what(SalesOrderId id, HandOverForm body, StaffMember me) {
        ConsentFile.Opened said = consents.open(file.open(id, me).order().prospect(), me);
        Consent statement = OrderPage.statement(said, body.statement());
        if (statement == null) {
            throw new FieldsRefused(Field.of("statement", "field.required"));
        }
        return new FinanceDesk.HandOver(
                OrderPage.partnerOf(statement), statement.purpose(), Objects.requireNonNullElse(body.sent(), Set.of()));
    }

    // ---- cancelling

    /** A cancellation as the page's form sends it. */
    record CancelForm(
            @Nullable Integer version,
            Cancellation.@Nullable Reason reason,
            @Nullable String words,
            @Nullable String refund,
            @Nullable Grade grade,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable String lateReason) {

        CancelDesk.CancelWish wish() {
            return new CancelDesk.CancelWish(reason, words, refund, grade, nextDate, nextReason, nextNote, lateReason);
        }
    }

    @GetMapping("/cancellation")
    String cancelling(@PathVariable SalesOrderId id, StaffMember me, Model model) {
        OrderFile.Opened opened = file.open(id, me);
        LocalDate latest = latestForN(opened);
        Fields form = Fields.empty()
                .put("version", opened.order().version())
                .put("grade", Grade.N)
                .put("nextDate", opened.today().plusDays(1))
                .put("nextReason", NextStepReason.ROUTINE);
        model.addAttribute("page", new CancelPage(opened, form, latest));
        return "order/cancel";
    }

    private LocalDate latestForN(OrderFile.Opened opened) {
        return Objects.requireNonNullElse(
                suggested.latestAfterContact(opened.prospect()).get(Grade.N), opened.today());
    }

    @PostMapping("/cancellation")
    String cancel(
            @PathVariable SalesOrderId id,
            @ModelAttribute CancelForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        int status = 422;
        if (!bound.hasErrors()) {
            try {
                cancellations.cancel(id, body.version() == null ? 0 : body.version(), body.wish(), me);
                return "redirect:/orders/" + id;
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
                status = refusal.kind() == Refusal.Kind.PRECONDITION
                        ? 409
                        : refusal.kind().status();
            }
        }
        OrderFile.Opened opened = file.open(id, me);
        form.put("version", opened.order().version());
        response.setStatus(status);
        model.addAttribute("page", new CancelPage(opened, form, latestForN(opened)));
        return "order/cancel";
    }
}
