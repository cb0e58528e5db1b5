package io.genjin.catalog.web;

import io.genjin.catalog.CarModelId;
import io.genjin.catalog.Comparison;
import io.genjin.catalog.ComparisonDesk;
import io.genjin.catalog.ComparisonId;
import io.genjin.catalog.ComparisonRow;
import io.genjin.catalog.ComparisonText;
import io.genjin.catalog.ComparisonText.RowDraft;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
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

/** Comparisons with competitors for other systems. */
@RestController
@RequestMapping("/api/v1/comparisons")
class ComparisonApi {

    /**
     * A comparison: our model, the competitor's, and who is better in which respect.
     *
     * @param stale whether it was looked up so long ago that it should be checked again
     */
    record ComparisonView(
            String id,
            String model,
            String brand,
            String rival,
            @Nullable String trim,
            String source,
            LocalDate asOf,
            boolean stale,
            List<ComparisonRow> rows,
            Edition edition) {}

    /** The comparisons asked for. */
    record ComparisonList(List<ComparisonView> items) {}

    /** What a system sends; {@code model} is only read for a new one. */
    record ComparisonBody(
            @Nullable String model,
            @Nullable String brand,
            @Nullable String rival,
            @Nullable String trim,
            @Nullable String source,
            @Nullable LocalDate asOf,
            @Nullable List<RowDraft> rows) {

        ComparisonDesk.Draft draft() {
            return new ComparisonDesk.Draft(brand, rival, trim, source, asOf, rows == null ? List.of() : rows);
        }
    }

    private final ComparisonDesk desk;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    ComparisonApi(ComparisonDesk desk, StaffDirectory staff, Dealerships dealerships, Once once, Clock clock) {
        this.desk = desk;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    /** The comparisons, of one of our models or of all. */
    @GetMapping
    ComparisonList list(
            @RequestParam(required = false) @Nullable CarModelId model,
            @RequestParam(defaultValue = "false") boolean retired,
            StaffMember me) {
        return new ComparisonList(desk.all(me.dealership()).stream()
                .filter(one -> one.edition().retired() == retired)
                .filter(one -> model == null || one.text().model().equals(model))
                .map(one -> view(one, me))
                .toList());
    }

    @PostMapping
    @Answers(value = ComparisonView.class, status = 201)
    ResponseEntity<?> add(
            @RequestBody ComparisonBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            ComparisonView view = view(desk.add(ComparisonForm.model(body.model()), body.draft(), me), me);
            return ResponseEntity.created(URI.create("/api/v1/comparisons/" + view.id()))
                    .eTag(view.edition().tag())
                    .body(view);
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<ComparisonView> read(@PathVariable ComparisonId id, StaffMember me) {
        return answer(desk.get(id, me.dealership()), me);
    }

    @PutMapping("/{id}")
    ResponseEntity<ComparisonView> change(
            @PathVariable ComparisonId id,
            @RequestBody ComparisonBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        return answer(desk.change(id, body.draft(), Edition.read(ifMatch), me), me);
    }

    @PostMapping("/{id}/retirement")
    ResponseEntity<ComparisonView> retire(@PathVariable ComparisonId id, StaffMember me) {
        return answer(desk.retire(id, true, me), me);
    }

    @PostMapping("/{id}/return")
    ResponseEntity<ComparisonView> bringBack(@PathVariable ComparisonId id, StaffMember me) {
        return answer(desk.retire(id, false, me), me);
    }

    private ResponseEntity<ComparisonView> answer(Comparison comparison, StaffMember me) {
        ComparisonView view = view(comparison, me);
        return ResponseEntity.ok().eTag(view.edition().tag()).body(view);
    }

    private ComparisonView view(Comparison comparison, StaffMember me) {
        ComparisonText text = comparison.text();
        return new ComparisonView(
                comparison.id().toString(),
                text.model().toString(),
                text.rival().brand(),
                text.rival().model(),
                text.rival().trim(),
                text.source(),
                text.asOf(),
                text.isStale(dealerships.get(me.dealership()).today(clock)),
                text.rows(),
                Edition.of(comparison.edition(), me, staff, dealerships));
    }
}
