package io.genjin.pdi.web;

import io.genjin.pdi.PdiCar;
import io.genjin.pdi.PdiDesk;
import io.genjin.pdi.PdiInspection;
import io.genjin.prospect.web.People;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Refusal;
import io.genjin.shared.Vin;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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

/** The technician's first screen: cars to inspect, the next to be fetched on top, and each car's file. */
@Controller
@RequestMapping("/pdi")
class PdiPages {

    private final PdiDesk desk;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    PdiPages(PdiDesk desk, StaffDirectory staff, Once once, Screens screens, Clock clock) {
        this.desk = desk;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @Bean
    static NavItem pdiItem() {
        return new NavItem("nav.pdi", "/pdi", "car-garage", "pdi.inspect", 6, "PDI_TECHNICIAN");
    }

    /** A car by its number, as the form names it. */
    record CarForm(
            @Nullable String vin,
            @Nullable String model,
            @Nullable String colour) {}

    @GetMapping
    String list(StaffMember me, Model model) {
        return list(Fields.empty(), me, model);
    }

    private String list(Fields form, StaffMember me, Model model) {
        model.addAttribute("page", new CarsPage(desk.toInspect(me), desk.passed(me), clock.instant(), form));
        return "pdi/cars";
    }

    @PostMapping("/cars")
    String ask(
            @ModelAttribute CarForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, body, me.dealership(), me.id(), () -> {
                    PdiCar car = desk.ask(body.vin(), body.model(), body.colour(), me);
                    return "/pdi/cars/" + car.vin();
                });
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return list(form, me, model);
    }

    @GetMapping("/cars/{vin}")
    String car(@PathVariable String vin, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new CarPage(
                        desk.file(read(vin), me.dealership()), new People(staff, me.dealership()), clock.instant()));
        return "pdi/car";
    }

    @PostMapping("/cars/{vin}/inspections")
    String begin(@PathVariable String vin, StaffMember me) {
        PdiInspection inspection = desk.begin(read(vin), me);
        return "redirect:/pdi/inspections/" + inspection.id();
    }

    /** The number in an address; anything else names no car. */
    static Vin read(String vin) {
        return Vin.parse(vin).orElseThrow(() -> new NothingHere(vin));
    }
}
