package io.genjin.catalog.web;

import io.genjin.catalog.CarModelDesk;
import io.genjin.catalog.Colour;
import io.genjin.catalog.ColourId;
import io.genjin.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Colours for other systems; they are read with their model. */
@RestController
@RequestMapping("/api/v1/colours")
class ColourApi {

    private final CarModelDesk desk;
    private final CarModelViews views;

    ColourApi(CarModelDesk desk, CarModelViews views) {
        this.desk = desk;
        this.views = views;
    }

    @PutMapping("/{id}")
    ResponseEntity<CarModelView.ColourView> change(
            @PathVariable ColourId id,
            @RequestBody ColourForm body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        return answer(desk.changeColour(id, body.draft(), Edition.read(ifMatch), me), me);
    }

    @PostMapping("/{id}/retirement")
    ResponseEntity<CarModelView.ColourView> retire(@PathVariable ColourId id, StaffMember me) {
        return answer(desk.retireColour(id, true, me), me);
    }

    @PostMapping("/{id}/return")
    ResponseEntity<CarModelView.ColourView> bringBack(@PathVariable ColourId id, StaffMember me) {
        return answer(desk.retireColour(id, false, me), me);
    }

    private ResponseEntity<CarModelView.ColourView> answer(Colour colour, StaffMember me) {
        CarModelView.ColourView view = views.of(colour, me);
        return ResponseEntity.ok().eTag(view.edition().tag()).body(view);
    }
}
