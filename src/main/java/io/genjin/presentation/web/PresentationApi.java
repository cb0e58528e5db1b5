package io.genjin.presentation.web;

import io.genjin.catalog.CarModelId;
import io.genjin.catalog.ComparisonId;
import io.genjin.catalog.Focus;
import io.genjin.dealership.Dealerships;
import io.genjin.presentation.DriveOffer;
import io.genjin.presentation.Position;
import io.genjin.presentation.Presentation;
import io.genjin.presentation.PresentationDesk;
import io.genjin.presentation.PresentationFile;
import io.genjin.presentation.Shown;
import io.genjin.presentation.ShownPosition;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.net.URI;
import java.time.Instant;
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

/** Presentations for other systems; the same checks as on the tablet. */
@RestController
@RequestMapping("/api/v1/prospects/{id}/presentations")
class PresentationApi {

    /**
     * A walk around a car.
     *
     * @param model     the model's id
     * @param endedAt   nothing means now
     * @param positions those that were shown, each with the customer's reaction
     */
    record PresentationBody(
            @Nullable String model,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable List<Shown.Step> positions,
            @Nullable String questions,
            @Nullable String comparison,
            @Nullable DriveOffer driveOffer) {

        Shown shown() {
            return new Shown(
                    model == null || model.isBlank() ? null : CarModelId.of(model),
                    startedAt == null ? null : startedAt.toInstant(),
                    endedAt == null ? null : endedAt.toInstant(),
                    positions == null ? List.of() : positions,
                    questions,
                    comparison == null || comparison.isBlank() ? null : ComparisonId.of(comparison),
                    driveOffer);
        }
    }

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /**
     * A walk around a car.
     *
     * @param beforeLeaving whether it was written down while the customer was there; unknown without a visit
     */
    record PresentationView(
            String id,
            String model,
            String modelName,
            OffsetDateTime startedAt,
            OffsetDateTime endedAt,
            long minutes,
            List<ShownPosition> positions,
            @Nullable String questions,
            @Nullable String comparison,
            @Nullable String rival,
            DriveOffer driveOffer,
            @Nullable Boolean beforeLeaving,
            OffsetDateTime recordedAt,
            Person recordedBy) {}

    /**
     * Where the next walk should begin.
     *
     * @param because what matters to the customer, as far as it is answered there
     */
    record StartView(Position position, List<Focus> because) {}

    /** A customer's presentations, the latest first. */
    record PresentationList(List<PresentationView> items, StartView suggestedStart, boolean visitOpen) {}

    private final PresentationDesk desk;
    private final PresentationFile file;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;

    PresentationApi(
            PresentationDesk desk, PresentationFile file, StaffDirectory staff, Dealerships dealerships, Once once) {
        this.desk = desk;
        this.file = file;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
    }

    @GetMapping
    PresentationList list(@PathVariable ProspectId id, StaffMember me) {
        PresentationFile.Opened opened = file.open(id, me);
        PresentationFile.Walk walk = file.walk(id, null, me);
        return new PresentationList(
                opened.presentations().stream().map(one -> view(one, me)).toList(),
                new StartView(walk.start().position(), walk.start().because()),
                opened.visit().isOpen());
    }

    @PostMapping
    @Answers(value = PresentationView.class, status = 201)
    ResponseEntity<?> record(
            @PathVariable ProspectId id,
            @RequestBody PresentationBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new PresentationPages.Asked(id, body), me.dealership(), me.id(), () -> {
            PresentationView view = view(desk.record(id, body.shown(), me), me);
            return ResponseEntity.created(URI.create("/api/v1/prospects/" + id + "/presentations"))
                    .body(view);
        });
    }

    private PresentationView view(Presentation one, StaffMember me) {
        StaffMember by = staff.get(me.dealership(), one.recordedBy());
        return new PresentationView(
                one.id().toString(),
                one.model().toString(),
                one.modelName(),
                local(one.startedAt(), me),
                local(one.endedAt(), me),
                one.minutes(),
                one.positions(),
                one.questions(),
                one.comparison() == null ? null : one.comparison().toString(),
                one.rival(),
                one.driveOffer(),
                one.wasThere(),
                local(one.recordedAt(), me),
                new Person(by.username(), by.name()));
    }

    private OffsetDateTime local(Instant at, StaffMember me) {
        return at.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }
}
