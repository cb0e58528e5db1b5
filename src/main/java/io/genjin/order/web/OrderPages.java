package io.genjin.order.web;

import io.genjin.deal.Quotation;
import io.genjin.deal.QuoteFile;
import io.genjin.deal.QuoteVersion;
import io.genjin.dealership.Dealerships;
import io.genjin.order.DraftDesk;
import io.genjin.order.OrderBook;
import io.genjin.order.OrderChanged;
import io.genjin.order.OrderFile;
import io.genjin.order.OrderStatus;
import io.genjin.order.SalesOrder;
import io.genjin.order.SalesOrderId;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
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

/** The list of orders, the panel on a customer's page, and the sheet on which an order is written. */
@Controller
class OrderPages {

    private static final int ROWS = 50;

    private final DraftDesk drafts;
    private final OrderFile file;
    private final OrderBook book;
    private final QuoteFile quotes;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    OrderPages(
            DraftDesk drafts,
            OrderFile file,
            OrderBook book,
            QuoteFile quotes,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.drafts = drafts;
        this.file = file;
        this.book = book;
        this.quotes = quotes;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @Bean
    static ProspectPanel orderPanel() {
        return new ProspectPanel("order.panel", "/prospects/{id}/orders", "order.read", 26);
    }

    @Bean
    static NavItem ordersItem() {
        return new NavItem("nav.orders", "/orders", "file-check", "order.read", 28);
    }

    @GetMapping("/orders")
    String list(
            @RequestParam(required = false) OrderBook.@Nullable Which which,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        OrderBook.Which asked = OrderBook.Which.asked(which, status);
        model.addAttribute(
                "page",
                new OrdersPage(
                        asked,
                        status,
                        book.find(asked, status, ROWS, cursor, me),
                        new People(staff, me.dealership()),
                        dealerships.get(me.dealership()).today(clock)));
        return "order/list";
    }

    @GetMapping("/prospects/{id}/orders")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        boolean asPart = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        model.addAttribute("page", new OrderPanel(id, file.of(id, me), asPart));
        return "order/panel";
    }

    @GetMapping("/prospects/{id}/orders/new")
    String blank(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable String quotation,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        Map<String, String> drawable = drawable(id, me, screens.of(request));
        Fields form = Fields.empty()
                .put(
                        "quotation",
                        drawable.keySet().stream()
                                .filter(key -> quotation != null && key.startsWith(quotation))
                                .findFirst()
                                .orElse(null))
                .put("buyerIdType", "ID_CARD")
                .put("depositType", "EARNEST");
        model.addAttribute("page", newPage(id, drawable, form, me));
        return "order/edit";
    }

    private OrderEditPage newPage(ProspectId id, Map<String, String> drawable, Fields form, StaffMember me) {
        return new OrderEditPage(quotes.blank(id, me).prospect(), null, "", drawable, form);
    }

    /** Versions that the customer has seen and that hold, newest first. */
    private Map<String, String> drawable(ProspectId id, StaffMember me, Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        for (QuoteFile.Opened opened : quotes.of(id, me)) {
            Quotation quotation = opened.quotation();
            for (int place = quotation.versions().size() - 1; place >= 0; place--) {
                QuoteVersion version = quotation.versions().get(place);
                if (version.isShown() && version.quote().isValidOn(opened.today())) {
                    options.put(
                            quotation.id() + ":" + version.number(),
                            quotation.no() + " V" + version.number() + " · "
                                    + version.quote().car().name() + " · "
                                    + version.quote().total().shown() + " · "
                                    + s.code("priceStanding", opened.standing(version)));
                }
            }
        }
        return options;
    }

    /** The page has one choice for quotation and version. */
    private static OrderForm chosen(OrderForm body) {
        String both = body.quotation();
        int colon = both == null ? -1 : both.indexOf(':');
        if (both == null || colon < 0 || !both.substring(colon + 1).matches("\\d{1,6}")) {
            return body;
        }
        return new OrderForm(
                both.substring(0, colon),
                Integer.valueOf(both.substring(colon + 1)),
                body.buyerName(),
                body.buyerIdType(),
                body.buyerIdNo(),
                body.depositType(),
                body.deposit(),
                body.paymentWay(),
                body.loanAmount(),
                body.promisedDelivery());
    }

    /** What was asked for which customer, by which a repeated form is recognised. */
    record Asked(ProspectId prospect, OrderForm body) {}

    @PostMapping("/prospects/{id}/orders")
    String draft(
            @PathVariable ProspectId id,
            @ModelAttribute OrderForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        Screen s = screens.of(request);
        if (!bound.hasErrors()) {
            try {
                return once.redirect(
                        key,
                        new Asked(id, body),
                        me.dealership(),
                        me.id(),
                        () -> "/orders/"
                                + drafts.draft(id, chosen(body).wish(), me).id());
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), s);
            }
        }
        response.setStatus(422);
        model.addAttribute("page", newPage(id, drawable(id, me, s), form, me));
        return "order/edit";
    }

    @GetMapping("/orders/{id}/edit")
    String edit(@PathVariable SalesOrderId id, StaffMember me, Model model, HttpServletRequest request) {
        OrderFile.Opened opened = file.open(id, me);
        SalesOrder.Terms terms = opened.order().terms();
        var loan = terms.loan();
        Fields form = Fields.empty()
                .put("version", opened.order().version())
                .put("quotation", terms.quotation() + ":" + terms.quotationVersion())
                .put("buyerName", terms.buyer().name())
                .put("buyerIdType", terms.buyer().type())
                .put("depositType", terms.depositType())
                .put("deposit", terms.deposit())
                .put("paymentWay", terms.paymentWay())
                .put("loanAmount", loan == null ? null : loan.amount())
                .put("promisedDelivery", terms.promisedDelivery());
        model.addAttribute("page", editPage(opened, form, me, screens.of(request)));
        return "order/edit";
    }

    private OrderEditPage editPage(OrderFile.Opened opened, Fields form, StaffMember me, Screen s) {
        return new OrderEditPage(
                opened.prospect(),
                opened.order(),
                opened.maskedNumber(),
                drawable(opened.order().prospect(), me, s),
                form);
    }

    @PostMapping("/orders/{id}")
    String rewrite(
            @PathVariable SalesOrderId id,
            @RequestParam int version,
            @ModelAttribute OrderForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        Screen s = screens.of(request);
        int status = 422;
        if (!bound.hasErrors()) {
            try {
                drafts.rewrite(id, version, chosen(body).wish(), me);
                return "redirect:/orders/" + id;
            } catch (OrderChanged changed) {
                form.refused(changed, s);
                form.put("version", file.open(id, me).order().version());
                status = 409;
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), s);
            }
        }
        response.setStatus(status);
        model.addAttribute("page", editPage(file.open(id, me), form, me, s));
        return "order/edit";
    }
}
