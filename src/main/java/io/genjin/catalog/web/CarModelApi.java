package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModelDesk;
import io.genjin.catalog.CarModelId;
import io.genjin.catalog.CarModels;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The range for other systems: models with trims, list prices and colours. */
@RestController
@RequestMapping("/api/v1/models")
class CarModelApi {

    /** The models asked for. */
    record CarModelList(List<CarModelView> items) {}

    private final CarModels models;
    private final CarModelDesk desk;
    private final CarModelViews views;
    private final Once once;

    CarModelApi(CarModels models, CarModelDesk desk, CarModelViews views, Once once) {
        this.models = models;
        this.desk = desk;
        this.views = views;
        this.once = once;
    }

    /** Models on sale, or those off sale; {@code wish} is a customer's wish such as 途观L 330TSI and asks for its model. */
    @GetMapping
    CarModelList list(
            @RequestParam(required = false) @Nullable String wish,
            @RequestParam(defaultValue = "true") boolean onSale,
            StaffMember me) {
        return new CarModelList(models.all(me.dealership()).stream()
                .filter(model -> model.isOnSale() == onSale)
                .filter(model -> wish == null || wish.isBlank() || model.name().isWishedBy(wish))
                .map(model -> views.of(model, me))
                .toList());
    }

    @PostMapping
    @Answers(value = CarModelView.class, status = 201)
    ResponseEntity<?> add(
            @RequestBody CarModelForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            CarModelView view = views.of(desk.add(body.draft(), me), me);
            return ResponseEntity.created(URI.create("/api/v1/models/" + view.id()))
                    .eTag(view.edition().tag())
                    .body(view);
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<CarModelView> read(@PathVariable CarModelId id, StaffMember me) {
        return answer(models.get(id, me.dealership()), me);
    }

    @PutMapping("/{id}")
    ResponseEntity<CarModelView> change(
            @PathVariable CarModelId id,
            @RequestBody CarModelForm body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        return answer(desk.change(id, body.draft(), Edition.read(ifMatch), me), me);
    }

    @PostMapping("/{id}/retirement")
    ResponseEntity<CarModelView> retire(@PathVariable CarModelId id, StaffMember me) {
        return answer(desk.retire(id, true, me), me);
    }

    @PostMapping("/{id}/return")
    ResponseEntity<CarModelView> bringBack(@PathVariable CarModelId id, StaffMember me) {
        return answer(desk.retire(id, false, me), me);
    }

    private ResponseEntity<CarModelView> answer(CarModel model, StaffMember me) {
        CarModelView view = views.of(model, me);
        return ResponseEntity.ok().eTag(view.edition().tag()).body(view);
    }

    @PostMapping("/{id}/trims")
    @Answers(value = CarModelView.TrimView.class, status = 201)
    ResponseEntity<?> addTrim(
            @PathVariable CarModelId id,
            @RequestBody TrimForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, List.of(id, body), me.dealership(), me.id(), () -> {
            CarModelView.TrimView view = views.of(desk.addTrim(id, body.draft(), me), me);
            return ResponseEntity.created(URI.create("/api/v1/trims/" + view.id()))
                    .eTag(view.edition().tag())
                    .body(view);
        });
    }

    @PostMapping("/{id}/colours")
    @Answers(value = CarModelView.ColourView.class, status = 201)
    ResponseEntity<?> addColour(
            @PathVariable CarModelId id,
            @RequestBody ColourForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, List.of(id, body), me.dealership(), me.id(), () -> {
            CarModelView.ColourView view = views.of(desk.addColour(id, body.draft(), me), me);
            return ResponseEntity.created(URI.create("/api/v1/colours/" + view.id()))
                    .eTag(view.edition().tag())
                    .body(view);
        });
    }
}
