package io.genjin.deal.web;

import io.genjin.deal.PriceDesk;
import io.genjin.deal.Quotation;
import io.genjin.deal.QuotationId;
import io.genjin.deal.QuoteChanged;
import io.genjin.deal.QuoteComparison;
import io.genjin.deal.QuoteDesk;
import io.genjin.deal.QuoteFile;
import io.genjin.deal.QuoteVersion;
import io.genjin.deal.QuoteWish;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.QrCode;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Quotations: the sheet, the page with its versions, the comparison and the paper. */
@Controller
class QuotePages {

    private final QuoteDesk desk;
    private final PriceDesk prices;
    private final QuoteFile file;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;

    QuotePages(
            QuoteDesk desk,
            PriceDesk prices,
            QuoteFile file,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens) {
        this.desk = desk;
        this.prices = prices;
        this.file = file;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static ProspectPanel quotePanel() {
        return new ProspectPanel("quote.panel", "/prospects/{id}/quotes", "quote.read", 24);
    }

    @GetMapping("/prospects/{id}/quotes")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        List<QuoteFile.Opened> quotations = file.of(id, me);
        model.addAttribute(
                "page",
                new QuotePanel(
                        id,
                        file.blank(id, me).prospect().content().customerName(),
                        quotations,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "deal/panel";
    }

    // ---- the sheet

    @GetMapping("/prospects/{id}/quotes/new")
    String blank(@PathVariable ProspectId id, StaffMember me, Model model) {
        QuoteFile.Blank blank = file.blank(id, me);
        Fields form = QuoteForm.blank(blank.prospect().content().mainModel(), blank.today());
        model.addAttribute("page", newPage(id, form, me));
        return "deal/edit";
    }

    private QuoteEditPage newPage(ProspectId id, Fields form, StaffMember me) {
        QuoteFile.Blank blank = file.blank(id, me);
        return new QuoteEditPage(blank.prospect(), null, null, null, offered(me), blank.hasNeedsSheet(), form);
    }

    private Map<String, String> offered(StaffMember me) {
        Map<String, String> trims = new LinkedHashMap<>();
        file.offered(me).forEach(one -> {
            var price = one.listPrice();
            trims.put(
                    String.valueOf(one.car().trimId()),
                    one.car().name() + (price == null ? "" : " · " + price.shown()));
        });
        return trims;
    }

    /** What was asked, by which a repeated form is recognised. */
    record Asked(String of, QuoteWish wish) {}

    @PostMapping("/prospects/{id}/quotes")
    String open(
            @PathVariable ProspectId id,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        if (QuoteForm.isUnreadable(request)) {
            form.error("validUntil", "field.unreadable");
        } else {
            try {
                QuoteWish wish = QuoteForm.read(request);
                return once.redirect(
                        key,
                        new Asked(id.toString(), wish),
                        me.dealership(),
                        me.id(),
                        () -> "/quotes/" + desk.open(id, wish, me).id());
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        model.addAttribute("page", newPage(id, form, me));
        return "deal/edit";
    }

    @GetMapping("/quotes/{id}/edit")
    String edit(@PathVariable QuotationId id, StaffMember me, Model model) {
        QuoteFile.Opened opened = file.open(id, me);
        QuoteVersion newest = opened.quotation().newest();
        model.addAttribute("page", editPage(opened, newest, null, QuoteForm.of(newest.quote(), opened.today()), me));
        return "deal/edit";
    }

    private QuoteEditPage editPage(
            QuoteFile.Opened opened, QuoteVersion seen, @Nullable QuoteVersion theirs, Fields form, StaffMember me) {
        return new QuoteEditPage(
                opened.prospect(), opened.quotation().id(), seen, theirs, offered(me), opened.hasNeedsSheet(), form);
    }

    @PostMapping("/quotes/{id}")
    String rewrite(
            @PathVariable QuotationId id,
            @RequestParam int version,
            @RequestParam int revision,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        QuoteVersion theirs = null;
        if (QuoteForm.isUnreadable(request)) {
            form.error("validUntil", "field.unreadable");
        } else {
            try {
                desk.rewrite(id, new QuoteDesk.Seen(version, revision), QuoteForm.read(request), me);
                return "redirect:/quotes/" + id;
            } catch (QuoteChanged changed) {
                form.refused(changed, screens.of(request));
                theirs = file.open(id, me).quotation().newest();
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        QuoteFile.Opened opened = file.open(id, me);
        response.setStatus(theirs == null ? 422 : 409);
        model.addAttribute("page", editPage(opened, opened.quotation().newest(), theirs, form, me));
        return "deal/edit";
    }

    // ---- the page

    @GetMapping("/quotes/{id}")
    String read(
            @PathVariable QuotationId id,
            @RequestParam(required = false) @Nullable Integer version,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        return page(id, version, Fields.empty(), me, model, request);
    }

    private String page(
            QuotationId id,
            @Nullable Integer version,
            Fields form,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        model.addAttribute("page", quotePage(id, version, form, me, request));
        return "deal/quote";
    }

    private QuotePage quotePage(
            QuotationId id, @Nullable Integer version, Fields form, StaffMember me, HttpServletRequest request) {
        QuoteFile.Opened opened = file.open(id, me);
        Quotation quotation = opened.quotation();
        String address =
                request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort() + "/quotes/" + id;
        return new QuotePage(
                opened,
                version == null ? quotation.newest() : quotation.version(version),
                new People(staff, me.dealership()),
                form,
                dealerships.get(me.dealership()).name(),
                QrCode.of(address));
    }

    @PostMapping("/quotes/{id}/showing")
    String show(
            @PathVariable QuotationId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, () -> desk.show(id, me), me, model, request, response);
    }

    @PostMapping("/quotes/{id}/price-requests")
    String ask(
            @PathVariable QuotationId id,
            @RequestParam(required = false) @Nullable String words,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, () -> prices.ask(id, words, me), me, model, request, response);
    }

    @PostMapping("/quotes/{id}/loss")
    String lose(
            @PathVariable QuotationId id,
            @RequestParam(required = false) @Nullable String lostTo,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return acted(id, () -> desk.lose(id, lostTo, me), me, model, request, response);
    }

    private String acted(
            QuotationId id,
            Runnable act,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/quotes/" + id;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return page(id, null, form, me, model, request);
        }
    }

    @GetMapping("/quotes/{id}/comparison")
    String compare(@PathVariable QuotationId id, StaffMember me, Model model) {
        QuoteFile.Opened opened = file.open(id, me);
        model.addAttribute(
                "page",
                new ComparisonPage(
                        opened.quotation(),
                        opened.prospect().content().customerName(),
                        QuoteComparison.of(opened.quotation().versions())));
        return "deal/comparison";
    }

    @GetMapping("/quotes/{id}/print")
    String print(
            @PathVariable QuotationId id,
            @RequestParam(required = false) @Nullable Integer version,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        file.printed(id, me);
        model.addAttribute("page", quotePage(id, version, Fields.empty(), me, request));
        return "deal/print";
    }
}
