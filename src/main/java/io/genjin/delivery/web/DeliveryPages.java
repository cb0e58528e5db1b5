package io.genjin.delivery.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.delivery.ConfirmationDesk;
import io.genjin.delivery.DeliveryBook;
import io.genjin.delivery.DeliveryDesk;
import io.genjin.delivery.DeliveryId;
import io.genjin.delivery.Preparation;
import io.genjin.delivery.Section;
import io.genjin.order.OrderDesk;
import io.genjin.pdi.PdiDesk;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar of handovers, and one handover as a whole: appointment, preparation, what is in the way, how far it is. */
@Controller
@RequestMapping("/deliveries")
class DeliveryPages {

    private final DeliveryDesk desk;
    private final ConfirmationDesk handover;
    private final DeliveryBook book;
    private final OrderDesk orders;
    private final PdiDesk pdi;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    DeliveryPages(
            DeliveryDesk desk,
            ConfirmationDesk handover,
            DeliveryBook book,
            OrderDesk orders,
            PdiDesk pdi,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.handover = handover;
        this.book = book;
        this.orders = orders;
        this.pdi = pdi;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @Bean
    static NavItem deliveriesItem() {
        return new NavItem("nav.deliveries", "/deliveries", "key", "delivery.read", 106);
    }

    @GetMapping
    String calendar(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable LocalDate date,
            StaffMember me,
            Model model) {
        Dealership dealership = dealerships.get(me.dealership());
        LocalDate day = date == null ? dealership.today(clock) : date;
        boolean week = !"day".equals(view);
        model.addAttribute(
                "page",
                new CalendarPage(
                        day, week, book.calendar(day, week, me), book.owed(me).size(), dealership, clock.instant()));
        return "delivery/calendar";
    }

    @GetMapping("/{id}")
    String delivery(@PathVariable DeliveryId id, StaffMember me, Model model) {
        return delivery(id, Fields.empty(), me, model);
    }

    private String delivery(DeliveryId id, Fields form, StaffMember me, Model model) {
        DeliveryBook.Row row = book.open(id, me);
        model.addAttribute(
                "page",
                new DeliveryPage(
                        row,
                        orders.get(me.dealership(), row.delivery().order()),
                        pdi.car(row.delivery().vin(), me.dealership()).orElseThrow(),
                        handover.hindrances(row.delivery()),
                        book.owedBy(id, me),
                        staff.active(me.dealership()),
                        new People(staff, me.dealership()),
                        dealerships.get(me.dealership()).today(clock),
                        form));
        return "delivery/delivery";
    }

    /** Where the appointment goes, as the form sends it; the time is the dealership's. */
    record MoveForm(
            @Nullable LocalDateTime at,
            @Nullable String place,
            @Nullable String people,
            @Nullable String reason) {

        DeliveryDesk.Wish wish(ZoneId zone) {
            return new DeliveryDesk.Wish(at == null ? null : at.atZone(zone).toInstant(), place, people);
        }
    }

    /** What was asked of which handover, by which a repeated form is recognised. */
    record Asked(DeliveryId delivery, Record body) {}

    @PostMapping("/{id}/moves")
    String move(
            @PathVariable DeliveryId id,
            @ModelAttribute MoveForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                ZoneId zone = dealerships.get(me.dealership()).zone();
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    desk.move(id, body.wish(zone), body.reason(), me);
                    return "/deliveries/" + id;
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return delivery(id, form, me, model);
    }

    /** Why the handover is called off. */
    record ReasonForm(@Nullable String reason) {}

    @PostMapping("/{id}/calling-off")
    String callOff(
            @PathVariable DeliveryId id,
            @ModelAttribute ReasonForm body,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return "redirect:/prospects/" + desk.callOff(id, body.reason(), me).prospect();
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap());
            refusal.fields().forEach(field -> form.error("callingOff", field.messageKey()));
            return delivery(
                    id, refusal.fields().isEmpty() ? form.refused(refusal, screens.of(request)) : form, me, model);
        }
    }

    /** What is ticked as prepared. */
    record PreparationForm(@Nullable Set<Preparation> prepared) {}

    @PostMapping("/{id}/preparation")
    String prepare(@PathVariable DeliveryId id, @ModelAttribute PreparationForm body, StaffMember me) {
        Set<Preparation> done = EnumSet.noneOf(Preparation.class);
        if (body.prepared() != null) {
            done.addAll(body.prepared());
        }
        desk.prepare(id, done, me);
        return "redirect:/deliveries/" + id;
    }

    /** {@code documents} in an address is the section {@code DOCUMENTS}. */
    static Section read(String path) {
        for (Section section : Section.values()) {
            if (DeliveryPage.path(section).equals(path)) {
                return section;
            }
        }
        throw new io.genjin.shared.NothingHere(path);
    }
}
