package io.genjin.testdrive.web;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.CarDesk;
import io.genjin.testdrive.CarId;
import io.genjin.testdrive.CarLoan;
import io.genjin.testdrive.CarsToday;
import io.genjin.testdrive.DriveRules;
import io.genjin.testdrive.LoanDesk;
import io.genjin.testdrive.LoanId;
import io.genjin.testdrive.RouteId;
import io.genjin.testdrive.SettingsDesk;
import io.genjin.testdrive.TestDriveCar;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The fleet and its cars; routes, rules and the words to sign. */
@Controller
class CarPages {

    private final CarDesk desk;
    private final LoanDesk loans;
    private final SettingsDesk settings;
    private final CarsToday cars;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;

    CarPages(
            CarDesk desk,
            LoanDesk loans,
            SettingsDesk settings,
            CarsToday cars,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens) {
        this.desk = desk;
        this.loans = loans;
        this.settings = settings;
        this.cars = cars;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
    }

    /** What was asked about which car or loan, by which a repeated form is recognised. */
    record Asked(String id, Record body) {}

    @GetMapping("/test-cars")
    String fleet(StaffMember me, Model model) {
        return fleet(Fields.empty(), null, me, model);
    }

    private String fleet(Fields form, @Nullable String refused, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new SettingsPage(
                        cars.of(me).cars(),
                        settings.routes(me),
                        settings.rules(me),
                        settings.texts(me),
                        new People(staff, me.dealership()),
                        form,
                        refused));
        return "testdrive/settings";
    }

    private String fleetRefused(
            Fields form,
            String which,
            @Nullable Refusal refusal,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (refusal != null) {
            form.refused(refusal, screens.of(request));
        }
        response.setStatus(refusal == null ? 422 : refusal.kind().status());
        return fleet(form, which, me, model);
    }

    /** A car as it was filled in. */
    record CarForm(
            @Nullable String plate,
            @Nullable String vin,
            @Nullable String model,
            TestDriveCar.@Nullable Gearbox gearbox,
            @Nullable LocalDate licensedOn,
            @Nullable LocalDate insuredUntil,
            @Nullable Integer km,
            TestDriveCar.@Nullable Status status,
            @Nullable Integer version) {

        CarDesk.Entry entry() {
            return new CarDesk.Entry(plate, vin, model, gearbox, licensedOn, insuredUntil, km);
        }
    }

    @PostMapping("/test-cars")
    String add(
            @ModelAttribute CarForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (bound.hasErrors()) {
            return fleetRefused(form, "add", null, me, model, request, response);
        }
        try {
            return once.redirect(
                    key,
                    body,
                    me.dealership(),
                    me.id(),
                    () -> "/test-cars/" + desk.add(body.entry(), me).id());
        } catch (Refusal refusal) {
            return fleetRefused(form, "add", refusal, me, model, request, response);
        }
    }

    @GetMapping("/test-cars/{id}")
    String open(@PathVariable CarId id, StaffMember me, Model model) {
        return page(id, Fields.empty(), null, me, model);
    }

    private String page(CarId id, Fields form, @Nullable String refused, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new CarPage(
                        cars.car(id, me),
                        staff.active(me.dealership()),
                        new People(staff, me.dealership()),
                        form,
                        refused));
        return "testdrive/car";
    }

    private String carRefused(
            CarId id,
            Fields form,
            String which,
            @Nullable Refusal refusal,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (refusal != null) {
            form.refused(refusal.unlessNothingHere(), screens.of(request));
        }
        response.setStatus(refusal == null ? 422 : refusal.kind().status());
        return page(id, form, which, me, model);
    }

    @PostMapping("/test-cars/{id}")
    String change(
            @PathVariable CarId id,
            @ModelAttribute CarForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (bound.hasErrors()) {
            return carRefused(id, form, "car", null, me, model, request, response);
        }
        try {
            desk.change(id, body.entry(), body.status(), body.version() == null ? -1 : body.version(), me);
            return "redirect:/test-cars/" + id;
        } catch (Refusal refusal) {
            return carRefused(id, form, "car", refusal, me, model, request, response);
        }
    }

    /** Today's look as it was ticked. */
    record LookForm(
            @Nullable Boolean clean,
            @Nullable Integer fuelEighths,
            @Nullable Boolean stickers,
            @Nullable Boolean documents,
            @Nullable String damage,
            @Nullable Boolean fit) {

        CarDesk.Look look() {
            return new CarDesk.Look(
                    Boolean.TRUE.equals(clean),
                    fuelEighths,
                    Boolean.TRUE.equals(stickers),
                    Boolean.TRUE.equals(documents),
                    damage,
                    fit);
        }
    }

    @PostMapping("/test-cars/{id}/checks")
    String check(
            @PathVariable CarId id,
            @ModelAttribute LookForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (bound.hasErrors()) {
            return carRefused(id, form, "check", null, me, model, request, response);
        }
        try {
            return once.redirect(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
                desk.check(id, body.look(), me);
                return "/test-drives";
            });
        } catch (Refusal refusal) {
            return carRefused(id, form, "check", refusal, me, model, request, response);
        }
    }

    /** A loan as it is applied for. */
    record LoanForm(
            CarLoan.@Nullable Purpose purpose,
            @Nullable String note,
            @Nullable String borrower,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
            LocalDateTime from,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
            LocalDateTime to) {

        LoanDesk.Wish wish(ZoneId zone) {
            return new LoanDesk.Wish(
                    purpose,
                    note,
                    borrower,
                    from == null ? null : from.atZone(zone).toInstant(),
                    to == null ? null : to.atZone(zone).toInstant());
        }
    }

    @PostMapping("/test-cars/{id}/loans")
    String apply(
            @PathVariable CarId id,
            @ModelAttribute LoanForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (bound.hasErrors()) {
            return carRefused(id, form, "loan", null, me, model, request, response);
        }
        try {
            return once.redirect(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
                loans.apply(id, body.wish(dealerships.get(me.dealership()).zone()), me);
                return "/test-cars/" + id;
            });
        } catch (Refusal refusal) {
            return carRefused(id, form, "loan", refusal, me, model, request, response);
        }
    }

    @PostMapping("/test-cars/{id}/loans/{loan}/decision")
    String decide(
            @PathVariable CarId id,
            @PathVariable LoanId loan,
            @RequestParam(defaultValue = "false") boolean yes,
            @RequestParam(required = false) @Nullable String decision,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return step(id, () -> loans.decide(loan, yes, decision, me), me, model, request, response);
    }

    @PostMapping("/test-cars/{id}/loans/{loan}/taking")
    String take(
            @PathVariable CarId id,
            @PathVariable LoanId loan,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return step(id, () -> loans.take(loan, me), me, model, request, response);
    }

    @PostMapping("/test-cars/{id}/loans/{loan}/return")
    String bringBack(
            @PathVariable CarId id,
            @PathVariable LoanId loan,
            @RequestParam(required = false) @Nullable Integer km,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return step(id, () -> loans.bringBack(loan, km, me), me, model, request, response);
    }

    private String step(
            CarId id,
            Runnable act,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/test-cars/" + id;
        } catch (Refusal refusal) {
            return carRefused(id, Fields.of(request.getParameterMap()), "step", refusal, me, model, request, response);
        }
    }

    /** The rules as they were filled in. */
    record RulesForm(
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
            LocalTime opens,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
            LocalTime closes,

            @Nullable Integer slotMinutes,
            @Nullable Integer licenceMinYears,
            DriveRules.@Nullable KeyHolder keyHolder) {}

    @PostMapping("/test-drive-rules")
    String decide(
            @ModelAttribute RulesForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (bound.hasErrors()) {
            return fleetRefused(form, "rules", null, me, model, request, response);
        }
        try {
            settings.decide(
                    body.opens(), body.closes(), body.slotMinutes(), body.licenceMinYears(), body.keyHolder(), me);
            return "redirect:/test-cars";
        } catch (Refusal refusal) {
            return fleetRefused(form, "rules", refusal, me, model, request, response);
        }
    }

    /** A route as it was filled in. */
    record RouteForm(
            @Nullable String name,
            @Nullable String description,
            @Nullable Integer metres,
            @Nullable Integer minutes) {}

    @PostMapping("/test-drive-routes")
    String addRoute(
            @ModelAttribute RouteForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (bound.hasErrors()) {
            return fleetRefused(form, "route", null, me, model, request, response);
        }
        try {
            return once.redirect(key, body, me.dealership(), me.id(), () -> {
                settings.addRoute(body.name(), body.description(), body.metres(), body.minutes(), me);
                return "/test-cars";
            });
        } catch (Refusal refusal) {
            return fleetRefused(form, "route", refusal, me, model, request, response);
        }
    }

    @PostMapping("/test-drive-routes/{id}/retirement")
    String retireRoute(@PathVariable RouteId id, StaffMember me) {
        settings.retire(id, me);
        return "redirect:/test-cars";
    }

    /** The words as they were written. */
    record WordsForm(@Nullable String title, @Nullable String body) {}

    @PostMapping("/test-drive-texts")
    String write(
            @ModelAttribute WordsForm body,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return once.redirect(key, body, me.dealership(), me.id(), () -> {
                settings.write(body.title(), body.body(), me);
                return "/test-cars";
            });
        } catch (Refusal refusal) {
            return fleetRefused(Fields.of(request.getParameterMap()), "text", refusal, me, model, request, response);
        }
    }
}
