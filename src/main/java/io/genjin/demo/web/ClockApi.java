package io.genjin.demo.web;

import io.genjin.dealership.Dealerships;
import io.genjin.demo.ClockDesk;
import io.genjin.staff.StaffMember;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The demo's clock for other systems: reads it, or moves it forward and answers when all that fell due is done. */
@RestController
@Profile("demo")
class ClockApi {

    record BusinessTime(OffsetDateTime now) {}

    record NewTime(
            @NotNull(message = "field.required") @Nullable OffsetDateTime now) {}

    private final ClockDesk desk;
    private final Dealerships dealerships;

    ClockApi(ClockDesk desk, Dealerships dealerships) {
        this.desk = desk;
        this.dealerships = dealerships;
    }

    @GetMapping("/api/v1/demo/clock")
    BusinessTime read(StaffMember me) {
        return time(desk.now().truncatedTo(ChronoUnit.MILLIS), me);
    }

    @PutMapping("/api/v1/demo/clock")
    BusinessTime move(@Valid @RequestBody NewTime wish, StaffMember me) {
        Instant to = Objects.requireNonNull(wish.now()).toInstant();
        desk.moveTo(to, zone(me));
        return time(to, me);
    }

    private BusinessTime time(Instant at, StaffMember me) {
        return new BusinessTime(at.atZone(zone(me)).toOffsetDateTime());
    }

    private ZoneId zone(StaffMember me) {
        return dealerships.get(me.dealership()).zone();
    }
}
