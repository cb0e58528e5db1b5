package io.genjin.catalog.web;

import io.genjin.catalog.Focus;
import io.genjin.catalog.SellingPoint;
import io.genjin.catalog.SellingPointCard;
import io.genjin.catalog.SellingPointCardId;
import io.genjin.catalog.SellingPointDesk;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
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

/** Selling-point cards for other systems. */
@RestController
@RequestMapping("/api/v1/selling-points")
class SellingPointApi {

    /** A selling-point card: model, need, feature, advantage, benefit. */
    record SellingPointView(
            String id,
            String model,
            Focus focus,
            String feature,
            String advantage,
            String benefit,
            @Nullable String proof,
            Edition edition) {}

    /** The cards asked for. */
    record SellingPointList(List<SellingPointView> items) {}

    private final SellingPointDesk desk;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;

    SellingPointApi(SellingPointDesk desk, StaffDirectory staff, Dealerships dealerships, Once once) {
        this.desk = desk;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
    }

    /** The cards; {@code wish} is a customer's wish such as 途观L 330TSI and asks for those of its model. */
    @GetMapping
    SellingPointList list(
            @RequestParam(required = false) @Nullable String wish,
            @RequestParam(required = false) @Nullable Focus focus,
            @RequestParam(defaultValue = "false") boolean retired,
            StaffMember me) {
        return new SellingPointList(desk.all(me.dealership()).stream()
                .filter(card -> card.edition().retired() == retired)
                .filter(card -> focus == null || card.point().focus() == focus)
                .filter(card ->
                        wish == null || wish.isBlank() || card.point().model().isWishedBy(wish))
                .map(card -> view(card, me))
                .toList());
    }

    @PostMapping
    @Answers(value = SellingPointView.class, status = 201)
    ResponseEntity<?> add(
            @RequestBody SellingPointForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            SellingPointView view = view(desk.add(body.draft(), me), me);
            return ResponseEntity.created(URI.create("/api/v1/selling-points/" + view.id()))
                    .eTag(view.edition().tag())
                    .body(view);
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<SellingPointView> read(@PathVariable SellingPointCardId id, StaffMember me) {
        return answer(desk.get(id, me.dealership()), me);
    }

    @PutMapping("/{id}")
    ResponseEntity<SellingPointView> change(
            @PathVariable SellingPointCardId id,
            @RequestBody SellingPointForm body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        return answer(desk.change(id, body.draft(), Edition.read(ifMatch), me), me);
    }

    @PostMapping("/{id}/retirement")
    ResponseEntity<SellingPointView> retire(@PathVariable SellingPointCardId id, StaffMember me) {
        return answer(desk.retire(id, true, me), me);
    }

    @PostMapping("/{id}/return")
    ResponseEntity<SellingPointView> bringBack(@PathVariable SellingPointCardId id, StaffMember me) {
        return answer(desk.retire(id, false, me), me);
    }

    private ResponseEntity<SellingPointView> answer(SellingPointCard card, StaffMember me) {
        SellingPointView view = view(card, me);
        return ResponseEntity.ok().eTag(view.edition().tag()).body(view);
    }

    private SellingPointView view(SellingPointCard card, StaffMember me) {
        SellingPoint point = card.point();
        return new SellingPointView(
                card.id().toString(),
                point.model().text(),
                point.focus(),
                point.feature(),
                point.advantage(),
                point.benefit(),
                point.proof(),
                Edition.of(card.edition(), me, staff, dealerships));
    }
}
