package io.genjin.delivery.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.delivery.ConfirmationDesk;
import io.genjin.delivery.DeliveryBook;
import io.genjin.prospect.web.People;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is still owed to customers after their signature, and how good the handovers of a month were. */
@Controller
@RequestMapping("/deliveries")
class OutstandingPages {

    private final ConfirmationDesk desk;
    private final DeliveryBook book;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    OutstandingPages(
            ConfirmationDesk desk,
            DeliveryBook book,
            StaffDirectory staff,
            Dealerships dealerships,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.staff = staff;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/outstanding")
    String list(StaffMember me, Model model) {
        return list(null, Fields.empty(), me, model);
    }

    private String list(@Nullable UUID settled, Fields form, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new OutstandingPage(
                        book.owed(me),
                        new People(staff, me.dealership()),
                        dealerships.get(me.dealership()).today(clock),
                        settled,
                        form));
        return "delivery/outstanding";
    }

    @PostMapping("/outstanding/{item}/settlement")
    String settle(
            @PathVariable String item,
            @RequestParam(required = false) @Nullable String how,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID id = read(item);
        try {
            desk.settle(id, how, me);
            return "redirect:/deliveries/outstanding";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return list(id, form, me, model);
        }
    }

    static UUID read(String item) {
        try {
            return UUID.fromString(item);
        } catch (IllegalArgumentException notAnIdentity) {
            throw new NothingHere(item);
        }
    }

    @GetMapping("/figures")
    String figures(@RequestParam(required = false) @Nullable String month, StaffMember me, Model model) {
        model.addAttribute("page", new FiguresPage(book.month(month(month, me), me), null));
        return "delivery/figures";
    }

    @GetMapping("/figures/{measure}")
    String members(
            @PathVariable String measure,
            @RequestParam(required = false) @Nullable String month,
            StaffMember me,
            Model model) {
        for (DeliveryBook.Measure one : DeliveryBook.Measure.values()) {
            if (one.name().equals(measure)) {
                model.addAttribute("page", new FiguresPage(book.month(month(month, me), me), one));
                return "delivery/members";
            }
        }
        throw new NothingHere(measure);
    }

    /** The month in an address; this one when it says nothing that can be read. */
    private YearMonth month(@Nullable String typed, StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        try {
            return typed == null ? YearMonth.from(dealership.today(clock)) : YearMonth.parse(typed);
        } catch (DateTimeParseException unreadable) {
            return YearMonth.from(dealership.today(clock));
        }
    }
}
