package io.genjin.delivery.web;

import io.genjin.dealership.Dealerships;
import io.genjin.delivery.Delivery;
import io.genjin.delivery.DeliveryBook;
import io.genjin.delivery.DeliveryDesk;
import io.genjin.delivery.Hindrance;
import io.genjin.order.OrderDesk;
import io.genjin.order.SalesOrder;
import io.genjin.pdi.PdiCar;
import io.genjin.pdi.PdiDesk;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.shared.Refusal;
import io.genjin.shared.Vin;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
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

/** The section of a customer's page about the car: matched or not, inspected, paid, and when it is handed over. */
@Controller
@RequestMapping("/prospects/{id}")
class DeliveryPanelPages {

    private final CardFile file;
    private final DeliveryDesk desk;
    private final DeliveryBook book;
    private final OrderDesk orders;
    private final PdiDesk pdi;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;

    DeliveryPanelPages(
            CardFile file,
            DeliveryDesk desk,
            DeliveryBook book,
            OrderDesk orders,
            PdiDesk pdi,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens) {
        this.file = file;
        this.desk = desk;
        this.book = book;
        this.orders = orders;
        this.pdi = pdi;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static ProspectPanel deliveryPanel() {
        return new ProspectPanel("delivery.title", "/prospects/{id}/delivery", "delivery.read", 28);
    }

    @GetMapping("/delivery")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), Fields.empty(), me, model, request);
    }

    private String panel(
            ProspectId id, Fields match, Fields schedule, StaffMember me, Model model, HttpServletRequest request) {
        Prospect prospect = file.open(id, me);
        SalesOrder order = orders.liveOf(me.dealership(), id).orElse(null);
        Delivery delivery = book.of(id, me);
        Vin vin = order == null ? null : order.vin();
        PdiCar car = vin == null ? null : pdi.car(vin, me.dealership()).orElse(null);
        List<Hindrance> before =
                car == null || order == null ? List.of() : Hindrance.before(car.state(), orders.outstanding(order));
        model.addAttribute(
                "page",
                new DeliveryPanel(
                        prospect,
                        order,
                        car,
                        delivery,
                        before,
                        staff.active(me.dealership()),
                        match,
                        schedule,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "delivery/panel";
    }

    /** The car to be set aside. */
    record VehicleForm(@Nullable String vin) {}

    /** Why a car is given free. */
    record ReleaseForm(@Nullable String reason) {}

    /** When and where the car is handed over; the time is the dealership's. */
    record ScheduleForm(
            @Nullable LocalDateTime at,
            @Nullable String place,
            @Nullable String people) {

        DeliveryDesk.Wish wish(ZoneId zone) {
            return new DeliveryDesk.Wish(at == null ? null : at.atZone(zone).toInstant(), place, people);
        }
    }

    /** What was asked about which customer, by which a repeated form is recognised. */
    record Asked(ProspectId customer, Record body) {}

    @PostMapping("/vehicle")
    String match(
            @PathVariable ProspectId id,
            @ModelAttribute VehicleForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        return answer(id, body, bound, key, form, true, me, model, request, response, () -> {
            desk.match(id, body.vin(), me);
            return "/prospects/" + id + "/delivery";
        });
    }

    @PostMapping("/vehicle/release")
    String release(
            @PathVariable ProspectId id,
            @ModelAttribute ReleaseForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        return answer(id, body, bound, key, form, true, me, model, request, response, () -> {
            desk.release(id, body.reason(), me);
            return "/prospects/" + id + "/delivery";
        });
    }

    @PostMapping("/delivery")
    String schedule(
            @PathVariable ProspectId id,
            @ModelAttribute ScheduleForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        ZoneId zone = dealerships.get(me.dealership()).zone();
        return answer(
                id,
                body,
                bound,
                key,
                form,
                false,
                me,
                model,
                request,
                response,
                () -> "/deliveries/" + desk.schedule(id, body.wish(zone), me).id());
    }

    private String answer(
            ProspectId id,
            Record body,
            BindingResult bound,
            @Nullable String key,
            Fields form,
            boolean aboutCar,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<String> act) {
        int status = 422;
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), act);
            } catch (Refusal refusal) {
                refusal.unlessNothingHere();
                status = refusal.kind().status();
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(status);
        return panel(id, aboutCar ? form : Fields.empty(), aboutCar ? Fields.empty() : form, me, model, request);
    }
}
