package io.genjin.presentation.web;

import io.genjin.dealership.Dealerships;
import io.genjin.presentation.ShowCar;
import io.genjin.presentation.ShowCarCheck;
import io.genjin.presentation.ShowCarDesk;
import io.genjin.presentation.ShowCarId;
import io.genjin.presentation.ShowCarPoint;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Show cars for other systems. */
@RestController
@RequestMapping("/api/v1/show-cars")
class ShowCarApi {

    /** The newest check of today. */
    record CheckView(
            List<ShowCarPoint> right,
            List<ShowCarPoint> missing,
            @Nullable String remark,
            OffsetDateTime checkedAt,
            String checkedBy) {}

    /** A car in the showroom; without a check today it is unchecked. */
    record ShowCarView(
            String id,
            String model,
            String modelName,
            String label,
            String place,
            ShowCar.Readiness readiness,
            @Nullable CheckView today) {}

    /** The cars in the showroom. */
    record ShowCarList(List<ShowCarView> items) {}

    private final ShowCarDesk desk;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;

    ShowCarApi(ShowCarDesk desk, StaffDirectory staff, Dealerships dealerships, Once once) {
        this.desk = desk;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
    }

    @GetMapping
    ShowCarList list(StaffMember me) {
        return new ShowCarList(desk.today(me).stream().map(car -> view(car, me)).toList());
    }

    @PostMapping
    @Answers(value = ShowCarView.class, status = 201)
    ResponseEntity<?> add(
            @RequestBody ShowCarForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key, body, me.dealership(), me.id(), () -> ResponseEntity.created(URI.create("/api/v1/show-cars"))
                        .body(view(desk.add(body.modelId(), body.label(), body.place(), me), me)));
    }

    @PostMapping("/{id}/checks")
    @Answers(value = ShowCarView.class, status = 200)
    ResponseEntity<?> check(
            @PathVariable ShowCarId id,
            @RequestBody ShowCarCheckForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key,
                List.of(id, body),
                me.dealership(),
                me.id(),
                () -> ResponseEntity.ok(view(desk.check(id, body.ticked(), body.remark(), me), me)));
    }

    @PostMapping("/{id}/removal")
    ShowCarList remove(@PathVariable ShowCarId id, StaffMember me) {
        desk.remove(id, me);
        return list(me);
    }

    private ShowCarView view(ShowCar car, StaffMember me) {
        ShowCarCheck check = car.today();
        return new ShowCarView(
                car.id().toString(),
                car.model().toString(),
                car.modelName(),
                car.label(),
                car.place(),
                car.readiness(),
                check == null
                        ? null
                        : new CheckView(
                                check.right().stream().sorted().toList(),
                                check.missing(),
                                check.remark(),
                                check.checkedAt()
                                        .atZone(dealerships.get(me.dealership()).zone())
                                        .toOffsetDateTime(),
                                staff.nameOf(me.dealership(), check.checkedBy())));
    }
}
