package io.genjin.catalog.web;

import io.genjin.catalog.CarModelDesk;
import io.genjin.catalog.CarModels;
import io.genjin.catalog.Trim;
import io.genjin.catalog.TrimId;
import io.genjin.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Trims for other systems, each with all list prices it ever had. */
@RestController
@RequestMapping("/api/v1/trims")
class TrimApi {

    private final CarModels models;
    private final CarModelDesk desk;
    private final CarModelViews views;

    TrimApi(CarModels models, CarModelDesk desk, CarModelViews views) {
        this.models = models;
        this.desk = desk;
        this.views = views;
    }

    @GetMapping("/{id}")
    ResponseEntity<CarModelView.TrimView> read(@PathVariable TrimId id, StaffMember me) {
        return answer(models.trim(id, me.dealership()), me);
    }

    @PutMapping("/{id}")
    ResponseEntity<CarModelView.TrimView> change(
            @PathVariable TrimId id,
            @RequestBody TrimForm body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        return answer(desk.changeTrim(id, body.draft(), Edition.read(ifMatch), me), me);
    }

    @PostMapping("/{id}/retirement")
    ResponseEntity<CarModelView.TrimView> retire(@PathVariable TrimId id, StaffMember me) {
        return answer(desk.retireTrim(id, true, me), me);
    }

    @PostMapping("/{id}/return")
    ResponseEntity<CarModelView.TrimView> bringBack(@PathVariable TrimId id, StaffMember me) {
        return answer(desk.retireTrim(id, false, me), me);
    }

    private ResponseEntity<CarModelView.TrimView> answer(Trim trim, StaffMember me) {
        CarModelView.TrimView view = views.of(trim, me);
        return ResponseEntity.ok().eTag(view.edition().tag()).body(view);
    }
}
