package io.genjin.testdrive.web;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.BookingDesk;
import io.genjin.testdrive.CarId;
import io.genjin.testdrive.CarsToday;
import io.genjin.testdrive.DriveCalendar;
import io.genjin.testdrive.DriveMode;
import io.genjin.testdrive.MonthOfDrives;
import io.genjin.testdrive.Route;
import io.genjin.testdrive.RouteId;
import io.genjin.testdrive.SettingsDesk;
import io.genjin.testdrive.Slot;
import io.genjin.testdrive.TestDriveCar;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cars of today, the calendar, booking, and the month. */
@Controller
class BookingPages {

    private final CarsToday today;
    private final DriveCalendar calendar;
    private final MonthOfDrives month;
    private final BookingDesk desk;
    private final SettingsDesk settings;
    private final ProspectDesk prospects;
    private final CardFile cards;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    BookingPages(
            CarsToday today,
            DriveCalendar calendar,
            MonthOfDrives month,
            BookingDesk desk,
            SettingsDesk settings,
            ProspectDesk prospects,
            CardFile cards,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.today = today;
        this.calendar = calendar;
        this.month = month;
        this.desk = desk;
        this.settings = settings;
        this.prospects = prospects;
        this.cards = cards;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/test-drives")
    String today(StaffMember me, Model model) {
        model.addAttribute("page", new TodayPage(today.of(me), new People(staff, me.dealership())));
        return "testdrive/today";
    }

    private List<TestDriveCar> fleet(StaffMember me) {
        return today.of(me).cars().stream()
                .map(CarsToday.CarNow::car)
                .filter(car -> car.status() != TestDriveCar.Status.RETIRED)
                .toList();
    }

    @GetMapping("/test-drive-calendar")
    String calendar(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable CarId car,
            @RequestParam(required = false) @Nullable ProspectId prospect,
            StaffMember me,
            Model model) {
        LocalDate shown = day == null ? dealerships.get(me.dealership()).today(clock) : day;
        List<TestDriveCar> cars = fleet(me);
        TestDriveCar chosen = car == null
                ? null
                : cars.stream().filter(one -> one.id().equals(car)).findFirst().orElseThrow(() -> new NothingHere(car));
        model.addAttribute(
                "page",
                new CalendarPage(
                        shown,
                        chosen,
                        cars,
                        chosen == null ? calendar.day(shown, me) : calendar.week(chosen.id(), shown, me),
                        prospect == null ? null : prospect.toString(),
                        customer(prospect == null ? null : prospect.toString(), me),
                        new People(staff, me.dealership())));
        return "testdrive/calendar";
    }

    /** The name of a customer whom the reader may see. */
    private @Nullable String customer(@Nullable String prospect, StaffMember me) {
        if (prospect == null || prospect.isBlank()) {
            return null;
        }
        Prospect open = cards.open(ProspectId.of(prospect), me);
        return open.content().customerName();
    }

    @GetMapping("/test-drives/new")
    String blank(
            @RequestParam(required = false) @Nullable String prospect,
            @RequestParam(required = false) @Nullable String car,
            @RequestParam(required = false) @Nullable String route,
            @RequestParam(required = false) @Nullable DriveMode mode,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    LocalDateTime from,
            StaffMember me,
            Model model) {
        List<Route> routes = routes(me);
        Fields form = Fields.empty()
                .put("prospect", prospect)
                .put("car", car)
                .put("route", route == null && !routes.isEmpty() ? routes.get(0).id() : route)
                .put("mode", mode == null ? DriveMode.BOTH : mode)
                .put("from", from);
        return booking(form, me, model);
    }

    private List<Route> routes(StaffMember me) {
        return settings.routes(me).stream().filter(one -> !one.retired()).toList();
    }

    private String booking(Fields form, StaffMember me, Model model) {
        LocalDate day = day(form.value("from"), me);
        CarId car = Ids.car(form.value("car"));
        RouteId route = Ids.route(form.value("route"));
        List<Slot> free = car == null || route == null ? List.of() : calendar.free(car, route, day, me);
        model.addAttribute(
                "page", new BookPage(form, customer(form.value("prospect"), me), fleet(me), routes(me), day, free));
        return "testdrive/book";
    }

    private LocalDate day(String from, StaffMember me) {
        LocalDate today = dealerships.get(me.dealership()).today(clock);
        try {
            return from.length() < 10 ? today : LocalDate.parse(from.substring(0, 10));
        } catch (DateTimeException unreadable) {
            return today;
        }
    }

    @PostMapping("/test-drives")
    String book(
            @ModelAttribute BookForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                if (body.from() == null && !body.isAtOnce()) {
                    throw new FieldsRefused(Field.of("from", "field.required"));
                }
                return once.redirect(
                        key,
                        body,
                        me.dealership(),
                        me.id(),
                        () -> "/test-drives/"
                                + desk.book(
                                                whom(body, me),
                                                body.wish(dealerships
                                                        .get(me.dealership())
                                                        .zone()),
                                                me)
                                        .id());
            } catch (NothingHere notTheirs) {
                form.error(body.mobile() == null ? "car" : "mobile", "field.drive.noSuchCustomer");
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return booking(form, me, model);
    }

    private ProspectId whom(BookForm body, StaffMember me) {
        if (body.prospect() != null && !body.prospect().isBlank()) {
            return ProspectId.of(body.prospect());
        }
        PhoneNumber number = PhoneNumber.parse(body.mobile() == null ? "" : body.mobile())
                .orElseThrow(() -> new FieldsRefused(Field.of("mobile", "field.drive.mobile")));
        return prospects
                .openWith(me.dealership(), number)
                .orElseThrow(() -> new FieldsRefused(Field.of("mobile", "field.drive.noSuchCustomer")));
    }

    @GetMapping("/test-drive-month")
    String month(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) MonthOfDrives.@Nullable Figure figure,
            StaffMember me,
            Model model) {
        model.addAttribute("page", new MonthPage(this.month.of(month, me), figure, new People(staff, me.dealership())));
        return "testdrive/month";
    }
}
