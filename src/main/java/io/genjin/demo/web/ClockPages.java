package io.genjin.demo.web;

import io.genjin.dealership.Dealerships;
import io.genjin.demo.ClockDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a demo's administrator lets time pass: an hour, until the next morning meeting, a day, a week, or to a moment. */
@Controller
@Profile("demo")
class ClockPages {

    /** When the sales manager draws the morning list (scenario 20). */
    private static final LocalTime MORNING_LIST = LocalTime.of(7, 30);

    /** Steps that a button offers. */
    enum Step {
        HOUR,
        MORNING,
        DAY,
        WEEK
    }

    private final ClockDesk desk;
    private final Dealerships dealerships;
    private final Screens screens;

    ClockPages(ClockDesk desk, Dealerships dealerships, Screens screens) {
        this.desk = desk;
        this.dealerships = dealerships;
        this.screens = screens;
    }

    @Bean
    static NavItem clockItem() {
        return new NavItem("nav.demoClock", "/demo/clock", "clock-play", "demo.clock", 95);
    }

    @GetMapping("/demo/clock")
    String show(@RequestParam(required = false) @Nullable String moved, Model model) {
        return page(Fields.empty(), moved != null, model);
    }

    @PostMapping("/demo/clock")
    String move(
            @RequestParam(required = false) @Nullable Step step,
            @RequestParam(defaultValue = "") String now,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ZoneId zone = dealerships.get(me.dealership()).zone();
        try {
            desk.moveTo(
                    step == null ? written(now, zone) : after(step, desk.now().atZone(zone)), zone);
            return "redirect:/demo/clock?moved";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            return page(Fields.of(request.getParameterMap()).refused(refusal, screens.of(request)), false, model);
        }
    }

    private static Instant written(String now, ZoneId zone) {
        if (now.isBlank()) {
            throw new FieldsRefused(Field.of("now", "field.required"));
        }
        try {
            return LocalDateTime.parse(now.strip()).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new FieldsRefused(Field.of("now", "field.unreadable"));
        }
    }

    private static Instant after(Step step, ZonedDateTime now) {
        ZonedDateTime then =
                switch (step) {
                    case HOUR -> now.plusHours(1);
                    case MORNING -> now.plusDays(1).with(MORNING_LIST);
                    case DAY -> now.plusDays(1);
                    case WEEK -> now.plusWeeks(1);
                };
        return then.toInstant();
    }

    private String page(Fields form, boolean moved, Model model) {
        model.addAttribute("page", new ClockPage(desk.now(), form, moved));
        return "demo/clock";
    }
}
