package io.genjin.order.web;

import io.genjin.order.CashDesk;
import io.genjin.order.OrderBook;
import io.genjin.order.Payment;
import io.genjin.order.SalesOrderId;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cashier's till: money to take, money to give back, and lines to take out again. */
@Controller
class TillPages {

    private static final int ROWS = 50;

    private final CashDesk desk;
    private final OrderBook book;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    TillPages(CashDesk desk, OrderBook book, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.book = book;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static NavItem tillItem() {
        return new NavItem("nav.till", "/till", "cash-banknote", "order.cash", 5, "CASHIER");
    }

    @GetMapping("/till")
    String till(@RequestParam(required = false) @Nullable String cursor, StaffMember me, Model model) {
        return till(cursor, null, Fields.empty(), me, model);
    }

    private String till(
            @Nullable String cursor, @Nullable SalesOrderId refused, Fields form, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new TillPage(
                        book.find(OrderBook.Which.MONEY, null, ROWS, cursor, me),
                        new People(staff, me.dealership()),
                        refused,
                        form));
        return "order/till";
    }

    /** Money as the form sends it. */
    record MoneyForm(
            Payment.@Nullable Kind kind,
            @Nullable String amount,
            Payment.@Nullable Way way,
            @Nullable String receiptNo,
            @Nullable String note) {}

    /** What was booked on which order, by which a repeated form is recognised. */
    record Asked(SalesOrderId order, MoneyForm body) {}

    @PostMapping("/orders/{id}/payments")
    String book(
            @PathVariable SalesOrderId id,
            @ModelAttribute MoneyForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    desk.book(
                            id,
                            new CashDesk.MoneyWish(
                                    body.kind(), body.amount(), body.way(), body.receiptNo(), body.note()),
                            me);
                    return "/till?booked";
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return till(null, id, form, me, model);
    }

    @PostMapping("/orders/{id}/payments/{line}/reversal")
    String reverse(
            @PathVariable SalesOrderId id,
            @PathVariable UUID line,
            @RequestParam(required = false) @Nullable String receiptNo,
            @RequestParam(required = false) @Nullable String reason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.reverse(id, line, receiptNo, reason, me);
            return "redirect:/orders/" + id;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            return till(
                    null, id, Fields.of(request.getParameterMap()).refused(refusal, screens.of(request)), me, model);
        }
    }
}
